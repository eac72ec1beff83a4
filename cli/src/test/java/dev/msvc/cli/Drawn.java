package dev.msvc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands on a terminal after all that was written to it. */
final class Drawn {
  private static final Pattern STEP =
      Pattern.compile("\u001b\\[(\\??\\d*)([A-Za-z])|([^\u001b\n]+)|(\n)");

  private Drawn() {}

  /** Its lines, for what msvc knows of: up a line, wipe it, wrap lines or cut them. */
  static List<String> of(String written) {
    List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    int at = 0;
    Matcher step = STEP.matcher(written);
    while (step.find()) {
      if (step.group(3) != null) {
        lines.get(at).append(step.group(3));
      } else if (step.group(4) != null) {
        at++;
        if (at == lines.size()) {
          lines.add(new StringBuilder());
        }
      } else if (step.group(2).equals("A")) {
        at -= Integer.parseInt(step.group(1));
      } else if (step.group(2).equals("K")) {
        lines.get(at).setLength(0);
      } else if (!step.group(1).startsWith("?7") && !step.group(2).equals("m")) {
        throw new IllegalArgumentException("unknown to this terminal: " + step.group());
      }
    }
    return lines.stream().map(StringBuilder::toString).filter(each -> !each.isEmpty()).toList();
  }
}
