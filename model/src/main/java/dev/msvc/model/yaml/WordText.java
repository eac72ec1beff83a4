package dev.msvc.model.yaml;

import dev.msvc.model.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a YAML file, edited in place: what is not touched keeps its bytes, with comments,
 * order and ends of lines.
 */
final class WordText {
  private final String end;
  private List<String> lines;

  WordText(String text) {
    end = text.contains("\r\n") ? "\r\n" : "\n";
    lines = new ArrayList<>(Arrays.asList(text.split("\r?\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
  }

  @Override
  public String toString() {
    return lines.isEmpty() ? "" : String.join(end, lines) + end;
  }

  private MarkedYaml root() {
    return MarkedYaml.read(Word.FILE, toString());
  }

  /** Something at the end of a path of keys; its entry is null for the whole file. */
  private record Found(MarkedYaml node, MarkedYaml.@Nullable Entry entry) {}

  private @Nullable Found find(List<String> path) {
    Found found = new Found(root(), null);
    for (String key : path) {
      if (!(found.node() instanceof MarkedYaml.Mapping mapping)) {
        return null;
      }
      MarkedYaml.Entry next =
          mapping.entries().stream()
              .filter(each -> each.key().equals(key))
              .findFirst()
              .orElse(null);
      if (next == null) {
        return null;
      }
      found = new Found(next.value(), next);
    }
    return found;
  }

  /**
   * Adds an item to the list at a path, and what is missing of the path.
   *
   * @param block the item in lines, without the dash
   * @param flow the item in one line
   */
  void add(List<String> path, List<String> block, String flow) {
    for (int depth = path.size(); depth >= 0; depth--) {
      Found found = find(path.subList(0, depth));
      if (found != null) {
        List<String> missing = path.subList(depth, path.size());
        addTo(found, missing, block, flow);
        return;
      }
    }
  }

  private void addTo(Found found, List<String> missing, List<String> block, String flow) {
    MarkedYaml node = found.node();
    MarkedYaml.Entry entry = found.entry();
    if (isFlow(node)) {
      MarkedYaml.Mark at =
          node instanceof MarkedYaml.Mapping mapping
              ? mapping.end()
              : ((MarkedYaml.Sequence) node).end();
      boolean empty =
          node instanceof MarkedYaml.Mapping mapping
              ? mapping.entries().isEmpty()
              : ((MarkedYaml.Sequence) node).items().isEmpty();
      String inline = flow;
      for (int i = missing.size() - 1; i >= 0; i--) {
        boolean last = i == missing.size() - 1;
        inline = missing.get(i) + ": " + (last ? "[" + inline + "]" : "{" + inline + "}");
      }
      insert(at, (empty ? "" : ", ") + inline);
      return;
    }
    boolean list = node instanceof MarkedYaml.Sequence;
    boolean filled = list || (node instanceof MarkedYaml.Mapping some && !some.entries().isEmpty());
    int indent = filled ? node.mark().column() - 1 : indent(entry) + (entry == null ? 0 : 2);
    int after = filled || entry == null ? lastLine(node) : entry.mark().line();
    if (entry == null) {
      after = lines.size();
    }
    lines.addAll(after, nested(missing, block, indent));
  }

  private static int indent(MarkedYaml.@Nullable Entry entry) {
    return entry == null ? 0 : entry.mark().column() - 1;
  }

  private static List<String> nested(List<String> missing, List<String> block, int indent) {
    List<String> added = new ArrayList<>();
    int depth = indent;
    for (String key : missing) {
      added.add(" ".repeat(depth) + key + ":");
      depth += 2;
    }
    for (int i = 0; i < block.size(); i++) {
      added.add(" ".repeat(depth) + (i == 0 ? "- " : "  ") + block.get(i));
    }
    return added;
  }

  /** Removes an item of a list, with its line where it has one, and what is left empty by it. */
  void remove(List<String> path, String text) {
    Found found = find(path);
    if (found == null || !(found.node() instanceof MarkedYaml.Sequence list)) {
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      MarkedYaml item = list.items().get(i);
      if (item instanceof MarkedYaml.Scalar scalar && scalar.text().equals(text)) {
        if (list.items().size() == 1) {
          removeEntry(path);
        } else if (isFlow(list)) {
          cut(list, i);
        } else {
          lines.remove(item.mark().line() - 1);
        }
        return;
      }
    }
  }

  private void cut(MarkedYaml.Sequence list, int index) {
    MarkedYaml.Mark from = list.items().get(index).mark();
    if (index + 1 < list.items().size()) {
      replace(from, list.items().get(index + 1).mark(), "");
    } else {
      MarkedYaml before = list.items().get(index - 1);
      MarkedYaml.Mark end =
          new MarkedYaml.Mark(before.mark().line(), before.mark().column() + length(before.mark()));
      MarkedYaml.Mark close = list.end();
      MarkedYaml.Mark to = new MarkedYaml.Mark(from.line(), from.column() + length(from));
      replace(end, close.line() == to.line() ? close : to, "");
    }
  }

  private void removeEntry(List<String> path) {
    Found found = find(path);
    if (found == null) {
      return;
    }
    MarkedYaml.Entry entry = found.entry();
    Found parent = find(path.subList(0, path.size() - 1));
    if (entry == null || parent == null || !(parent.node() instanceof MarkedYaml.Mapping of)) {
      return;
    }
    if (of.entries().size() == 1 && path.size() > 1) {
      removeEntry(path.subList(0, path.size() - 1));
      return;
    }
    if (!isFlow(of)) {
      lines.subList(entry.mark().line() - 1, lastLine(entry)).clear();
      return;
    }
    int index = of.entries().indexOf(entry);
    if (index + 1 < of.entries().size()) {
      replace(entry.mark(), of.entries().get(index + 1).mark(), "");
    } else {
      MarkedYaml.Mark end = endOf(of.entries().get(index - 1).value());
      replace(end, of.end(), "");
    }
  }

  /** Writes another text in place of a name. */
  void replace(Word.Said said, String text) {
    MarkedYaml.Mark from = new MarkedYaml.Mark(said.line(), said.column());
    MarkedYaml.Mark to = new MarkedYaml.Mark(said.line(), said.column() + length(from));
    replace(from, to, text);
  }

  private boolean isFlow(MarkedYaml node) {
    if (node instanceof MarkedYaml.Scalar) {
      return false;
    }
    MarkedYaml.Mark at = node.mark();
    String line = at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
    char c = at.column() <= line.length() ? line.charAt(at.column() - 1) : ' ';
    return c == '[' || c == '{';
  }

  private MarkedYaml.Mark endOf(MarkedYaml node) {
    if (node instanceof MarkedYaml.Mapping mapping) {
      return new MarkedYaml.Mark(mapping.end().line(), mapping.end().column() + 1);
    }
    if (node instanceof MarkedYaml.Sequence list) {
      return new MarkedYaml.Mark(list.end().line(), list.end().column() + 1);
    }
    return new MarkedYaml.Mark(node.mark().line(), node.mark().column() + length(node.mark()));
  }

  private int lastLine(MarkedYaml.Entry entry) {
    return Math.max(entry.mark().line(), lastLine(entry.value()));
  }

  private int lastLine(MarkedYaml node) {
    if (node instanceof MarkedYaml.Scalar) {
      return node.mark().line();
    }
    if (isFlow(node)) {
      return node instanceof MarkedYaml.Mapping mapping
          ? mapping.end().line()
          : ((MarkedYaml.Sequence) node).end().line();
    }
    List<Integer> ends = new ArrayList<>(List.of(node.mark().line()));
    if (node instanceof MarkedYaml.Mapping mapping) {
      mapping.entries().forEach(each -> ends.add(lastLine(each)));
    } else if (node instanceof MarkedYaml.Sequence list) {
      list.items().forEach(each -> ends.add(lastLine(each)));
    }
    return Collections.max(ends);
  }

  /** How long the scalar at a place is in its line. */
  private int length(MarkedYaml.Mark at) {
    String rest = lines.get(at.line() - 1).substring(at.column() - 1);
    char quote = rest.isEmpty() ? ' ' : rest.charAt(0);
    if (quote == '"' || quote == '\'') {
      int close = 1;
      while (close < rest.length() && rest.charAt(close) != quote) {
        close += rest.charAt(close) == '\\' && quote == '"' ? 2 : 1;
      }
      return Math.min(rest.length(), close + 1);
    }
    int length = 0;
    while (length < rest.length() && ",]}#:".indexOf(rest.charAt(length)) < 0) {
      length++;
    }
    return rest.substring(0, length).stripTrailing().length();
  }

  private void insert(MarkedYaml.Mark at, String text) {
    replace(at, at, text);
  }

  private void replace(MarkedYaml.Mark from, MarkedYaml.Mark to, String text) {
    String head = lines.get(from.line() - 1).substring(0, from.column() - 1);
    String tail = lines.get(to.line() - 1).substring(to.column() - 1);
    List<String> changed = new ArrayList<>(lines.subList(0, from.line() - 1));
    changed.add(head + text + tail);
    changed.addAll(lines.subList(to.line(), lines.size()));
    lines = changed;
  }
}
