package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code install.sh} on machines that are made up: stubs for every tool that could change this one.
 */
class InstallIT {
  private static final String MAVEN_VERSION =
      "if [ \"$1\" = -v ]; then echo 'Apache Maven 3.8.7'; exit; fi";

  @TempDir Path machine;
  private Path checkout;
  private Path prefix;
  private Path calls;
  private Shell shell;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = machine.resolve("a checkout");
    prefix = machine.resolve("home/.local");
    calls = machine.resolve("calls");
    Path project = Path.of("").toAbsolutePath().getParent();
    Files.createDirectories(checkout.resolve(".ci"));
    Files.createDirectories(checkout.resolve("examples/shop"));
    for (String file : List.of("install.sh", ".ci/tools")) {
      Files.copy(project.resolve(file), checkout.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.writeString(calls, "");
    shell =
        new Shell(
            machine.resolve("bin"),
            Map.of(
                "HOME", machine.resolve("home").toString(),
                "SYSTEM_ROOT", machine.toString(),
                "CALLS", calls.toString()));
    shell.has("uname", "echo Linux");
    shell.has("id", "echo 0");
  }

  @Test
  void installsAndShowsTheMainJobOnTheExample() throws Exception {
    machineWithTools();

    Shell.Ran run = install();

    assertThat(run.err()).contains("  cli\n", "installed msvc 1 as " + prefix + "/bin/msvc");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("analyze examples/shop\n");
    assertThat(calls()).contains("archive examples/shop");
    assertThat(Files.readSymbolicLink(prefix.resolve("bin/msvc")))
        .isEqualTo(Path.of("../share/msvc/bin/msvc"));
    assertThat(prefix.resolve("share/bash-completion/completions/msvc"))
        .hasContent("completion bash");
    assertThat(prefix.resolve("share/zsh/site-functions/_msvc")).hasContent("completion zsh");
    assertThat(prefix.resolve("share/fish/vendor_completions.d/msvc.fish"))
        .hasContent("completion fish");
  }

  @Test
  void saysHowToPutItOnPath() throws Exception {
    machineWithTools();

    assertThat(install("--no-demo").err())
        .contains("  export PATH=\"" + prefix + "/bin:$PATH\"")
        .contains("  fpath=(" + prefix + "/share/zsh/site-functions $fpath)");
  }

  @Test
  void noDemoRunsNoDemo() throws Exception {
    machineWithTools();

    Shell.Ran run = install("--no-demo");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aSecondRunReplacesTheFirstAndLeavesNothingBeside() throws Exception {
    machineWithTools();
    install("--no-demo");
    Files.writeString(prefix.resolve("share/msvc/lib/old.jar"), "of the last version");
    List<String> first = installed();

    Shell.Ran second = install("--no-demo");

    assertThat(second.exitCode()).isZero();
    assertThat(installed()).isEqualTo(first);
    assertThat(prefix.resolve("share/msvc/lib/old.jar")).doesNotExist();
    assertThat(Files.list(prefix))
        .map(Path::getFileName)
        .map(Path::toString)
        .containsExactlyInAnyOrder("bin", "share");
  }

  @Test
  void uninstallRemovesWhatWasInstalledAndNothingElse() throws Exception {
    machineWithTools();
    Files.createDirectories(prefix.resolve("bin"));
    Files.writeString(prefix.resolve("bin/mine"), "mine");
    install("--no-demo");
    install("--no-demo");

    Shell.Ran run = install("--uninstall");

    assertThat(run.exitCode()).isZero();
    assertThat(tree(prefix)).containsExactly("bin", "bin/mine");
  }

  @Test
  void uninstallWithoutAnInstallationIsNoError() throws Exception {
    Shell.Ran run = install("--uninstall");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEqualTo("nothing to do: msvc is not installed in " + prefix + "\n");
  }

  @Test
  void anMsvcOfSomebodyElseIsLeftAlone() throws Exception {
    machineWithTools();
    Files.createDirectories(prefix.resolve("bin"));
    Files.writeString(prefix.resolve("bin/msvc"), "another");

    Shell.Ran run = install();

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("error: " + prefix + "/bin/msvc is there");
    assertThat(prefix.resolve("bin/msvc")).hasContent("another");
  }

  @Test
  void aFailedBuildShowsItsErrorsAndLeavesTheInstalledOne() throws Exception {
    machineWithTools();
    install("--no-demo");
    shell.has("mvn", MAVEN_VERSION, "echo '[ERROR] no such symbol'", "exit 1");

    Shell.Ran run = install("--no-demo");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err())
        .contains("[ERROR] no such symbol", "error: the build failed", "target/install.log");
    assertThat(prefix.resolve("bin/msvc")).exists();
  }

  @Test
  void rootOnDebianGetsWhatIsMissing() throws Exception {
    shell.has("apt-cache", "[ \"$2\" = openjdk-21-jdk-headless ]");
    shell.has("apt-get", "echo \"apt-get $*\" >>$CALLS", "[ $1 = update ] || sh $CALLS.install");
    afterInstalling(machine.resolve("usr/lib/jvm/java-21"));

    Shell.Ran run = install("--no-demo");

    assertThat(run.err()).contains("installed msvc 1");
    assertThat(calls())
        .contains(
            "apt-get update",
            "apt-get install -y --no-install-recommends openjdk-21-jdk-headless maven");
  }

  @Test
  void withoutRootItSaysExactlyWhatToType() throws Exception {
    shell.has("id", "echo 1000");
    shell.has("apt-cache", "[ \"$2\" = openjdk-17-jdk-headless ]");
    shell.has("apt-get", "echo \"apt-get $*\" >>$CALLS");
    shell.has("sudo", "exit 1");

    Shell.Ran run = install();

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err())
        .contains(
            "hint:  type: sudo apt-get install -y --no-install-recommends"
                + " openjdk-17-jdk-headless maven\n");
    assertThat(calls()).isEmpty();
    assertThat(prefix.resolve("bin")).doesNotExist();
  }

