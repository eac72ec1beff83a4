/** Asks monolith and service the same, and compares what they answer. */
@NullMarked
package dev.msvc.cluster.compare;

import org.jspecify.annotations.NullMarked;
