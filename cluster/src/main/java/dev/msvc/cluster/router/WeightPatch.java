package dev.msvc.cluster.router;

import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * New weights of a route, and nothing else of it, on condition of the version that was read.
 *
 * @param base as it was read
 * @param wanted as it is to be
 * @param operations of JSON Patch
 */
record WeightPatch(KubeObject base, KubeObject wanted, List<Map<String, Object>> operations) {
  /**
   * Where no weight changes, a version has to move all the same, or a writer who looked before this
   * one would still be let through. An annotation moves it, and no rule.
   */
  static final String FENCE = "msvc.dev/shift-fence";

  private static final String VERSION = "/metadata/resourceVersion";

  static WeightPatch of(KubeObject base, List<OwnedRule> rules, Weights weights) {
    List<Map<String, Object>> operations = new ArrayList<>();
    operations.add(operation("test", VERSION, base.resourceVersion()));
    // with it the server compares once more when it stores
    operations.add(operation("replace", VERSION, base.resourceVersion()));
    KubeObject wanted = base;
    for (OwnedRule each : rules) {
      int service = weights.of(each.id(), Arm.SERVICE);
      if (service != each.weight() || !each.oddity().isEmpty()) {
        // 'add' replaces, and is right where a weight of 0 is left out
        operations.add(operation("add", each.servicePath(), service));
        operations.add(operation("add", each.monolithPath(), 100 - service));
        wanted = replaced(wanted, each.servicePath(), service);
        wanted = replaced(wanted, each.monolithPath(), 100 - service);
      }
    }
    if (wanted.equals(base)) {
      wanted = wanted.with(base.resourceVersion(), "metadata", "annotations", FENCE);
      operations.add(
          operation("add", "/metadata/annotations", wanted.map("metadata", "annotations")));
    }
    return new WeightPatch(base, wanted, List.copyOf(operations));
  }

  String version() {
    return base.resourceVersion();
  }

  /** Whether it was written, once: a spec that changes twice has another generation. */
  boolean isDoneIn(KubeObject live) {
    long steps = Objects.equals(base.at("spec"), wanted.at("spec")) ? 0 : 1;
    return same(wanted, live) && generation(live) == generation(base) + steps;
  }

  /** Whether nothing moved but what controllers say of it. */
  boolean isStillFor(KubeObject live) {
    return same(base, live) && generation(live) == generation(base);
  }

  /** The same on a later version. */
  WeightPatch on(KubeObject live) {
    List<Map<String, Object>> later = new ArrayList<>(operations);
    later.set(0, operation("test", VERSION, live.resourceVersion()));
    later.set(1, operation("replace", VERSION, live.resourceVersion()));
    return new WeightPatch(live, wanted, List.copyOf(later));
  }

  private static boolean same(KubeObject one, KubeObject other) {
    return one.uid().equals(other.uid()) && stable(one).equals(stable(other));
  }

  private static KubeObject stable(KubeObject object) {
    return object
        .without("status")
        .without("metadata", "resourceVersion")
        .without("metadata", "generation")
        .without("metadata", "managedFields");
  }

  private static long generation(KubeObject object) {
    return object.number(0, "metadata", "generation");
  }

  private static Map<String, Object> operation(String op, String path, Object value) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("op", op);
    operation.put("path", path);
    operation.put("value", value);
    return operation;
  }

  private static KubeObject replaced(KubeObject object, String pointer, int value) {
    String[] path = pointer.substring(1).split("/");
    return new KubeObject(KubeObject.map(replaced(object.content(), path, 0, value)));
  }

  private static Object replaced(Object part, String[] path, int from, int value) {
    if (from == path.length) {
      return value;
    }
    if (part instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      int index = Integer.parseInt(path[from]);
      copy.set(index, replaced(copy.get(index), path, from + 1, value));
      return copy;
    }
    Map<String, Object> copy = KubeObject.map(part);
    copy.put(path[from], replaced(copy.getOrDefault(path[from], 0), path, from + 1, value));
    return copy;
  }
}
