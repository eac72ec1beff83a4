/** Steps of a shift that are commits: what Argo CD or Flux then brings into the cluster. */
@NullMarked
package dev.msvc.cluster.git;

import org.jspecify.annotations.NullMarked;
