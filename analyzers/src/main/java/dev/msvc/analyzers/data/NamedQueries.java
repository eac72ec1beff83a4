package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.Place;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Queries that annotations give a name, by which code runs them elsewhere. */
final class NamedQueries {
  /** A query with its name, declared at a type. */
  record NamedQuery(String name, String text, boolean isSql, JavaType owner, Place place) {}

  private final Map<String, NamedQuery> byName = new TreeMap<>();

  static NamedQueries of(CodeBase code) {
    NamedQueries all = new NamedQueries();
    for (JavaType each : code.types()) {
      if (!each.annotations().isEmpty()) {
        Jpa.all(each.annotations(), "NamedQuery")
            .forEach(query -> all.add(query, "query", false, each));
        Jpa.all(each.annotations(), "NamedNativeQuery")
            .forEach(query -> all.add(query, "query", true, each));
        for (Annotation annotation : each.annotations()) {
          all.addHibernate(annotation, each);
        }
      }
    }
    return all;
  }

  private void addHibernate(Annotation annotation, JavaType owner) {
    String hibernate = "org.hibernate.annotations.";
    if (annotation.is(hibernate + "NamedQuery")) {
      add(annotation, "query", false, owner);
    } else if (annotation.is(hibernate + "NamedNativeQuery")) {
      add(annotation, "query", true, owner);
    } else if (annotation.is(hibernate + "NamedQueries")) {
      annotation.annotations("value").forEach(each -> add(each, "query", false, owner));
    } else if (annotation.is(hibernate + "NamedNativeQueries")) {
      annotation.annotations("value").forEach(each -> add(each, "query", true, owner));
    }
  }

  private void add(Annotation annotation, String key, boolean isSql, JavaType owner) {
    String name = annotation.text("name");
    String text = annotation.text(key);
    if (name != null && text != null) {
      byName.putIfAbsent(
          name,
          new NamedQuery(name, text, isSql, owner, new Place(owner.file(), annotation.line())));
    }
  }

  /** The query of this name; null for none. */
  @Nullable NamedQuery find(String name) {
    return byName.get(name);
  }

  /** All, sorted by name. */
  Collection<NamedQuery> all() {
    return byName.values();
  }
}
