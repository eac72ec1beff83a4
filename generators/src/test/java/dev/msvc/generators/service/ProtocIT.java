package dev.msvc.generators.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts as the real protoc and javac compile them. */
class ProtocIT {
  /** Where the build puts protoc, the library for its Java, and the protos of that. */
  private static final Path TOOLS =
      Path.of(System.getProperty("msvc.protoc", "target/protoc")).toAbsolutePath();

  @TempDir Path folder;

  @BeforeEach
  void protocIsThere() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    boolean there =
        Files.exists(TOOLS.resolve("protoc.exe"))
            && (system.equals("Linux amd64") || System.getProperty("msvc.protoc") != null);
    String skipped =
        "SKIPPED: contracts are not compiled: there is no protoc for %s in %s; -Dmsvc.protoc=DIR names one with"
                .formatted(system, TOOLS)
            + " protoc.exe, protobuf-java.jar and google/protobuf";
    if (!there) {
      System.err.println(skipped);
    }
    assumeTrue(there, skipped);
  }

  @Test
  void contractsCompile() throws Exception {
    // all at once: most of the time goes into what they import
    TreeSet<String> protos = new TreeSet<>();
    for (String name : List.of("minimal", "full", "hostile")) {
      for (PlannedFile each :
          new ProtoGenerator().files(Specs.blueprint(Specs.text(name), Organisation.DEFAULT))) {
        Path file = folder.resolve(each.path());
        Files.createDirectories(file.getParent());
        Files.writeString(file, each.text());
        if (each.path().endsWith(".proto")) {
          protos.add(each.path().replaceFirst("src/main/proto(-vendor)?/", ""));
        }
      }
    }
    Files.createDirectories(folder.resolve("java"));
    Files.createDirectories(folder.resolve("classes"));

    assertThat(protoc(protos)).isEmpty();
    assertThat(javac()).isZero();
  }

  private String protoc(Set<String> protos) throws IOException, InterruptedException {
    Path program = TOOLS.resolve("protoc.exe");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "-Isrc/main/proto",
                "-Isrc/main/proto-vendor",
                "-I" + TOOLS,
                "--java_out=java"));
    command.addAll(protos);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }

  private int javac() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> command =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "-proc:none",
                "-cp",
                TOOLS.resolve("protobuf-java.jar").toString(),
                "-d",
                folder.resolve("classes").toString()));
    try (Stream<Path> sources = Files.walk(folder.resolve("java"))) {
      sources.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(command::add);
    }
    return compiler.run(null, null, null, command.toArray(String[]::new));
  }
}
