package dev.msvc.model.yaml;

import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.ShiftRoute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the routes of a shift's plan. */
record ShiftRouteReader(MarkedFile file) {
  private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final List<String> METHODS =
      List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

  List<ShiftRoute> routes(MarkedYaml node) {
    List<ShiftRoute> routes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (MarkedYaml each :
        file.items(node, "routes", "routes: {prefix: /orders, methods: [GET]}")) {
      ShiftRoute route = route(each, ids);
      for (ShiftRoute other : routes) {
        if (overlaps(route, other)) {
          throw file.wrong(
              each,
              "the same requests are in line %d, too".formatted(other.line()),
              "name each request in one route: by path and methods");
        }
      }
      routes.add(route);
    }
    if (routes.isEmpty()) {
      throw file.wrong(node, "a shift without routes moves nothing", "name the first route");
    }
    return routes;
  }

  private static boolean overlaps(ShiftRoute one, ShiftRoute other) {
    if (!one.path().equals(other.path()) || one.exact() != other.exact()) {
      return false;
    }
    if (one.methods().isEmpty() || other.methods().isEmpty()) {
      return one.methods().isEmpty() == other.methods().isEmpty();
    }
    return one.methods().stream().anyMatch(other.methods()::contains);
  }

  private ShiftRoute route(MarkedYaml node, Set<String> ids) {
    Map<String, MarkedYaml> of =
        file.fields(node, "a route", List.of("name", "prefix", "path", "methods", "writes"));
    MarkedYaml prefix = of.get("prefix");
    MarkedYaml path = of.get("path");
    if ((prefix == null) == (path == null)) {
      throw file.wrong(
          node,
          "a route has either a prefix or a path",
          "write {prefix: /orders} or {path: /cart}");
    }
    MarkedYaml at = prefix == null ? path : prefix;
    String text = file.scalar(at == null ? node : at, "a path").text();
    SortedSet<String> methods = methods(of.get("methods"));
    MarkedYaml writes = of.get("writes");
    Optional<String> aggregate =
        writes == null ? Optional.empty() : Optional.of(file.scalar(writes, "writes").text());
    if (aggregate.isEmpty() && (methods.isEmpty() || !SAFE.containsAll(methods))) {
      throw file.wrong(
          node,
          "the route may change something, and does not say of which aggregate",
          "reads: methods: [GET, HEAD]; writes in a route of their own: writes: Order");
    }
    MarkedYaml named = of.get("name");
    String id =
        named == null ? id(text, aggregate.isPresent(), ids) : file.scalar(named, "name").text();
    if (!ids.add(id)) {
      throw file.wrong(node, "two routes are called '%s'".formatted(id), "call one otherwise");
    }
    try {
      Match match = new Match(text, path != null, methods, Optional.empty());
      return new ShiftRoute(
          id, match.path(), match.exact(), methods, aggregate, node.mark().line());
    } catch (IllegalArgumentException wrong) {
      throw file.wrong(
          at == null ? node : at, String.valueOf(wrong.getMessage()), "see docs/strangle.md");
    }
  }

  /** {@code /api/orders/} and writes: {@code api-orders-writes}. */
  private static String id(String path, boolean writes, Set<String> taken) {
    String plain =
        path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String base = (plain.isEmpty() ? "root" : plain) + (writes ? "-writes" : "");
    String shortened = base.length() > 40 ? base.substring(0, 40).replaceAll("-$", "") : base;
    String id = shortened;
    for (int i = 2; taken.contains(id); i++) {
      id = shortened + "-" + i;
    }
    return id;
  }

  private SortedSet<String> methods(@Nullable MarkedYaml node) {
    SortedSet<String> methods = new TreeSet<>();
    for (MarkedYaml each : file.items(node, "methods", "methods of HTTP: [GET, HEAD]")) {
      String method = file.scalar(each, "a method").text();
      if (!METHODS.contains(method)) {
        throw file.wrong(
            each,
            "'%s' is no method of HTTP".formatted(method),
            "there are " + String.join(", ", METHODS));
      }
      methods.add(method);
    }
    return methods;
  }
}
