package dev.msvc.generators.java;

import java.util.ArrayList;
import java.util.List;

/** Text of a user as lines of a comment. */
final class Prose {
  private Prose() {}

  /** Words as they are, on lines of at most so many characters where no word is longer. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
