package dev.msvc.model.yaml;

import java.time.Duration;

/** Takes texts of a shift's plan for numbers and lengths of time. */
record ShiftTexts(MarkedFile file) {
  /** A whole number from 1 to 100. */
  int percent(MarkedYaml node) {
    String text = file.scalar(node, "weight").text();
    if (text.matches("\\d{1,3}")) {
      int weight = Integer.parseInt(text);
      if (weight >= 1 && weight <= 100) {
        return weight;
      }
    }
    throw file.wrong(
        node,
        "the weight is '%s', and must be a whole number from 1 to 100".formatted(text),
        "it is the percentage of reads that the service answers");
  }

  /** {@code 30s}, {@code 10m}, {@code 2h}, {@code 1d}. */
  Duration duration(MarkedYaml node, String what) {
    String text = file.scalar(node, what).text();
    if (text.matches("\\d{1,6}(s|m|h|d)") && !text.matches("0+.")) {
      long number = Long.parseLong(text.substring(0, text.length() - 1));
      return text.endsWith("s")
          ? Duration.ofSeconds(number)
          : text.endsWith("m")
              ? Duration.ofMinutes(number)
              : text.endsWith("h") ? Duration.ofHours(number) : Duration.ofDays(number);
    }
    throw file.wrong(node, "'%s' is no length of time".formatted(text), "write 30s, 10m, 2h or 1d");
  }

  /** A number from 1 on. */
  int count(MarkedYaml node) {
    String text = file.scalar(node, "a number").text();
    if (text.matches("[1-9]\\d{0,3}")) {
      return Integer.parseInt(text);
    }
    throw file.wrong(node, "'%s' is no number from 1 to 9999".formatted(text), "write one");
  }

  /** A number as {@code 5000} or {@code 0.5}. */
  double number(MarkedYaml node) {
    String text = file.scalar(node, "a number").text();
    if (text.matches("\\d{1,15}(\\.\\d{1,15})?")) {
      return Double.parseDouble(text);
    }
    throw file.wrong(node, "'%s' is no number".formatted(text), "write it as 5000, or as 0.5");
  }

  /** Refuses what does not hold. */
  void needs(MarkedYaml at, boolean holds, String message, String hint) {
    if (!holds) {
      throw file.wrong(at, message, hint);
    }
  }
}
