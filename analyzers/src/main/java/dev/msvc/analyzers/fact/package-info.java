/** What every analyzer is given and what it gives back. */
@NullMarked
package dev.msvc.analyzers.fact;

import org.jspecify.annotations.NullMarked;
