package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A namespace that one test has for itself. After it, the namespace goes with all that is in it,
 * and so does what belongs to no namespace and has the label {@link #LABEL} with its name as the
 * value. Nobody waits for that: the next test has another name.
 */
record TestNamespace(Cluster cluster, String name) implements AutoCloseable {
  /** On what belongs to no namespace. */
  static final String LABEL = "test-cluster/of";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int SECONDS = 60;

  static TestNamespace fresh(Cluster cluster) throws Exception {
    // two processes may use one cluster, and one may have been killed
    String name =
        "test-%d-%s-%d"
            .formatted(
                COUNT.incrementAndGet(),
                Long.toString(System.currentTimeMillis(), Character.MAX_RADIX),
                ProcessHandle.current().pid());
    cluster.out("kubectl", "create", "namespace", name);
    return new TestNamespace(cluster, name);
  }

  /** Runs kubectl in it. */
  Cluster.Ran kubectl(String... arguments) throws Exception {
    return cluster.run(command(arguments));
  }

  /** What a kubectl that must succeed prints. */
  String out(String... arguments) throws Exception {
    return cluster.out(command(arguments));
  }

  /** Applies manifests. */
  void apply(String manifests) throws Exception {
    Cluster.Ran ran = cluster.fed(manifests, command("apply", "-f", "-"));
    assertThat(ran.exitCode()).as(ran.err()).isZero();
  }

  /** What kubectl prints when that is as it is to be, which it must be within a minute. */
  String soon(Predicate<String> right, String... arguments) throws Exception {
    return within(ran -> ran.exitCode() == 0 && right.test(ran.out()), arguments).out();
  }

  /** Waits until kubectl is refused with these words, which it must be within a minute. */
  void soonRefused(String words, String... arguments) throws Exception {
    within(ran -> ran.exitCode() != 0 && ran.err().contains(words), arguments);
  }

  /**
   * Waits until so many endpoints of a Service are ready: the controller of slices says it later
   * than the workload does.
   */
  void soonReady(String service, int count) throws Exception {
    soon(
        out -> out.lines().filter("true"::equals).count() == count,
        "get",
        "endpointslices",
        "-l",
        "kubernetes.io/service-name=" + service,
        "-o",
        "jsonpath={range .items[*].endpoints[*]}{.conditions.ready}{\"\\n\"}{end}");
  }

  private Cluster.Ran within(Predicate<Cluster.Ran> right, String... arguments) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      Cluster.Ran ran = kubectl(arguments);
      if (right.test(ran)) {
        return ran;
      }
      assertThat(System.nanoTime())
          .as("after %d s: %s\n%s%s", SECONDS, String.join(" ", arguments), ran.out(), ran.err())
          .isLessThan(end);
      Thread.sleep(100);
    }
  }

  @Override
  public void close() throws Exception {
    cluster.run(
        "kubectl", "delete", "namespace", name, "--wait=false", "--ignore-not-found", "--now");
    cluster.run(
        "kubectl",
        "delete",
        "crds,clusterroles,clusterrolebindings,persistentvolumes,storageclasses,namespaces,"
            + "validatingwebhookconfigurations,mutatingwebhookconfigurations",
        "--selector",
        LABEL + "=" + name,
        "--wait=false",
        "--ignore-not-found");
  }

  private String[] command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("kubectl", "--namespace", name));
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }
}
