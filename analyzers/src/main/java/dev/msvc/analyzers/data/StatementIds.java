package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.code.TypeRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which statement of the mapper files an id means: by its full name, by its last part where only
 * one statement has it, or by the namespace that belongs to the class that runs it.
 */
final class StatementIds {
  private static final List<String> SUFFIXES =
      List.of("impl", "ibatis", "mybatis", "dao", "mapper", "repository", "service", "sqlmap");

  /** Fewer letters begin nearly any id. */
  private static final int SHORTEST_BEGINNING = 4;

  /** More statements than this are not told apart by a suffix. */
  private static final int MOST_BEGUN = 12;

  private final CodeBase code;
  private final Map<String, Set<String>> modules;
  private final Set<String> full;
  private final Map<String, Set<String>> byLastPart = new HashMap<>();
  private final Set<String> namespaces;
  private final Map<String, Set<String>> namespacesOf = new ConcurrentHashMap<>();

  /**
   * @param modules the statements by full id, each with the modules whose files hold it
   */
  StatementIds(CodeBase code, Map<String, Set<String>> modules, Collection<String> namespaces) {
    this.code = code;
    this.modules = modules;
    this.full = modules.keySet();
    this.namespaces = new TreeSet<>(namespaces);
    for (String each : full) {
      byLastPart.computeIfAbsent(lastPart(each), ignored -> new TreeSet<>()).add(each);
    }
  }

  private static String lastPart(String id) {
    return id.substring(id.lastIndexOf('.') + 1);
  }

  boolean isFull(String id) {
    return full.contains(id);
  }

  /** Whether some statement has this id, with or without its namespace. */
  boolean isKnown(String id) {
    return full.contains(id) || byLastPart.containsKey(id);
  }

  /** The one statement of this id, whoever in a module runs it; empty for none or several. */
  Set<String> unique(String id, String module) {
    return full.contains(id) ? Set.of(id) : only(byLastPart.getOrDefault(id, Set.of()), module);
  }

  /** The only one of several, or the only one whose file is in the module. */
  private Set<String> only(Set<String> found, String module) {
    if (found.size() < 2) {
      return found;
    }
    Set<String> near = new TreeSet<>();
    for (String each : found) {
      if (modules.getOrDefault(each, Set.of()).contains(module)) {
        near.add(each);
      }
    }
    return near.size() == 1 ? near : Set.of();
  }

  /**
   * The statement that a class means by this id.
   *
   * @param id its unknown parts as {@link Texts#HOLE}
   */
  Set<String> meantBy(JavaType type, String id) {
    int hole = id.lastIndexOf(Texts.HOLE);
    String known = hole < 0 ? id : id.substring(hole + Texts.HOLE.length());
    String last = lastPart(known);
    if (last.isEmpty() || (hole >= 0 && !known.startsWith(".") && known.indexOf('.') < 0)) {
      return Set.of();
    }
    Set<String> found = byLastPart.getOrDefault(last, Set.of());
    if (found.isEmpty()) {
      return Set.of();
    }
    Set<String> own = new TreeSet<>();
    for (String each : namespacesOf(type)) {
      if (found.contains(each + "." + last)) {
        own.add(each + "." + last);
      }
    }
    return own.isEmpty() ? only(found, type.module()) : own;
  }

  /**
   * The statements of one namespace that an id can mean of which parts are not known but its
   * beginning is: those of the class's own namespace, or else all that begin so where one has them.
   *
   * @param id its unknown parts as {@link Texts#HOLE}
   */
  Set<String> beginning(JavaType type, String id) {
    String start = id.substring(0, id.indexOf(Texts.HOLE));
    String end = id.substring(id.lastIndexOf(Texts.HOLE) + Texts.HOLE.length());
    if (lastPart(start).length() < SHORTEST_BEGINNING || end.indexOf('.') >= 0) {
      return Set.of();
    }
    Set<String> found = new TreeSet<>();
    for (String each : full) {
      String name = start.indexOf('.') < 0 ? lastPart(each) : each;
      if (name.startsWith(start)
          && name.endsWith(end)
          && name.length() >= start.length() + end.length()) {
        found.add(each);
      }
    }
    Set<String> own = new TreeSet<>(found);
    own.removeIf(each -> !isOwn(type, each));
    Set<String> meant = own.isEmpty() ? found : own;
    boolean one = meant.stream().map(StatementIds::namespace).distinct().count() == 1;
    return one && meant.size() <= MOST_BEGUN ? meant : Set.of();
  }

  private static String namespace(String fullId) {
    return fullId.substring(0, Math.max(0, fullId.lastIndexOf('.')));
  }

  /** Whether a statement's namespace is a class's own. */
  boolean isOwn(JavaType type, String fullId) {
    int dot = fullId.lastIndexOf('.');
    return dot > 0 && namespacesOf(type).contains(fullId.substring(0, dot));
  }

