package dev.msvc.model.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What patterns must leave out, so that Java, RE2 and JavaScript read them alike. */
final class EveryLanguage {
  private static final int MOST_REPEATS = 1000;
  private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");
  private static final Map<Pattern, String> UNKNOWN = new LinkedHashMap<>();

  static {
    UNKNOWN.put(
        Pattern.compile("[*+?}]\\+|\\\\[1-9]"),
        "leave out back-references and possessive quantifiers");
    UNKNOWN.put(
        Pattern.compile("\\\\[pP](?!\\{[A-Z][a-z]?})"), "write [a-z], or \\p{L} and the like");
    UNKNOWN.put(Pattern.compile("\\\\[^\\w]|\\\\[dDwWsSbBnrtfpP]"), "");
    UNKNOWN.put(
        Pattern.compile("\\\\\\w"),
        "leave out escapes but \\d, \\w, \\s, \\b, \\n, \\t and those of signs");
    UNKNOWN.put(Pattern.compile("\\[\\^?[^\\]]*(\\[|&&)"), "write one class of characters");
    UNKNOWN.put(
        Pattern.compile("\\(\\?(?![:ims]+[:)]|:)"),
        "leave out look-around, names and flags of groups");
  }

  private EveryLanguage() {}

  /** What to do about a pattern that some language does not know, or reads otherwise. */
  static Optional<String> remedy(String pattern) {
    String rest = pattern.replace("\\\\", "");
    for (Map.Entry<Pattern, String> each : UNKNOWN.entrySet()) {
      if (each.getValue().isEmpty()) {
        rest = each.getKey().matcher(rest).replaceAll("");
      } else if (each.getKey().matcher(rest).find()) {
        return Optional.of(each.getValue());
      }
    }
    Matcher count = COUNT.matcher(rest);
    while (count.find()) {
      boolean open = count.group(2) == null || count.group(2).isEmpty();
      String most = open ? count.group(1) : count.group(2);
      if (most.length() > 4 || Integer.parseInt(most) > MOST_REPEATS) {
        return Optional.of("repeat at most 1000 times; for longer texts say max");
      }
    }
    return Optional.empty();
  }
}
