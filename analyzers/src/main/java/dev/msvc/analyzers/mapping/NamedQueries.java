package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.source.XmlNode;
import dev.msvc.analyzers.source.XmlText;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Queries that annotations or XML give a name, by which code runs them elsewhere. */
public final class NamedQueries {
  /**
   * A query with its name.
   *
   * @param owner the class that declares it; empty where it is declared on its own
   */
  public record NamedQuery(String name, String text, boolean isSql, String owner, Place place) {}

  private static final String HIBERNATE = "org.hibernate.annotations.";

  private final Map<String, NamedQuery> byName = new TreeMap<>();

  /** Those of the whole system, read for the first that asks. */
  public static NamedQueries of(Sources sources) {
    return sources.shared(NamedQueries.class, NamedQueries::read);
  }

  private static NamedQueries read(Sources sources) {
    NamedQueries all = new NamedQueries();
    OrmXml.files(sources, new ArrayList<>()).forEach(all::add);
    HbmEntities.files(sources, new ArrayList<>())
        .forEach(each -> all.add(each, each.root(), "", sources.code()));
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

  private void add(OrmFile file) {
    add(file, file.root(), "");
    for (XmlElement each : file.root().elements()) {
      add(file, each, file.className(each.attribute("class")));
    }
  }

  private void add(OrmFile file, XmlElement around, String owner) {
    for (XmlElement each : around.elements()) {
      boolean sql = each.name().equals("named-native-query");
      if (sql || each.name().equals("named-query")) {
        List<XmlElement> texts = each.elements("query");
        String text = texts.isEmpty() ? each.text() : texts.get(0).text();
        add(each.attribute("name"), text.strip(), sql, owner, file.place(each));
      }
    }
  }

  /** Within a class, Hibernate puts the class's name before that of the query. */
  private void add(HbmFile file, XmlElement around, String owner, CodeBase code) {
    for (XmlElement each : around.elements()) {
      boolean sql = each.name().equals("sql-query");
      if (sql || each.name().equals("query")) {
        String prefix = owner.isEmpty() ? "" : owner + ".";
        String text = sql ? ownText(each) : each.text();
        add(prefix + each.attribute("name"), text.strip(), sql, owner, file.place(each));
      } else if (HbmClass.isKind(each.name())) {
        String name = file.className(each.attribute("name"), code);
        add(file, each, name.isEmpty() ? each.attribute("entity-name") : name, code);
      }
    }
  }

  /** Without what stands in elements of its own: the columns that it returns. */
  private static String ownText(XmlElement element) {
    StringBuilder text = new StringBuilder();
    for (XmlNode each : element.children()) {
      if (each instanceof XmlText piece) {
        text.append(piece.text());
      }
    }
    return text.toString();
  }

  private void add(String name, String text, boolean isSql, String owner, Place place) {
    if (!name.isEmpty() && !text.isEmpty()) {
      byName.putIfAbsent(name, new NamedQuery(name, text, isSql, owner, place));
    }
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
