package dev.msvc.bench.truth;

import dev.msvc.bench.truth.Mapping.Mapped;
import dev.msvc.bench.truth.Mapping.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** JPA's annotations in class files, with JPA's rules for what they leave out. */
final class JpaMapping {
  private static final List<String> RELATIONS =
      List.of("OneToMany", "ManyToOne", "OneToOne", "ManyToMany", "ElementCollection");

  private final Classes classes;

  /** Tables that orm.xml names, by type; they come before annotations. */
  private final Map<String, String> named;

  private final boolean snake;

  JpaMapping(Classes classes, Map<String, String> named) {
    this.classes = classes;
    this.named = named;
    this.snake =
        classes.all().stream()
            .flatMap(node -> classes.notes(node).stream())
            .anyMatch(
                note ->
                    note.type().endsWith(".SpringBootApplication")
                        || note.type().endsWith(".EnableAutoConfiguration"));
  }

  void addTo(Mapping mapping) {
    for (ClassNode node : classes.all()) {
      if (entity(node)) {
        mapping.add(mapped(node));
      } else if (Note.jpa(classes.notes(node), "Embeddable") != null) {
        Mapped embeddable = new Mapped(node.name, Names.simple(node.name));
        relations(node, "", embeddable);
        mapping.addEmbeddable(embeddable);
      }
    }
  }

  private boolean entity(ClassNode node) {
    return Note.jpa(classes.notes(node), "Entity") != null || named.containsKey(node.name);
  }

  private Mapped mapped(ClassNode node) {
    Note entity = Note.jpa(classes.notes(node), "Entity");
    String name = entity == null || entity.text("name").isEmpty() ? "" : entity.text("name");
    Mapped mapped = new Mapped(node.name, name.isEmpty() ? Names.simple(node.name) : name);
    mapped.tables.addAll(own(node));
    mapped.selected.addAll(selected(node));
    for (ClassNode each = node; each != null; each = classes.get(each.superName)) {
      if (each != node && entity(each) && joined(each)) {
        mapped.with.addAll(own(each));
      }
      Note secondary = Note.jpa(classes.notes(each), "SecondaryTable");
      if (secondary != null) {
        mapped.with.add(physical(secondary.text("name")));
      }
      Note several = Note.jpa(classes.notes(each), "SecondaryTables");
      if (several != null) {
        several.notes("value").forEach(note -> mapped.with.add(physical(note.text("name"))));
      }
    }
    String table = mapped.tables.stream().findFirst().orElse(mapped.name);
    for (ClassNode each = node; each != null; each = classes.get(each.superName)) {
      relations(each, entity(each) ? own(each).stream().findFirst().orElse(table) : table, mapped);
    }
    return mapped;
  }

  /** The table of an entity; none for the abstract root of TABLE_PER_CLASS. */
  private List<String> own(ClassNode node) {
    ClassNode root = root(node);
    String strategy = strategy(root);
    if (strategy.equals("SINGLE_TABLE") && root != node) {
      return own(root);
    }
    if (strategy.equals("TABLE_PER_CLASS") && !Classes.concrete(node)) {
      return List.of();
    }
    if (subselect(node) != null) {
      return List.of();
    }
    String xml = named.getOrDefault(node.name, "");
    if (!xml.isEmpty()) {
      return List.of(physical(xml));
    }
    Note table = Note.jpa(classes.notes(node), "Table");
    if (table != null && !table.text("name").isEmpty()) {
      return List.of(physical(table.text("name")));
    }
    Note entity = Note.jpa(classes.notes(node), "Entity");
    String name = entity == null ? "" : entity.text("name");
    return List.of(physical(name.isEmpty() ? Names.simple(node.name) : name));
  }

  /** The query that stands for the table. */
  private @Nullable String subselect(ClassNode node) {
    return classes.notes(node).stream()
        .filter(note -> note.type().equals("org.hibernate.annotations.Subselect"))
        .map(note -> note.text("value"))
        .findFirst()
        .orElse(null);
  }

