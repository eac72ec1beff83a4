/** Gates: whether what was measured lets a stage of a shift go on. */
@NullMarked
package dev.msvc.cluster.gate;

import org.jspecify.annotations.NullMarked;
