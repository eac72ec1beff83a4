package dev.msvc.cli;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.lease.Holder;
import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.cluster.proxy.ProxySetup;
import dev.msvc.cluster.router.GatewayRouter;
import dev.msvc.cluster.router.IstioRouter;
import dev.msvc.cluster.state.ClusterShiftStore;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ManifestFiles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A namespace that is there for a rehearsal alone: in it a route like that of the plan, with a rule
 * of somebody else, services with an endpoint each, journals and leases. It is deleted in the end.
 */
final class RehearsalNamespace implements AutoCloseable {
  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: %s, labels: {app.kubernetes.io/managed-by: msvc, msvc.dev/rehearsal: "%s"}}
      """;

  private static final String ARM =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: %1$s, namespace: %2$s}
      spec: {ports: [{name: http, port: 8080}]}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: %1$s-1, namespace: %2$s, labels: {kubernetes.io/service-name: %1$s}}
      addressType: IPv4
      ports: [{name: http, port: 8080}]
      endpoints: [{addresses: [192.0.2.1], conditions: {ready: true}}]
      """;

  /** By which whoever goes back bars a write that is on its way: ours. */
  private static final String FENCE = "msvc.dev/shift-fence";

  /** Rules of somebody else, below those that strangle route prints. */
  private static final Map<String, String> THEIRS =
      Map.of(
          "gateway-api",
          """
              - name: theirs
                matches: [{path: {type: Exact, value: /theirs}}]
                filters:
                - type: RequestHeaderModifier
                  requestHeaderModifier: {set: [{name: x-theirs, value: "1"}]}
                backendRefs: [{name: third, port: 80, weight: 7}, {name: monolith, port: 8080, weight: 3}]
          """,
          "istio",
          """
              - name: theirs
                match: [{uri: {exact: /theirs}}]
                timeout: 3s
                route:
                - {destination: {host: third}, weight: 70}
                - {destination: {host: monolith}, weight: 30}
          """);

  private final Invocation call;
  private final ClusterAccess access;
  private final String name;
  private final ShiftPlan plan;
  private final KubeObject namespace;
  private final AtomicLong holders = new AtomicLong();
  private final Thread atExit = new Thread(this::delete);

  private RehearsalNamespace(Invocation call, ClusterAccess access, String name, ShiftPlan plan) {
    this.call = call;
    this.access = access;
    this.name = name;
    this.plan = plan;
    this.namespace = make(NAMESPACE.formatted(name, plan.name()));
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Whether the user named a cluster for it, and none is taken that is only the current one. */
  static boolean isNamed(Invocation call) {
    return call.option("--context") != null || call.option("--kubeconfig") != null;
  }

  /**
   * Asks, and makes it.
   *
   * @throws UserError with exit code 2 where nobody says yes
   */
  static RehearsalNamespace make(Invocation call, ShiftPlan plan) {
    ClusterAccess access = ClusterAccess.of(call);
    try {
      String name = "msvc-rehearsal-" + ProxySetup.newToken().substring(0, 10);
      if (!call.has("-y")) {
        ask(call, name, access.api());
      }
      RehearsalNamespace made =
          new RehearsalNamespace(call, access, name, ThrowAway.in(plan, name));
      try {
        made.fill();
        return made;
      } catch (RuntimeException failed) {
        made.delete();
        throw failed;
      }
    } catch (RuntimeException failed) {
      access.close();
      throw failed;
    }
  }

  private static void ask(Invocation call, String name, ApiServer api) {
    String question =
        "make namespace %s at %s%s, rehearse in it, and delete it?"
            .formatted(
                name,
                api.address(),
                api.context().isEmpty() ? "" : " (context %s)".formatted(api.context()));
    if (!call.console().asks()) {
      throw new UserError(
          "nobody is there to be asked, and nothing was made",
          "say yes with -y: it would " + question.replace("?", ""),
          2);
    }
    if (!call.console().confirm(question)) {
      throw new UserError("nothing was made", "without --context it is rehearsed here alone", 2);
    }
  }

  private void fill() {
    make(ARM.formatted("monolith", name));
    make(ARM.formatted("service", name));
    for (PlannedFile each : RouterFiles.of(plan, "the rehearsal")) {
      make(each.text() + THEIRS.getOrDefault(plan.router().kind(), ""));
    }
  }

  private KubeObject make(String text) {
    KubeObject last = KubeObject.of("v1", "Namespace", "", name);
    try {
      for (Manifest each : ManifestFiles.read("the rehearsal", text)) {
        last = access.api().create(kind(each.object()), each.object());
      }
    } catch (ApiFailure refused) {
      throw refused.forUser();
    }
    return last;
  }

  private ResourceKind kind(KubeObject object) {
    ResourceKind kind = access.kinds().of(object);
    if (kind == null) {
      throw new UserError(
          "the cluster does not serve %s in %s".formatted(object.kind(), object.apiVersion()),
          "install it there, or rehearse without --context");
    }
    return kind;
  }

  /** The plan with this route. */
  ShiftPlan plan() {
    return plan;
  }

  String words() {
    return "%s in namespace %s at %s".formatted(key().kind(), name, access.api().address());
  }

  private ObjectKey key() {
    return plan.router().kind().equals("istio")
        ? new ObjectKey("networking.istio.io", "VirtualService", name, plan.name())
        : new ObjectKey("gateway.networking.k8s.io", "HTTPRoute", name, plan.name());
  }

  Router router() {
    ApiServer api = access.api();
    Kinds kinds = access.kinds();
    return plan.router().kind().equals("istio")
        ? new IstioRouter(api, kinds, name, plan.name(), plan)
        : new GatewayRouter(api, kinds, name, plan.name(), plan);
  }

  ClusterShiftStore store(int attempt) {
    return new ClusterShiftStore(access.api(), access.kinds(), name, "attempt-" + attempt);
  }

  /** Each time somebody else, as each process is. */
  Consumer<Runnable> alone(int attempt) {
    return action -> {
      Holder us = ClusterAccess.holder(call);
      Holder holder = new Holder(us.who(), holders.incrementAndGet(), us.space(), process -> true);
      try (LeaseLock lock =
          LeaseLock.take(
              access.api(),
              access.kinds(),
              ClusterShiftStore.leased(name, "attempt-" + attempt),
              holder,
              Clock.systemUTC())) {
        lock.check();
        action.run();
      }
    };
  }

  /** All of the route but weights of rules that are ours, and what the server counts. */
  String rest() {
    KubeObject route =
        access.api().get(kind(KubeObject.of(version(), key().kind(), name, plan.name())), key());
    if (route == null) {
      return "there is no route";
    }
    Set<String> ours = plan.rules().stream().map(Rule::id).collect(Collectors.toSet());
    String list = plan.router().kind().equals("istio") ? "http" : "rules";
    String arms = plan.router().kind().equals("istio") ? "route" : "backendRefs";
    List<Object> rules = new ArrayList<>();
    for (Object each : route.list("spec", list)) {
      rules.add(
          ours.contains(
                  KubeObject.text(each, "name").replace("msvc-%s-".formatted(plan.name()), ""))
              ? masked(each, arms)
              : each);
    }
    KubeObject unfenced = route.without("metadata", "annotations", FENCE);
    return String.valueOf(
        (unfenced.map("metadata", "annotations").isEmpty()
                ? unfenced.without("metadata", "annotations")
                : unfenced)
            .with(rules, "spec", list)
            .without("metadata", "resourceVersion")
            .without("metadata", "generation")
            .without("metadata", "managedFields")
            .content());
  }

  private String version() {
    return plan.router().kind().equals("istio")
        ? "networking.istio.io/v1"
        : "gateway.networking.k8s.io/v1";
  }

  private static Object masked(@Nullable Object rule, String arms) {
    Map<String, Object> masked = new LinkedHashMap<>(KubeObject.map(rule));
    List<Object> backends = new ArrayList<>();
    for (Object each : KubeObject.list(rule, arms)) {
      Map<String, Object> backend = new LinkedHashMap<>(KubeObject.map(each));
      backend.remove("weight");
      backends.add(backend);
    }
    masked.put(arms, backends);
    return masked;
  }

  private void delete() {
    try {
      ResourceKind kind = access.kinds().built("v1", "Namespace");
      access.api().delete(kind, namespace.key(), namespace.uid());
    } catch (ApiFailure away) {
      call.console()
          .say(
              "namespace %s could not be deleted: kubectl delete namespace %s"
                  .formatted(name, name));
    }
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // this process ends, and its hook did the same
      return;
    }
    access.close();
  }
}
