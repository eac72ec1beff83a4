package dev.msvc.cluster.router;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.ManifestEdit;
import dev.msvc.model.yaml.ManifestFiles;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A route as a file says it that others bring into the cluster: its weights, and nothing else. */
public final class RouteText {
  /** Of a template; an object may have them in its texts. */
  private static final String BRACES = "{{";

  private final ObjectKey key;
  private final OwnedRules rules;

  private RouteText(ObjectKey key, OwnedRules rules) {
    this.key = key;
    this.rules = rules;
  }

  /**
   * That of a plan whose router is in a cluster.
   *
   * @param namespace in which the route is live; a file may leave it out
   */
  public static RouteText of(ShiftPlan plan, String namespace) {
    boolean istio = plan.router().kind().equals("istio");
    String name = String.valueOf(plan.router().settings().get(istio ? "virtual-service" : "route"));
    ObjectKey key =
        istio
            ? new ObjectKey(IstioRouter.GROUP, "VirtualService", namespace, name)
            : new ObjectKey(GatewayRouter.GROUP, "HTTPRoute", namespace, name);
    return new RouteText(
        key, new OwnedRules(plan, key, istio ? IstioRouter.SHAPE : GatewayRouter.SHAPE));
  }

  /**
   * The weights that a file says.
   *
   * @param file as messages name it
   * @throws UserError where the route is not in it, or not as the plan takes it to be
   */
  public Weights weights(String file, String text) {
    Weights weights = Weights.none(List.of());
    for (OwnedRule each : owned(file, text, found(file, text).object())) {
      weights = weights.with(each.id(), each.weight());
    }
    return weights;
  }

  /**
   * The same file with other weights; all else stays byte for byte.
   *
   * @throws UserError where one of them cannot be set where it stands
   */
  public String with(String file, String text, Weights weights) {
    Manifest manifest = found(file, text);
    SortedMap<String, Integer> numbers = new TreeMap<>();
    List<OwnedRule> owned = owned(file, text, manifest.object());
    for (OwnedRule each : owned) {
      int service = weights.of(each.id(), Arm.SERVICE);
      if (service != each.weight()) {
        numbers.put(each.servicePath(), service);
        numbers.put(each.monolithPath(), 100 - service);
      }
    }
    if (numbers.isEmpty()) {
      return text;
    }
    String edited = ManifestEdit.with(file, text, manifest, numbers);
    // read again, to see that it means what it should
    KubeObject wanted = WeightPatch.of(manifest.object(), owned, weights).wanted();
    if (!found(file, edited).object().equals(wanted)) {
      throw new UserError(
          "%s: the weights cannot be set there without changing more".formatted(manifest.place()),
          "write the rule without anchors and merges");
    }
    return edited;
  }

  private List<OwnedRule> owned(String file, String text, KubeObject route) {
    try {
      return rules.of(route);
    } catch (UserError wrong) {
      throw text.contains(BRACES)
          ? template(file)
          : new UserError(
              "%s: %s".formatted(file, wrong.message()), wrong.hint(), wrong.exitCode());
    }
  }

  private Manifest found(String file, String text) {
    List<Manifest> all = read(file, text);
    List<Manifest> found = all.stream().filter(each -> isIt(each.object())).toList();
    if (found.size() != 1) {
      throw new UserError(
          found.isEmpty()
              ? "%s has no %s%s".formatted(file, key, there(all))
              : "%s has %s twice".formatted(file, key),
          "git: {path: ...} is the file that has the route itself, as it is applied; a"
              + " kustomization or a patch cannot be edited");
    }
    return found.get(0);
  }

  private static String there(List<Manifest> all) {
    return all.isEmpty()
        ? ", and nothing else"
        : ", but "
            + String.join(", ", all.stream().limit(5).map(each -> each.key().toString()).toList());
  }

  /** What applies a file says the namespace where the file does not. */
  private boolean isIt(KubeObject object) {
    return object.group().equals(key.group())
        && object.kind().equals(key.kind())
        && object.name().equals(key.name())
        && (object.namespace().isEmpty() || object.namespace().equals(key.namespace()));
  }

  private static List<Manifest> read(String file, String text) {
    try {
      return ManifestFiles.read(file, text);
    } catch (UserError wrong) {
      if (text.contains(BRACES)) {
        throw template(file);
      }
      throw new UserError(
          wrong.message(),
          "git: {path: ...} is a file of whole objects, as they are applied; a kustomization or a"
              + " patch of one cannot be edited",
          wrong.exitCode());
    }
  }

  private static UserError template(String file) {
    return new UserError(
        file + " is a template of Helm, and a step cannot be written into it",
        "keep the route in a file of its own, as it is applied, outside of the chart; or let the"
            + " shift write weights itself, without git:, and have the sync ignore them");
  }
}
