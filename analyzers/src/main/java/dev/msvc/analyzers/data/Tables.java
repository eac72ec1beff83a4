package dev.msvc.analyzers.data;

import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.model.Access;
import dev.msvc.model.Column;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Join;
import dev.msvc.model.Key;
import dev.msvc.model.MappingFact;
import dev.msvc.model.Place;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables under one name each, and all that names them: an owner is looked up by that name.
 *
 * @param tables sorted by name
 * @param mappings sorted, each once
 * @param accesses sorted, each once
 * @param joins sorted, each once
 * @param transactions in the order in which they were given
 * @param relations sorted, each once
 * @param objects of the database, in the order in which they were given, each once
 * @param unread sorted: names without a schema that can mean tables of several
 */
public record Tables(
    List<TableFact> tables,
    List<MappingFact> mappings,
    List<Access> accesses,
    List<Join> joins,
    List<TransactionFact> transactions,
    List<RelationFact> relations,
    List<DatabaseObject> objects,
    List<Unread> unread) {
  private static final Pattern CODE = Pattern.compile(".*\\.(?:java|kt|kts|groovy|scala)");
  private static final Set<String> DEFAULT_SCHEMAS = Set.of("public", "dbo");
  private static final Set<String> CATALOGS =
      Set.of("information_schema", "pg_catalog", "sys", "performance_schema", "sysibm", "syscat");
  private static final Set<String> NO_TABLES =
      Set.of("dual", "sysdummy1", "rdb$database", "inserted", "deleted");
  private static final Pattern CATALOG =
      Pattern.compile(
          "pg_(?:class|namespace|tables|index|indexes|attribute|attrdef|constraint|type|proc|views"
              + "|matviews|sequences?|trigger|description|depend|roles|user|database|locks|settings"
              + "|extension|inherits|enum|tablespace|authid|largeobject|partitioned_table|stats"
              + "|stat_\\w+|statio_\\w+)|(?:user|all|dba)_(?:tables|tab_columns|tab_cols|views|objects|constraints"
              + "|cons_columns|indexes|ind_columns|sequences|triggers|source|synonyms|tab_comments"
              + "|col_comments|tab_privs)|g?v\\$\\w+|sysobjects|syscolumns|sysindexes|systypes"
              + "|sysreferences|sqlite_master|sqlite_sequence");

  public Tables {
    tables = List.copyOf(tables);
    mappings = List.copyOf(mappings);
    accesses = List.copyOf(accesses);
    joins = List.copyOf(joins);
    transactions = List.copyOf(transactions);
    relations = List.copyOf(relations);
    objects = List.copyOf(objects);
    unread = List.copyOf(unread);
  }

  /**
   * Puts the definitions and mappings of one table together and gives everything the name that the
   * schema has for it, or its mapping where there is no schema. Names are compared without case and
   * quotes, and without the schema's name where that is not ambiguous. What is accessed and never
   * defined becomes a table of kind {@link TableKind#UNDEFINED}; the database's own catalogue is
   * left out.
   */
  public static Tables merge(
      Collection<TableFact> definitions,
      Collection<MappingFact> mappings,
      Collection<Access> accesses,
      Collection<Join> joins,
      Collection<TransactionFact> transactions,
      Collection<RelationFact> relations,
      Collection<DatabaseObject> objects) {
    Names names = new Names(definitions);
    Map<String, List<TableFact>> groups = new TreeMap<>();
    for (TableFact each : definitions) {
      if (!names.isSystem(each.name())) {
        groups.computeIfAbsent(names.of(each.name()), ignored -> new ArrayList<>()).add(each);
      }
    }
    Set<Access> renamed = new LinkedHashSet<>();
    Set<Unread> unread = new TreeSet<>();
    for (Access each : accesses) {
      if (!names.isSystem(each.table())) {
        List<String> several = names.several(each.table());
        if (!several.isEmpty()) {
          unread.add(ambiguous(each, several));
        }
        renamed.add(renamed(each, names.of(each.table())));
      }
    }
    Set<Join> renamedJoins = new LinkedHashSet<>();
    for (Join each : joins) {
      Set<String> together = new TreeSet<>();
      each.tables().stream()
          .filter(name -> !names.isSystem(name))
          .forEach(n -> together.add(names.of(n)));
      if (together.size() > 1) {
        renamedJoins.add(
            new Join(
                List.copyOf(together), each.className(), each.method(), each.place(), each.text()));
      }
    }
    Map<String, TableFact> tables = new TreeMap<>();
    groups.forEach((name, same) -> tables.put(name, merged(name, same, names)));
    for (Access each : renamed) {
      tables.computeIfAbsent(each.table(), Tables::undefined);
    }
    Set<MappingFact> renamedMappings = new TreeSet<>();
    for (MappingFact each : mappings) {
      renamedMappings.add(
          new MappingFact(
              each.className(),
              names.of(each.table()),
              each.role(),
              each.place(),
              each.certainty()));
    }
    return new Tables(
        List.copyOf(tables.values()),
        List.copyOf(renamedMappings),
        sorted(renamed),
        sortedJoins(renamedJoins),
        transactions.stream().map(each -> renamed(each, names)).toList(),
        relations.stream().map(each -> renamed(each, names)).distinct().sorted().toList(),
        objects.stream().map(each -> renamed(each, names)).distinct().toList(),
        List.copyOf(unread));
  }

  private static TransactionFact renamed(TransactionFact each, Names names) {
    SortedMap<String, Integer> steps = new TreeMap<>();
    each.steps().forEach((table, count) -> steps.merge(names.of(table), count, Math::min));
    Set<String> certain = new TreeSet<>();
    for (String table : each.steps().keySet()) {
      if (!each.uncertain().contains(table)) {
        certain.add(names.of(table));
      }
    }
    List<String> uncertain = names.all(each.uncertain());
    steps.keySet().removeIf(names::isSystem);
    return new TransactionFact(
        each.className(),
        each.method(),
        each.place(),
        each.readOnly(),
        each.propagation(),
        names.all(each.reads()),
        names.all(each.writes()),
        each.writers(),
        each.certainty(),
        steps,
        uncertain.stream().filter(table -> !certain.contains(table)).toList());
  }

  private static RelationFact renamed(RelationFact each, Names names) {
    return each.table().isEmpty() ? each : each.in(names.of(each.table()));
  }

  private static DatabaseObject renamed(DatabaseObject each, Names names) {
    return new DatabaseObject(
        each.name(),
        each.kind(),
        each.tables().stream().map(names::of).toList(),
        each.events(),
        each.uses().stream()
            .map(use -> new DatabaseObject.Use(names.of(use.table()), use.op()))
            .toList(),
        each.calls(),
        each.places(),
        each.certainty());
  }

  private static Unread ambiguous(Access access, List<String> tables) {
    return new Unread(
        access.place().file(),
        access.place().line(),
        "'%s' can be %s: nothing here says which"
            .formatted(TableName.unquoted(access.table()), String.join(" or ", tables)));
  }

  /** The same where it does not matter which classes are mapped to them. */
  static Tables merge(
      Collection<TableFact> definitions, Collection<Access> accesses, Collection<Join> joins) {
    return merge(definitions, List.of(), accesses, joins, List.of(), List.of(), List.of());
  }

  private static TableFact undefined(String name) {
    return new TableFact(
        name,
        TableKind.UNDEFINED,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Access> sorted(Collection<Access> accesses) {
    List<Access> all = new ArrayList<>(accesses);
    all.sort(
        Comparator.comparing(Access::table)
            .thenComparing(Access::className)
            .thenComparing(Access::method)
            .thenComparing(Access::place)
            .thenComparing(Access::op)
            .thenComparing(Access::via)
            .thenComparing(Access::certainty)
            .thenComparing(each -> each.columns().toString()));
    return all;
  }

  private static List<Join> sortedJoins(Collection<Join> joins) {
    List<Join> all = new ArrayList<>(joins);
    all.sort(
        Comparator.comparing(Join::className)
            .thenComparing(Join::method)
            .thenComparing(Join::place)
            .thenComparing(each -> each.tables().toString())
            .thenComparing(Join::text));
    return all;
  }

  private static Access renamed(Access access, String table) {
    return table.equals(access.table())
        ? access
        : new Access(
            table,
            access.className(),
            access.method(),
            access.op(),
            access.columns(),
            access.place(),
            access.via(),
            access.certainty());
  }

  private static TableFact merged(String name, List<TableFact> same, Names names) {
    Map<String, Column> columns = new LinkedHashMap<>();
    Set<Key> keys = new LinkedHashSet<>();
    Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
    Set<String> entities = new TreeSet<>();
    Set<String> linkedBy = new TreeSet<>();
    Set<String> dependsOn = new TreeSet<>();
    Set<Place> places = new TreeSet<>();
    TableKind kind = TableKind.UNDEFINED;
    boolean defined = same.stream().anyMatch(Tables::isDefinition);
    List<TableFact> ordered = new ArrayList<>(same);
    ordered.sort(
        Comparator.comparing((TableFact each) -> !isDefinition(each))
            .thenComparing(TableFact::places, Place.LISTS));
    for (TableFact each : ordered) {
      boolean definition = isDefinition(each);
      if (kind == TableKind.UNDEFINED) {
        kind = each.kind();
      }
      if (definition || !defined) {
        each.columns().forEach(column -> columns.putIfAbsent(TableName.key(column.name()), column));
      }
      if (definition || !defined) {
        each.keys().forEach(key -> addKey(keys, key));
      }
      for (ForeignKey key : each.foreignKeys()) {
        String identity =
            String.join(",", key.columns()).toLowerCase(Locale.ROOT)
                + " "
                + names.of(key.references());
        // of two mappings that tell one key, one tells what the database does
        foreignKeys.merge(
            identity,
            key.to(names.of(key.references())),
            (known, other) ->
                defined || known.onDelete().changesRows() ? known : known.with(other.onDelete()));
      }
      entities.addAll(each.entities());
      linkedBy.addAll(each.linkedBy());
      each.dependsOn().stream()
          .filter(on -> !names.isSystem(on))
          .map(names::of)
          .forEach(dependsOn::add);
      places.addAll(each.places());
    }
    return new TableFact(
        name,
        kind,
        List.copyOf(columns.values()),
        List.copyOf(keys),
        foreignKeys.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList(),
        List.copyOf(entities),
        List.copyOf(linkedBy),
        List.copyOf(dependsOn),
        List.copyOf(places));
  }

  private static boolean isDefinition(TableFact table) {
    return table.kind() != TableKind.UNDEFINED && table.entities().isEmpty();
  }

  private static void addKey(Set<Key> keys, Key key) {
    boolean there =
        keys.stream()
            .anyMatch(
                each ->
                    each.kind() == key.kind()
                        && (key.kind() == Key.Kind.PRIMARY
                            || each.columns()
                                .toString()
                                .equalsIgnoreCase(key.columns().toString())));
    if (!there) {
      keys.add(key);
    }
  }

  /** The one spelling of each name. */
  private static final class Names {
    private final Map<String, String> spellings = new TreeMap<>();
    private final Map<String, Set<String>> byBareName = new TreeMap<>();
    private final Set<String> byDefinition = new TreeSet<>();
    private final Set<String> twins = new TreeSet<>();

    /** Tables of the system that are called as one of some database's own. */
    private final Set<String> namesakes = new TreeSet<>();

    Names(Collection<TableFact> definitions) {
      List<TableFact> ordered = new ArrayList<>(definitions);
      ordered.sort(
          Comparator.comparing((TableFact each) -> !isDefinition(each))
              .thenComparing(TableFact::places, Place.LISTS)
              .thenComparing(TableFact::name));
      for (TableFact each : ordered) {
        String key = TableName.key(each.name());
        if (CATALOG.matcher(TableName.bare(key)).matches()) {
          namesakes.add(TableName.bare(key));
        }
        String known = find(key);
        if (known != null && isTwin(each, spellings.get(key))) {
          twins.add(TableName.unquoted(each.name()));
        }
        if (known == null) {
          spellings.put(key, TableName.unquoted(each.name()));
          if (isDefinition(each)) {
            byDefinition.add(TableName.unquoted(each.name()));
          }
          byBareName
              .computeIfAbsent(TableName.bare(key), ignored -> new TreeSet<>())
              .add(TableName.unquoted(each.name()));
        }
      }
    }

    /** Whether a name is the database's own, or stands for no table. */
    boolean isSystem(String name) {
      String key = TableName.key(name);
      int dot = key.indexOf('.');
      String bare = TableName.bare(key);
      return bare.isEmpty()
          || bare.startsWith("#")
          || NO_TABLES.contains(bare)
          || (CATALOG.matcher(bare).matches() && !namesakes.contains(bare))
          || (dot > 0 && CATALOGS.contains(key.substring(0, dot)));
    }

    /** Whether scripts define it beside one whose name differs in the case of letters only. */
    private boolean isTwin(TableFact table, @Nullable String known) {
      boolean scripted = isDefinition(table) && !table.places().isEmpty();
      return known != null
          && scripted
          && byDefinition.contains(known)
          && !known.equals(TableName.unquoted(table.name()))
          && table.places().stream().noneMatch(place -> CODE.matcher(place.file()).matches());
    }

    private @Nullable String find(String key) {
      String exact = spellings.get(key);
      if (exact != null) {
        return exact;
      }
      Set<String> candidates = byBareName.getOrDefault(TableName.bare(key), Set.of());
      boolean qualified = key.indexOf('.') >= 0;
      List<String> matching =
          candidates.stream().filter(each -> !qualified || each.indexOf('.') < 0).toList();
      if (matching.size() > 1) {
        // where nobody says so, this is where the database looks
        matching = matching.stream().filter(Names::isOfDefaultSchema).toList();
      }
      return matching.size() == 1 ? matching.get(0) : null;
    }

    private static boolean isOfDefaultSchema(String name) {
      int dot = name.lastIndexOf('.');
      return dot > 0
          && DEFAULT_SCHEMAS.contains(
              TableName.bare(name.substring(0, dot)).toLowerCase(Locale.ROOT));
    }

    /** The tables that a name can mean, where there are several and it does not say which. */
    List<String> several(String name) {
      String key = TableName.key(name);
      Set<String> candidates = byBareName.getOrDefault(key, Set.of());
      return key.indexOf('.') < 0 && candidates.size() > 1 && !candidates.contains(of(name))
          ? List.copyOf(candidates)
          : List.of();
    }

    /** Each once, sorted, without the database's own. */
    List<String> all(Collection<String> some) {
      Set<String> all = new TreeSet<>();
      some.stream().filter(each -> !isSystem(each)).forEach(each -> all.add(of(each)));
      return List.copyOf(all);
    }

    String of(String name) {
      String exact = twins.isEmpty() ? "" : TableName.unquoted(name);
      if (twins.contains(exact)) {
        return exact;
      }
      String key = TableName.key(name);
      String found = find(key);
      return found == null
          ? spellings.computeIfAbsent(key, ignored -> TableName.unquoted(name))
          : found;
    }
  }
}
