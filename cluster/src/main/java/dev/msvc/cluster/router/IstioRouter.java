package dev.msvc.cluster.router;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.shift.ShiftPlan;

/** A {@code VirtualService} of Istio. */
public final class IstioRouter extends SharedRoute {
  static final String GROUP = "networking.istio.io";

  /** One weight of several that is left out is 0; where there is one destination, it has no arm. */
  static final Shape SHAPE = new Shape("http", "route", IstioRouter::backend, 0);

  /** Of a virtual service that is there. */
  public IstioRouter(
      ApiServer api, Kinds kinds, String namespace, String virtualService, ShiftPlan plan) {
    super(
        api,
        kinds,
        GROUP + "/v1",
        new ObjectKey(GROUP, "VirtualService", namespace, virtualService),
        plan,
        SHAPE);
  }

  private static Backend backend(Object route, String beside) {
    return Backend.inMesh(
        KubeObject.text(route, "destination", "host"),
        beside,
        (int) KubeObject.number(route, 0, "destination", "port", "number"),
        KubeObject.text(route, "destination", "subset"));
  }

  /** Istio need not say anything; what it says counts. */
  @Override
  String objection(KubeObject route) {
    long generation = route.number(0, "metadata", "generation");
    String seen = route.text("status", "observedGeneration");
    // a number of 64 bits, which Istio writes as text
    if (seen.matches("\\d{1,18}")
        && Long.parseLong(seen) != 0
        && Long.parseLong(seen) != generation) {
      return "Istio speaks of generation %s, and it is %d".formatted(seen, generation);
    }
    for (Object each : route.list("status", "conditions")) {
      if (KubeObject.text(each, "status").equals("False")) {
        return "%s is False (%s): %s"
            .formatted(
                KubeObject.text(each, "type"),
                KubeObject.text(each, "reason"),
                KubeObject.text(each, "message"));
      }
    }
    for (Object each : route.list("status", "validationMessages")) {
      if (KubeObject.text(each, "level").equals("ERROR")) {
        return "Istio finds an error: %s %s"
            .formatted(
                KubeObject.text(each, "type", "code"), KubeObject.text(each, "type", "name"));
      }
    }
    return "";
  }
}
