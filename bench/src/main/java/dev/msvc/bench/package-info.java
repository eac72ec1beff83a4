/** Benchmarks: what msvc holds itself to, measured from outside. */
@NullMarked
package dev.msvc.bench;

import org.jspecify.annotations.NullMarked;
