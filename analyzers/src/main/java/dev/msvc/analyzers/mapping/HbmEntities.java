package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.Entity.Home;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.source.XmlParts;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Place;
import dev.msvc.model.TableKind;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entities that Hibernate's own XML makes. */
final class HbmEntities {
  private final CodeBase code;
  private final Naming naming;
  private final Map<String, HbmClass> classes = new TreeMap<>();
  private final Map<String, Entity> known = new TreeMap<>();
  private final Set<String> open = new HashSet<>();
  private final List<Unread> unread = new ArrayList<>();

  /**
   * @param others entities that are mapped otherwise, which those of XML may extend
   */
  HbmEntities(Sources sources, Naming naming, Collection<Entity> others) {
    this.code = sources.code();
    this.naming = naming;
    others.forEach(each -> known.put(each.className(), each));
    for (HbmFile file : files(sources, unread)) {
      for (HbmClass each : file.classes(code)) {
        if (classes.putIfAbsent(each.name(), each) == null) {
          known.remove(each.name());
        }
      }
    }
  }

  /** The files of this kind; broken ones are added to what was not read. */
  static List<HbmFile> files(Sources sources, List<Unread> unread) {
    FactCollector broken = new FactCollector();
    List<HbmFile> files =
        XmlFiles.of(sources).rooted("hibernate-mapping", broken).stream()
            .map(each -> whole(each, sources, unread))
            .toList();
    unread.addAll(broken.unread());
    return files;
  }

  /** With the parts that other files of the system hold. */
  private static HbmFile whole(XmlFiles.Parsed parsed, Sources sources, List<Unread> unread) {
    String file = parsed.file().file();
    XmlElement root =
        XmlParts.taken(
            parsed.root(),
            parsed.file().text(),
            written -> part(file, written, sources),
            (line, reason) -> unread.add(new Unread(file, line, reason)));
    return new HbmFile(file, parsed.file().module(), root);
  }

  /** The text of a file beside the one that names it, or by the end of its path. */
  private static @Nullable String part(String from, String written, Sources sources) {
    if (written.matches("(?i)(?:https?|ftp|jar)://?.*")) {
      return null;
    }
    String plain = written.replaceFirst("^[a-z]+:/*", "").replaceFirst("^(?:\\.{0,2}/)+", "");
    String beside = from.substring(0, from.lastIndexOf('/') + 1) + plain;
    List<ResourceFile> found = new ArrayList<>();
    for (ResourceFile each : sources.resources()) {
      if (each.file().equals(beside)) {
        return each.text();
      }
      if (("/" + each.file()).endsWith("/" + plain)) {
        found.add(each);
      }
    }
    return found.isEmpty() || plain.isEmpty() ? null : found.get(0).text();
  }

  /** All, sorted by class. */
  List<Entity> read() {
    List<Entity> all = new ArrayList<>();
    for (HbmClass each : classes.values()) {
      all.add(entity(each));
      if (each.isClass() && code.project(each.name()) == null) {
        unread.add(
            new Unread(
                each.place().file(),
                each.place().line(),
                "maps class '%s', which is not in the source".formatted(each.name())));
      }
    }
    return all;
  }

  /** What was not understood, after all is read. */
  List<Unread> unread() {
    return List.copyOf(unread);
  }

  private Entity entity(HbmClass type) {
    Entity read = known.get(type.name());
    if (read == null) {
      open.add(type.name());
      read = read(type);
      open.remove(type.name());
      known.put(type.name(), read);
    }
    return read;
  }

  private @Nullable Entity parent(HbmClass type) {
    HbmClass parent = classes.get(type.parent());
    if (parent != null && !open.contains(parent.name())) {
      return entity(parent);
    }
    Entity other = known.get(type.parent());
    if (other == null && !type.parent().isEmpty()) {
      unread.add(
          new Unread(
              type.place().file(),
              type.place().line(),
              "extends '%s', which is no entity that we read".formatted(type.parent())));
    }
    return other;
  }

