package dev.msvc.bench.truth;

import dev.msvc.bench.truth.Mapping.Mapped;
import dev.msvc.bench.truth.Mapping.Relation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.w3c.dom.Element;

/** Hibernate's hbm.xml and JPA's orm.xml, read as plain XML. */
final class XmlMapping {
  private static final List<String> CLASSES =
      List.of("class", "subclass", "joined-subclass", "union-subclass");
  private static final List<String> COLLECTIONS =
      List.of("set", "list", "map", "bag", "idbag", "array", "primitive-array");

  private final Classes classes;
  private final Collection<Element> roots;
  private final Map<String, Mapped> hbm = new LinkedHashMap<>();

  /** Queries that XML names, with whether they are SQL. */
  final Map<String, String> queries = new TreeMap<>();

  XmlMapping(Classes classes, Collection<Element> roots) {
    this.classes = classes;
    this.roots = roots;
    for (Element root : roots) {
      for (Element query : Xml.all(root, "query", "named-query")) {
        Element inner = Xml.child(query, "query");
        queries.put(
            query.getAttribute("name"), (inner == null ? query : inner).getTextContent().strip());
      }
      for (Element query : Xml.all(root, "sql-query", "named-native-query")) {
        Element inner = Xml.child(query, "query");
        queries.put(
            query.getAttribute("name"), (inner == null ? query : inner).getTextContent().strip());
      }
    }
  }

  /** What orm.xml says: entity to table, empty where the table is left to the default. */
  Map<String, String> orm() {
    Map<String, String> tables = new TreeMap<>();
    for (Element root : roots) {
      if (!Xml.name(root).equals("entity-mappings")) {
        continue;
      }
      Element inPackage = Xml.child(root, "package");
      for (Element entity : Xml.all(root, "entity")) {
        String type =
            type(
                inPackage == null ? "" : inPackage.getTextContent().strip(),
                entity.getAttribute("class"));
        Element table = Xml.child(entity, "table");
        tables.put(type, table == null ? entity.getAttribute("name") : table.getAttribute("name"));
      }
    }
    return tables;
  }

  /** Adds what hbm.xml maps. */
  void addHibernate(Mapping mapping) {
    for (Element root : roots) {
      if (Xml.name(root).equals("hibernate-mapping")) {
        for (Element child : Xml.children(root)) {
          if (CLASSES.contains(Xml.name(child))) {
            mapped(root, child, parent(root, child));
          }
        }
      }
    }
    hbm.values().forEach(mapping::add);
  }

  private @Nullable Mapped parent(Element root, Element element) {
    return hbm.get(type(root.getAttribute("package"), element.getAttribute("extends")));
  }

  private void mapped(Element root, Element element, @Nullable Mapped parent) {
    String inPackage = root.getAttribute("package");
    String named = element.getAttribute("name");
    String type = type(inPackage, named.isEmpty() ? element.getAttribute("entity-name") : named);
    String entity = element.getAttribute("entity-name");
    Mapped mapped = new Mapped(type, entity.isEmpty() ? Names.simple(type) : entity);
    String kind = Xml.name(element);
    String table = element.getAttribute("table");
    if (kind.equals("subclass") && parent != null) {
      mapped.tables.addAll(parent.tables);
    } else if (element.getAttribute("abstract").equals("true")
        && !Xml.all(element, "union-subclass").isEmpty()) {
      mapped.tables.clear();
    } else {
      mapped.tables.add(table.isEmpty() ? Names.simple(type) : table);
    }
    if (parent != null) {
      mapped.relations.putAll(parent.relations);
      mapped.keys.addAll(parent.keys);
      if (kind.equals("joined-subclass")) {
        mapped.with.addAll(parent.tables);
        mapped.with.addAll(parent.with);
      }
    }
    properties(inPackage, element, mapped, "", type);
    hbm.put(type, mapped);
    for (Element child : Xml.children(element)) {
      if (CLASSES.contains(Xml.name(child))) {
        mapped(root, child, mapped);
      }
    }
  }

  private void properties(
      String inPackage, Element element, Mapped mapped, String prefix, String owner) {
    for (Element child : Xml.children(element)) {
      String name = prefix + child.getAttribute("name");
      String kind = Xml.name(child);
      String said = child.getAttribute("class");
      String cascade = child.getAttribute("cascade");
      boolean all = cascade.contains("all");
      boolean saved = all || cascade.contains("save") || cascade.contains("merge");
      boolean removed = all || cascade.contains("delete");
      boolean eager =
          child.getAttribute("lazy").equals("false")
              || child.getAttribute("fetch").equals("join")
              || child.getAttribute("outer-join").equals("true");
      if (kind.equals("join")) {
        mapped.with.add(child.getAttribute("table"));
        properties(inPackage, child, mapped, prefix, owner);
      } else if (kind.equals("component") || kind.equals("composite-id")) {
        properties(inPackage, child, mapped, name.isEmpty() ? "" : name + ".", owner);
      } else if (kind.equals("id")) {
        mapped.keys.add(name);
      } else if (kind.equals("properties") || kind.equals("natural-id")) {
        properties(inPackage, child, mapped, prefix, owner);
      } else if (kind.equals("many-to-one")
          || kind.equals("one-to-one")
          || kind.equals("key-many-to-one")) {
        String target = said.isEmpty() ? declared(owner, name) : type(inPackage, said);
        mapped.relations.put(name, new Relation(target, "", eager, saved, removed));
      } else if (COLLECTIONS.contains(kind)) {
        mapped.relations.put(
            name, collection(inPackage, child, mapped, name, eager, saved, removed));
      }
    }
  }

  private static Relation collection(
      String inPackage,
      Element collection,
      Mapped mapped,
      String name,
      boolean eager,
      boolean saved,
      boolean removed) {
    String table = collection.getAttribute("table");
    boolean inverse = collection.getAttribute("inverse").equals("true");
    String target = null;
    boolean link = false;
    for (Element part : Xml.children(collection)) {
      String kind = Xml.name(part);
      if (kind.equals("one-to-many") || kind.equals("many-to-many")) {
        target = type(inPackage, part.getAttribute("class"));
      }
      link |=
          kind.equals("many-to-many")
              || kind.equals("element")
              || kind.equals("composite-element")
              || kind.equals("many-to-any");
    }
    String owner = mapped.tables.stream().findFirst().orElse(mapped.name);
    // Hibernate names a collection's table after its role where the mapping does not
    String named = table.isEmpty() && !inverse ? owner + "_" + name : table;
    return new Relation(target, link ? named : "", eager, saved, removed);
  }

  private @Nullable String declared(String owner, String property) {
    for (ClassNode each = classes.get(owner); each != null; each = classes.get(each.superName)) {
      for (FieldNode field : each.fields) {
        if (field.name.equals(property) && field.desc.startsWith("L")) {
          return Type.getType(field.desc).getInternalName();
        }
      }
    }
    return null;
  }

  private static String type(String inPackage, String name) {
    String full = name.indexOf('.') < 0 && !inPackage.isEmpty() ? inPackage + "." + name : name;
    return full.replace('.', '/');
  }
}
