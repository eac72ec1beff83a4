/** What a shift needs to go on by itself in a cluster. */
@NullMarked
package dev.msvc.generators.shift;

import org.jspecify.annotations.NullMarked;
