package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.mapping.Entity.Mapping;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.OnDelete;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the properties of one class of Hibernate's own XML. */
final class HbmProperties {
  private static final Set<String> COLLECTIONS =
      Set.of("set", "list", "map", "bag", "idbag", "array", "primitive-array");
  private static final Set<String> GROUPS = Set.of("properties", "natural-id", "join");

  private final CodeBase code;
  private final Naming naming;
  private final HbmClass type;
  private final String home;
  private final List<String> ids;

  /**
   * @param ids columns of the key, to which those found are added
   */
  HbmProperties(CodeBase code, Naming naming, HbmClass type, String home, List<String> ids) {
    this.code = code;
    this.naming = naming;
    this.type = type;
    this.home = home;
    this.ids = ids;
  }

  /** Adds those below an element. */
  void read(XmlElement around, Map<String, Property> all) {
    read(around, type.name(), "", home, all);
  }

  private void read(
      XmlElement around, String owner, String prefix, String table, Map<String, Property> all) {
    for (XmlElement each : around.elements()) {
      String name = each.attribute("name");
      String path = prefix + (name.isEmpty() && each.name().equals("id") ? "id" : name);
      if (COLLECTIONS.contains(each.name())) {
        all.put(path, collection(each, owner, path));
      } else if (GROUPS.contains(each.name())) {
        boolean elsewhere = each.name().equals("join");
        read(each, owner, prefix, elsewhere ? each.attribute("table") : table, all);
      } else {
        single(each, owner, path, table, all);
      }
    }
  }

  private void single(
      XmlElement element, String owner, String path, String table, Map<String, Property> all) {
    switch (element.name()) {
      case "id", "key-property" -> {
        Property id = column(element, path, table, true);
        ids.addAll(id.columns());
        all.put(path, id);
      }
      case "composite-id" -> compositeId(element, owner, path, table, all);
      case "property", "version", "timestamp" -> all.put(path, column(element, path, table, false));
      case "many-to-one", "key-many-to-one" -> {
        boolean id = element.name().startsWith("key");
        Property relation = toOne(element, owner, path, columnsOf(element, path, table), true, id);
        if (id) {
          ids.addAll(relation.columns());
        }
        all.put(path, relation);
      }
      case "one-to-one" -> {
        boolean constrained = element.attribute("constrained").equals("true");
        List<String> columns = constrained ? List.copyOf(ids) : List.of();
        all.put(path, toOne(element, owner, path, columns, constrained, false));
      }
      case "any" -> all.put(path, column(element, path, table, false));
      case "component", "dynamic-component", "nested-composite-element" ->
          component(element, owner, path, table, all);
      default -> {}
    }
  }

  private void compositeId(
      XmlElement element, String owner, String path, String table, Map<String, Property> all) {
    if (path.isEmpty()) {
      read(element, owner, "", table, all);
    } else {
      read(element, classOf(element, "class", owner, path), path + ".", table, all);
      all.put(path, property(element, path, Mapping.EMBEDDED, List.copyOf(ids), "", true));
    }
  }

  private void component(
      XmlElement element, String owner, String path, String table, Map<String, Property> all) {
    String embedded = classOf(element, "class", owner, path);
    Map<String, Property> parts = new LinkedHashMap<>();
    read(element, embedded, path + ".", table, parts);
    List<String> columns = new ArrayList<>();
    parts.values().stream()
        .filter(each -> each.mapping() == Mapping.COLUMN || each.mapping() == Mapping.RELATION)
        .filter(each -> each.table().isEmpty())
        .forEach(each -> columns.addAll(each.columns()));
    all.put(path, property(element, path, Mapping.EMBEDDED, columns, embedded, false));
    all.putAll(parts);
  }

  private Property column(XmlElement element, String path, String table, boolean id) {
    List<String> columns = isFormula(element) ? List.of() : columnsOf(element, path, table);
    return property(element, path, Mapping.COLUMN, columns, "", id);
  }

  private static boolean isFormula(XmlElement element) {
    return !element.attribute("formula").isEmpty() || !element.elements("formula").isEmpty();
  }

  private List<String> columnsOf(XmlElement element, String path, String table) {
    List<String> given = columns(element, table, naming);
    String name = path.substring(path.lastIndexOf('.') + 1);
    return given.isEmpty() && !name.isEmpty() ? List.of(naming.column(table, name)) : given;
  }

  /** The columns that an element names itself. */
  static List<String> columns(XmlElement element, String table, Naming naming) {
    List<String> columns = new ArrayList<>();
    if (!element.attribute("column").isBlank()) {
      columns.add(naming.column(table, element.attribute("column").strip()));
    }
    for (XmlElement each : element.elements("column")) {
      if (!each.attribute("name").isBlank()) {
        columns.add(naming.column(table, each.attribute("name").strip()));
      }
    }
    return columns;
  }

