package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** By which labels a workload finds its pods, as the API takes it. */
final class Selector {
  private Selector() {}

  /** Empty where it has none. */
  static String of(KubeObject workload) {
    Map<String, Object> selector = workload.map("spec", "selector");
    boolean flat =
        !selector.containsKey("matchLabels") && !selector.containsKey("matchExpressions");
    List<String> parts = new ArrayList<>();
    (flat ? selector : KubeObject.map(selector, "matchLabels"))
        .forEach((key, value) -> parts.add(key + "=" + value));
    for (Object each : KubeObject.list(selector, "matchExpressions")) {
      String key = KubeObject.text(each, "key");
      String values =
          String.join(",", KubeObject.list(each, "values").stream().map(String::valueOf).toList());
      parts.add(
          switch (KubeObject.text(each, "operator")) {
            case "Exists" -> key;
            case "DoesNotExist" -> "!" + key;
            default ->
                "%s %s (%s)"
                    .formatted(
                        key, KubeObject.text(each, "operator").toLowerCase(Locale.ROOT), values);
          });
    }
    return String.join(",", parts);
  }
}
