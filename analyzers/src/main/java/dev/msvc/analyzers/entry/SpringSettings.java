package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.ResourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code application.properties} and {@code application.yml} say without any profile. */
final class SpringSettings {
  private static final String FILE = "application";
  private static final int DEPTH = 10;

  private final Map<String, Map<String, String>> byModule;

  private SpringSettings(Map<String, Map<String, String>> byModule) {
    this.byModule = byModule;
  }

  static SpringSettings of(List<ResourceFile> resources) {
    Map<String, Map<String, String>> byModule = new TreeMap<>();
    for (ResourceFile each : resources) {
      String name = each.fileName();
      Map<String, String> read =
          switch (name) {
            case FILE + ".properties" -> properties(each.text());
            case FILE + ".yml", FILE + ".yaml" -> yaml(each.text());
            default -> Map.of();
          };
      Map<String, String> module =
          byModule.computeIfAbsent(each.module(), ignored -> new TreeMap<>());
      if (name.endsWith(".properties")) {
        module.putAll(read);
      } else {
        read.forEach(module::putIfAbsent);
      }
    }
    byModule.values().removeIf(Map::isEmpty);
    return new SpringSettings(byModule);
  }

  /**
   * A setting as a module sees it: its own, or the one that all applications of the system agree
   * on; empty for none.
   */
  String get(String module, String... keys) {
    for (String key : keys) {
      String value = raw(module, key);
      if (value != null) {
        return resolved(value, module);
      }
    }
    return "";
  }

  private @Nullable String raw(String module, String key) {
    Map<String, String> own = byModule.get(module);
    if (own != null) {
      return own.get(key);
    }
    Set<String> said = new HashSet<>();
    for (Map<String, String> each : byModule.values()) {
      said.add(each.getOrDefault(key, ""));
    }
    String only = said.size() == 1 ? said.iterator().next() : "";
    return only.isEmpty() ? null : only;
  }

  /** The text with {@code ${key:default}} put in; what is not known stays as written. */
  String resolved(String text, String module) {
    return resolved(text, module, 0);
  }

  private String resolved(String text, String module, int depth) {
    int start = text.indexOf("${");
    int end = start < 0 ? -1 : closing(text, start);
    if (end < 0 || depth > DEPTH) {
      return text;
    }
    String inner = text.substring(start + 2, end);
    int colon = inner.indexOf(':');
    String key = colon < 0 ? inner : inner.substring(0, colon);
    String value = raw(module, key);
    if (value == null && colon >= 0) {
      value = inner.substring(colon + 1);
    }
    String rest = resolved(text.substring(end + 1), module, depth);
    return text.substring(0, start)
        + (value == null ? text.substring(start, end + 1) : resolved(value, module, depth + 1))
        + rest;
  }

  private static int closing(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static Map<String, String> properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(mainDocument(text, "#---", "!---")));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Map.of();
    }
    Map<String, String> all = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    return all;
  }

  /** The part before a line that starts a further document, which may be for one profile only. */
  private static String mainDocument(String text, String... separators) {
    StringBuilder main = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      for (String separator : separators) {
        if (line.startsWith(separator) && !main.toString().isBlank()) {
          return main.toString();
        }
      }
      main.append(line).append('\n');
    }
    return main.toString();
  }

  /** A level of a YAML mapping: how far it is indented, and its key with those around it. */
  private record Level(int indent, String key) {}

  /**
   * Scalars in mappings, by dotted key. Build tools' placeholders make many of these files no YAML
   * until they are built, so they are read by their indentation.
   */
  private static Map<String, String> yaml(String text) {
    Map<String, String> all = new HashMap<>();
    Deque<Level> levels = new ArrayDeque<>();
    List<String> lines = new ArrayList<>();
    mainDocument(text, "---").lines().forEach(lines::add);
    for (String line : lines) {
      String content = line.strip();
      int colon = colon(content);
      if (colon <= 0 || content.charAt(0) == '#' || content.charAt(0) == '-') {
        continue;
      }
      int indent = line.indexOf(content.charAt(0));
      while (!levels.isEmpty() && levels.getLast().indent() >= indent) {
        levels.removeLast();
      }
      String key = unquoted(content.substring(0, colon).strip());
      String full = levels.isEmpty() ? key : levels.getLast().key() + "." + key;
      levels.addLast(new Level(indent, full));
      String value = scalar(content.substring(colon + 1).strip());
      if (!value.isEmpty()) {
        all.put(full, value);
      }
    }
    return all;
  }

  private static int colon(String content) {
    int colon = content.indexOf(": ");
    return colon < 0 && content.endsWith(":") ? content.length() - 1 : colon;
  }

  private static String scalar(String value) {
    if (value.startsWith("\"") || value.startsWith("'")) {
      return unquoted(value);
    }
    int comment = value.startsWith("#") ? 0 : value.indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }

  private static String unquoted(String value) {
    if (value.isEmpty()) {
      return value;
    }
    char quote = value.charAt(0);
    int end = quote == '"' || quote == '\'' ? value.indexOf(quote, 1) : -1;
    return end < 0 ? value : value.substring(1, end);
  }
}
