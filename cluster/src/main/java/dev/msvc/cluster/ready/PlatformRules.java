package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import java.util.Set;

/** When that is ready which the platform does for pods. */
final class PlatformRules {
  private static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";

  private PlatformRules() {}

  static Readiness definition(KubeObject live) {
    Condition names = Condition.of(live, "NamesAccepted");
    if (names != null && names.isFalse()) {
      return Readiness.failed("its names are taken: " + names.said());
    }
    Condition established = Condition.of(live, "Established");
    if (established == null || names == null) {
      return Readiness.waiting("the API server does not serve it yet");
    }
    return established.isTrue() && names.isTrue()
        ? Readiness.ready("is served")
        : Readiness.waiting("is not served yet: " + established.said());
  }

  static Readiness namespace(KubeObject live) {
    String phase = live.text("status", "phase");
    return phase.equals("Active")
        ? Readiness.ready("is there")
        : Readiness.waiting(phase.isEmpty() ? "is being made" : "is " + phase);
  }

  static Readiness claim(KubeObject live, Set<String> lateClasses) {
    String phase = live.text("status", "phase");
    if (phase.equals("Bound")) {
      return Readiness.ready("has its volume");
    }
    if (phase.equals("Lost")) {
      return Readiness.failed("its volume " + live.text("spec", "volumeName") + " is gone");
    }
    String name = storageClass(live);
    if (lateClasses.contains(name)) {
      return live.annotation(SELECTED_NODE).isEmpty()
          ? Readiness.ready("gets its volume when the first pod uses it (class " + name + ")")
          : Readiness.waiting("the volume for its first pod is being made (class " + name + ")");
    }
    return Readiness.waiting(
        name.isEmpty()
            ? "has no volume: it names no storage class, and no volume that is there fits"
            : "has no volume yet (class " + name + ")");
  }

  /** That a claim names; empty for none. */
  static String storageClass(KubeObject claim) {
    String old = claim.annotation("volume.beta.kubernetes.io/storage-class");
    return old.isEmpty() ? claim.text("spec", "storageClassName") : old;
  }

  static Readiness service(KubeObject live) {
    if (!live.text("spec", "type").equals("LoadBalancer")) {
      return Readiness.ready("is there");
    }
    for (Object each : live.list("status", "loadBalancer", "ingress")) {
      String ip = KubeObject.text(each, "ip");
      String where = ip.isEmpty() ? KubeObject.text(each, "hostname") : ip;
      if (!where.isEmpty()) {
        return Readiness.ready("is reached at " + where);
      }
    }
    return live.list("spec", "externalIPs").isEmpty()
        ? Readiness.waiting("no load balancer has given it an address yet")
        : Readiness.ready("is reached at " + live.list("spec", "externalIPs").get(0));
  }

  static Readiness autoscaler(KubeObject live) {
    if (live.apiVersion().equals("autoscaling/v1")) {
      // this version keeps its conditions in an annotation that is written for machines
      return Readiness.ready("is there; its version autoscaling/v1 does not say more");
    }
    Condition able = Condition.of(live, "AbleToScale");
    if (able == null) {
      return Readiness.waiting("has not looked at what it scales yet");
    }
    if (!able.isTrue()) {
      return Readiness.waiting("cannot scale: " + able.said());
    }
    Condition active = Condition.of(live, "ScalingActive");
    if (active != null && active.isFalse()) {
      return Readiness.ready(
          active.reason().equals("ScalingDisabled")
              ? "can scale, and does not while what it scales has no pods"
              : "can scale, and does not yet: " + active.said());
    }
    return Readiness.ready("can scale");
  }

  static Readiness disruptionBudget(KubeObject live) {
    if (live.at("status", "observedGeneration") == null) {
      return Readiness.waiting("its controller has not seen it yet");
    }
    Condition allowed = Condition.of(live, "DisruptionAllowed");
    return allowed != null && allowed.reason().equals("SyncFailed")
        ? Readiness.ready("is there, and protects nothing yet: " + allowed.said())
        : Readiness.ready("is there");
  }
}
