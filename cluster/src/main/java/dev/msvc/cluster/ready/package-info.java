/** Whether what was asked of a cluster has come about, and if not, why not. */
@NullMarked
package dev.msvc.cluster.ready;

import org.jspecify.annotations.NullMarked;
