package dev.msvc.cluster.deploy;

import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Two sets of pods side by side: the new ones are made under the other colour, and when they are
 * ready the Services switch to them. The old ones stay until the next deployment takes their
 * colour, so that the way back is another switch.
 *
 * <p>What is coloured: each Deployment that a Service selects, and what acts on it (autoscalers,
 * disruption budgets). All else is applied in place.
 *
 * @param manifests with the colour
 * @param switched Services that choose between the colours
 */
public record BlueGreen(List<Manifest> manifests, Set<ObjectKey> switched) {
  /** The label that tells the colours apart. */
  public static final String LABEL = "msvc.dev/colour";

  private static final String BLUE = "blue";
  private static final String GREEN = "green";

  /**
   * The colour that Services choose now; empty where they choose none, or not all the same.
   *
   * @param services as they are in the cluster
   */
  static String active(List<KubeObject> services) {
    Set<String> colours = new HashSet<>();
    services.forEach(each -> colours.add(each.text("spec", "selector", LABEL)));
    return colours.size() == 1 ? colours.iterator().next() : "";
  }

  /** The colour that is not this one. */
  static String other(String colour) {
    return colour.equals(BLUE) ? GREEN : BLUE;
  }

  /** The Services of coloured manifests that choose a colour. */
  public static Set<ObjectKey> switched(List<Manifest> coloured) {
    Set<ObjectKey> switched = new HashSet<>();
    for (Manifest each : coloured) {
      if (isService(each.object()) && !colour(each.object()).isEmpty()) {
        switched.add(each.key());
      }
    }
    return switched;
  }

  /**
   * The Services that leave the colours: until what they choose then is ready, they stay with the
   * colour that answers, as without one they choose all pods, those of an older colour too.
   */
  public static Set<ObjectKey> uncoloured(List<ObjectChange> changes) {
    Set<ObjectKey> switched = new HashSet<>();
    for (ObjectChange each : changes) {
      KubeObject before = each.before();
      Manifest manifest = each.manifest();
      if (before != null
          && manifest != null
          && isService(manifest.object())
          && !before.text("spec", "selector", LABEL).isEmpty()
          && manifest.object().text("spec", "selector", LABEL).isEmpty()) {
        switched.add(each.key());
      }
    }
    return switched;
  }

  /**
   * Whether what answers is what is asked for, so that nothing need switch. The least number of
   * pods does not count, as a switch raises it to what ran before.
   */
  public static boolean isCurrent(Change change) {
    return change.refusals().isEmpty()
        && change.objects().stream()
            .filter(each -> each.effect().changes())
            .allMatch(
                each ->
                    each.effect() == Effect.CHANGE
                        && each.key().kind().equals("HorizontalPodAutoscaler")
                        && each.fields().stream()
                            .allMatch(field -> field.path().equals("spec.minReplicas")));
  }

  /** The colour that a Service chooses, or that another object has; empty for none. */
  static String colour(KubeObject object) {
    String chosen = object.text("spec", "selector", LABEL);
    return chosen.isEmpty() ? object.label(LABEL) : chosen;
  }

  /** The Services that would choose between colours. */
  static List<ObjectKey> services(List<Manifest> manifests) {
    return manifests.stream()
        .filter(each -> isService(each.object()))
        .filter(each -> manifests.stream().anyMatch(other -> selects(each, other)))
        .map(Manifest::key)
        .toList();
  }

  /**
   * Colours what is asked for.
   *
   * @param pods how many a Deployment of that name has now, whatever its colour; 0 for none. As
   *     many are made at least, so that the switch does not halve what answers
   */
  static BlueGreen of(List<Manifest> manifests, String colour, ToLongFunction<ObjectKey> pods) {
    Map<ObjectKey, Manifest> coloured = new LinkedHashMap<>();
    Set<ObjectKey> switched = new HashSet<>(services(manifests));
    for (Manifest each : manifests) {
      boolean isSelected =
          manifests.stream()
              .anyMatch(service -> isService(service.object()) && selects(service, each));
      if (isSelected) {
        coloured.put(each.key(), each);
      }
    }
    List<Manifest> all = new ArrayList<>();
    for (Manifest each : manifests) {
      if (coloured.containsKey(each.key())) {
        all.add(each.with(deployment(each.object(), colour)));
      } else if (switched.contains(each.key())) {
        all.add(each.with(each.object().with(colour, "spec", "selector", LABEL)));
      } else {
        all.add(each.with(companion(each.object(), coloured, colour, pods)));
      }
    }
    return new BlueGreen(all, switched);
  }

  private static boolean isService(KubeObject object) {
    return object.kind().equals("Service")
        && object.group().isEmpty()
        && !object.map("spec", "selector").isEmpty();
  }

  private static boolean selects(Manifest service, Manifest workload) {
    return workload.object().kind().equals("Deployment")
        && workload.key().namespace().equals(service.key().namespace())
        && labels(workload.object())
            .entrySet()
            .containsAll(service.object().map("spec", "selector").entrySet());
  }

  private static Map<String, Object> labels(KubeObject deployment) {
    return deployment.map("spec", "template", "metadata", "labels");
  }

  private static KubeObject deployment(KubeObject object, String colour) {
    return named(object, colour)
        .with(colour, "spec", "selector", "matchLabels", LABEL)
        .with(colour, "spec", "template", "metadata", "labels", LABEL);
  }

  private static KubeObject named(KubeObject object, String colour) {
    return object
        .with(object.name() + "-" + colour, "metadata", "name")
        .with(colour, "metadata", "labels", LABEL);
  }

  /** What acts on a coloured Deployment, for that of this colour; all else as it is. */
  private static KubeObject companion(
      KubeObject object,
      Map<ObjectKey, Manifest> coloured,
      String colour,
      ToLongFunction<ObjectKey> pods) {
    Map<String, ObjectKey> names = new HashMap<>();
    for (ObjectKey each : coloured.keySet()) {
      if (each.namespace().equals(object.namespace())) {
        names.put(each.name(), each);
      }
    }
    for (String target : List.of("scaleTargetRef", "targetRef")) {
      String kind = object.text("spec", target, "kind");
      ObjectKey of = names.get(object.text("spec", target, "name"));
      if (of != null && (kind.isEmpty() || kind.equals("Deployment"))) {
        KubeObject named = named(object, colour);
        named = named.with(of.name() + "-" + colour, "spec", target, "name");
        return object.kind().equals("HorizontalPodAutoscaler")
            ? atLeast(named, pods.applyAsLong(of))
            : named;
      }
    }
    if (object.kind().equals("PodDisruptionBudget")) {
      for (Manifest each : coloured.values()) {
        Map<String, Object> selector = object.map("spec", "selector", "matchLabels");
        if (!selector.isEmpty()
            && each.key().namespace().equals(object.namespace())
            && labels(each.object()).entrySet().containsAll(selector.entrySet())) {
          return named(object, colour).with(colour, "spec", "selector", "matchLabels", LABEL);
        }
      }
    }
    return object;
  }

  private static KubeObject atLeast(KubeObject autoscaler, long pods) {
    long most = autoscaler.number(pods, "spec", "maxReplicas");
    long least = Math.max(autoscaler.number(1, "spec", "minReplicas"), Math.min(pods, most));
    return autoscaler.with(least, "spec", "minReplicas");
  }
}