  private Property toOne(
      XmlElement element,
      String owner,
      String path,
      List<String> columns,
      boolean owning,
      boolean id) {
    return new Property(
        path,
        Mapping.RELATION,
        isFormula(element) ? List.of() : columns,
        classOf(element, "class", owner, path),
        "",
        List.of(),
        owning,
        false,
        false,
        id,
        cascade(element),
        isEager(element),
        type.name(),
        type.file().place(element));
  }

  private Property collection(XmlElement element, String owner, String path) {
    boolean inverse = element.attribute("inverse").equals("true");
    List<XmlElement> keys = element.elements("key");
    XmlElement to = target(element);
    String target =
        to.name().equals("element") || to.name().equals("many-to-any")
            ? ""
            : classOf(to, "class", owner, path);
    boolean child = to.name().equals("one-to-many");
    String given = element.attribute("table").strip();
    String name = path.substring(path.lastIndexOf('.') + 1);
    String table =
        child
            ? ""
            : naming.table(
                type.file().schema(element), given.isEmpty() ? home + "_" + name : given);
    List<String> back = keys.isEmpty() ? List.of() : columns(keys.get(0), table, naming);
    boolean relation = child || to.name().equals("many-to-many");
    List<String> columns = child ? List.of() : elementColumns(to, table);
    return new Property(
            path,
            relation ? Mapping.RELATION : Mapping.ELEMENTS,
            columns,
            target,
            table,
            back,
            !inverse,
            true,
            to.name().equals("many-to-many") && !to.attribute("unique").equals("true"),
            false,
            relation ? cascade(element) : Cascade.VALUES,
            isEager(element),
            type.name(),
            type.file().place(element))
        .with(OnDelete.of(keys.isEmpty() ? "" : keys.get(0).attribute("on-delete")));
  }

  private List<String> elementColumns(XmlElement to, String table) {
    List<String> columns = new ArrayList<>(columns(to, table, naming));
    if (to.name().equals("composite-element")) {
      Map<String, Property> parts = new LinkedHashMap<>();
      read(to, to.attribute("class"), "", table, parts);
      parts.values().forEach(each -> columns.addAll(each.columns()));
    }
    return columns;
  }

  /** What a collection holds: the element that says so. */
  private static XmlElement target(XmlElement collection) {
    for (XmlElement each : collection.elements()) {
      switch (each.name()) {
        case "one-to-many", "many-to-many", "many-to-any", "element", "composite-element" -> {
          return each;
        }
        default -> {}
      }
    }
    return new XmlElement("element", Map.of(), List.of(), collection.line());
  }

  private static boolean isEager(XmlElement element) {
    return element.attribute("lazy").equals("false")
        || element.attribute("fetch").equals("join")
        || element.attribute("outer-join").equals("true");
  }

  /** The class that an attribute names, or else the declared type of the property. */
  private String classOf(XmlElement element, String attribute, String owner, String path) {
    String given = element.attribute(attribute);
    if (!given.isBlank()) {
      return type.file().className(given, code);
    }
    if (!element.attribute("entity-name").isBlank()) {
      return type.file().className(element.attribute("entity-name"), code);
    }
    TypeRef declared = declared(owner, path.substring(path.lastIndexOf('.') + 1));
    return declared.arguments().isEmpty() || code.project(declared.name()) != null
        ? declared.name()
        : declared.arguments().get(declared.arguments().size() - 1).name();
  }

  private TypeRef declared(String owner, String property) {
    JavaType at = code.project(owner);
    JavaField field = at == null ? null : code.findField(at, property);
    if (field != null) {
      return field.type();
    }
    for (int depth = 0; at != null && depth < 40; depth++) {
      for (JavaMethod each : at.methods()) {
        if (property.equals(Member.propertyOf(each))) {
          return each.result();
        }
      }
      at = at.superclass() == null ? null : code.project(at.superclass().name());
    }
    return TypeRef.UNKNOWN;
  }

  private Property property(
      XmlElement element,
      String path,
      Mapping mapping,
      List<String> columns,
      String target,
      boolean id) {
    return new Property(
        path,
        mapping,
        columns,
        target,
        "",
        List.of(),
        true,
        false,
        false,
        id,
        Cascade.NONE,
        false,
        type.name(),
        type.file().place(element));
  }

  private Cascade cascade(XmlElement element) {
    String given = element.attribute("cascade");
    String text = given.isEmpty() ? type.file().root().attribute("default-cascade") : given;
    return Cascade.of(List.of(text.split("[\\s,]+")));
  }
}
