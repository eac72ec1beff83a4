/** Rehearsing a shift: the real machine in a throw-away place, killed and disturbed on purpose. */
@NullMarked
package dev.msvc.cluster.rehearse;

import org.jspecify.annotations.NullMarked;
