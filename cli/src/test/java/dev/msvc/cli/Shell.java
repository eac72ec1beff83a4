package dev.msvc.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs run in an environment that a test made up, with nothing of this machine on PATH. */
final class Shell {
  /** What a bare Debian and a bare macOS both have. */
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cp",
          "dirname",
          "env",
          "grep",
          "head",
          "ln",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sh",
          "sort",
          "tail",
          "tee",
          "tr");

  private final Path bin;
  private final Map<String, String> environment;

  Shell(Path bin, Map<String, String> environment) throws IOException {
    this.bin = Files.createDirectories(bin);
    this.environment = environment;
    for (String tool : TOOLS) {
      Files.createSymbolicLink(bin.resolve(tool), real(tool));
    }
  }

  /** Puts a program on PATH. */
  void has(String name, String... lines) throws IOException {
    script(bin.resolve(name), lines);
  }

  static void script(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    file.toFile().setExecutable(true);
  }

  /** A folder that looks like a JDK of a release. */
  static void jdk(Path home, String version) throws IOException {
    script(home.resolve("bin/java"), "exit 0");
    script(home.resolve("bin/javac"), "exit 0");
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("lib/modules"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  Ran run(Path program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(bin.getParent(), "out", "");
    Path err = Files.createTempFile(bin.getParent(), "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(bin.getParent().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(command + " did not end");
    }
    return new Ran(process.exitValue(), process.pid(), read(out), read(err));
  }

  private static Path real(String tool) {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException("no " + tool);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  record Ran(int exitCode, long pid, String out, String err) {}
}