  /** The namespaces of the mapper files that are a class's own, by the names that it has. */
  private Set<String> namespacesOf(JavaType type) {
    Set<String> known = namespacesOf.get(type.name());
    if (known == null) {
      known = findNamespaces(type);
      namespacesOf.put(type.name(), known);
    }
    return known;
  }

  private Set<String> findNamespaces(JavaType type) {
    Set<String> told = new TreeSet<>();
    Set<JavaType> line = new LinkedHashSet<>();
    line(TypeRef.of(type.name()), line, 0);
    for (JavaType each : line) {
      for (JavaField field : each.fields()) {
        if (field.type().equals(TypeRef.STRING) && field.value() != null) {
          String text = code.constantText(field.value(), each);
          add(text == null ? className(field.value()) : text, told);
        }
      }
      for (JavaMethod method : each.methods()) {
        if (method.parameters().isEmpty() && method.result().equals(TypeRef.STRING)) {
          for (Expr value : Bodies.returned(method)) {
            code.texts(value, method).forEach(text -> add(text, told));
            add(className(value), told);
          }
        }
      }
    }
    if (!told.isEmpty()) {
      return told;
    }
    for (JavaType each : line) {
      add(each.name(), told);
      add(each.simpleName(), told);
    }
    for (TypeRef each : given(type)) {
      add(each.name(), told);
      add(each.name().substring(each.name().lastIndexOf('.') + 1), told);
    }
    return told.isEmpty() ? alike(type) : told;
  }

  /** The class and those of its supertypes that are the project's, the nearest first. */
  private void line(TypeRef ref, Set<JavaType> all, int depth) {
    JavaType type = code.project(ref.name());
    if (type != null && depth < 20 && all.add(type)) {
      code.supertypes(ref).forEach(each -> line(each, all, depth + 1));
    }
  }

  /** What the supertypes are given for their variables. */
  private Set<TypeRef> given(JavaType type) {
    Set<TypeRef> all = new LinkedHashSet<>();
    for (TypeRef each : code.supertypes(TypeRef.of(type.name()))) {
      each.arguments().stream().filter(argument -> !argument.variable()).forEach(all::add);
    }
    return all;
  }

  private void add(String text, Set<String> to) {
    String namespace = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (namespaces.contains(namespace)) {
      to.add(namespace);
    }
  }

  /** The simple name in {@code X.class.getName()}, by which a namespace can be told. */
  private String className(Expr value) {
    if (value instanceof Expr.Binary binary) {
      return className(binary.left());
    }
    if (value instanceof Expr.Call call && call.scope() instanceof Expr.ClassLiteral literal) {
      String simple = literal.type().name();
      for (String each : namespaces) {
        if (each.equals(simple) || each.endsWith("." + simple)) {
          return each;
        }
      }
    }
    return "";
  }

  /** Those that are called as the class is, but for what it is. */
  private Set<String> alike(JavaType type) {
    String bare = bare(type.simpleName());
    Set<String> all = new TreeSet<>();
    for (String each : namespaces) {
      if (bare(lastPart(each)).equals(bare)) {
        all.add(each);
      }
    }
    return all;
  }

  private static String bare(String name) {
    String bare = name.toLowerCase(Locale.ROOT);
    boolean cut = true;
    while (cut) {
      cut = false;
      for (String each : SUFFIXES) {
        if (bare.endsWith(each) && bare.length() > each.length()) {
          bare = bare.substring(0, bare.length() - each.length());
          cut = true;
        }
      }
    }
    return bare;
  }

  /**
   * The statement that stores, reads or removes an entity by the convention that its id is the
   * operation and the entity's name: {@code insertTask} for {@code TaskEntity}.
   *
   * @param module of the code that runs it
   */
  Set<String> byConvention(List<String> operations, JavaType entity, String module) {
    String simple = entity.simpleName();
    Set<String> names = new LinkedHashSet<>(List.of(simple));
    for (String suffix : List.of("EntityImpl", "Entity", "Impl", "DO", "PO", "Po")) {
      if (simple.endsWith(suffix) && simple.length() > suffix.length()) {
        names.add(simple.substring(0, simple.length() - suffix.length()));
      }
    }
    for (String name : names) {
      for (String operation : operations) {
        Set<String> found = byLastPart.getOrDefault(operation + name, Set.of());
        for (String each : found) {
          if (each.equals(entity.name() + "." + operation + name)
              || each.equals(entity.name() + "Impl." + operation + name)) {
            return Set.of(each);
          }
        }
        Set<String> only = only(found, module);
        if (!only.isEmpty()) {
          return only;
        }
      }
    }
    return Set.of();
  }
}
