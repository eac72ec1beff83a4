package dev.msvc.model.shift;

import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the numbers of a shift come from.
 *
 * @param url of what answers as Prometheus does; {@code /api/v1/query} is put behind it
 * @param source who counts requests
 * @param labels of an arm's series: name to value; a value that begins with {@code ~} is a regular
 *     expression
 */
public record Metrics(
    URI url, Source source, Map<Arm, SortedMap<String, String>> labels, Credentials credentials) {
  /** Who counts requests of both arms. */
  public enum Source {
    ISTIO,
    ENVOY,
    HAPROXY,
    /** The module of nginx for virtual hosts' traffic. */
    NGINX_VTS,
    /** The ingress controller of Kubernetes. */
    INGRESS_NGINX,
    /** What Spring Boot counts itself. */
    MICROMETER;

    /** As users write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How we say who we are. Secrets are named here and never in it. */
  public sealed interface Credentials {
    /** Nobody. */
    record None() implements Credentials {}

    /** A token in a file, which is read anew for each question, since such tokens change. */
    record TokenFile(String path) implements Credentials {}

    /** A user and a password in variables of the environment. */
    record Basic(String userVariable, String passwordVariable) implements Credentials {}
  }

  public Metrics {
    if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        || url.getHost() == null
        || url.getUserInfo() != null
        || url.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "'%s' is no address of Prometheus: it is http:// or https://, with a host and without a password or a query"
              .formatted(url));
    }
    Map<Arm, SortedMap<String, String>> copy = new EnumMap<>(Arm.class);
    labels.forEach(
        (arm, each) -> {
          each.keySet().forEach(Metrics::checkLabel);
          copy.put(arm, Collections.unmodifiableSortedMap(new TreeMap<>(each)));
        });
    labels = Collections.unmodifiableMap(copy);
  }

  private static void checkLabel(String name) {
    if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
      throw new IllegalArgumentException("'%s' is no name of a label".formatted(name));
    }
  }

  /** The labels of an arm; none where none are said. */
  public SortedMap<String, String> labels(Arm arm) {
    return labels.getOrDefault(arm, Collections.emptySortedMap());
  }
}
