/** A shift of traffic from the monolith to a service: its rules, weights and stages. */
@NullMarked
package dev.msvc.model.shift;

import org.jspecify.annotations.NullMarked;
