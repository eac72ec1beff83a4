package dev.msvc.cli;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line, in git's form. */
final class TextDiff {
  private static final int AROUND = 3;

  private TextDiff() {}

  /** Lines with {@code +}, {@code -} or a space before them; none where nothing differs. */
  static List<String> of(String file, String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int head = 0;
    while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < old.size() - head
        && tail < now.size() - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    if (head == old.size() && head == now.size()) {
      return List.of();
    }
    int from = Math.max(0, head - AROUND);
    int oldEnd = Math.min(old.size(), old.size() - tail + AROUND);
    int nowEnd = Math.min(now.size(), now.size() - tail + AROUND);
    List<String> lines = new ArrayList<>();
    lines.add("--- " + (before.isEmpty() ? "/dev/null" : "a/" + file));
    lines.add("+++ b/" + file);
    lines.add(
        "@@ -%d,%d +%d,%d @@"
            .formatted(
                old.isEmpty() ? 0 : from + 1,
                oldEnd - from,
                now.isEmpty() ? 0 : from + 1,
                nowEnd - from));
    lines.addAll(middle(old.subList(from, oldEnd), now.subList(from, nowEnd)));
    return lines;
  }

  /** The longest common lines stay, by the table of their lengths. */
  private static List<String> middle(List<String> old, List<String> now) {
    List<String> lines = new ArrayList<>();
    if ((long) old.size() * now.size() > 4_000_000) {
      old.forEach(line -> lines.add("-" + line));
      now.forEach(line -> lines.add("+" + line));
      return lines;
    }
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(" " + old.get(i++));
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add("-" + old.get(i++));
      } else {
        lines.add("+" + now.get(j++));
      }
    }
    return lines;
  }
}
