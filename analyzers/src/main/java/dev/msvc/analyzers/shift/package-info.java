/** Proposes how a context's traffic goes from the monolith to its service. */
@NullMarked
package dev.msvc.analyzers.shift;

import org.jspecify.annotations.NullMarked;
