package dev.msvc.generators.proto;

import java.util.List;

/** Text of a user as lines of a comment: nothing in it ends the comment or steers what shows it. */
final class Comment {
  private Comment() {}

  static List<String> of(String text) {
    return text.isBlank()
        ? List.of()
        : text.strip()
            .lines()
            .map(
                each ->
                    each.stripTrailing().replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", " "))
            .toList();
  }
}
