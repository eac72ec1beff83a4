package dev.msvc.model.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes YAML in block form, one thing a line, so that branches merge; with comments where they
 * were. A tree is of maps, lists, texts, {@link Plain} and {@link Flow}.
 */
final class BlockYaml {
  /** Written as it is: a number, a range, a truth value. */
  record Plain(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Written in one line. */
  record Flow(Object value) {}

  private final KeptComments comments;
  private final StringBuilder text = new StringBuilder();

  private BlockYaml(KeptComments comments) {
    this.comments = comments;
  }

  /** The text of a tree; comments whose line is gone stand before what was around it. */
  static String write(Map<String, ?> tree, KeptComments kept) {
    Set<String> paths = new HashSet<>();
    collect(YamlPaths.ROOT, tree, paths);
    BlockYaml yaml = new BlockYaml(kept.within(paths));
    yaml.map(YamlPaths.ROOT, tree, "", "");
    yaml.comments.before(YamlPaths.ROOT).forEach(each -> yaml.line("", each));
    return yaml.text.toString();
  }

  private static void collect(String path, Object value, Set<String> paths) {
    paths.add(path);
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> collect(YamlPaths.of(path, key), notNull(each), paths));
    } else if (value instanceof Collection<?> items) {
      int index = 0;
      for (Object each : items) {
        collect(YamlPaths.item(path, each, index++), each, paths);
      }
    }
  }

  private static Object notNull(@Nullable Object value) {
    return value == null ? new Plain("") : value;
  }

  private void line(String indent, String content) {
    text.append(content.isEmpty() ? "" : indent).append(content).append('\n');
  }

  private void commented(String path, String indent) {
    comments.before(path).forEach(each -> line(indent, each));
  }

  /**
   * @param first what the first line begins with: the indent, or that of a list's item
   */
  private void map(String path, Map<?, ?> map, String first, String indent) {
    String begin = first;
    for (Map.Entry<?, ?> each : map.entrySet()) {
      String at = YamlPaths.of(path, each.getKey());
      if (begin.equals(indent)) {
        commented(at, indent);
      }
      Object value = notNull(each.getValue());
      String key = begin + LockDocument.plain(String.valueOf(each.getKey())) + ":";
      String inline = comments.inline(at);
      if (value instanceof Map<?, ?> nested && !nested.isEmpty()) {
        line("", key + inline);
        map(at, nested, indent + "  ", indent + "  ");
      } else if (value instanceof Collection<?> items && !items.isEmpty()) {
        line("", key + inline);
        items(at, items, indent + "  ");
      } else if (value instanceof String lines && hasLines(lines)) {
        line("", key + (lines.endsWith("\n") ? " |" : " |-") + inline);
        lines.lines().forEach(text -> line(indent + "  ", text));
      } else {
        String shown = inOneLine(value);
        line("", key + (shown.isEmpty() ? "" : " " + shown) + inline);
      }
      begin = indent;
    }
  }

  private void items(String path, Collection<?> items, String indent) {
    int index = 0;
    for (Object each : items) {
      String at = YamlPaths.item(path, each, index++);
      commented(at, indent);
      if (each instanceof Map<?, ?> nested && !nested.isEmpty()) {
        commented(YamlPaths.of(at, nested.keySet().iterator().next()), indent);
        map(at, nested, indent + "- ", indent + "  ");
      } else if (each instanceof Collection<?> nested && !nested.isEmpty()) {
        line(indent, "-" + comments.inline(at));
        items(at, nested, indent + "  ");
      } else {
        line(indent, "- " + inOneLine(each) + comments.inline(at));
      }
    }
  }

  /** Whether a text is one of several lines that YAML gives back as they are written. */
  private static boolean hasLines(String text) {
    boolean printable =
        text.codePoints()
            .allMatch(c -> c == '\n' || (c >= 0x20 && c != 0x7f && c != 0x85 && c >> 1 != 0x1014));
    return printable && text.matches("(?s)[^\\s].*\n.*") && !text.endsWith("\n\n");
  }

  private static String inOneLine(Object value) {
    if (value instanceof Flow flow) {
      return inOneLine(flow.value());
    }
    if (value instanceof Plain plain) {
      return plain.text();
    }
    if (value instanceof Map<?, ?> map) {
      List<String> parts = new ArrayList<>();
      map.forEach(
          (key, each) ->
              parts.add(LockDocument.plain(String.valueOf(key)) + ": " + inOneLine(notNull(each))));
      return "{" + String.join(", ", parts) + "}";
    }
    if (value instanceof Collection<?> items) {
      return items.stream()
          .map(each -> inOneLine(notNull(each)))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return LockDocument.plain(String.valueOf(value));
  }
}