  private Entity read(HbmClass type) {
    Entity parent = parent(type);
    List<Home> homes = homes(type, parent);
    String home = homes.isEmpty() ? "" : homes.get(0).table();
    Map<String, Property> properties = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>();
    if (parent != null) {
      properties.putAll(parent.properties());
      ids.addAll(keyColumns(type, home, parent));
    }
    HbmProperties reader = new HbmProperties(code, naming, type, home, ids);
    reader.read(type.element(), properties);
    MappingSql sql = sql(type);
    return new Entity(
        type.name(),
        type.simpleName(),
        TableKind.UNDEFINED,
        homes,
        List.of(),
        List.copyOf(ids),
        Collections.unmodifiableMap(properties),
        sql.accesses(),
        sql.isSoftDelete(),
        type.place());
  }

  private List<String> keyColumns(HbmClass type, String home, Entity parent) {
    for (XmlElement key : type.element().elements("key")) {
      List<String> columns = HbmProperties.columns(key, home, naming);
      if (!columns.isEmpty()) {
        return columns;
      }
    }
    return parent.idColumns();
  }

  private List<Home> homes(HbmClass type, @Nullable Entity parent) {
    List<Home> all = new ArrayList<>();
    boolean onlyChildrenHaveTables =
        type.isAbstract()
            && classes.values().stream()
                .anyMatch(
                    each ->
                        each.parent().equals(type.name())
                            && each.element().name().equals("union-subclass"));
    if (type.hasOwnTable() && !onlyChildrenHaveTables) {
      all.add(home(type, type.element(), type.simpleName(), MappingRole.OWN));
    }
    if (parent != null && !type.standsAlone()) {
      for (Home each : parent.homes()) {
        all.add(each.inherited());
      }
    }
    for (XmlElement join : type.element().elements("join")) {
      all.add(home(type, join, "", MappingRole.SECONDARY));
    }
    return List.copyOf(all);
  }

  private Home home(HbmClass type, XmlElement element, String byDefault, MappingRole role) {
    String name = element.attribute("table").strip();
    return new Home(
        naming.table(type.file().schema(element), name.isEmpty() ? byDefault : name),
        role,
        naming.sureness(!name.isEmpty()));
  }

  /** What is given as SQL: queries in the place of tables and columns, statements of its own. */
  private static MappingSql sql(HbmClass type) {
    MappingSql sql = new MappingSql(type.name());
    XmlElement element = type.element();
    sql.statement(element.attribute("subselect"), type.place());
    collect(element, type, sql);
    return sql;
  }

  private static void collect(XmlElement around, HbmClass type, MappingSql sql) {
    sql.fragment(around.attribute("formula"), type.file().place(around));
    sql.fragment(around.attribute("where"), type.file().place(around));
    for (XmlElement each : around.elements()) {
      Place place = type.file().place(each);
      switch (each.name()) {
        case "formula" -> sql.fragment(each.text(), place);
        case "subselect", "sql-insert", "sql-update" -> sql.statement(each.text(), place);
        case "sql-delete" -> sql.delete(each.text(), place);
        case "generator" -> generator(each, type, sql);
        default -> {
          if (!HbmClass.isKind(each.name())) {
            collect(each, type, sql);
          }
        }
      }
    }
  }

  /** The table from which ids come: Hibernate has one of its own where none is named. */
  private static void generator(XmlElement generator, HbmClass type, MappingSql sql) {
    String kind = generator.attribute("class").replaceFirst("^.*\\.", "");
    String byDefault =
        switch (kind) {
          case "hilo", "TableHiLoGenerator" -> "hibernate_unique_key";
          case "multiple-hilo", "MultipleHiLoPerTableGenerator", "enhanced-table" ->
              "hibernate_sequences";
          case "TableGenerator" ->
              generator.attribute("class").contains(".enhanced.")
                  ? "hibernate_sequences"
                  : "hibernate_unique_key";
          default -> "";
        };
    String table = byDefault;
    for (XmlElement each : generator.elements("param")) {
      if (Set.of("table", "table_name").contains(each.attribute("name")) && !table.isEmpty()) {
        table = each.text().strip();
      }
    }
    if (!table.isEmpty()) {
      sql.generator("", table, type.file().place(generator));
    }
  }
}
