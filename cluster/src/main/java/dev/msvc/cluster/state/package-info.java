/** What is kept of shifts in the cluster where they take place. */
@NullMarked
package dev.msvc.cluster.state;

import org.jspecify.annotations.NullMarked;
