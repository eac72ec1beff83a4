package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When ways into the cluster are open, by the Gateway API. */
final class RouteRules {
  private static final String GROUP = "gateway.networking.k8s.io";

  private RouteRules() {}

  static Readiness gateway(KubeObject live) {
    for (String type : new String[] {"Accepted", "Programmed"}) {
      Readiness readiness = Rules.by(live, type, Condition.of(live, type));
      if (!readiness.isReady()) {
        return readiness;
      }
    }
    List<String> broken = new ArrayList<>();
    for (Object listener : live.list("status", "listeners")) {
      Condition refs = Condition.of(KubeObject.list(listener, "conditions"), "ResolvedRefs");
      if (refs != null && refs.isFalse()) {
        broken.add("listener " + KubeObject.text(listener, "name") + ": " + refs.said());
      }
    }
    return Readiness.ready(
        broken.isEmpty() ? "is open" : "is open, but for " + String.join("; ", broken));
  }

  static Readiness route(KubeObject live) {
    List<Object> parents = live.list("spec", "parentRefs");
    if (parents.isEmpty()) {
      return Readiness.ready("is there, and belongs to no gateway");
    }
    for (Object parent : parents) {
      Readiness below = below(live, parent);
      if (!below.isReady()) {
        return below;
      }
    }
    return Readiness.ready(
        "is taken up by "
            + String.join(", ", parents.stream().map(each -> named(live, each)).toList()));
  }

  /** Below one parent: one controller that takes it is enough. */
  private static Readiness below(KubeObject live, Object parent) {
    Readiness best = null;
    for (Object entry : live.list("status", "parents")) {
      if (same(live, parent, KubeObject.at(entry, "parentRef"))) {
        Readiness said = said(live, named(live, parent), KubeObject.list(entry, "conditions"));
        best = best == null || said.isReady() ? said : best;
      }
    }
    return best != null
        ? best
        : Readiness.waiting("no controller has accepted it for " + named(live, parent));
  }

  private static Readiness said(KubeObject live, String parent, List<Object> conditions) {
    Condition accepted = Condition.of(conditions, "Accepted");
    Condition resolved = Condition.of(conditions, "ResolvedRefs");
    if (accepted == null) {
      return Readiness.waiting("no controller has accepted it for " + parent);
    }
    if (accepted.olderThan(live) || (resolved != null && resolved.olderThan(live))) {
      return Readiness.waiting("the controller of " + parent + " has not seen the change yet");
    }
    if (!accepted.isTrue()) {
      return Readiness.waiting("%s does not accept it: %s".formatted(parent, accepted.said()));
    }
    if (resolved == null || !resolved.isTrue()) {
      return Readiness.waiting(
          "what it names is not found: "
              + (resolved == null ? "nothing is said yet" : resolved.said()));
    }
    return Readiness.ready("is taken up by " + parent);
  }

  private static boolean same(KubeObject live, Object wanted, @Nullable Object told) {
    return or(wanted, "group", GROUP).equals(or(told, "group", GROUP))
        && or(wanted, "kind", "Gateway").equals(or(told, "kind", "Gateway"))
        && or(wanted, "namespace", live.namespace()).equals(or(told, "namespace", live.namespace()))
        && or(wanted, "name", "").equals(or(told, "name", ""))
        && or(wanted, "sectionName", "").equals(or(told, "sectionName", ""))
        && or(wanted, "port", "").equals(or(told, "port", ""));
  }

  private static String or(@Nullable Object part, String key, String otherwise) {
    String found = KubeObject.text(part, key);
    return found.isEmpty() && KubeObject.at(part, key) == null ? otherwise : found;
  }

  private static String named(KubeObject live, Object parent) {
    String section = or(parent, "sectionName", "");
    String namespace = or(parent, "namespace", live.namespace());
    return or(parent, "kind", "Gateway")
        + "/"
        + or(parent, "name", "")
        + (section.isEmpty() ? "" : " (" + section + ")")
        + (namespace.equals(live.namespace()) ? "" : " in " + namespace);
  }
}
