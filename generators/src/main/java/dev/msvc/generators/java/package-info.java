/** A service as Java code: what its classes are called, hold, check and store. */
@NullMarked
package dev.msvc.generators.java;

import org.jspecify.annotations.NullMarked;
