package dev.msvc.analyzers.data;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.yaml.YamlTree;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Values that the configuration of MyBatis has for {@code ${name}} in its statements. Which
 * configuration is in use is not known: a name with two values has none.
 *
 * @param values by name
 */
record MapperVariables(Map<String, String> values) {
  static final MapperVariables NONE = new MapperVariables(Map.of());

  private static final long LONGEST = 1 << 18;
  private static final Pattern XML =
      Pattern.compile("<configuration[\\s>]|<sqlMapConfig[\\s>]|configurationProperties");
  private static final Pattern SETTINGS =
      Pattern.compile("application(?:-[\\w.-]+)?\\.(?:properties|ya?ml)");
  private static final List<String> KEYS =
      List.of(
          "mybatis.configuration-properties.",
          "mybatis.configurationProperties.",
          "mybatis.configuration.variables.",
          "mybatis-plus.configuration-properties.",
          "mybatis-plus.configurationProperties.",
          "mybatis-plus.configuration.variables.");

  MapperVariables {
    values = Map.copyOf(values);
  }

  static MapperVariables of(Sources sources) {
    return sources.shared(MapperVariables.class, each -> new Reading(each).all());
  }

  /** A text with the values of the names that are known. */
  String filled(String text) {
    String filled = text;
    if (filled.indexOf("${") >= 0) {
      for (Map.Entry<String, String> each : values.entrySet()) {
        filled = filled.replace("${" + each.getKey() + "}", each.getValue());
      }
    }
    return filled;
  }

  private static final class Reading {
    private final Sources sources;
    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> disputed = new HashSet<>();

    Reading(Sources sources) {
      this.sources = sources;
    }

    MapperVariables all() {
      for (ResourceFile each : sources.resources()) {
        if (each.size() > LONGEST) {
          continue;
        }
        if (each.extension().equals("xml")) {
          xml(each);
        } else if (SETTINGS.matcher(each.fileName()).matches()) {
          settings(each);
        }
      }
      values.keySet().removeAll(disputed);
      return new MapperVariables(values);
    }

    private void put(String name, String value) {
      if (name.isEmpty() || value.contains("${") || value.contains("@")) {
        return;
      }
      String before = values.putIfAbsent(name, value);
      if (before != null && !before.equals(value)) {
        disputed.add(name);
      }
    }

    private void xml(ResourceFile file) {
      String text = file.text();
      if (!XML.matcher(text).find()) {
        return;
      }
      try {
        XmlElement root = SafeXml.read(text);
        if (root.name().equals("configuration") || root.name().equals("sqlMapConfig")) {
          configuration(root, file);
        } else {
          beans(root);
        }
      } catch (MalformedXml malformed) {
        // who reads this kind of file says so
        return;
      }
    }

    private void configuration(XmlElement root, ResourceFile file) {
      boolean mapping =
          root.name().equals("sqlMapConfig")
              || !root.elements("mappers").isEmpty()
              || !root.elements("settings").isEmpty()
              || !root.elements("environments").isEmpty()
              || !root.elements("typeAliases").isEmpty();
      for (XmlElement each : mapping ? root.elements("properties") : List.<XmlElement>of()) {
        each.elements("property")
            .forEach(one -> put(one.attribute("name"), one.attribute("value")));
        String resource = each.attribute("resource");
        List<ResourceFile> found =
            resource.isEmpty()
                ? List.of()
                : sources.resources().stream()
                    .filter(
                        one -> one.file().equals(resource) || one.file().endsWith("/" + resource))
                    .toList();
        List<ResourceFile> near =
            found.stream().filter(one -> one.module().equals(file.module())).toList();
        List<ResourceFile> meant = near.isEmpty() ? found : near;
        if (meant.size() == 1) {
          properties(meant.get(0).text()).forEach(this::put);
        }
      }
    }

    /** What Spring's factory of sessions is given. */
    private void beans(XmlElement element) {
      for (XmlElement each : element.elements()) {
        if (each.name().equals("property")
            && each.attribute("name").equals("configurationProperties")) {
          entries(each);
        } else {
          beans(each);
        }
      }
    }

    private void entries(XmlElement element) {
      for (XmlElement each : element.elements()) {
        if (each.name().equals("prop")) {
          put(each.attribute("key"), each.text().strip());
        } else if (each.name().equals("entry")) {
          put(each.attribute("key"), each.attribute("value"));
        } else if (each.name().equals("value")) {
          properties(each.text()).forEach(this::put);
        } else {
          entries(each);
        }
      }
    }

    private void settings(ResourceFile file) {
      String text = file.text();
      if (!text.contains("mybatis")) {
        return;
      }
      Map<String, String> all = new TreeMap<>();
      if (file.extension().equals("properties")) {
        all.putAll(properties(text));
      } else {
        try {
          YamlTree.read(text.replaceAll("@([\\w.-]+)@", "$1"))
              .forEach(each -> flatten("", each, all));
        } catch (YamlTree.Malformed malformed) {
          // who reads settings says so
          return;
        }
      }
      all.forEach(
          (key, value) ->
              KEYS.stream()
                  .filter(key::startsWith)
                  .forEach(each -> put(key.substring(each.length()), value)));
    }

    private static Map<String, String> properties(String text) {
      Properties properties = new Properties();
      try {
        properties.load(new StringReader(text));
      } catch (IOException | IllegalArgumentException unreadable) {
        return Map.of();
      }
      Map<String, String> all = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
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
}
