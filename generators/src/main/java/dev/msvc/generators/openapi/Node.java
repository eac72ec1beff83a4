package dev.msvc.generators.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A key of YAML with what it holds.
 *
 * @param key empty for an item of a list
 * @param value where it is one: a number, a word, or a list in brackets
 * @param quoted whether the value is a text
 * @param below where it holds several
 */
record Node(String key, String value, boolean quoted, List<Node> below) {
  // what some readers take for a truth or nothing
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  static Node of(String key, Object value) {
    return new Node(safe(key), value.toString(), false, List.of());
  }

  static Node text(String key, String value) {
    return new Node(safe(key), value, true, List.of());
  }

  static Node map(String key, List<Node> below) {
    return new Node(safe(key), "", false, List.copyOf(below));
  }

  static Node map(String key, Node... below) {
    return map(key, List.of(below));
  }

  /** Items of a list, each with one entry or more. */
  static Node list(String key, List<List<Node>> items) {
    return map(key, items.stream().map(each -> map("", each)).toList());
  }

  /** A list of words on one line. */
  static Node words(String key, List<String> words) {
    return of(key, "[" + String.join(", ", words.stream().map(Node::safe).toList()) + "]");
  }

  /** A name, as it stays one. */
  static String safe(String word) {
    return WORDS.contains(word.toLowerCase(Locale.ROOT)) ? '"' + word + '"' : word;
  }

  static List<YamlLine> lines(List<Node> nodes) {
    List<YamlLine> lines = new ArrayList<>();
    for (Node each : nodes) {
      if (each.key.isEmpty()) {
        List<YamlLine> item = lines(each.below);
        for (int i = 0; i < item.size(); i++) {
          lines.add(item.get(i).behind(i == 0 ? "- " : "  "));
        }
      } else if (each.below.isEmpty()) {
        lines.add(
            each.quoted
                ? new YamlLine(each.key + ": ", true, each.value)
                : new YamlLine(each.key + ": " + each.value, false, ""));
      } else {
        lines.add(new YamlLine(each.key + ":", false, ""));
        lines(each.below).forEach(line -> lines.add(line.behind("  ")));
      }
    }
    return lines;
  }
}
