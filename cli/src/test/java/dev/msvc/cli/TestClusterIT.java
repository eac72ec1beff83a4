package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code test-cluster/up} and {@code down}, beside the cluster of the other tests. */
@ExtendWith(TestCluster.class)
class TestClusterIT {
  @TempDir Path folder;

  @Test
  void itComesUpAgainAfterAKillAndGoesDownWithTheProcessThatItIsFor(Cluster other)
      throws Exception {
    String dir = folder.resolve("a cluster").toString();
    Process owner = new ProcessBuilder("sleep", "900").start();
    String[] up = {"--dir", dir, "--while", String.valueOf(owner.pid())};
    try {
      Cluster.Ran first = Cluster.script("up", up);
      assertThat(first.exitCode()).as(first.err()).isZero();
      assertThat(Cluster.script("up", up).out()).isEqualTo(first.out());
      assertThat(listeners(Path.of(dir))).doesNotContainAnyElementsOf(listeners(folderOf(other)));

      for (long pid : processes(Path.of(dir))) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      Cluster.Ran again = Cluster.script("up", up);
      assertThat(again.exitCode()).as(again.err()).isZero();
      List<Long> started = processes(Path.of(dir));
      assertThat(started).hasSizeGreaterThan(4).allMatch(TestClusterIT::runs);

      owner.destroyForcibly().waitFor();
      for (int i = 0; i < 900 && started.stream().anyMatch(TestClusterIT::runs); i++) {
        Thread.sleep(100);
      }
      assertThat(Path.of(dir)).doesNotExist();
      assertThat(started).noneMatch(TestClusterIT::runs);
    } finally {
      owner.destroyForcibly();
      Cluster.script("down", "--dir", dir);
    }
  }

  /** What a test does that is killed. */
  static final class Owner {
    public static void main(String[] args) throws Exception {
      Cluster.started(Path.of(args[0]));
      Thread.sleep(900_000);
    }
  }

  @Test
  void nothingStaysOfAProcessThatIsKilledWhileItStartsOne(Cluster other) throws Exception {
    Path dir = folder.resolve("cluster");
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                dir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await(() -> Files.exists(dir.resolve("etcd.pid")) || !owner.isAlive());
      assertThat(owner.isAlive()).isTrue();
      assertThat(withIn(dir)).isNotEmpty();

      owner.destroyForcibly().waitFor();

      await(() -> !Files.exists(dir) && withIn(dir).isEmpty());
      assertThat(dir).doesNotExist();
      assertThat(withIn(dir)).isEmpty();
    } finally {
      owner.destroyForcibly();
      Cluster.script("down", "--dir", dir.toString());
    }
  }

  @Test
  void aFolderOfSomebodyElseIsLeftAlone(Cluster other) throws Exception {
    Files.writeString(folder.resolve("mine"), "mine");

    assertThat(Cluster.script("up", "--dir", folder.toString()).exitCode()).isEqualTo(3);
    assertThat(Cluster.script("down", "--dir", folder.toString()).exitCode()).isEqualTo(3);
    assertThat(folder.resolve("mine")).hasContent("mine");
  }

  private static void await(BooleanSupplier over) throws InterruptedException {
    for (int i = 0; i < 1800 && !over.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
  }

  /** Processes, but this one, whose command names a folder. */
  private static List<ProcessHandle> withIn(Path dir) {
    return ProcessHandle.allProcesses()
        .filter(each -> each.pid() != ProcessHandle.current().pid())
        .filter(each -> each.info().commandLine().orElse("").contains(dir.toString()))
        .toList();
  }

  private static Path folderOf(Cluster cluster) {
    return Path.of(cluster.kubeconfig()).getParent();
  }

  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static List<Long> processes(Path dir) throws Exception {
    try (Stream<Path> files = Files.list(dir)) {
      List<Path> all = files.filter(each -> each.toString().endsWith(".pid")).toList();
      List<Long> pids = new java.util.ArrayList<>();
      for (Path each : all) {
        pids.add(Long.parseLong(Files.readString(each).strip()));
      }
      return pids;
    }
  }

  /** The address of the API server, as the kubeconfig says. */
  private static List<String> listeners(Path dir) throws Exception {
    Path kubeconfig = dir.resolve("kubeconfig");
    if (!Files.exists(kubeconfig)) {
      return List.of();
    }
    return Files.readString(kubeconfig)
        .lines()
        .filter(each -> each.contains("server:"))
        .map(each -> each.replaceAll(".*server: \"([^\"]*)\".*", "$1"))
        .toList();
  }
}
