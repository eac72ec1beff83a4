/** What touches a cluster. */
@NullMarked
package dev.msvc.cluster;

import org.jspecify.annotations.NullMarked;
