/** What is stored, changed and removed together: roots, with all that lives and dies with them. */
@NullMarked
package dev.msvc.analyzers.aggregate;

import org.jspecify.annotations.NullMarked;
