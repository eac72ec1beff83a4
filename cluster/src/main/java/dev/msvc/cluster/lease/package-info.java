/** That only one process at a time changes something that is in a cluster. */
@NullMarked
package dev.msvc.cluster.lease;

import org.jspecify.annotations.NullMarked;
