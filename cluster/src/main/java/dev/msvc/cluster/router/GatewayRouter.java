package dev.msvc.cluster.router;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.shift.ShiftPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@code HTTPRoute} of the Gateway API, whoever serves it. */
public final class GatewayRouter extends SharedRoute {
  static final String GROUP = "gateway.networking.k8s.io";
  static final Shape SHAPE = new Shape("rules", "backendRefs", GatewayRouter::backend, 1);

  /** Conditions that a gateway says of a route. */
  private static final List<String> CONDITIONS = List.of("Accepted", "ResolvedRefs");

  /** Of a route that is there. */
  public GatewayRouter(ApiServer api, Kinds kinds, String namespace, String route, ShiftPlan plan) {
    super(
        api,
        kinds,
        GROUP + "/v1",
        new ObjectKey(GROUP, "HTTPRoute", namespace, route),
        plan,
        SHAPE);
  }

  private static Backend backend(Object ref, String beside) {
    String kind = KubeObject.text(ref, "kind");
    String name = KubeObject.text(ref, "name");
    String namespace = KubeObject.text(ref, "namespace");
    int port = (int) KubeObject.number(ref, 0, "port");
    boolean service =
        KubeObject.text(ref, "group").isEmpty() && (kind.isEmpty() || kind.equals("Service"));
    return service
        ? Backend.service(namespace.isEmpty() ? beside : namespace, name, port)
        : Backend.host(kind.equals("Hostname") ? name : kind + "/" + name, port);
  }

  @Override
  String objection(KubeObject route) {
    for (Object asked : route.list("spec", "parentRefs")) {
      if (answers(route, asked).isEmpty()) {
        return "%s says nothing of it".formatted(parent(asked));
      }
    }
    List<Object> parents = route.list("status", "parents");
    if (parents.isEmpty()) {
      return "no gateway says anything of it";
    }
    long generation = route.number(0, "metadata", "generation");
    for (Object each : parents) {
      for (String type : CONDITIONS) {
        String why = objection(each, type, generation);
        if (!why.isEmpty()) {
          return why;
        }
      }
    }
    return "";
  }

  private static String objection(Object answer, String type, long generation) {
    String who = parent(KubeObject.at(answer, "parentRef"));
    for (Object each : KubeObject.list(answer, "conditions")) {
      if (KubeObject.text(each, "type").equals(type)) {
        long seen = KubeObject.number(each, 0, "observedGeneration");
        if (seen != generation) {
          return "%s says %s of generation %d, and it is %d".formatted(who, type, seen, generation);
        }
        return KubeObject.text(each, "status").equals("True")
            ? ""
            : "%s: %s is %s (%s): %s"
                .formatted(
                    who,
                    type,
                    KubeObject.text(each, "status"),
                    KubeObject.text(each, "reason"),
                    KubeObject.text(each, "message"));
      }
    }
    return "%s does not say %s".formatted(who, type);
  }

  private static List<Object> answers(KubeObject route, Object asked) {
    return route.list("status", "parents").stream()
        .filter(each -> isOf(KubeObject.at(each, "parentRef"), asked, route.namespace()))
        .toList();
  }

  /** What the answer leaves out is what it is by default. */
  private static boolean isOf(@Nullable Object answered, Object asked, String beside) {
    for (String field : List.of("name", "sectionName", "port")) {
      if (!KubeObject.text(answered, field).equals(KubeObject.text(asked, field))) {
        return false;
      }
    }
    return otherwise(answered, "namespace", beside).equals(otherwise(asked, "namespace", beside))
        && otherwise(answered, "kind", "Gateway").equals(otherwise(asked, "kind", "Gateway"));
  }

  private static String otherwise(@Nullable Object part, String field, String value) {
    String said = KubeObject.text(part, field);
    return said.isEmpty() ? value : said;
  }

  private static String parent(@Nullable Object ref) {
    return otherwise(ref, "kind", "Gateway") + "/" + KubeObject.text(ref, "name");
  }
}
