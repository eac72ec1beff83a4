/** What is known of a release in its cluster: who works on it, what it has, what it had. */
@NullMarked
package dev.msvc.cluster.release;

import org.jspecify.annotations.NullMarked;
