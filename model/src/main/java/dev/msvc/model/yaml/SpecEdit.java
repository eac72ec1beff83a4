package dev.msvc.model.yaml;

import dev.msvc.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a text of services apart, and sets what a command line says of one, where it stands. */
public final class SpecEdit {
  private static final Pattern WORD =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[\\w.-]+");

  private final String file;
  private String text;

  /**
   * @param file as messages name it
   * @param text of one service
   */
  public SpecEdit(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * The documents of a text as they are written; what is nothing but comments goes with the next.
   */
  public static List<String> documents(String text) {
    List<String> documents = new ArrayList<>();
    StringBuilder document = new StringBuilder();
    boolean says = false;
    int from = 0;
    while (from < text.length()) {
      int at = text.indexOf('\n', from);
      int to = at < 0 ? text.length() : at + 1;
      String line = text.substring(from, to);
      from = to;
      if (line.matches("---(\\s[\\s\\S]*)?")) {
        if (says) {
          documents.add(document.toString());
          document.setLength(0);
          says = false;
        }
        String rest = line.substring(3).stripLeading();
        says |= !rest.isBlank() && !rest.startsWith("#");
        document.append(rest);
        continue;
      }
      says |= !line.isBlank() && !line.stripLeading().startsWith("#");
      document.append(line);
    }
    if (says) {
      documents.add(document.toString());
    }
    return documents;
  }

  /** The text as it is now. */
  public String text() {
    return text;
  }

  /** The service's package is this one. */
  public void setPackage(String name) {
    set(root(), "package", name, "name");
  }

  /** The service's code comes from this template. */
  public void setTemplate(String name) {
    MarkedYaml.Entry options = entry(root(), "options");
    if (options == null) {
      String end = text.contains("\r\n") ? "\r\n" : "\n";
      String before = text.isEmpty() || text.endsWith("\n") ? "" : end;
      text = text + before + "options:" + end + "  template: " + name + end;
    } else {
      set(options.value(), "template", name, "");
    }
  }

  private MarkedYaml root() {
    return MarkedYaml.read(file, text);
  }

  private static MarkedYaml.@Nullable Entry entry(MarkedYaml node, String key) {
    if (node instanceof MarkedYaml.Mapping mapping) {
      for (MarkedYaml.Entry each : mapping.entries()) {
        if (each.key().equals(key)) {
          return each;
        }
      }
    }
    return null;
  }

  /**
   * @param after the key that a new one stands behind; empty for the first
   */
  private void set(MarkedYaml node, String key, String value, String after) {
    MarkedYaml.Entry there = entry(node, key);
    if (there != null) {
      int at = offset(there.value().mark());
      Matcher word = WORD.matcher(text).region(at, text.length());
      if (!(there.value() instanceof MarkedYaml.Scalar) || !word.lookingAt()) {
        throw byHand(there.mark(), key, value);
      }
      text = text.substring(0, at) + value + text.substring(word.end());
      return;
    }
    if (!(node instanceof MarkedYaml.Mapping mapping) || mapping.entries().isEmpty()) {
      throw byHand(node.mark(), key, value);
    }
    MarkedYaml.Entry first = mapping.entries().get(0);
    MarkedYaml.Entry before = entry(node, after);
    int at = offset((before == null ? first : before).mark());
    int line = text.lastIndexOf('\n', at - 1) + 1;
    if (!text.substring(line, at).isBlank()) {
      // in one line with others
      text = text.substring(0, at) + key + ": " + value + ", " + text.substring(at);
      return;
    }
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    String written = text.substring(line, at) + key + ": " + value + end;
    int to = before == null ? line : text.indexOf('\n', at) + 1;
    if (before != null && to == 0) {
      to = line;
    }
    text = text.substring(0, to) + written + text.substring(to);
  }

  private UserError byHand(MarkedYaml.Mark mark, String key, String value) {
    return MarkedYaml.wrong(
        file,
        mark,
        "'%s' cannot be set here".formatted(key),
        "write %s: %s into the file".formatted(key, value));
  }

  private int offset(MarkedYaml.Mark mark) {
    int at = 0;
    for (int i = 1; i < mark.line(); i++) {
      at = text.indexOf('\n', at) + 1;
    }
    // columns are of characters, some of which are two in Java
    return text.offsetByCodePoints(at, mark.column() - 1);
  }
}
