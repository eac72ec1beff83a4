package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.source.XmlNode;
import dev.msvc.analyzers.source.XmlText;
import dev.msvc.model.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changelogs in YAML and JSON, as the elements that XML has for the same. */
final class ChangelogYaml {
  /** Lists of YAML that XML has no element for. */
  private static final Set<String> LISTS = Set.of("changes", "columns", "databaseChangeLog");

  private ChangelogYaml() {}

  /** The root; null where it is no changelog. */
  static @Nullable XmlElement read(String text) throws YamlTree.Malformed {
    for (YamlTree document : YamlTree.read(text)) {
      if (document instanceof YamlTree.Mapping mapping
          && mapping.entries().get("databaseChangeLog") instanceof YamlTree.Sequence list) {
        return new XmlElement("databaseChangeLog", Map.of(), children(list), list.line());
      }
    }
    return null;
  }

  /** A mapping as the element that XML changelogs would have: scalars are attributes. */
  private static XmlElement element(String name, YamlTree tree) {
    Map<String, String> attributes = new LinkedHashMap<>();
    List<XmlNode> children = new ArrayList<>();
    if (tree instanceof YamlTree.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, value) -> {
                if (value instanceof YamlTree.Scalar scalar) {
                  attributes.put(key, scalar.text());
                } else if (value instanceof YamlTree.Sequence list && LISTS.contains(key)) {
                  children.addAll(children(list));
                } else {
                  children.add(element(key, value));
                }
              });
    } else if (tree instanceof YamlTree.Sequence list) {
      children.addAll(children(list));
    } else if (tree instanceof YamlTree.Scalar scalar) {
      children.add(new XmlText(scalar.text(), scalar.line()));
    }
    return new XmlElement(name, attributes, children, tree.line());
  }

  private static List<XmlNode> children(YamlTree.Sequence list) {
    List<XmlNode> children = new ArrayList<>();
    for (YamlTree item : list.items()) {
      if (item instanceof YamlTree.Mapping mapping) {
        mapping.entries().forEach((key, value) -> children.add(element(key, value)));
      }
    }
    return children;
  }
}
