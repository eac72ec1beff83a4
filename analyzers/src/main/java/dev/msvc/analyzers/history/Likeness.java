package dev.msvc.analyzers.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** How much two source files have in common, as git asks before it calls one the other's heir. */
final class Likeness {
  /** As git has it. */
  static final double HALF = 0.5;

  static final int LARGEST = 1 << 20;

  /** Two files of fewer common lines than these are alike by chance. */
  private static final int FEWEST_LINES = 3;

  private final ObjectReader reader;
  private final Map<ObjectId, Map<String, Integer>> known = new HashMap<>();

  Likeness(ObjectReader reader) {
    this.reader = reader;
  }

  /** The share of the lines of the longer one that are in both: 0 to 1. */
  double of(ObjectId one, ObjectId other) throws IOException {
    return of(lines(one), lines(other));
  }

  /** The same of the {@link #lines(String)} of two files. */
  static double of(Map<String, Integer> left, Map<String, Integer> right) {
    int common = 0;
    for (Map.Entry<String, Integer> line : left.entrySet()) {
      common += Math.min(line.getValue(), right.getOrDefault(line.getKey(), 0));
    }
    return common < FEWEST_LINES ? 0 : (double) common / Math.max(sum(left), sum(right));
  }

  private static int sum(Map<String, Integer> lines) {
    return lines.values().stream().mapToInt(Integer::intValue).sum();
  }

  private Map<String, Integer> lines(ObjectId id) throws IOException {
    Map<String, Integer> lines = known.get(id);
    if (lines == null) {
      lines = lines(text(id));
      known.put(id, lines);
    }
    return lines;
  }

  /** Lines that say something, and how often; none of a file that is not there, or is huge. */
  static Map<String, Integer> lines(String text) {
    Map<String, Integer> lines = new HashMap<>();
    for (String line : text.split("[\r\n]+")) {
      String told = line.strip();
      if (told.length() > 1 && !isOfEveryFile(told)) {
        lines.merge(told, 1, Integer::sum);
      }
    }
    return lines;
  }

  /** A licence and imports make no two files alike. */
  private static boolean isOfEveryFile(String line) {
    return line.startsWith("*")
        || line.startsWith("/*")
        || line.startsWith("//")
        || line.startsWith("import ")
        || line.startsWith("package ")
        || line.equals("@Override");
  }

  private String text(ObjectId id) throws IOException {
    try {
      return new String(reader.open(id, Constants.OBJ_BLOB).getCachedBytes(LARGEST), ISO_8859_1);
    } catch (MissingObjectException | LargeObjectException unknown) {
      return "";
    }
  }
}
