package dev.msvc.generators.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTest {
  @TempDir Path root;

  private void apply(Patch patch) throws Exception {
    Files.write(root.resolve("it.patch"), patch.bytes());
    Process git =
        new ProcessBuilder("git", "apply", "it.patch")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
  }

  /** Ends of lines of both kinds, no last one, and bytes that are no UTF-8. */
  @ParameterizedTest
  @ValueSource(strings = {"a\nb\nc\n", "a\r\nb\r\nc\r\n", "a\nb\nc", "gr\u00fc\u00df\nb\n\u00e9"})
  void gitAppliesItByteForByte(String text) throws Exception {
    byte[] before = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] after = text.replaceFirst("b\r?\n", "").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(root.resolve("changes.txt"), before);
    Files.write(root.resolve("goes here \u00e4.txt"), before);
    Patch patch = new Patch();
    patch.change("changes.txt", before, after);
    patch.remove("goes here \u00e4.txt", before, false);

    apply(patch);

    assertThat(Files.readAllBytes(root.resolve("changes.txt"))).isEqualTo(after);
    assertThat(root.resolve("goes here \u00e4.txt")).doesNotExist();
  }

  @Test
  void whatDoesNotChangeIsNotInIt() {
    Patch patch = new Patch();
    patch.change("same.txt", new byte[] {1}, new byte[] {1});

    assertThat(patch.bytes()).isEmpty();
  }
}
