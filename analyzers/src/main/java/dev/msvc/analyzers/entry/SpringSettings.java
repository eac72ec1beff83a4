package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Unread;
import dev.msvc.model.yaml.YamlTree;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code application.properties} and {@code application.yml} say: without any profile, or for
 * all profiles that say something.
 */
final class SpringSettings {
  private static final Pattern FILE =
      Pattern.compile("application(?:-[\\w.-]+)?\\.(?:properties|ya?ml)");
  private static final int DEPTH = 10;
  private static final long LARGEST = 1 << 16;
  private static final List<String> TELLING =
      List.of(
          "server.servlet.context-path=",
          "spring.mvc.servlet.path=",
          "spring.webflux.base-path=",
          "cxf.path=");
  private static final List<String> PROFILE =
      List.of("spring.config.activate.on-profile", "spring.profiles");

  private final Map<String, Map<String, String>> byModule;
  private final Modules modules;
  private final List<Unread> broken;

  private SpringSettings(
      Map<String, Map<String, String>> byModule, Modules modules, List<Unread> broken) {
    this.byModule = byModule;
    this.modules = modules;
    this.broken = List.copyOf(broken);
  }

  /** What the files say; those that are broken are noted by whoever asks for {@link #broken}. */
  static SpringSettings of(Sources sources) {
    return sources.shared(SpringSettings.class, SpringSettings::read);
  }

  private static SpringSettings read(Sources sources) {
    List<Unread> broken = new ArrayList<>();
    Map<String, Map<String, String>> byModule = new TreeMap<>();
    Map<String, Map<String, Set<String>>> byProfile = new TreeMap<>();
    for (ResourceFile each : sources.resources()) {
      if (FILE.matcher(each.fileName()).matches() || isRenamed(each)) {
        boolean main = each.fileName().indexOf('-') < 0;
        boolean properties = each.extension().equals("properties");
        for (Map<String, String> document :
            properties ? properties(each.text()) : yaml(each, broken)) {
          if (!main || PROFILE.stream().anyMatch(document::containsKey)) {
            Map<String, Set<String>> module =
                byProfile.computeIfAbsent(each.module(), ignored -> new TreeMap<>());
            document.forEach(
                (key, value) -> module.computeIfAbsent(key, ignored -> new TreeSet<>()).add(value));
          } else {
            Map<String, String> module =
                byModule.computeIfAbsent(each.module(), ignored -> new TreeMap<>());
            document.forEach(properties ? module::put : module::putIfAbsent);
          }
        }
      }
    }
    byProfile.forEach(
        (name, settings) -> {
          Map<String, String> module = byModule.computeIfAbsent(name, ignored -> new TreeMap<>());
          settings.forEach(
              (key, values) -> {
                if (values.size() == 1) {
                  module.putIfAbsent(key, values.iterator().next());
                }
              });
        });
    byModule.values().removeIf(Map::isEmpty);
    return new SpringSettings(byModule, Modules.of(sources), broken);
  }

  /** An application may have its settings under another name, as those of its server tell. */
  private static boolean isRenamed(ResourceFile file) {
    if (!file.extension().equals("properties")
        || file.size() > LARGEST
        || file.fileName().indexOf('_') >= 0) {
      return false;
    }
    String text = file.text();
    return TELLING.stream().anyMatch(text::contains);
  }

  /** Files that are no settings. */
  List<Unread> broken() {
    return broken;
  }

  /**
   * A setting as a module sees it: its own, or the one that the applications that hold it agree on,
   * or else all of the system; empty for none.
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
    String said =
        modules.agreed(
            module,
            byModule.keySet(),
            each -> {
              Map<String, String> settings = byModule.get(each);
              return settings == null ? null : settings.getOrDefault(key, "");
            });
    return said == null || said.isEmpty() ? null : said;
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
  private static List<Map<String, String>> properties(String text) {
    List<Map<String, String>> all = new ArrayList<>();
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
      all.add(settings);
    }
    return all;
  }

  /** Build tools' placeholders are taken out first: with them it is no YAML until it is built. */
  static List<YamlTree> unbuilt(ResourceFile file) throws YamlTree.Malformed {
    return YamlTree.read(file.text().replaceAll("@([\\w.-]+)@", "$1"));
  }

  private static List<Map<String, String>> yaml(ResourceFile file, List<Unread> broken) {
    List<Map<String, String>> all = new ArrayList<>();
    try {
      for (YamlTree document : unbuilt(file)) {
        Map<String, String> settings = new HashMap<>();
        flatten("", document, settings);
        all.add(settings);
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
}
