package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of {@code ${key}} in descriptors, from all of the system's properties files: which of them
 * a context loads is its own code's business, so a key that two files give different values has
 * none.
 */
public final class Placeholders {
  private static final int DEPTH = 10;
  private static final int LONGEST = 1 << 20;
  private static final Pattern LANGUAGE = Pattern.compile(".*_[a-z]{2}(_[A-Z]{2})?\\.properties");

  private final List<ResourceFile> files;
  private @Nullable Map<String, String> values;

  private Placeholders(List<ResourceFile> files) {
    this.files = files;
  }

  public static Placeholders of(Sources sources) {
    return sources.shared(
        Placeholders.class,
        each ->
            new Placeholders(
                each.resources().stream()
                    .filter(file -> file.extension().equals("properties"))
                    .filter(file -> !LANGUAGE.matcher(file.fileName()).matches())
                    .toList()));
  }

  /** The text with {@code ${key:default}} put in; what is not known stays as written. */
  public String resolved(String text) {
    return text.contains("${") ? resolved(text, 0) : text;
  }

  private String resolved(String text, int depth) {
    int start = text.indexOf("${");
    int end = start < 0 ? -1 : text.indexOf('}', start);
    if (end < 0 || depth > DEPTH) {
      return text;
    }
    String inner = text.substring(start + 2, end);
    int colon = inner.indexOf(':');
    String value = values().get(colon < 0 ? inner : inner.substring(0, colon));
    if (value == null && colon >= 0) {
      value = inner.substring(colon + 1);
    }
    String known = value == null ? text.substring(start, end + 1) : resolved(value, depth + 1);
    return text.substring(0, start) + known + resolved(text.substring(end + 1), depth + 1);
  }

  private synchronized Map<String, String> values() {
    Map<String, String> known = values;
    if (known == null) {
      known = read();
      values = known;
    }
    return known;
  }

  private Map<String, String> read() {
    Map<String, String> all = new HashMap<>();
    Set<String> disputed = new HashSet<>();
    for (ResourceFile each : files) {
      if (each.size() <= LONGEST) {
        Properties properties = new Properties();
        try {
          properties.load(new StringReader(each.text()));
        } catch (IOException | IllegalArgumentException unreadable) {
          continue;
        }
        for (String key : properties.stringPropertyNames()) {
          String value = properties.getProperty(key).strip();
          String before = all.putIfAbsent(key, value);
          if (before != null && !before.equals(value)) {
            disputed.add(key);
          }
        }
      }
    }
    all.keySet().removeAll(disputed);
    return all;
  }
}