  @Test
  void sudoThatAsksForNoPasswordIsUsed() throws Exception {
    Shell.jdk(machine.resolve("usr/lib/jvm/java-17"), "17.0.1");
    shell.has("id", "echo 1000");
    shell.has("sudo", "[ \"$1\" = -n ] && exit 0", "echo \"sudo $*\" >>$CALLS", "exec \"$@\"");
    shell.has("dnf", "sh $CALLS.install");
    afterInstalling(machine.resolve("usr/lib/jvm/java-17"));

    Shell.Ran run = install("--no-demo");

    assertThat(run.exitCode()).isZero();
    assertThat(calls()).contains("sudo env DEBIAN_FRONTEND=noninteractive dnf install -y maven");
  }

  @Test
  void aMacGetsItsToolsFromHomebrew() throws Exception {
    shell.has("uname", "echo Darwin");
    shell.has("id", "echo 501");
    // as on every Mac: programs that only say that there is no Java
    shell.has("javac", "echo 'Unable to locate a Java Runtime.' >&2", "exit 1");
    shell.has("brew", "echo \"brew $*\" >>$CALLS", "sh $CALLS.install");
    afterInstalling(
        machine.resolve("opt/homebrew/opt/openjdk@17/libexec/openjdk.jdk/Contents/Home"));

    Shell.Ran run = install();

    assertThat(run.err()).contains("installing: brew install openjdk@17 maven", "installed msvc 1");
    assertThat(run.exitCode()).isZero();
    assertThat(calls()).contains("brew install openjdk@17 maven");
    assertThat(run.out()).endsWith("analyze examples/shop\n");
  }

  @Test
  void aMacAsksItsOwnToolForTheJdk() throws Exception {
    shell.has("uname", "echo Darwin");
    Path home = machine.resolve("Library/Java/JavaVirtualMachines/jdk-21/Contents/Home");
    Shell.jdk(home, "21.0.2");
    Shell.script(machine.resolve("usr/libexec/java_home"), "echo '" + home + "'");
    shell.has("mvn", maven());

    Shell.Ran run = install("--no-demo");

    assertThat(run.exitCode()).isZero();
    assertThat(prefix.resolve("share/msvc/java")).hasContent(home + "/bin/java");
  }

