package dev.msvc.generators.merge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.util.QuotedString;

/**
 * Changes of files as {@code git apply} takes them, byte for byte: whatever the encoding, the ends
 * of lines, and whether the last line has one.
 */
public final class Patch {
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  /**
   * A file that goes.
   *
   * @param runs whether it may be run as a program
   */
  public void remove(String file, byte[] before, boolean runs) {
    head(file, "deleted file mode %s\n".formatted(runs ? "100755" : "100644"));
    if (before.length > 0) {
      line("--- %s\n+++ /dev/null\n".formatted(quoted("a/" + file)));
      hunks(before, new byte[0]);
    }
  }

  /** A file that changes; nothing where it does not. */
  public void change(String file, byte[] before, byte[] after) {
    if (!Arrays.equals(before, after)) {
      head(file, "");
      line("--- %s\n+++ %s\n".formatted(quoted("a/" + file), quoted("b/" + file)));
      hunks(before, after);
    }
  }

  /** All of it. */
  public byte[] bytes() {
    return text.toByteArray();
  }

  private void head(String file, String mode) {
    line("diff --git %s %s\n%s".formatted(quoted("a/" + file), quoted("b/" + file), mode));
  }

  private void hunks(byte[] before, byte[] after) {
    RawText old = new RawText(before);
    RawText now = new RawText(after);
    EditList edits =
        DiffAlgorithm.getAlgorithm(DiffAlgorithm.SupportedAlgorithm.HISTOGRAM)
            .diff(RawTextComparator.DEFAULT, old, now);
    try (DiffFormatter formatter = new DiffFormatter(text)) {
      formatter.format(edits, old, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String line) {
    text.writeBytes(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String path) {
    return QuotedString.GIT_PATH.quote(path);
  }
}
