/** Which method calls which. */
@NullMarked
package dev.msvc.analyzers.call;

import org.jspecify.annotations.NullMarked;
