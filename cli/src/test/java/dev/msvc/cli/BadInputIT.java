package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code msvc analyze} as a process, on trees and machines that are not kind to it. */
@Timeout(300)
class BadInputIT {
  @TempDir private Path folder;
  private Path root;
  private Path home;

  @BeforeEach
  void folders() throws IOException {
    root = Files.createDirectories(folder.resolve("system"));
    home = Files.createDirectories(folder.resolve("home"));
  }

  @Test
  void withTooLittleMemoryItSaysSoAndNeverAnswersLess() throws Exception {
    classes(1000);
    Ran enough = analyze(List.of("-Xmx1g"), "-o", "json", "--no-cache");
    assertThat(enough.exitCode()).isZero();

    for (int megabytes : new int[] {16, 20, 24, 32, 40}) {
      Ran little = analyze(List.of("-Xmx" + megabytes + "m"), "-o", "json", "--no-cache");

      if (little.exitCode() == 0) {
        assertThat(little.out()).as("with %d MiB", megabytes).isEqualTo(enough.out());
      } else {
        assertThat(little.exitCode()).as("with %d MiB", megabytes).isEqualTo(8);
        assertThat(little.out()).isEmpty();
        assertThat(little.err())
            .isEqualToNormalizingNewlines(
                """
                error: out of memory with a heap of %d MiB; nothing was left out to fit
                hint:  give it more: MSVC_OPTS=-Xmx4g msvc ...
                """
                    .formatted(megabytes));
      }
    }
  }

  @Test
  void memoryForTheJvmAloneIsNotEnough() throws Exception {
    classes(1000);

    assertThat(analyze(List.of("-Xmx16m")).exitCode()).isEqualTo(8);
  }

  @Test
  void oneProcessorAndManyGiveTheSameBytesAndHomeStaysAsItWas() throws Exception {
    classes(300);
    Files.writeString(home.resolve(".gitconfig"), "[user]\n\tname = x\n");
    TreeMap<String, String> before = snapshot(folder);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-x------"));
    Ran one;
    Ran many;
    try {
      one = analyze(List.of("-XX:ActiveProcessorCount=1"), "-o", "json", "--no-cache");
      many = analyze(List.of("-XX:ActiveProcessorCount=6"), "-o", "json", "--no-cache");
    } finally {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    assertThat(one.exitCode()).isZero();
    assertThat(many.out()).isEqualTo(one.out());
    assertThat(snapshot(folder)).isEqualTo(before);
  }

  @Test
  void whatIsKeptBetweenRunsIsAllThatIsWritten() throws Exception {
    classes(300);
    TreeMap<String, String> before = snapshot(root);

    Ran first = analyze(List.of(), "-o", "json");
    Ran second = analyze(List.of("-XX:ActiveProcessorCount=6"), "-o", "json");

    assertThat(second.out()).isEqualTo(first.out()).isNotEmpty();
    assertThat(snapshot(root)).isEqualTo(before);
    try (Stream<Path> written = Files.walk(home)) {
      assertThat(written.filter(Files::isRegularFile))
          .isNotEmpty()
          .allMatch(each -> each.startsWith(home.resolve(".cache/msvc")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aSignalEndsItWithItsCodeAndNothingIsPrinted(String signal) throws Exception {
    classes(3000);
    assumeThat(signal.equals("INT") && ProcessTest.isInterruptIgnored())
        .as("SKIPPED: this process ignores SIGINT, and so would its children")
        .isFalse();
    Process process = start(List.of("-Xint"));
    Thread.sleep(1500);

    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(signal.equals("INT") ? 130 : 143);
    assertThat(folder.resolve("out")).isEmptyFile();
  }

  @Test
  void escapesAndEndlessNamesDoNotReachTheTerminal() throws Exception {
    classes(20);
    String letters = "N".repeat(10_000);
    write("p0/a\u001B[2Jb.java", "package p0; class Broken {{");
    write("p0/Long.java", "package p0; class " + letters + " { C1 next; }");
    write("p0/Told.java", "package p0; class Told { int \u001B[31m; }");

    for (List<String> command :
        List.of(List.of("analyze"), List.of("get", "unread"), List.of("get", "classes"))) {
      Ran ran = run(List.of(), command);

      assertThat(ran.exitCode()).as("%s: %s", command, ran.err()).isZero();
      assertThat(ran.out() + ran.err()).as("%s", command).doesNotContain("\u001B");
    }
    assertThat(analyze(List.of()).out()).doesNotContain("N".repeat(300));
  }

  /** Classes that refer to each other, each a mapped entity. */
  private void classes(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int next = (i * 7 + 1) % count;
      StringBuilder text = new StringBuilder();
      text.append("package p%d;\n".formatted(i % 40))
          .append("import p%d.C%d;\n".formatted(next % 40, next))
          .append("@jakarta.persistence.Entity\npublic class C%d {\n".formatted(i))
          .append("  @jakarta.persistence.Id Long id;\n");
      for (int m = 0; m < 12; m++) {
        text.append(
                "  public C%d m%d(C%d other) { return other.m%d(null) == null"
                    .formatted(next, m, next, m))
            .append(" ? new C%d() : other; }\n".formatted(next));
      }
      write("p%d/C%d.java".formatted(i % 40, i), text.append("}\n").toString());
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve("src/main/java").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Ran analyze(List<String> jvm, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("analyze"));
    command.addAll(List.of(options));
    return run(jvm, command);
  }

  private Ran run(List<String> jvm, List<String> command) throws Exception {
    Process process = start(jvm, command);
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("it ends").isTrue();
    Ran ran =
        new Ran(
            process.exitValue(),
            Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
            Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    Files.delete(folder.resolve("out"));
    Files.delete(folder.resolve("err"));
    return ran;
  }

  private Process start(List<String> jvm) throws IOException {
    return start(jvm, List.of("analyze"));
  }

  private Process start(List<String> jvm, List<String> command) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(jvm);
    all.addAll(
        List.of(
            "-Duser.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.msvc.cli.Msvc",
            "-C",
            root.toString()));
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("XDG_CACHE_HOME");
    return builder.start();
  }

  /** Names, times and contents. */
  private static TreeMap<String, String> snapshot(Path folder) throws IOException {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path each : walk.filter(path -> !path.equals(folder)).toList()) {
        String content = Files.isRegularFile(each) ? Files.readString(each) : "";
        all.put(folder.relativize(each) + " " + Files.getLastModifiedTime(each), content);
      }
    }
    return all;
  }

  private record Ran(int exitCode, String out, String err) {}
}
