package dev.msvc.model;

import java.util.Comparator;
import java.util.List;

/**
 * Something that a database holds beside its tables, and what it does to them.
 *
 * @param name as in the schema, without quotes; a routine of a package has the package's before it
 * @param tables of a trigger or policy its tables; of a sequence those that take ids from it; of a
 *     synonym what it stands for; of replication what is sent; else none
 * @param events writes on which a trigger fires, sorted; none for other kinds
 * @param uses what it does to tables itself, sorted; not what a routine that it calls does
 * @param calls names of routines that it calls, sorted
 * @param places where it is defined
 * @param certainty of its uses: the weakest
 */
public record DatabaseObject(
    String name,
    DatabaseObjectKind kind,
    List<String> tables,
    List<Operation> events,
    List<Use> uses,
    List<String> calls,
    List<Place> places,
    Certainty certainty) {
  private static final Comparator<Use> ORDER =
      Comparator.comparing(Use::table).thenComparing(Use::op);

  public DatabaseObject {
    tables = List.copyOf(tables);
    events = List.copyOf(events);
    uses = uses.stream().distinct().sorted(ORDER).toList();
    calls = List.copyOf(calls);
    places = List.copyOf(places);
  }

  /** What is done to one table. */
  public record Use(String table, Operation op) {}

  /** Tables and views that it reads, each once, sorted. */
  public List<String> reads() {
    return uses.stream().filter(use -> !use.op().writes()).map(Use::table).distinct().toList();
  }

  /** Tables that it writes, each once, sorted. */
  public List<String> writes() {
    return uses.stream().filter(use -> use.op().writes()).map(Use::table).distinct().toList();
  }
}
