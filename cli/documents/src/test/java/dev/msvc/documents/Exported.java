package dev.msvc.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the built program. */
final class Exported {
  /** The example that comes with msvc. */
  static final Path SHOP = Path.of("../../examples/shop").toAbsolutePath().normalize();

  private static final Path PROGRAM =
      Path.of(System.getProperty("msvc.program", "../target/msvc/bin/msvc"))
          .toAbsolutePath()
          .normalize();

  private Exported() {}

  /** What {@code msvc export KIND} writes of a folder. */
  static String export(Path root, String kind) throws Exception {
    Path out = Files.createTempFile("msvc", kind);
    try {
      ProcessBuilder program =
          new ProcessBuilder(
                  PROGRAM.toString(),
                  "-C",
                  root.toString(),
                  "export",
                  kind,
                  "--no-cache",
                  "--no-history")
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      program.environment().put("MSVC_JAVA", System.getProperty("java.home") + "/bin/java");
      assertThat(program.start().waitFor()).isZero();
      return Files.readString(out, StandardCharsets.UTF_8);
    } finally {
      Files.delete(out);
    }
  }
}
