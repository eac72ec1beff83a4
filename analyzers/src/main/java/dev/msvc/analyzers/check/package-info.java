/** What holds the line: violations of boundaries, against a baseline that only shrinks. */
@NullMarked
package dev.msvc.analyzers.check;

import org.jspecify.annotations.NullMarked;
