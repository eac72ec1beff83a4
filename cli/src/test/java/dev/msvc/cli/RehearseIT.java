package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal on a laptop, beside a shift that is under way. */
@Timeout(300)
class RehearseIT {
  @TempDir Path folder;

  private void plan(String router) throws IOException {
    Files.createDirectories(folder.resolve("strangle"));
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        schema: msvc/shift/v1
        router: %s
        monolith: http://127.0.0.1:1
        service: http://127.0.0.1:2
        routes:
        - {prefix: /orders, methods: [GET, HEAD]}
        - {prefix: /orders, methods: [POST, PUT, DELETE], writes: Order}
        canary: {header: X-Canary, value: orders}
        stages:
        - {canary: true, soak: 1d}
        - {weight: 20, soak: 7d}
        gates:
        - success-rate: {min: 99%%, requests: 50}
        """
            .formatted(router));
    // of a shift that somebody moves meanwhile
    Files.writeString(folder.resolve("strangle/orders.state.json"), "not to be read");
    Files.writeString(folder.resolve("strangle/orders.proxy.json"), "not to be read");
  }

  private Run strangle(String... args) {
    return strangle(Map.of(), args);
  }

  private Run strangle(Map<String, String> env, String... args) {
    List<String> all = new ArrayList<>(List.of("strangle"));
    all.addAll(List.of(args));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Terminal.NONE,
        env,
        Run.there(folder, all.toArray(String[]::new)));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path each : walk.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(each).toString(), Files.readString(each));
      }
    }
    return all;
  }

  private static List<String> asides() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.map(each -> String.valueOf(each.getFileName()))
          .filter(each -> each.startsWith("msvc-rehearsal-"))
          .sorted()
          .toList();
    }
  }

  /** What a rehearsal beside this one has goes with that. */
  private static void noneAsideBut(List<String> before) throws Exception {
    List<String> left = new ArrayList<>(asides());
    left.removeAll(before);
    for (int i = 0; i < 1200 && !left.isEmpty(); i++) {
      Thread.sleep(100);
      left.retainAll(asides());
    }
    assertThat(left).isEmpty();
  }

  @Test
  void beforeTheLocalProxyAllHoldsAndNothingOfTheRealShiftIsTouched() throws Exception {
    plan("{local: {listen: 127.0.0.1:1}}");
    Map<String, String> before = files(folder);
    List<String> asides = asides();

    Run run = strangle("rehearse", "orders", "-v");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("rehearsal of shift orders, before a local proxy at 127.0.0.1:")
        .containsPattern("P7 +killed anywhere: no stage skipped, no soak cut +held +\\d\\d")
        .containsPattern("P21 +after a rollback nothing reaches the service +held")
        .contains("P2   all else in a route stays as it is: about routes in a cluster")
        .contains(" 0 lost, 0 answered twice")
        .contains("gates were not asked: strangle start tries them")
        .doesNotContain("BROKEN");
    assertThat(run.out().lines().count()).isLessThanOrEqualTo(40);
    assertThat(run.err()).contains("killed at writes, attempt", "disturbed, attempt");
    assertThat(files(folder)).isEqualTo(before);
    noneAsideBut(asides);
  }

  @Test
  void forProgramsItIsAsItsSchemaSays() throws Exception {
    plan("{local: {}}");
    String text = Files.readString(folder.resolve("strangle/orders.yaml"));
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        text.replace("- {canary: true, soak: 1d}\n", "").replace("weight: 20", "weight: 100"));

    Run run = strangle("rehearse", "orders", "-o", "json");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(ServiceSchemaTest.accepts("rehearsal", run.out())).isTrue();
    assertThat(run.out())
        .contains("\"held\": true", "\"id\": \"P15\"", "\"result\": \"not-tried\"");
  }

  /** One stage, so that it takes seconds. */
  private void shortPlan(String router) throws IOException {
    plan(router);
    Path file = folder.resolve("strangle/orders.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("- {canary: true, soak: 1d}\n", "")
            .replace("canary: {header: X-Canary, value: orders}\n", "")
            .replace("weight: 20", "weight: 50"));
  }

  private static final String METRICS =
      "\nmetrics: {url: \"http://127.0.0.1:1\", source: istio, service: {app: orders}, monolith:"
          + " {app: shop}}";

  private Run withRealProgram(String name) throws Exception {
    Map<String, String> env = Map.of("PATH", System.getenv("PATH") + ":/usr/sbin");
    Assumptions.assumeTrue(
        Program.find(name, env) != null, "SKIPPED: there is no " + name + " on this machine");
    Map<String, String> before = files(folder);
    List<String> asides = asides();

    Run run = strangle(env, "rehearse", "orders");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsPattern("rehearsal of shift orders, before /.*/" + name + " at 127.0.0.1:")
        .contains(" 0 lost, 0 answered twice")
        .doesNotContain("stood for it");
    assertThat(files(folder)).isEqualTo(before);
    noneAsideBut(asides);
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    return run;
  }

  @Test
  void beforeARealHaproxyAllHoldsAndItIsGoneAfterwards() throws Exception {
    shortPlan("{haproxy: {socket: /run/none/admin.sock, listen: 127.0.0.1:1}}");

    withRealProgram("haproxy");
  }

  @Test
  void beforeARealNginxAllHoldsAndItIsGoneAfterwards() throws Exception {
    shortPlan(
        "{nginx: {include: /etc/nginx/none.conf, status: \"http://127.0.0.1:1/-/msvc/orders\"}}"
            + METRICS);

    withRealProgram("nginx");
  }

  @Test
  void whereTheRouterIsInAClusterALocalProxyStandsForItAndThatIsSaid() throws Exception {
    shortPlan("{gateway-api: {namespace: shop, route: shop}}" + METRICS);

    Run run = strangle("rehearse", "orders");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("before a local proxy at", "router is gateway-api: a local proxy stood for it");
  }
}
