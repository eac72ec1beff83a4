/** Reads what is no data access and no entry point, and yet decides how a system comes apart. */
@NullMarked
package dev.msvc.analyzers.trait;

import org.jspecify.annotations.NullMarked;
