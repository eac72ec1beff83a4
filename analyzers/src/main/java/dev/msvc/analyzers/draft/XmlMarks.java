package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.MappingFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What mappings in XML say of fields, in the words of annotations. */
final class XmlMarks {
  private static final Set<String> KINDS =
      Set.of("class", "subclass", "joined-subclass", "union-subclass", "entity");
  private static final Set<String> GROUPS = Set.of("properties", "natural-id", "join");

  private final Path root;
  private final Map<String, Optional<XmlElement>> files = new HashMap<>();

  XmlMarks(Path root) {
    this.root = root;
  }

  /** Of each property that is stored; empty where the mapping is elsewhere. */
  Map<String, Map<String, Map<String, String>>> of(MappingFact mapping) {
    if (!mapping.place().file().endsWith(".xml")) {
      return Map.of();
    }
    Map<String, Map<String, Map<String, String>>> all = new HashMap<>();
    read(mapping.place().file())
        .flatMap(each -> at(each, mapping.place().line()))
        .ifPresent(
            each -> {
              if (each.name().equals("entity")) {
                each.elements("attributes").forEach(attributes -> attributes(attributes, all));
              } else {
                properties(each, false, all);
              }
            });
    return all;
  }

  private static Optional<XmlElement> at(XmlElement around, int line) {
    for (XmlElement each : around.elements()) {
      if (KINDS.contains(each.name())) {
        if (each.line() == line) {
          return Optional.of(each);
        }
        Optional<XmlElement> below = at(each, line);
        if (below.isPresent()) {
          return below;
        }
      }
    }
    return Optional.empty();
  }

  /** Those of JPA's own XML. */
  private static void attributes(
      XmlElement around, Map<String, Map<String, Map<String, String>>> all) {
    for (XmlElement each : around.elements()) {
      String name = each.attribute("name");
      if (name.isEmpty() || each.name().equals("transient")) {
        continue;
      }
      Map<String, Map<String, String>> marks = new HashMap<>();
      switch (each.name()) {
        case "id" -> marks.put("Id", Map.of());
        case "embedded-id" -> marks.put("EmbeddedId", Map.of());
        case "version" -> marks.put("Version", Map.of());
        default -> {
          Map<String, String> column = new HashMap<>();
          for (XmlElement said : each.elements("column")) {
            for (String key :
                List.of("name", "length", "nullable", "unique", "precision", "scale")) {
              put(column, key, said.attribute(key));
            }
          }
          if (each.attribute("optional").equals("false")) {
            column.put("nullable", "false");
          }
          marks.put("Column", column);
          if (!each.elements("lob").isEmpty()) {
            marks.put("Lob", Map.of());
          }
        }
      }
      all.put(name, marks);
    }
  }

  private static void properties(
      XmlElement around, boolean unique, Map<String, Map<String, Map<String, String>>> all) {
    for (XmlElement each : around.elements()) {
      String name = each.attribute("name");
      if (GROUPS.contains(each.name())) {
        boolean alone = each.name().equals("natural-id") && each.elements().size() == 1;
        properties(each, alone, all);
      } else if (each.name().equals("composite-id") && name.isEmpty()) {
        each.elements().forEach(key -> all.put(key.attribute("name"), Map.of("Id", Map.of())));
      } else if (!name.isEmpty() && !KINDS.contains(each.name())) {
        all.put(name, marks(each, unique));
      }
    }
  }

  private static Map<String, Map<String, String>> marks(XmlElement element, boolean unique) {
    switch (element.name()) {
      case "id" -> {
        return Map.of("Id", Map.of());
      }
      case "composite-id" -> {
        return Map.of("EmbeddedId", Map.of());
      }
      case "version", "timestamp" -> {
        return Map.of("Version", Map.of());
      }
      default -> {}
    }
    Map<String, String> column = new HashMap<>();
    List<XmlElement> columns = element.elements("column");
    XmlElement said = columns.size() == 1 ? columns.get(0) : element;
    for (XmlElement each : List.of(element, said)) {
      put(column, "length", each.attribute("length"));
      put(column, "precision", each.attribute("precision"));
      put(column, "scale", each.attribute("scale"));
      put(column, "name", each.name().equals("column") ? each.attribute("name") : "");
      put(column, "name", each.attribute("column"));
      put(column, "unique", each.attribute("unique"));
      if (each.attribute("not-null").equals("true")) {
        column.put("nullable", "false");
      }
    }
    if (unique) {
      column.put("unique", "true");
    }
    Map<String, Map<String, String>> marks = new HashMap<>();
    marks.put("Column", column);
    if (element.attribute("type").matches("(?i)text|clob|materialized_clob|string_clob")) {
      marks.put("Lob", Map.of());
    }
    return marks;
  }

  private static void put(Map<String, String> into, String key, String value) {
    if (!value.isEmpty()) {
      into.put(key, value);
    }
  }

  private Optional<XmlElement> read(String file) {
    return files.computeIfAbsent(
        file,
        name -> {
          Path path = root.resolve(name);
          if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
          }
          try {
            return Optional.of(
                SafeXml.read(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
          } catch (IOException | MalformedXml unreadable) {
            return Optional.empty();
          }
        });
  }
}
