package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.call.MethodGraph.Method;
import dev.msvc.analyzers.call.Reached;
import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Operation;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.service.StandardOperation;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the code behind entry points does with the rows of an aggregate, as far as it is seen. */
final class Deeds {
  private static final Set<Operation> CREATES = EnumSet.of(Operation.INSERT, Operation.MERGE);
  private static final Set<Operation> UPDATES = EnumSet.of(Operation.UPDATE, Operation.MERGE);
  private static final Set<Operation> DELETES = EnumSet.of(Operation.DELETE, Operation.TRUNCATE);

  private final ContextMap map;
  private final Reached reached;
  private final Map<EntryPoint, Done> known = new HashMap<>();

  /**
   * What is done behind an entry point.
   *
   * @param operations by tables; of those that write only those that are run whatever is chosen
   * @param read tables of which a transaction only says that they are read
   * @param written tables of which a transaction only says that they are written
   * @param open whether what it calls is chosen when it runs
   */
  private record Done(
      Map<String, Set<Operation>> operations, Set<String> read, Set<String> written, boolean open) {
    boolean does(String table, Set<Operation> wanted) {
      Set<Operation> all = operations.getOrDefault(table, Set.of());
      return all.stream().anyMatch(wanted::contains)
          || (written.contains(table) && all.stream().noneMatch(Operation::writes));
    }

    boolean reads(String table) {
      return read.contains(table)
          || operations.getOrDefault(table, Set.of()).stream().anyMatch(each -> !each.writes());
    }

    boolean writes(String table) {
      return written.contains(table)
          || operations.getOrDefault(table, Set.of()).stream().anyMatch(Operation::writes);
    }

    boolean touches(String table) {
      return reads(table) || writes(table);
    }
  }

  Deeds(ContextMap map) {
    this.map = map;
    this.reached = new Reached(map);
  }

  private Done done(EntryPoint entry) {
    Done done = known.get(entry);
    if (done == null) {
      Set<Method> methods = reached.methods(entry);
      Map<String, Set<Operation>> operations = new HashMap<>();
      add(methods, false, operations);
      add(reached.sureMethods(entry), true, operations);
      Set<String> read = new HashSet<>();
      Set<String> written = new HashSet<>();
      reached.transactions(entry).forEach(own -> add(own, read, written));
      done = new Done(operations, read, written, reached.isOpen(methods));
      known.put(entry, done);
    }
    return done;
  }

  private void add(Set<Method> methods, boolean writing, Map<String, Set<Operation>> operations) {
    for (Method each : methods) {
      for (Access access : reached.accesses(each)) {
        if (access.op().writes() == writing) {
          operations
              .computeIfAbsent(
                  ContextMap.key(access.table()), none -> EnumSet.noneOf(Operation.class))
              .add(access.op());
        }
      }
    }
  }

  private static void add(TransactionFact own, Set<String> read, Set<String> written) {
    read.addAll(sure(own.reads(), own));
    written.addAll(sure(own.writes(), own));
  }

  private static Set<String> sure(List<String> tables, TransactionFact own) {
    return tables.stream()
        .filter(each -> !own.uncertain().contains(each))
        .map(ContextMap::key)
        .collect(Collectors.toSet());
  }

  /** Whether it changes rows of an aggregate. */
  boolean writes(EntryPoint entry, Subject subject) {
    return subject.tables().stream().anyMatch(done(entry)::writes);
  }

  /** Tables that it writes beside those of an aggregate, as they are compared. */
  List<String> beside(EntryPoint entry, Subject subject) {
    Done done = done(entry);
    Set<String> all = new TreeSet<>(done.written());
    all.addAll(done.operations().keySet());
    return all.stream()
        .filter(each -> done.writes(each) && !subject.tables().contains(each))
        .toList();
  }

  /** Why an operation of the service does not do what an entry point does; empty where it does. */
  Optional<String> against(EntryPoint entry, Subject subject, StandardOperation operation) {
    return unstored(subject)
        .or(
            () ->
                switch (operation) {
                  case GET, LIST -> againstReading(entry, subject);
                  case CREATE ->
                      unlessSeen(entry, subject, "insert into", isCreated(entry, subject));
                  case UPDATE -> unlessSeen(entry, subject, "change of", isUpdated(entry, subject));
                  case DELETE -> againstDeleting(entry, subject);
                });
  }

  /** Why a command of an aggregate does not stand for an entry point; empty where it does. */
  Optional<String> against(EntryPoint entry, Subject subject) {
    Done done = done(entry);
    return unstored(subject)
        .or(
            () ->
                unlessSeen(
                    entry,
                    subject,
                    "access of",
                    subject.tables().stream().anyMatch(done::touches)));
  }

  private static Optional<String> unstored(Subject subject) {
    return subject.table().isEmpty()
        ? Optional.of("perhaps of %s, of which no table is known".formatted(subject.name()))
        : Optional.empty();
  }

  private Optional<String> againstReading(EntryPoint entry, Subject subject) {
    Done done = done(entry);
    if (subject.tables().stream().anyMatch(done::writes)) {
      return Optional.of("is asked to read %s, and changes it, too".formatted(subject.name()));
    }
    return unlessSeen(entry, subject, "read of", subject.tables().stream().anyMatch(done::reads));
  }

  private Optional<String> againstDeleting(EntryPoint entry, Subject subject) {
    boolean deletes = isDeleted(entry, subject);
    return !deletes && done(entry).does(subject.table(), UPDATES)
        ? Optional.of("deletes no row of %s, it changes them".formatted(subject.table()))
        : unlessSeen(entry, subject, "delete from", deletes);
  }

  private boolean isCreated(EntryPoint entry, Subject subject) {
    Done done = done(entry);
    boolean elsewhere =
        map.accesses(subject.table()).stream().map(Access::op).noneMatch(CREATES::contains);
    return done.does(subject.table(), CREATES)
        || (elsewhere && subject.tables().stream().anyMatch(each -> done.does(each, CREATES)));
  }

  /** A part that is made or removed is a change of its whole. */
  private boolean isUpdated(EntryPoint entry, Subject subject) {
    Done done = done(entry);
    return done.does(subject.table(), UPDATES)
        || subject.tables().stream()
            .anyMatch(each -> !each.equals(subject.table()) && done.writes(each));
  }

  /** Rows that are only marked as gone are updated. */
  private boolean isDeleted(EntryPoint entry, Subject subject) {
    Done done = done(entry);
    boolean elsewhere =
        map.accesses(subject.table()).stream().map(Access::op).noneMatch(DELETES::contains);
    return done.does(subject.table(), DELETES)
        || (elsewhere && done.does(subject.table(), UPDATES));
  }

  private Optional<String> unlessSeen(
      EntryPoint entry, Subject subject, String what, boolean isSeen) {
    return isSeen
        ? Optional.empty()
        : Optional.of(
            "no %s %s is seen behind it%s"
                .formatted(
                    what,
                    subject.table(),
                    done(entry).open() ? "; what it runs is chosen when it runs" : ""));
  }
}
