package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Queries that annotations give a name, by which code runs them elsewhere. */
public final class NamedQueries {
  /** A query with its name, declared at a type. */
  public record NamedQuery(String name, String text, boolean isSql, String owner, Place place) {}

  private static final String HIBERNATE = "org.hibernate.annotations.";

  private final Map<String, NamedQuery> byName = new TreeMap<>();

  /** Those of the whole system, read for the first that asks. */
  public static NamedQueries of(Sources sources) {
    return sources.shared(NamedQueries.class, NamedQueries::read);
  }

  private static NamedQueries read(Sources sources) {
    NamedQueries all = new NamedQueries();
    for (JavaType each : sources.code().types()) {
      if (!each.annotations().isEmpty()) {
        List<Mark> marks = AnnotationMark.of(each.annotations());
        for (boolean sql : new boolean[] {false, true}) {
          String kind = sql ? "NamedNativeQuery" : "NamedQuery";
          Jpa.all(marks, kind).forEach(query -> all.add(query, sql, each));
          Jpa.all(marks, HIBERNATE, kind).forEach(query -> all.add(query, sql, each));
        }
      }
    }
    return all;
  }

  private void add(Mark query, boolean isSql, JavaType owner) {
    String name = query.text("name");
    String text = query.text("query");
    if (name != null && text != null) {
      byName.putIfAbsent(
          name,
          new NamedQuery(name, text, isSql, owner.name(), new Place(owner.file(), query.line())));
    }
  }

  /** The query of this name; null for none. */
  public @Nullable NamedQuery find(String name) {
    return byName.get(name);
  }

  /** All, sorted by name. */
  public Collection<NamedQuery> all() {
    return byName.values();
  }
}
