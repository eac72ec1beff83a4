package dev.msvc.model;

import java.util.List;
import java.util.stream.Stream;

/** What was seen in a source tree, before any conclusion; every list sorted. */
public record Facts(
    SourceSummary summary,
    List<TypeFact> types,
    List<Reference> references,
    List<TableFact> tables,
    List<MappingFact> mappings,
    List<RelationFact> relations,
    List<Access> accesses,
    List<Join> joins,
    List<RoutineCall> routineCalls,
    Database database,
    List<EntryPoint> entryPoints,
    List<TransactionFact> transactions,
    List<Trait> traits,
    Coverage coverage,
    List<Unread> unread) {
  public Facts {
    types = List.copyOf(types);
    references = List.copyOf(references);
    tables = List.copyOf(tables);
    mappings = List.copyOf(mappings);
    relations = List.copyOf(relations);
    accesses = List.copyOf(accesses);
    joins = List.copyOf(joins);
    routineCalls = List.copyOf(routineCalls);
    entryPoints = List.copyOf(entryPoints);
    transactions = List.copyOf(transactions);
    traits = List.copyOf(traits);
    unread = List.copyOf(unread);
  }

  /** Those of a system whose mapped classes hold nothing of each other, and that has no traits. */
  public Facts(
      SourceSummary summary,
      List<TypeFact> types,
      List<Reference> references,
      List<TableFact> tables,
      List<MappingFact> mappings,
      List<Access> accesses,
      List<Join> joins,
      List<RoutineCall> routineCalls,
      Database database,
      List<EntryPoint> entryPoints,
      List<TransactionFact> transactions,
      Coverage coverage,
      List<Unread> unread) {
    this(
        summary,
        types,
        references,
        tables,
        mappings,
        List.of(),
        accesses,
        joins,
        routineCalls,
        database,
        entryPoints,
        transactions,
        List.of(),
        coverage,
        unread);
  }

  /** The same facts, and more that could not be read. */
  public Facts withUnread(List<Unread> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Unread> all = Stream.concat(unread.stream(), more.stream()).distinct().sorted().toList();
    return new Facts(
        summary,
        types,
        references,
        tables,
        mappings,
        relations,
        accesses,
        joins,
        routineCalls,
        database,
        entryPoints,
        transactions,
        traits,
        coverage,
        all);
  }
}
