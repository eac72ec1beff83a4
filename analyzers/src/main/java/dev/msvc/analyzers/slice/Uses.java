package dev.msvc.analyzers.slice;

import dev.msvc.analyzers.aggregate.Aggregates;
import dev.msvc.model.Access;
import dev.msvc.model.Aggregate;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who uses whom and how much, classes and tables alike: a table is keyed with its own sign. Classes
 * of no context are left out, unless they are asked for: what they use says nothing of where it
 * belongs.
 */
final class Uses {
  private static final String TABLE = "#";
  private static final double MAPPING = 4;
  private static final double WRITE = 3;
  private static final double READ = 1;

  private final ContextMap map;
  private final Twins twins;
  private final Set<String> asked;
  private final SortedMap<String, SortedMap<String, Double>> out = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Double>> in = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Double>> written = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Double>> writers = new TreeMap<>();
  private final SortedMap<String, Set<String>> entities = new TreeMap<>();
  private final SortedMap<String, Set<String>> rows = new TreeMap<>();
  private final SortedMap<String, Set<String>> parts = new TreeMap<>();
  private final SortedMap<String, String> spelled = new TreeMap<>();

  /**
   * Weighs all uses.
   *
   * @param asked classes that move, whatever they are
   */
  Uses(ContextMap map, Set<String> asked) {
    this.map = map;
    this.asked = asked;
    this.twins = new Twins(map);
    map.facts().tables().forEach(each -> spelled.put(table(each.name()), each.name()));
    for (Dependency each : map.decomposition().dependencies()) {
      boolean twin = twins.of(each.from()).contains(each.to());
      if (!twin && moves(each.from()) && moves(each.to())) {
        add(each.from(), each.to(), weight(each));
      }
    }
    SortedMap<String, SortedMap<String, int[]>> counts = new TreeMap<>();
    for (Access each : map.facts().accesses()) {
      String type = map.topLevel(each.className());
      if (!each.isMigration() && moves(type)) {
        counts.computeIfAbsent(type, name -> new TreeMap<>())
            .computeIfAbsent(table(each.table()), name -> new int[2])[each.op().writes() ? 1 : 0]++;
      }
    }
    counts.forEach(
        (type, tables) ->
            tables.forEach(
                (table, count) -> {
                  add(type, table, READ * damped(count[0]) + WRITE * damped(count[1]));
                  if (count[1] > 0) {
                    merge(written, type, table, damped(count[1]));
                    merge(writers, table, type, damped(count[1]));
                  }
                }));
    for (MappingFact each : map.facts().mappings()) {
      String type = map.topLevel(each.className());
      if (each.role() == MappingRole.OWN && moves(type)) {
        add(type, table(each.table()), MAPPING);
        entities.computeIfAbsent(table(each.table()), name -> new TreeSet<>()).add(type);
      }
    }
    rows();
    parts();
  }

  /** Classes that hold the rows of tables which no class is mapped to. */
  private void rows() {
    for (Aggregate each : Aggregates.of(map)) {
      List<Aggregate.Part> all = new ArrayList<>(each.members());
      all.add(each.root());
      for (Aggregate.Part part : all) {
        String table = table(part.table());
        boolean holds = !part.table().isEmpty() && !part.className().isEmpty();
        String type = holds ? map.topLevel(part.className()) : "";
        if (holds && moves(type) && !entities.containsKey(table)) {
          rows.computeIfAbsent(table, name -> new TreeSet<>()).add(type);
        }
      }
    }
  }

  /** Classes that hold the rows of a table which no class is mapped to. */
  Set<String> rows(String table) {
    return rows.getOrDefault(table, Set.of());
  }

  /** What lives and dies with its whole: parts of entities, rows whose key holds another's. */
  private void parts() {
    for (RelationFact each : map.facts().relations()) {
      String whole = map.topLevel(each.className());
      String part = map.topLevel(each.target());
      boolean entity = each.kind() == RelationFact.Kind.ENTITY;
      if (entity && each.composes() && moves(whole) && moves(part)) {
        part(whole, part);
      }
      if (!each.table().isEmpty() && each.owning() && moves(whole)) {
        part(whole, table(each.table()));
      }
    }
    for (TableFact table : map.facts().tables()) {
      for (Key key : table.keys()) {
        for (ForeignKey foreign : table.foreignKeys()) {
          boolean identifies =
              key.kind() == Key.Kind.PRIMARY
                  && key.columns().size() > foreign.columns().size()
                  && keys(key.columns()).containsAll(keys(foreign.columns()));
          boolean links = keys(key.columns()).size() == foreignKeys(table).size();
          if (identifies && !links) {
            part(table(foreign.references()), table(table.name()));
          }
        }
      }
    }
  }

