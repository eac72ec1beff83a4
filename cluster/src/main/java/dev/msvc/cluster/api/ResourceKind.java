package dev.msvc.cluster.api;

import dev.msvc.model.kube.ObjectKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A kind that the API server serves.
 *
 * @param group empty for the core
 * @param plural as paths name it: {@code deployments}
 * @param namespaced whether its objects live in namespaces
 */
public record ResourceKind(
    String group, String version, String kind, String plural, boolean namespaced) {
  /** Group and version: {@code apps/v1}, {@code v1}. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** What names it in a role: {@code deployments.apps}. */
  public String resource() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  /** Where its objects are; an empty namespace for all. */
  String path(String namespace) {
    String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    return namespaced && !namespace.isEmpty()
        ? root + "/namespaces/" + encoded(namespace) + "/" + plural
        : root + "/" + plural;
  }

  String path(ObjectKey key) {
    return path(key.namespace()) + "/" + encoded(key.name());
  }

  /** A name as it stands in paths; what is no name at all, the server says. */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
