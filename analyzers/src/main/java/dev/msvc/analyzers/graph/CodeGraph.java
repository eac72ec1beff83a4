package dev.msvc.analyzers.graph;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Join;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Top-level types and tables, and what ties them. A type's node is its place in {@code types}; a
 * table's is its place in {@code tables} after all types. Nested types count as their top-level
 * type.
 *
 * @param types top-level types, sorted by name
 * @param nested types by the node of their top-level type, each sorted by name; the type itself
 *     first
 * @param tables sorted by name
 * @param links all references of one node to another, sorted
 * @param uses what a type does to a table, sorted
 * @param behind what triggers do behind a type's writes to tables that types use themselves,
 *     sorted: it is the database's doing, and ties no type to a table
 * @param keys foreign keys and statements that tie two tables, sorted
 * @param parts types whose objects live and die with one of another type, sorted
 * @param entryPoints by the node of their type
 * @param nodesByName types, nested ones too
 * @param tableNodes by lower-case name
 * @param terms the words of the domain
 */
public record CodeGraph(
    List<TypeFact> types,
    List<List<TypeFact>> nested,
    List<TableFact> tables,
    List<Link> links,
    List<TableUse> uses,
    List<TableUse> behind,
    List<TableTie> keys,
    List<Part> parts,
    SortedMap<Integer, List<EntryPoint>> entryPoints,
    Map<String, Integer> nodesByName,
    Map<String, Integer> tableNodes,
    Terms terms) {

  /** All references between two types, as nodes and as names. */
  public record Link(int from, int to, Dependency dependency) {}

  /**
   * How often a type touches a table.
   *
   * @param type node
   * @param table node
   * @param maps whether the type is mapped to the table
   */
  public record TableUse(int type, int table, int reads, int writes, boolean maps) {}

  /**
   * What ties two tables.
   *
   * @param foreignKeys from the first to the second
   * @param joins statements that use both
   */
  public record TableTie(int first, int second, int foreignKeys, int joins) {}

  /** A type whose objects are removed with one of another type, both as nodes. */
  public record Part(int whole, int part) {}

  public static CodeGraph of(Facts facts) {
    TreeMap<String, TypeFact> main = new TreeMap<>();
    TreeMap<String, TreeMap<String, TypeFact>> inner = new TreeMap<>();
    facts.types().stream()
        .sorted(
            Comparator.comparing(TypeFact::name)
                .thenComparing(TypeFact::place)
                .thenComparing(TypeFact::module))
        .forEach(
            type -> {
              if (type.isTopLevel()) {
                main.putIfAbsent(type.name(), type);
              } else {
                inner
                    .computeIfAbsent(type.topLevel(), name -> new TreeMap<>())
                    .putIfAbsent(type.name(), type);
              }
            });
    List<TypeFact> types = List.copyOf(main.values());
    Map<String, Integer> nodes = new HashMap<>();
    List<List<TypeFact>> nested = new ArrayList<>();
    for (TypeFact type : types) {
      int node = nested.size();
      List<TypeFact> family = new ArrayList<>();
      family.add(type);
      family.addAll(inner.getOrDefault(type.name(), new TreeMap<>()).values());
      family.forEach(member -> nodes.putIfAbsent(member.name(), node));
      nested.add(List.copyOf(family));
    }

    TreeMap<String, TableFact> byName = new TreeMap<>();
    facts.tables().stream()
        .sorted(Comparator.comparing(TableFact::name).thenComparing(TableFact::toString))
        .forEach(table -> byName.putIfAbsent(table.name(), table));
    List<TableFact> tables = List.copyOf(byName.values());
    Map<String, Integer> tableNodes = new HashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      tableNodes.putIfAbsent(key(tables.get(i).name()), types.size() + i);
    }

    TreeMap<Integer, List<EntryPoint>> entries = new TreeMap<>();
    facts.entryPoints().stream()
        .sorted(Comparator.comparing(EntryPoint::id).thenComparing(EntryPoint::className))
        .forEach(
            entry -> {
              Integer node = nodes.get(entry.className());
              if (node != null) {
                entries.computeIfAbsent(node, n -> new ArrayList<>()).add(entry);
              }
            });
    Set<String> usedByTypes = usedByTypes(facts, nodes);
    List<TableUse> uses =
        uses(facts, access -> !isBehind(access, usedByTypes), true, nodes, tables, tableNodes);
    List<TableUse> behind =
        uses(facts, access -> isBehind(access, usedByTypes), false, nodes, tables, tableNodes);
    return new CodeGraph(
        types,
        List.copyOf(nested),
        tables,
        links(facts, types, nodes),
        uses,
        behind,
        tableTies(facts, tables, tableNodes),
        parts(facts, nodes),
        entries,
        nodes,
        tableNodes,
        Terms.of(types, uses));
  }

  /** Types and tables. */
  public int size() {
    return types.size() + tables.size();
  }

  /** What each node is known by: its name. */
  public long[] identities() {
    return IntStream.range(0, size())
        .mapToLong(
            node ->
                Identities.of(
                    isTable(node) ? "table/" + table(node).name() : types.get(node).name()))
        .toArray();
  }

  public boolean isTable(int node) {
    return node >= types.size();
  }

  public TableFact table(int node) {
    return tables.get(node - types.size());
  }

  /** Whether something outside reaches a type but by starting the program. */
  public boolean isEntered(int node) {
    return entryPoints.getOrDefault(node, List.of()).stream()
        .anyMatch(entry -> entry.kind() != EntryPointKind.MAIN);
  }

  /** Whether a type answers requests: what reads messages or runs by the clock does not. */
  public boolean isAsked(int node) {
    return entryPoints.getOrDefault(node, List.of()).stream().anyMatch(CodeGraph::isAsked);
  }

  private static boolean isAsked(EntryPoint entry) {
    return switch (entry.kind()) {
      case HTTP, SERVLET, SOAP, GRAPHQL, GRPC -> true;
      case EJB_REMOTE, LISTENER, SCHEDULE, BATCH, MAIN -> false;
    };
  }

  /** The node of a top-level or nested type; -1 where it is none of the system's. */
  public int node(String typeName) {
    return nodesByName.getOrDefault(typeName, -1);
  }

  /** The node of a table; -1 where there is none of this name. Case and quotes do not count. */
  public int tableNode(String table) {
    return tableNodes.getOrDefault(key(table), -1);
  }

  private static String key(String table) {
    return table.replace("\"", "").replace("`", "").toLowerCase(Locale.ROOT);
  }

  private static List<Link> links(Facts facts, List<TypeFact> types, Map<String, Integer> nodes) {
    Map<Long, Counts> counts = new HashMap<>();
    for (Reference reference : facts.references()) {
      Integer from = nodes.get(reference.from());
      Integer to = nodes.get(reference.to());
      if (from != null && to != null && !from.equals(to)) {
        counts
            .computeIfAbsent(((long) from << 32) | to, pair -> new Counts())
            .add(reference.kind(), reference.line());
      }
    }
    List<Link> links = new ArrayList<>(counts.size());
    for (Map.Entry<Long, Counts> entry : sorted(counts)) {
      int from = (int) (entry.getKey() >>> 32);
      int to = entry.getKey().intValue();
      links.add(
          new Link(
              from,
              to,
              new Dependency(
                  types.get(from).name(),
                  types.get(to).name(),
                  entry.getValue().kinds,
                  new Place(types.get(from).place().file(), entry.getValue().line()))));
    }
    return List.copyOf(links);
  }

  private static <V> List<Map.Entry<Long, V>> sorted(Map<Long, V> map) {
    List<Map.Entry<Long, V>> all = new ArrayList<>(map.entrySet());
    all.sort(Map.Entry.comparingByKey());
    return all;
  }

  private static final class Counts {
    private final Map<ReferenceKind, Integer> kinds = new EnumMap<>(ReferenceKind.class);
    private int line = Integer.MAX_VALUE;

    void add(ReferenceKind kind, int at) {
      kinds.merge(kind, 1, Integer::sum);
      line = Math.min(line, at > 0 ? at : Integer.MAX_VALUE);
    }

    int line() {
      return line == Integer.MAX_VALUE ? 0 : line;
    }
  }

  /** Tables that a type maps, or reads or writes by more than a trigger. */
  private static Set<String> usedByTypes(Facts facts, Map<String, Integer> nodes) {
    Set<String> used = new HashSet<>();
    for (Access access : facts.accesses()) {
      if (access.via() != AccessVia.TRIGGER
          && !access.isMigration()
          && nodes.containsKey(access.className())) {
        used.add(key(access.table()));
      }
    }
    for (TableFact table : facts.tables()) {
      if (!table.entities().isEmpty() || !table.linkedBy().isEmpty()) {
        used.add(key(table.name()));
      }
    }
    return used;
  }

  private static boolean isBehind(Access access, Set<String> usedByTypes) {
    return access.via() == AccessVia.TRIGGER && usedByTypes.contains(key(access.table()));
  }

  private static List<TableUse> uses(
      Facts facts,
      Predicate<Access> counts,
      boolean mappings,
      Map<String, Integer> nodes,
      List<TableFact> tables,
      Map<String, Integer> tableNodes) {
    Map<Long, int[]> sums = new HashMap<>();
    for (Access access : facts.accesses()) {
      Integer type = nodes.get(access.className());
      Integer table = tableNodes.get(key(access.table()));
      if (type != null && table != null && !access.isMigration() && counts.test(access)) {
        int[] count = sums.computeIfAbsent(((long) type << 32) | table, pair -> new int[3]);
        count[access.op() == Operation.SELECT ? 0 : 1]++;
      }
    }
    for (TableFact table : mappings ? tables : List.<TableFact>of()) {
      Integer node = tableNodes.get(key(table.name()));
      List<String> mappedBy = new ArrayList<>(table.entities());
      mappedBy.addAll(table.linkedBy());
      for (String entity : mappedBy) {
        Integer type = nodes.get(entity);
        if (type != null && node != null) {
          sums.computeIfAbsent(((long) type << 32) | node, pair -> new int[3])[2] = 1;
        }
      }
    }
    return sorted(sums).stream()
        .map(
            entry ->
                new TableUse(
                    (int) (entry.getKey() >>> 32),
                    entry.getKey().intValue(),
                    entry.getValue()[0],
                    entry.getValue()[1],
                    entry.getValue()[2] > 0))
        .toList();
  }

  /** What lists hold whose members are removed with their owner. */
  private static List<Part> parts(Facts facts, Map<String, Integer> nodes) {
    return facts.relations().stream()
        .filter(each -> each.kind() != RelationFact.Kind.ENTITY || (each.many() && each.composes()))
        .map(
            each ->
                new Part(
                    nodes.getOrDefault(each.className(), -1),
                    nodes.getOrDefault(each.target(), -1)))
        .filter(each -> each.whole() >= 0 && each.part() >= 0 && each.whole() != each.part())
        .distinct()
        .sorted(Comparator.comparingInt(Part::whole).thenComparingInt(Part::part))
        .toList();
  }

  private static List<TableTie> tableTies(
      Facts facts, List<TableFact> tables, Map<String, Integer> tableNodes) {
    Map<Long, int[]> counts = new HashMap<>();
    for (TableFact table : tables) {
      Integer from = tableNodes.get(key(table.name()));
      for (ForeignKey foreignKey : table.foreignKeys()) {
        count(counts, from, tableNodes.get(key(foreignKey.references())), 0);
      }
      for (String other : table.dependsOn()) {
        count(counts, from, tableNodes.get(key(other)), 1);
      }
    }
    for (Join join : facts.joins()) {
      List<Integer> joined = nodes(join.tables(), tableNodes);
      for (int i = 0; i < joined.size(); i++) {
        for (int j = i + 1; j < joined.size() && j < i + 8; j++) {
          count(counts, joined.get(i), joined.get(j), 1);
        }
      }
    }
    return sorted(counts).stream()
        .map(
            entry ->
                new TableTie(
                    (int) (entry.getKey() >>> 32),
                    entry.getKey().intValue(),
                    entry.getValue()[0],
                    entry.getValue()[1]))
        .toList();
  }

  private static void count(
      Map<Long, int[]> counts, @Nullable Integer from, @Nullable Integer to, int what) {
    if (from != null && to != null && !from.equals(to)) {
      counts.computeIfAbsent(((long) from << 32) | to, pair -> new int[2])[what]++;
    }
  }

  private static List<Integer> nodes(Collection<String> names, Map<String, Integer> tableNodes) {
    return names.stream()
        .map(name -> tableNodes.getOrDefault(key(name), -1))
        .filter(node -> node >= 0)
        .distinct()
        .sorted()
        .toList();
  }
}
