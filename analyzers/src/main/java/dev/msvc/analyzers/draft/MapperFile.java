package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.source.XmlNode;
import dev.msvc.analyzers.source.XmlText;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A mapper file of MyBatis or iBATIS 2: its statements with what their results are mapped to. */
final class MapperFile {
  private static final int DEEPEST = 20;

  private final XmlElement root;
  private final Map<String, XmlElement> fragments = new HashMap<>();
  private final Map<String, XmlElement> results = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  MapperFile(XmlElement root) {
    this.root = root;
    root.elements("sql").forEach(each -> fragments.put(each.attribute("id"), each));
    root.elements("resultMap").forEach(each -> results.put(each.attribute("id"), each));
    root.elements("typeAlias")
        .forEach(each -> aliases.put(each.attribute("alias"), each.attribute("type")));
  }

  String namespace() {
    return root.attribute("namespace");
  }

  /**
   * A statement of a file.
   *
   * @param id by which code runs it
   * @param items names that loops have for what they are at
   * @param parameter as it is written; empty for none
   * @param result as it is written; empty for none
   */
  record Statement(
      String id,
      String sql,
      Set<String> items,
      String parameter,
      String result,
      Map<String, String> results) {}

  /** The statement that begins at a line. */
  Optional<Statement> at(int line) {
    return root.elements().stream()
        .filter(each -> each.line() == line && !each.attribute("id").isEmpty())
        .findFirst()
        .map(this::statement);
  }

  private Statement statement(XmlElement element) {
    Set<String> items = new TreeSet<>();
    StringBuilder sql = new StringBuilder();
    append(element, sql, items, 0);
    XmlElement mapped = results.get(bare(element.attribute("resultMap")));
    Map<String, String> columns = new LinkedHashMap<>();
    if (mapped != null) {
      columns(mapped, "", "", columns, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
    String result =
        mapped == null
            ? first(element, "resultType", "resultClass")
            : first(mapped, "type", "class");
    return new Statement(
        element.attribute("id"),
        sql.toString(),
        items,
        named(first(element, "parameterType", "parameterClass")),
        named(result),
        columns);
  }

  private String named(String type) {
    return aliases.getOrDefault(type, type);
  }

  private String bare(String id) {
    return id.startsWith(namespace() + ".") ? id.substring(namespace().length() + 1) : id;
  }

  private static String first(XmlElement element, String... names) {
    for (String each : names) {
      if (!element.attribute(each).isEmpty()) {
        return element.attribute(each);
      }
    }
    return "";
  }

  /** The properties of a result, those of what it extends too; several of another are none. */
  private void columns(
      XmlElement element,
      String path,
      String prefix,
      Map<String, String> into,
      Set<XmlElement> open) {
    if (!open.add(element) || open.size() > DEEPEST) {
      return;
    }
    for (XmlElement each : element.elements()) {
      String property = path + each.attribute("property");
      String column = (prefix + each.attribute("column")).toLowerCase(Locale.ROOT);
      switch (each.name()) {
        case "id", "result", "idArg", "arg" -> into.putIfAbsent(column, property);
        case "association" -> {
          if (!each.attribute("column").isEmpty() && !each.attribute("select").isEmpty()) {
            into.putIfAbsent(column, property);
          }
          String below = prefix + each.attribute("columnPrefix");
          XmlElement other = results.get(bare(each.attribute("resultMap")));
          if (other != null) {
            columns(other, property + ".", below, into, open);
          }
          columns(each, property + ".", below, into, open);
        }
        case "constructor" -> columns(each, path, prefix, into, open);
        default -> {}
      }
    }
    XmlElement above = results.get(bare(element.attribute("extends")));
    if (above != null) {
      columns(above, path, prefix, into, open);
    }
    open.remove(element);
  }

  /** The text of a statement, as if all conditions were met and loops ran once. */
  private void append(XmlElement element, StringBuilder sql, Set<String> items, int depth) {
    if (depth > DEEPEST || element.name().equals("selectKey")) {
      return;
    }
    sql.append(
        switch (element.name()) {
          case "set" -> " set ";
          case "where" -> " where ";
          case "foreach" -> " " + element.attribute("open");
          default -> " " + element.attribute("prefix") + element.attribute("prepend") + " ";
        });
    if (element.name().equals("foreach")) {
      items.add(element.attribute("item"));
    }
    XmlElement fragment = fragments.get(bare(element.attribute("refid")));
    if (element.name().equals("include") && fragment != null) {
      append(fragment, sql, items, depth + 1);
    }
    for (XmlNode each : element.children()) {
      if (each instanceof XmlElement below) {
        append(below, sql, items, depth + 1);
      } else if (each instanceof XmlText text) {
        sql.append(text.text());
      }
    }
    sql.append(' ')
        .append(element.attribute("suffix"))
        .append(element.name().equals("foreach") ? element.attribute("close") : "")
        .append(' ');
  }

  /** The text of a script that an annotation holds. */
  static String script(XmlElement script, Set<String> items) {
    StringBuilder sql = new StringBuilder();
    new MapperFile(script).append(script, sql, items, 0);
    return sql.toString();
  }
}
