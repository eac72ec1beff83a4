package dev.msvc.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What differs between two texts, line by line, in git's form. */
final class TextDiff {
  private static final int AROUND = 3;

  /** Tables of more cells than this are not made: what is in between counts as changed. */
  private static final long MOST_CELLS = 4_000_000;

  private final List<String> old;
  private final List<String> now;
  private final List<String> lines = new ArrayList<>();

  private TextDiff(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  /** Lines with {@code +}, {@code -} or a space before them; none where nothing differs. */
  static List<String> of(String file, String before, String after) {
    TextDiff diff = new TextDiff(before.lines().toList(), after.lines().toList());
    diff.anchored(0, diff.old.size(), 0, diff.now.size());
    List<String> hunks = hunks(diff.lines);
    if (!hunks.isEmpty()) {
      // as git has absolute paths
      String path = file.startsWith("/") ? file : "/" + file;
      hunks.add(0, "--- " + (before.isEmpty() ? "/dev/null" : "a" + path));
      hunks.add(1, "+++ " + (after.isEmpty() ? "/dev/null" : "b" + path));
    }
    return hunks;
  }

  /**
   * Lines that are once in both and in the same order stay (the idea of patience diff); what is
   * between them is compared by itself, so that long files are not compared each line with each.
   */
  private void anchored(int oldFrom, int oldTo, int nowFrom, int nowTo) {
    Map<String, Integer> once = new HashMap<>();
    for (int j = nowFrom; j < nowTo; j++) {
      once.merge(now.get(j), j, (one, other) -> -1);
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int i = oldFrom; i < oldTo; i++) {
      seen.merge(old.get(i), 1, Integer::sum);
    }
    int i = oldFrom;
    int j = nowFrom;
    for (int k = oldFrom; k < oldTo; k++) {
      int at = once.getOrDefault(old.get(k), -1);
      if (at >= j && seen.getOrDefault(old.get(k), 0) == 1) {
        between(i, k, j, at);
        lines.add(" " + old.get(k));
        i = k + 1;
        j = at + 1;
      }
    }
    between(i, oldTo, j, nowTo);
  }

  /** The longest common lines stay, by the table of their lengths. */
  private void between(int oldFrom, int oldTo, int nowFrom, int nowTo) {
    int height = oldTo - oldFrom;
    int width = nowTo - nowFrom;
    boolean large = (long) height * width > MOST_CELLS;
    int[][] common = new int[large ? 0 : height + 1][width + 1];
    for (int i = large ? -1 : height - 1; i >= 0; i--) {
      for (int j = width - 1; j >= 0; j--) {
        common[i][j] =
            old.get(oldFrom + i).equals(now.get(nowFrom + j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < height || j < width) {
      if (!large && i < height && j < width && old.get(oldFrom + i).equals(now.get(nowFrom + j))) {
        lines.add(" " + old.get(oldFrom + i++));
        j++;
      } else if (j == width || (i < height && (large || common[i + 1][j] >= common[i][j + 1]))) {
        lines.add("-" + old.get(oldFrom + i++));
      } else {
        lines.add("+" + now.get(nowFrom + j++));
      }
    }
  }

  /** Changed lines with three around them; what is far from any is left out. */
  private static List<String> hunks(List<String> lines) {
    List<String> hunks = new ArrayList<>();
    int oldLine = 1;
    int nowLine = 1;
    int at = 0;
    while (at < lines.size()) {
      int from = at;
      while (from < lines.size() && isSame(lines.get(from))) {
        from++;
      }
      if (from == lines.size()) {
        break;
      }
      int start = Math.max(at, from - AROUND);
      oldLine += start - at;
      nowLine += start - at;
      int end = end(lines, from);
      int olds = 0;
      int nows = 0;
      for (String line : lines.subList(start, end)) {
        olds += line.charAt(0) == '+' ? 0 : 1;
        nows += line.charAt(0) == '-' ? 0 : 1;
      }
      hunks.add(
          "@@ -%d,%d +%d,%d @@"
              .formatted(
                  olds == 0 ? oldLine - 1 : oldLine,
                  olds,
                  nows == 0 ? nowLine - 1 : nowLine,
                  nows));
      hunks.addAll(lines.subList(start, end));
      oldLine += olds;
      nowLine += nows;
      at = end;
    }
    return hunks;
  }

  /** Where nothing changes for more lines than two hunks would show between them. */
  private static int end(List<String> lines, int from) {
    int last = from;
    for (int i = from; i < lines.size() && i - last <= 2 * AROUND; i++) {
      last = isSame(lines.get(i)) ? last : i;
    }
    return Math.min(lines.size(), last + 1 + AROUND);
  }

  private static boolean isSame(String line) {
    return line.charAt(0) == ' ';
  }
}
