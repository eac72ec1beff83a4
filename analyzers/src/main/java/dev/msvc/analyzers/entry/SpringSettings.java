package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Unread;
import dev.msvc.model.yaml.YamlTree;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
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
  private static final List<String> PROFILE =
      List.of("spring.config.activate.on-profile", "spring.profiles");

  private final Map<String, Map<String, String>> byModule;
  private final List<Unread> broken;

  private SpringSettings(Map<String, Map<String, String>> byModule, List<Unread> broken) {
    this.byModule = byModule;
    this.broken = List.copyOf(broken);
  }

  /** What the files say; those that are broken are noted by whoever asks for {@link #broken}. */
  static SpringSettings of(Sources sources) {
    return sources.shared(SpringSettings.class, each -> read(each.resources()));
  }

  private static SpringSettings read(List<ResourceFile> resources) {
    List<Unread> broken = new ArrayList<>();
    Map<String, Map<String, String>> byModule = new TreeMap<>();
    for (ResourceFile each : resources) {
      String name = each.fileName();
      Map<String, String> read =
          switch (name) {
            case FILE + ".properties" -> properties(each.text());
            case FILE + ".yml", FILE + ".yaml" -> yaml(each, broken);
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
    return new SpringSettings(byModule, broken);
  }

  /** Files that are no settings. */
  List<Unread> broken() {
    return broken;
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

  /** Documents follow each other after a line that only marks it. */
  private static Map<String, String> properties(String text) {
    Map<String, String> all = new HashMap<>();
    for (String document : text.split("(?m)^[#!]---.*$")) {
      Properties properties = new Properties();
      try {
        properties.load(new StringReader(document));
      } catch (IOException | IllegalArgumentException unreadable) {
        continue;
      }
      Map<String, String> settings = new HashMap<>();
      properties
          .stringPropertyNames()
          .forEach(key -> settings.put(key, properties.getProperty(key)));
      addUnlessForProfile(settings, all);
    }
    return all;
  }

  /** Build tools' placeholders are taken out first: with them it is no YAML until it is built. */
  private static Map<String, String> yaml(ResourceFile file, List<Unread> broken) {
    Map<String, String> all = new HashMap<>();
    try {
      for (YamlTree document : YamlTree.read(file.text().replaceAll("@([\\w.-]+)@", "$1"))) {
        Map<String, String> settings = new HashMap<>();
        flatten("", document, settings);
        addUnlessForProfile(settings, all);
      }
    } catch (YamlTree.Malformed malformed) {
      broken.add(new Unread(file.file(), malformed.line(), malformed.reason()));
    }
    return all;
  }

  private static void flatten(String key, YamlTree tree, Map<String, String> to) {
    if (tree instanceof YamlTree.Mapping mapping) {
      mapping
          .entries()
          .forEach((name, each) -> flatten(key.isEmpty() ? name : key + "." + name, each, to));
    } else if (tree instanceof YamlTree.Scalar scalar) {
      to.put(key, scalar.text());
    }
  }

  private static void addUnlessForProfile(Map<String, String> settings, Map<String, String> to) {
    if (PROFILE.stream().noneMatch(settings::containsKey)) {
      to.putAll(settings);
    }
  }
}