  private Set<String> selected(ClassNode node) {
    String query = subselect(node);
    Set<Touch> touches = query == null ? null : Sql.touches(query);
    return touches == null
        ? Set.of()
        : touches.stream().map(Touch::table).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private ClassNode root(ClassNode node) {
    ClassNode root = node;
    for (ClassNode each = node; each != null; each = classes.get(each.superName)) {
      if (entity(each)) {
        root = each;
      }
    }
    return root;
  }

  private String strategy(ClassNode root) {
    for (ClassNode each = root; each != null; each = classes.get(each.superName)) {
      Note inheritance = Note.jpa(classes.notes(each), "Inheritance");
      if (inheritance != null && !inheritance.words("strategy").isEmpty()) {
        return inheritance.words("strategy").get(0);
      }
    }
    return "SINGLE_TABLE";
  }

  private boolean joined(ClassNode node) {
    return strategy(root(node)).equals("JOINED");
  }

  private String physical(String name) {
    return snake ? Names.snake(name) : name;
  }

  private void relations(ClassNode node, String table, Mapped mapped) {
    for (FieldNode field : node.fields) {
      relation(
          field.name,
          Classes.notes(field),
          field.signature,
          Type.getType(field.desc),
          table,
          mapped);
    }
    for (MethodNode method : node.methods) {
      if (method.name.startsWith("get")
          && method.name.length() > 3
          && method.desc.startsWith("()")
          && Classes.written(method)) {
        String signature = method.signature;
        relation(
            method.name.substring(3, 4).toLowerCase(Locale.ROOT) + method.name.substring(4),
            Classes.notes(method),
            signature == null ? null : signature.substring(signature.indexOf(')') + 1),
            Type.getReturnType(method.desc),
            table,
            mapped);
      }
    }
  }

  private void relation(
      String name,
      List<Note> notes,
      @Nullable String signature,
      Type type,
      String table,
      Mapped mapped) {
    if (Note.jpa(notes, "Id") != null || Note.jpa(notes, "EmbeddedId") != null) {
      mapped.keys.add(name);
    }
    String kind = "";
    Note relation = null;
    for (String each : RELATIONS) {
      Note note = Note.jpa(notes, each);
      if (note != null) {
        kind = each;
        relation = note;
      }
    }
    String target = target(relation, signature, type);
    if (relation == null) {
      ClassNode embeddable = classes.get(target);
      if (embeddable != null
          && (Note.jpa(notes, "Embedded") != null
              || Note.jpa(notes, "EmbeddedId") != null
              || Note.jpa(classes.notes(embeddable), "Embeddable") != null)) {
        // a getter says nothing new of a field that has its own annotations
        mapped.relations.putIfAbsent(name, new Relation(target, "", true, true, true));
      }
      return;
    }
    List<String> cascade = new ArrayList<>(relation.words("cascade"));
    boolean all = cascade.contains("ALL") || kind.equals("ElementCollection");
    boolean eager =
        relation.words("fetch").contains("EAGER")
            || (kind.endsWith("ToOne") && relation.words("fetch").isEmpty());
    mapped.relations.put(
        name,
        new Relation(
            target,
            link(kind, relation, notes, name, target, table, mapped),
            eager,
            all || cascade.contains("PERSIST") || cascade.contains("MERGE"),
            all || cascade.contains("REMOVE") || relation.flag("orphanRemoval")));
  }

  private String link(
      String kind,
      Note relation,
      List<Note> notes,
      String name,
      @Nullable String target,
      String table,
      Mapped mapped) {
    if (kind.equals("ElementCollection")) {
      Note collection = Note.jpa(notes, "CollectionTable");
      return physical(
          collection == null || collection.text("name").isEmpty()
              ? mapped.name + "_" + name
              : collection.text("name"));
    }
    Note join = Note.jpa(notes, "JoinTable");
    if (join != null && !join.text("name").isEmpty()) {
      return physical(join.text("name"));
    }
    boolean toMany = kind.equals("ManyToMany") || kind.equals("OneToMany");
    boolean foreignKey =
        kind.equals("OneToMany")
            && (Note.jpa(notes, "JoinColumn") != null || Note.jpa(notes, "JoinColumns") != null);
    ClassNode other = classes.get(target);
    if (join == null
        && (!toMany || foreignKey || !relation.text("mappedBy").isEmpty() || other == null)) {
      return "";
    }
    if (other == null || !entity(other)) {
      return "";
    }
    return table + "_" + own(other).stream().findFirst().orElse("");
  }

  private static @Nullable String target(
      @Nullable Note relation, @Nullable String signature, Type type) {
    String said = relation == null ? null : relation.type("targetEntity");
    if (said == null && relation != null) {
      said = relation.type("targetClass");
    }
    if (said != null) {
      return said;
    }
    List<String> named = Classes.named(signature);
    if (named.size() > 1) {
      return named.get(named.size() - 1);
    }
    return type.getSort() == Type.OBJECT ? type.getInternalName() : null;
  }
}
