package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.msvc.cluster.proxy.LocalProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/msvc} of the built distribution. */
class LauncherIT {
  private static final Path DISTRIBUTION = Path.of("target/msvc").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  @TempDir Path machine;

  @Test
  void findsItsOwnFolderThroughSymbolicLinks() throws Exception {
    Path share = copyOfTheDistribution("a folder with spaces");
    Path bin = Files.createDirectories(machine.resolve("there/bin"));
    Files.createSymbolicLink(bin.resolve("first"), bin.relativize(share.resolve("bin/msvc")));
    Files.createSymbolicLink(machine.resolve("second"), bin.resolve("first"));

    Shell.Ran run = shell(Map.of("MSVC_JAVA", JAVA)).run(machine.resolve("second"), "version");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("msvc ");
  }

  @Test
  void becomesTheJvmSoThatSignalsReachIt() throws Exception {
    Path home = machine.resolve("jdk");
    Shell.jdk(home, "17.0.1");
    Shell.script(home.resolve("bin/java"), "echo $$", "exit 7");

    Shell.Ran run = shell(Map.of("MSVC_JAVA", home + "/bin/java")).run(msvc(), "version");

    assertThat(run.out()).isEqualTo(run.pid() + "\n");
    assertThat(run.exitCode()).isEqualTo(7);
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    Shell.Ran run = shell(Map.of()).run(msvc(), "version");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err())
        .startsWith("error: msvc needs Java 17 or later\nhint:  install a JDK (")
        .contains("MSVC_JAVA=/path/to/bin/java msvc");
  }

  @Test
  void anOldJavaIsNamedWithItsRelease() throws Exception {
    Path home = machine.resolve("jdk8");
    Shell.jdk(home, "1.8.0_392");

    Shell.Ran run = shell(Map.of("JAVA_HOME", home.toString())).run(msvc(), "version");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err())
        .startsWith(
            "error: msvc needs Java 17 or later; found:\n       " + home + "/bin/java is 8\n");
  }

  @Test
  void anOldJavaHomeDoesNotHideANewerJavaOnPath() throws Exception {
    Path old = machine.resolve("jdk8");
    Shell.jdk(old, "1.8.0_392");
    Path recent = machine.resolve("jdk21");
    Shell.jdk(recent, "21");
    Shell.script(recent.resolve("bin/java"), "echo the recent one");
    Shell shell = shell(Map.of("JAVA_HOME", old.toString()));
    Files.createSymbolicLink(machine.resolve("bin/java"), recent.resolve("bin/java"));

    assertThat(shell.run(msvc(), "version").out()).isEqualTo("the recent one\n");
  }

  @Test
  void optionsReachTheJvm() throws Exception {
    Shell.Ran run =
        shell(Map.of("MSVC_JAVA", JAVA, "MSVC_OPTS", "-showversion -Xmx64m"))
            .run(msvc(), "version");

    assertThat(run.err()).contains("build " + System.getProperty("java.vm.version"));
  }

  @Test
  void aProxyRunsWithWhatItWasMeasuredWith() throws Exception {
    Shell shell = shell(Map.of("MSVC_JAVA", JAVA, "MSVC_OPTS", "-XX:+PrintCommandLineFlags"));

    String proxy = shell.run(msvc(), "-C", "/", "strangle", "proxy", "none").out();
    String status = shell.run(msvc(), "-C", "/", "strangle", "status", "proxy").out();

    assertThat(proxy)
        .contains("-XX:+UseSerialGC", "-XX:MaxHeapSize=536870912", "-XX:InitialHeapSize=268435456")
        .doesNotContain("TieredStopAtLevel");
    assertThat(LocalProxy.JVM_OPTIONS).containsExactly("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC");
    assertThat(status).contains("-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC");
  }

  @Test
  void theArchiveHoldsTheProgramsClasses() throws Exception {
    Path share = copyOfTheDistribution("msvc");
    Shell shell = shell(Map.of("MSVC_JAVA", JAVA));
    archive(shell, share);

    Shell.Ran run =
        shell(Map.of("MSVC_JAVA", JAVA, "MSVC_OPTS", "-Xlog:class+load:stdout"), "bin2")
            .run(share.resolve("bin/msvc"), "version");

    assertThat(run.out().lines().filter(line -> line.contains("] dev.msvc.cli.Msvc ")))
        .singleElement()
        .asString()
        .contains("shared objects file");
  }

  @Test
  void whatTalksToAClusterHasAnArchiveOfItsOwn() throws Exception {
    Path share = copyOfTheDistribution("msvc");
    archive(shell(Map.of("MSVC_JAVA", JAVA)), share);

    Shell.Ran run =
        shell(Map.of("MSVC_JAVA", JAVA, "MSVC_OPTS", "-Xlog:class+load:stdout"), "bin2")
            .run(share.resolve("bin/msvc"), "-C", ".", "deploy", "-f", "none", "-n", "n");

    assertThat(share.resolve("lib/deploy.jsa")).exists();
    assertThat(run.out().lines().filter(line -> line.contains("] dev.msvc.cli.DeployCommand ")))
        .singleElement()
        .asString()
        .contains("shared objects file");
  }

  @Test
  void anArchiveThatOtherJarsMadeStaleIsIgnoredWithoutAWord() throws Exception {
    Path share = copyOfTheDistribution("msvc");
    Shell shell = shell(Map.of("MSVC_JAVA", JAVA));
    archive(shell, share);
    Path jar = share.resolve("lib/msvc.jar");
    Files.setLastModifiedTime(jar, java.nio.file.attribute.FileTime.fromMillis(0));

    Shell.Ran run = shell.run(share.resolve("bin/msvc"), "version");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("msvc ").hasLineCount(1);
  }

  @Test
  void aDamagedArchiveIsIgnoredWithoutAWord() throws Exception {
    Path share = copyOfTheDistribution("msvc");
    Files.writeString(share.resolve("lib/msvc.jsa"), "not an archive");

    Shell.Ran run = shell(Map.of("MSVC_JAVA", JAVA)).run(share.resolve("bin/msvc"), "version");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("msvc ").hasLineCount(1);
  }

  @Test
  void anArchiveOfAnotherJdkIsIgnoredWithoutAWord() throws Exception {
    List<Path> others = otherJdks();
    assumeThat(others).as("another JDK on this machine").isNotEmpty();
    Path share = copyOfTheDistribution("msvc");
    archive(shell(Map.of("MSVC_JAVA", JAVA)), share);

    Shell.Ran run =
        shell(Map.of("MSVC_JAVA", others.get(0) + "/bin/java"), "bin2")
            .run(share.resolve("bin/msvc"), "version");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("msvc ").hasLineCount(1);
  }

  private static void archive(Shell shell, Path share) throws Exception {
    Shell.Ran run = shell.run(share.resolve("bin/msvc-archive"));
    assertThat(run.err()).isEmpty();
    assertThat(share.resolve("lib/msvc.jsa")).exists();
  }

  private static List<Path> otherJdks() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    String ours = Path.of(System.getProperty("java.home")).toRealPath().toString();
    try (Stream<Path> homes = Files.list(all)) {
      return homes
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .filter(home -> !real(home).equals(ours))
          .filter(LauncherIT::isRecent)
          .sorted()
          .toList();
    }
  }

  private static boolean isRecent(Path home) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION=\""))
          .anyMatch(line -> Runtime.Version.parse(line.split("\"")[1]).feature() >= 17);
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  private static String real(Path home) {
    try {
      return home.toRealPath().toString();
    } catch (IOException e) {
      return home.toString();
    }
  }

  private static Path msvc() {
    return DISTRIBUTION.resolve("bin/msvc");
  }

  private Shell shell(Map<String, String> environment) throws IOException {
    return shell(environment, "bin");
  }

  private Shell shell(Map<String, String> environment, String bin) throws IOException {
    return new Shell(machine.resolve(bin), new HashMap<>(environment));
  }

  private Path copyOfTheDistribution(String name) throws IOException {
    Path copy = machine.resolve(name);
    try (Stream<Path> files = Files.walk(DISTRIBUTION)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = copy.resolve(DISTRIBUTION.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return copy.toRealPath();
  }
}
