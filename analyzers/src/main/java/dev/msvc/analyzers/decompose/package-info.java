/** From facts to bounded contexts, owners of tables, and where to begin. */
@NullMarked
package dev.msvc.analyzers.decompose;

import org.jspecify.annotations.NullMarked;
