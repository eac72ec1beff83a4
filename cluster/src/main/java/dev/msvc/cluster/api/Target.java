package dev.msvc.cluster.api;

import java.util.Map;

/**
 * Which cluster the user means, as they said it.
 *
 * @param kubeconfig file; empty for what the environment names
 * @param context of kubectl; empty for the current one
 * @param env the environment
 */
public record Target(String kubeconfig, String context, Map<String, String> env) {
  public Target {
    env = Map.copyOf(env);
  }

  /** Whether this process is a pod, which needs no kubeconfig for its own cluster. */
  public boolean inPod() {
    return InCluster.is(env);
  }
}
