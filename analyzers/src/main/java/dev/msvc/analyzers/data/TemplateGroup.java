package dev.msvc.analyzers.data;

import dev.msvc.analyzers.source.SourceText;
import dev.msvc.analyzers.sql.SqlReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Templates of one group file of StringTemplate, with those that it takes from others: its own
 * definition of a name stands before an imported one, also where an imported template uses it.
 */
final class TemplateGroup {
  /** Stands where a group leaves a table's name empty, which those that build on it give. */
  static final String UNNAMED = "\u0001";

  private static final Pattern BEFORE_NAME =
      Pattern.compile("(?i)\\b(?:from|join|into|update|table)\\s+$");
  private static final int DEEPEST = 20;
  private static final int LONGEST = 100_000;
  private static final String HOLE = String.valueOf(SqlReader.HOLE);
  private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+\"([^\"]+)\"");
  private static final Pattern SUPER = Pattern.compile("^\\s*group\\s+\\w+\\s*:\\s*([\\w.]+)");
  private static final Pattern DEFINITION =
      Pattern.compile("(?m)^\\s*(\\w+)\\s*\\(([^)]*)\\)\\s*::=\\s*(\"|<<|<%|\\{)");
  private static final Pattern USE = Pattern.compile("(\\w+)\\((.*)\\)(?:;.*)?", Pattern.DOTALL);

  private final Map<String, Template> templates = new HashMap<>();

  /** Templates that are being put in: one that uses itself. */
  private final Set<String> open = new HashSet<>();

  /** A template: its parameters and its text as written. */
  private record Template(List<String> parameters, String text, int line) {}

  /**
   * Reads a group.
   *
   * @param imported gives the text of an imported file by its path, null where there is none
   */
  static TemplateGroup read(String text, Function<String, @Nullable String> imported) {
    TemplateGroup group = new TemplateGroup();
    group.add(text, imported, 0);
    return group;
  }

  private void add(String text, Function<String, @Nullable String> imported, int depth) {
    Matcher definition = DEFINITION.matcher(text);
    int at = 0;
    while (definition.find(at)) {
      String open = definition.group(3);
      String close =
          switch (open) {
            case "<<" -> ">>";
            case "<%" -> "%>";
            case "{" -> "}";
            default -> "\"";
          };
      int end = text.indexOf(close, definition.end());
      end = end < 0 ? text.length() : end;
      int line = SourceText.lineAt(text, definition.start(1));
      templates.putIfAbsent(
          definition.group(1),
          new Template(names(definition.group(2)), text.substring(definition.end(), end), line));
      at = end;
    }
    if (depth < DEEPEST) {
      for (Pattern each : List.of(IMPORT, SUPER)) {
        Matcher other = each.matcher(text);
        while (other.find()) {
          String found = imported.apply(other.group(1));
          if (found != null) {
            add(found, imported, depth + 1);
          }
        }
      }
    }
  }

  private static List<String> names(String parameters) {
    return List.of(parameters.split(",", -1)).stream()
        .map(each -> each.contains("=") ? each.substring(0, each.indexOf('=')) : each)
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  boolean has(String name) {
    return templates.containsKey(name);
  }

  /** The text of a template with the others put in; what only the caller knows is a hole. */
  String text(String name) {
    open.clear();
    return expanded(name, List.of(), 0);
  }

  private String expanded(String name, List<String> arguments, int depth) {
    Template template = templates.get(name);
    if (template == null || depth > DEEPEST || !open.add(name)) {
      return HOLE;
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < template.parameters().size(); i++) {
      values.put(template.parameters().get(i), i < arguments.size() ? arguments.get(i) : HOLE);
    }
    String text = filled(template.text(), values, depth);
    open.remove(name);
    return text;
  }

  private String filled(String text, Map<String, String> values, int depth) {
    StringBuilder out = new StringBuilder();
    int skipped = 0;
    int at = 0;
    while (at < text.length() && out.length() < LONGEST) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        if (skipped == 0) {
          out.append(text.charAt(at + 1));
        }
        at += 2;
      } else if (c == '<') {
        int end = end(text, at);
        String inside = text.substring(at + 1, end).strip();
        if (inside.startsWith("else") || (skipped > 0 && inside.startsWith("if"))) {
          // the first branch stands for all
          skipped++;
        } else if (inside.equals("endif")) {
          skipped = Math.max(0, skipped - 1);
        } else if (skipped == 0 && !inside.startsWith("if") && !inside.startsWith("!")) {
          String value = value(inside, values, depth);
          out.append(value.isBlank() && BEFORE_NAME.matcher(out).find() ? UNNAMED : value);
        }
        at = Math.min(end + 1, text.length());
      } else {
        if (skipped == 0) {
          out.append(c);
        }
        at++;
      }
    }
    return out.toString();
  }

  /** Where the expression ends that begins here. */
  private static int end(String text, int start) {
    int braces = 0;
    boolean quoted = false;
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        braces++;
      } else if (!quoted && c == '}') {
        braces--;
      } else if (!quoted && braces <= 0 && c == '>') {
        return i;
      }
    }
    return text.length();
  }

  private String value(String inside, Map<String, String> values, int depth) {
    Matcher use = USE.matcher(inside);
    if (use.matches()) {
      List<String> arguments =
          use.group(2).isBlank()
              ? List.of()
              : List.of(use.group(2).split(",", -1)).stream()
                  .map(each -> argument(each.strip(), values, depth))
                  .toList();
      return expanded(use.group(1), arguments, depth + 1);
    }
    String name = inside.contains(";") ? inside.substring(0, inside.indexOf(';')) : inside;
    return values.getOrDefault(name.strip(), HOLE);
  }

  private String argument(String written, Map<String, String> values, int depth) {
    String value =
        written.contains("=") && !written.startsWith("\"")
            ? written.substring(written.indexOf('=') + 1).strip()
            : written;
    if (value.startsWith("\"")) {
      return value.replace("\"", "");
    }
    return value.isEmpty() ? "" : value(value, values, depth);
  }

  /** Where a template is defined, from 1; 1 for an unknown one. */
  int line(String name) {
    Template template = templates.get(name);
    return template == null ? 1 : template.line();
  }
}
