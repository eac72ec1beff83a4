package dev.msvc.cluster.router;

import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules of a route in a cluster as lines that can be compared: what they are for and where they
 * send it, without weights, which change all the time.
 */
public final class RouteLines {
  private RouteLines() {}

  /**
   * Those of some names, in the order in which they stand in the route.
   *
   * @param route an {@code HTTPRoute} or a {@code VirtualService}
   */
  public static String of(KubeObject route, Set<String> names) {
    boolean istio = route.kind().equals("VirtualService");
    StringBuilder text = new StringBuilder();
    for (Object rule : route.list("spec", istio ? "http" : "rules")) {
      String name = KubeObject.text(rule, "name");
      if (!names.contains(name)) {
        continue;
      }
      text.append("rule ").append(name).append('\n');
      lines(KubeObject.list(rule, istio ? "match" : "matches"), "for", text);
      List<Object> backends = new ArrayList<>();
      for (Object each : KubeObject.list(rule, istio ? "route" : "backendRefs")) {
        backends.add(without(each, "weight"));
      }
      lines(backends, "to", text);
    }
    return text.toString();
  }

  private static void lines(List<Object> parts, String word, StringBuilder text) {
    parts.stream()
        .map(each -> flat("", each))
        .map(each -> String.join(" ", each))
        .sorted()
        .forEach(each -> text.append("  ").append(word).append(' ').append(each).append('\n'));
  }

  private static Map<String, Object> without(Object part, String key) {
    Map<String, Object> map = new TreeMap<>(KubeObject.map(part));
    map.remove(key);
    return map;
  }

  /** What the server adds where nothing is said is nothing that somebody wrote. */
  private static boolean isDefault(String path, String value) {
    return (path.equals("group") && value.isEmpty())
        || (path.equals("kind") && value.equals("Service"))
        || (path.equals("headers.type") && value.equals("Exact"));
  }

  private static List<String> flat(String path, @Nullable Object part) {
    List<String> flat = new ArrayList<>();
    if (part instanceof Map<?, ?> map) {
      new TreeMap<>(KubeObject.map(map))
          .forEach(
              (key, value) -> flat.addAll(flat(path.isEmpty() ? key : path + "." + key, value)));
    } else if (part instanceof List<?> list) {
      list.forEach(each -> flat.addAll(flat(path, each)));
    } else if (!isDefault(path, String.valueOf(part))) {
      flat.add("%s=%s".formatted(path, part));
    }
    return flat;
  }
}
