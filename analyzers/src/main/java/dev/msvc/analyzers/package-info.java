/** From a source tree to facts, and from facts to a decomposition. */
@NullMarked
package dev.msvc.analyzers;

import org.jspecify.annotations.NullMarked;
