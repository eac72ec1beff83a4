package dev.msvc.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.Target;
import dev.msvc.cluster.router.GatewayRouter;
import dev.msvc.cluster.router.IstioRouter;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A route of a shop in a cluster, by one of the two kinds of routes.
 *
 * @param kind as plans name it
 */
record RoutedShop(String kind, TestNamespace namespace, ApiServer api, Kinds kinds)
    implements AutoCloseable {
  static final List<String> OWNED = List.of("orders-canary", "orders", "orders-writes");

  private static final ObjectMapper JSON = new ObjectMapper();

  static RoutedShop at(String kind, TestNamespace namespace, String kubeconfig) {
    ApiServer api = ApiServer.at(new Target(kubeconfig, "", Map.of()));
    return new RoutedShop(kind, namespace, api, new Kinds(api));
  }

  static RoutedShop of(String kind, TestNamespace namespace) {
    return at(kind, namespace, namespace.cluster().kubeconfig());
  }

  boolean isGateway() {
    return kind.equals("gateway-api");
  }

  /** What kubectl calls such a route. */
  String resource() {
    return isGateway()
        ? "httproutes.gateway.networking.k8s.io"
        : "virtualservices.networking.istio.io";
  }

  /** The plan's text, with a router of that name. */
  String planText(String route, String metrics) {
    return """
    schema: msvc/shift/v1
    router: {%s: {namespace: %s, %s: %s}}
    monolith: http://shop:8080
    service: http://orders.%s.svc:8080
    routes:
    - {prefix: /orders, methods: [GET, HEAD]}
    - {prefix: /orders, methods: [POST], writes: Order}
    canary: {header: X-Canary, value: orders}
    stages:
    - {canary: true, soak: 1s}
    - {weight: 20, soak: 1s}
    - {weight: 100, soak: 1s}
    metrics:
      url: %s
      source: istio
      service: {destination_service_name: orders}
      monolith: {destination_service_name: shop}
    ungated: this is about routes
    tolerance: {window: 1s}
    """
        .formatted(
            kind,
            namespace.name(),
            isGateway() ? "route" : "virtual-service",
            route,
            namespace.name(),
            metrics);
  }

  ShiftPlan plan(String route) {
    return ShiftDocument.read(
        "orders", "strangle/orders.yaml", planText(route, "http://127.0.0.1:9090"));
  }

  Router router(String route) {
    return isGateway()
        ? new GatewayRouter(api, kinds, namespace.name(), route, plan(route))
        : new IstioRouter(api, kinds, namespace.name(), route, plan(route));
  }

  /** Applies as somebody else does. */
  void theirs(String manifests) throws Exception {
    Cluster.Ran ran =
        namespace
            .cluster()
            .fed(
                manifests,
                "kubectl",
                "--namespace",
                namespace.name(),
                "apply",
                "--server-side",
                "--field-manager=theirs",
                "-f",
                "-");
    if (ran.exitCode() != 0) {
      throw new AssertionError(ran.err() + manifests);
    }
  }

  ObjectNode live(String route) throws Exception {
    return (ObjectNode)
        JSON.readTree(
            namespace.out("get", resource(), route, "-o", "json", "--show-managed-fields"));
  }

  JsonNode rules(JsonNode route) {
    return route.at(isGateway() ? "/spec/rules" : "/spec/http");
  }

  JsonNode backends(JsonNode rule) {
    return rule.path(isGateway() ? "backendRefs" : "route");
  }

  /** The spec as text, without the weights of the two arms in owned rules. */
  String masked(String route) throws Exception {
    ObjectNode live = live(route);
    for (JsonNode rule : rules(live)) {
      if (OWNED.contains(rule.path("name").asText())) {
        for (JsonNode each : backends(rule)) {
          if (List.of("orders", "shop").contains(host(each))) {
            ((ObjectNode) each).put("weight", -1);
          }
        }
      }
    }
    return live.path("spec").toString() + labels(live);
  }

  private static String labels(JsonNode live) {
    return live.at("/metadata/labels").toString() + live.at("/metadata/annotations");
  }

  /** What other managers own, but for the list that has the weights, which is owned as a whole. */
  String ownedByOthers(String route) throws Exception {
    List<String> others = new ArrayList<>();
    for (JsonNode each : live(route).at("/metadata/managedFields")) {
      if (!each.path("manager").asText().equals("msvc-strangle")) {
        ((ObjectNode) each).remove("time");
        JsonNode spec = each.at("/fieldsV1/f:spec");
        if (spec instanceof ObjectNode fields) {
          fields.remove(isGateway() ? "f:rules" : "f:http");
        }
        others.add(each.toString());
      }
    }
    return String.join("\n", others);
  }

  /** Weight of the service in a rule of ours. */
  int weight(String route, String rule) throws Exception {
    for (JsonNode each : rules(live(route))) {
      if (each.path("name").asText().equals(rule)) {
        for (JsonNode backend : backends(each)) {
          if (host(backend).equals("orders")) {
            return backend.path("weight").asInt();
          }
        }
      }
    }
    throw new AssertionError(rule);
  }

  private String host(JsonNode backend) {
    String host =
        isGateway() ? backend.path("name").asText() : backend.at("/destination/host").asText();
    return host.replaceFirst("\\..*", "");
  }

  /** A route with the three rules, as a person would begin it. */
  String plain(String name) {
    return route(name, new Random(0), false);
  }

  /** One with much else in it. */
  String random(String name, Random random) {
    return route(name, random, true);
  }

  private String route(String name, Random random, boolean more) {
    ObjectNode route = JSON.createObjectNode();
    route.put(
        "apiVersion", isGateway() ? "gateway.networking.k8s.io/v1" : "networking.istio.io/v1");
    route.put("kind", isGateway() ? "HTTPRoute" : "VirtualService");
    route.putObject("metadata").put("name", name).putObject("labels").put("team", "shop");
    ObjectNode spec = route.putObject("spec");
    if (isGateway()) {
      spec.putArray("parentRefs").addObject().put("name", "edge");
      spec.putArray("hostnames").add("shop.example.com");
    } else {
      spec.putArray("hosts").add("shop.example.com");
    }
    ArrayNode rules = spec.putArray(isGateway() ? "rules" : "http");
    for (String each : OWNED) {
      while (more && random.nextBoolean() && rules.size() < 10) {
        foreign(rules.addObject(), random);
      }
      owned(rules.addObject().put("name", each), random, more);
    }
    if (more) {
      foreign(rules.addObject(), random);
    }
    return text(route) + "\n---\n";
  }

  private void owned(ObjectNode rule, Random random, boolean more) {
    match(rule, "/orders");
    List<ObjectNode> backends = new ArrayList<>();
    backends.add(backend("orders", 8080, 0));
    backends.add(
        backend(random.nextBoolean() || isGateway() ? "shop" : fullName("shop"), 8080, 100));
    if (more) {
      for (int i = random.nextInt(3); i > 0; i--) {
        backends.add(random.nextInt(backends.size() + 1), backend("third-" + i, 80, 0));
      }
      if (random.nextBoolean()) {
        backends.add(backends.remove(0));
      }
      extras(rule, backends.get(random.nextInt(backends.size())), random);
    }
    rule.putArray(isGateway() ? "backendRefs" : "route").addAll(backends);
  }

  private void foreign(ObjectNode rule, Random random) {
    if (random.nextBoolean()) {
      rule.put("name", "theirs-" + random.nextInt(1_000_000));
    }
    match(rule, "/theirs-" + random.nextInt(100));
    ObjectNode one = backend("orders", 8080, random.nextInt(100));
    extras(rule, one, random);
    rule.putArray(isGateway() ? "backendRefs" : "route")
        .add(one)
        .add(backend("shop", 8080, random.nextInt(100)));
  }

  private void match(ObjectNode rule, String path) {
    if (isGateway()) {
      rule.putArray("matches")
          .addObject()
          .putObject("path")
          .put("type", "PathPrefix")
          .put("value", path);
    } else {
      rule.putArray("match").addObject().putObject("uri").put("prefix", path);
    }
  }

  private void extras(ObjectNode rule, ObjectNode backend, Random random) {
    ObjectNode header = JSON.createObjectNode();
    if (isGateway()) {
      header.put("type", "RequestHeaderModifier");
      header
          .putObject("requestHeaderModifier")
          .putArray("set")
          .addObject()
          .put("name", "X-By")
          .put("value", "v" + random.nextInt(100));
      (random.nextBoolean() ? rule : backend).putArray("filters").add(header);
      rule.putObject("timeouts").put("request", (1 + random.nextInt(50)) + "s");
      return;
    }
    header.putObject("request").putObject("set").put("x-by", "v" + random.nextInt(100));
    (random.nextBoolean() ? rule : backend).set("headers", header);
    rule.put("timeout", (1 + random.nextInt(50)) + "s");
    rule.putObject("retries").put("attempts", random.nextInt(5)).put("retryOn", "5xx,reset");
    if (random.nextBoolean()) {
      rule.putObject("mirror").put("host", "shadow");
      rule.putObject("mirrorPercentage").put("value", 12.5);
    }
  }

  private ObjectNode backend(String host, int port, int weight) {
    ObjectNode backend = JSON.createObjectNode();
    if (isGateway()) {
      backend.put("name", host).put("port", port);
    } else {
      backend.putObject("destination").put("host", host).putObject("port").put("number", port);
    }
    return backend.put("weight", weight);
  }

  private String fullName(String service) {
    return "%s.%s.svc.cluster.local".formatted(service, namespace.name());
  }

  /** Services and pods of an arm, that run at once. */
  static String workload(String name, String tag, int replicas) {
    return Deployed.web(tag)
        .replaceAll("\\bweb\\b", name)
        .replace("port: 80,", "port: 8080,")
        .replace("replicas: 2", "replicas: " + replicas);
  }

  private static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** As a controller says it that has seen this generation. */
  void saysOfRoute(String route, String accepted, String resolved, long generation)
      throws Exception {
    String condition =
        "{\"type\":\"%s\",\"status\":\"%s\",\"reason\":\"Told\",\"message\":\"as the test"
            + " says\",\"observedGeneration\":%d,\"lastTransitionTime\":\"2026-01-01T00:00:00Z\"}";
    namespace.out(
        "patch",
        resource(),
        route,
        "--subresource=status",
        "--type=merge",
        "-p",
        "{\"status\":{\"parents\":[{\"parentRef\":{\"name\":\"edge\"},\"controllerName\":\"example.com/test\",\"conditions\":[%s,%s]}]}}"
            .formatted(
                condition.formatted("Accepted", accepted, generation),
                condition.formatted("ResolvedRefs", resolved, generation)));
  }

  /** Whether that is said of its generation. */
  boolean isAccepted(String route) throws Exception {
    JsonNode live = live(route);
    JsonNode said = live.at("/status/parents/0/conditions/0/observedGeneration");
    return said.asLong() == live.at("/metadata/generation").asLong();
  }

  long generation(String route) throws Exception {
    return live(route).at("/metadata/generation").asLong();
  }

  @Override
  public void close() {
    api.close();
  }
}