  private static Set<String> keys(List<String> columns) {
    Set<String> keys = new TreeSet<>();
    columns.forEach(each -> keys.add(ContextMap.key(each)));
    return keys;
  }

  /** Columns of a table that refer to others. */
  private static Set<String> foreignKeys(TableFact table) {
    Set<String> all = new TreeSet<>();
    table.foreignKeys().forEach(each -> all.addAll(keys(each.columns())));
    if (!table.primaryKey().isEmpty()) {
      all.retainAll(keys(table.primaryKey()));
    }
    return all;
  }

  private void part(String whole, String part) {
    if (!whole.equals(part)) {
      parts.computeIfAbsent(whole, name -> new TreeSet<>()).add(part);
    }
  }

  /** What lives and dies with a class or table. */
  Set<String> parts(String node) {
    return parts.getOrDefault(node, Set.of());
  }

  /** An interface that it alone implements, or the one class that implements it. */
  Set<String> twins(String type) {
    return twins.of(type);
  }

  boolean isInterface(String name) {
    TypeFact type = map.type(name);
    return type != null && type.kind() == TypeKind.INTERFACE;
  }

  /** What a class writes, and how much. */
  SortedMap<String, Double> written(String type) {
    return written.getOrDefault(type, new TreeMap<>());
  }

  /** Which classes write a table, and how much. */
  SortedMap<String, Double> writers(String table) {
    return writers.getOrDefault(table, new TreeMap<>());
  }

  static String table(String name) {
    return TABLE + ContextMap.key(name);
  }

  static boolean isTable(String node) {
    return node.startsWith(TABLE);
  }

  /** A table's name as the schema has it. */
  String name(String node) {
    return spelled.getOrDefault(node, isTable(node) ? node.substring(1) : node);
  }

  /** Whether a class can come along: one of a context, or one that is asked for. */
  private boolean moves(String type) {
    return !map.contextOf(type).isEmpty() || asked.contains(type);
  }

  private void add(String from, String to, double weight) {
    if (!from.equals(to) && weight > 0) {
      merge(out, from, to, weight);
      merge(in, to, from, weight);
    }
  }

  private static void merge(
      SortedMap<String, SortedMap<String, Double>> all, String from, String to, double weight) {
    all.computeIfAbsent(from, name -> new TreeMap<>()).merge(to, weight, Double::sum);
  }

  private static double weight(Dependency dependency) {
    double sum = 0;
    for (Map.Entry<ReferenceKind, Integer> each : dependency.kinds().entrySet()) {
      double kind =
          switch (each.getKey()) {
            case INHERIT, IMPLEMENT -> 3;
            case INJECTED, WIRED -> 2.5;
            case FIELD -> 2;
            case CALL, EVENT_PUBLISHED, EVENT_HANDLED -> 1.5;
            case CONSTRUCT, PARAMETER, RETURN, TYPE_ARGUMENT -> 1;
            default -> 0.3;
          };
      sum += kind * damped(each.getValue());
    }
    return sum;
  }

  /** The tenth says less than the first. */
  private static double damped(int count) {
    return count == 0 ? 0 : 1 + Math.log(count);
  }

  /** What a class uses, and how much. */
  SortedMap<String, Double> of(String node) {
    return out.getOrDefault(node, new TreeMap<>());
  }

  /** What uses a class or table, and how much. */
  SortedMap<String, Double> to(String node) {
    return in.getOrDefault(node, new TreeMap<>());
  }

  /** Classes whose own table it is. */
  Set<String> entities(String table) {
    return entities.getOrDefault(table, Set.of());
  }

  /** The share of the weights that lies in these. */
  static double share(SortedMap<String, Double> weights, Set<String> within) {
    double all = 0;
    double inside = 0;
    for (Map.Entry<String, Double> each : weights.entrySet()) {
      all += each.getValue();
      inside += within.contains(each.getKey()) ? each.getValue() : 0;
    }
    return all == 0 ? 0 : inside / all;
  }
}
