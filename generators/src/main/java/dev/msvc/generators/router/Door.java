package dev.msvc.generators.router;

import java.util.List;

/**
 * Where clients ask a route of a cluster.
 *
 * @param parents its gateways, as {@code NAME} or {@code NAMESPACE/NAME}
 * @param hosts names by which clients ask
 */
public record Door(List<String> parents, List<String> hosts) {
  /** One of which nothing is said. */
  public static final Door UNSAID = new Door(List.of(), List.of());

  public Door {
    parents = List.copyOf(parents);
    hosts = List.copyOf(hosts);
  }

  /** A gateway; its namespace, where that is said. */
  public record Parent(String name, List<String> namespace) {}

  /** Its gateways. */
  public List<Parent> gateways() {
    return parents.stream()
        .map(
            each -> {
              int slash = each.indexOf('/');
              return new Parent(
                  each.substring(slash + 1),
                  slash < 0 ? List.of() : List.of(each.substring(0, slash)));
            })
        .toList();
  }
}