  @Test
  void aMacWithoutHomebrewIsToldWhatToType() throws Exception {
    shell.has("uname", "echo Darwin");

    Shell.Ran run = install();

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err()).contains("install Homebrew, then type: brew install openjdk@17 maven");
  }

  @Test
  void anOldJdkIsNotEnough() throws Exception {
    Shell.jdk(machine.resolve("usr/lib/jvm/java-8"), "1.8.0_392");
    Shell.jdk(machine.resolve("usr/lib/jvm/java-11"), "11.0.2");
    shell.has("mvn", maven());

    Shell.Ran run = install();

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err()).contains("JDK 17 or later");
  }

  @Test
  void anOldMavenFetchesANewerOneIntoTheCheckout() throws Exception {
    Shell.jdk(machine.resolve("usr/lib/jvm/java-17"), "17.0.1");
    Files.write(machine.resolve("new-maven"), List.of(maven()));
    shell.has(
        "mvn",
        "if [ \"$1\" = -v ]; then echo 'Apache Maven 3.6.3'; exit; fi",
        "mkdir -p target/maven/new/bin",
        "{ echo '#!/bin/sh'; cat '"
            + machine.resolve("new-maven")
            + "'; } >target/maven/new/bin/mvn",
        "cp -p \"$0\" target/maven/new/mode; cat target/maven/new/bin/mvn >target/maven/new/mode",
        "mv target/maven/new/mode target/maven/new/bin/mvn");

    Shell.Ran run = install("--no-demo");

    assertThat(run.err()).contains("Maven 3.6.3 is older than 3.8.7", "installed msvc 1");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void anUnknownOptionIsAUsageError() throws Exception {
    Shell.Ran run = install("--prefx", "x");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("error: unknown option: --prefx\nhint:  ./install.sh --help\n");
  }

  @Test
  void helpNamesEveryOption() throws Exception {
    Shell.Ran run = install("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("--prefix DIR", "--no-demo", "--uninstall", "--help");
  }

  private Shell.Ran install(String... arguments) throws Exception {
    return shell.run(checkout.resolve("install.sh"), arguments);
  }

  private void machineWithTools() throws IOException {
    Shell.jdk(machine.resolve("usr/lib/jvm/java-17"), "17.0.1");
    shell.has("mvn", maven());
  }

  /** A Maven whose build leaves a program that says what it was asked. */
  private String[] maven() {
    return new String[] {
      MAVEN_VERSION,
      "echo '[INFO] Building msvc :: cli 0.1.0 [1/1]'",
      "mkdir -p cli/target/msvc/bin cli/target/msvc/lib",
      "cd cli/target/msvc/bin",
      "echo '#!/bin/sh' >msvc",
      "echo 'if [ \"$1\" = version ]; then echo msvc 1; else echo \"$@\"; fi' >>msvc",
      "echo '#!/bin/sh' >msvc-archive",
      "echo 'echo \"archive $*\" >>$CALLS' >>msvc-archive",
      machine.resolve("chmod") + " msvc msvc-archive"
    };
  }

  /** What a package manager leaves behind: a JDK and Maven. */
  private void afterInstalling(Path jdk) throws IOException {
    Path stock = machine.resolve("stock");
    Shell.jdk(stock.resolve("jdk"), "17.0.1");
    Shell.script(stock.resolve("mvn"), maven());
    Files.writeString(
        Path.of(calls + ".install"),
        "mkdir -p '%1$s'\ncp -Rp '%2$s/jdk/.' '%1$s'\ncp -p '%2$s/mvn' '%3$s/mvn'\n"
            .formatted(jdk, stock, machine.resolve("bin")));
  }

  @BeforeEach
  void chmod() throws IOException {
    Shell.script(machine.resolve("chmod"), "exec /bin/chmod +x \"$@\"");
  }

  private String calls() throws IOException {
    return Files.readString(calls);
  }

  private List<String> installed() throws IOException {
    return Files.readAllLines(prefix.resolve("share/msvc/installed")).stream().sorted().toList();
  }

  private static List<String> tree(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> !file.equals(root))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
