package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Constants of Struts 2 as a module's {@code struts.xml} and {@code struts.properties} set them.
 */
final class StrutsSettings {
  private final Map<String, Map<String, String>> byModule = new TreeMap<>();
  private final Modules modules;

  StrutsSettings(Sources sources, FactCollector facts) {
    modules = Modules.of(sources);
    for (ResourceFile each : sources.resources()) {
      if (each.fileName().equals("struts.properties")) {
        Properties properties = new Properties();
        try {
          properties.load(new StringReader(each.text()));
        } catch (IOException | IllegalArgumentException unreadable) {
          continue;
        }
        properties
            .stringPropertyNames()
            .forEach(key -> put(each.module(), key, properties.getProperty(key)));
      }
    }
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("struts", facts)) {
      for (XmlElement constant : each.root().elements("constant")) {
        put(each.file().module(), constant.attribute("name"), constant.attribute("value"));
      }
    }
  }

  private void put(String module, String key, String value) {
    byModule.computeIfAbsent(module, ignored -> new TreeMap<>()).put(key, value.strip());
  }

  private @Nullable String raw(String module, String key) {
    return modules.agreed(
        module,
        byModule.keySet(),
        each -> {
          Map<String, String> settings = byModule.get(each);
          return settings == null ? null : settings.get(key);
        });
  }

  String get(String module, String key, String otherwise) {
    String value = raw(module, key);
    return value == null ? otherwise : value;
  }

  boolean isSet(String module, String key) {
    return get(module, key, "").equals("true");
  }

  /** Whether a module's own settings speak of conventions. */
  boolean knowsConventions(String module) {
    return byModule.getOrDefault(module, Map.of()).keySet().stream()
        .anyMatch(each -> each.startsWith("struts.convention."));
  }

  boolean isRest(String module) {
    String mapper = get(module, "struts.mapper.class", "");
    return mapper.equals("rest") || mapper.endsWith("RestActionMapper");
  }

  /** The ending of paths, with its dot; empty for none. */
  String ending(String module) {
    String all = get(module, "struts.action.extension", "action");
    String first = all.substring(0, all.indexOf(',') < 0 ? all.length() : all.indexOf(',')).strip();
    return first.isEmpty() ? "" : "." + first;
  }
}
