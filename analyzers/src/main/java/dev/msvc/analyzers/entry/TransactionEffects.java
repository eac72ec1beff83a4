package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.entry.OtherThreads.Task;
import dev.msvc.model.Access;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What accesses do, as numbers: table read, table written, type that writes; then the latter two
 * again for writes that no session keeps back, and the last for code that makes one flush.
 *
 * @param does what one access does
 * @param back how far behind a write's number the one is that it has again
 */
record TransactionEffects(
    List<String> names,
    Map<String, Integer> numbers,
    int firstWrite,
    int back,
    Map<String, BitSet> byPlace,
    IdentityHashMap<TransactionPart, BitSet> byPart,
    Function<Access, BitSet> does) {

  /**
   * What a transaction does.
   *
   * @param steps for each table how many calls lie between
   * @param uncertain tables that are perhaps not reached
   */
  record Done(
      List<String> reads,
      List<String> writes,
      List<String> writers,
      SortedMap<String, Integer> steps,
      List<String> uncertain) {}

  /**
   * Numbers what accesses do.
   *
   * @param unflushed what read-only transactions do not write; null where all write alike
   */
  static TransactionEffects of(
      List<Access> accesses,
      OtherThreads threads,
      Map<JavaMethod, List<TransactionPart>> starting,
      @Nullable Unflushed unflushed) {
    Map<String, List<TransactionPart>> parts = new HashMap<>();
    starting.forEach(
        (method, some) ->
            parts
                .computeIfAbsent(
                    AccessPlaces.name(method.owner().name(), method.name()),
                    any -> new ArrayList<>())
                .addAll(some));
    TreeSet<String> tables = new TreeSet<>();
    TreeSet<String> writers = new TreeSet<>();
    for (Access each : accesses) {
      tables.add(each.table());
      if (each.op().writes()) {
        writers.add(each.className());
      }
    }
    List<String> names = new ArrayList<>(tables);
    names.addAll(tables);
    names.addAll(writers);
    int back = unflushed == null ? 0 : tables.size() + writers.size();
    names.addAll(List.copyOf(names.subList(tables.size(), tables.size() + back)));
    Map<String, Integer> table = numbers(tables, 0);
    Map<String, Integer> writer = numbers(writers, 2 * tables.size());
    Map<String, BitSet> byPlace = new TreeMap<>();
    IdentityHashMap<TransactionPart, BitSet> byPart = new IdentityHashMap<>();
    Function<Access, BitSet> doing =
        each -> {
          BitSet does = new BitSet();
          int number = number(table, each.table());
          if (each.op().writes()) {
            does.set(tables.size() + number);
            does.set(number(writer, each.className()));
          } else {
            does.set(number);
          }
          if (unflushed != null && each.op().writes() && !unflushed.holds(each)) {
            does.set(tables.size() + number + back);
            does.set(number(writer, each.className()) + back);
          }
          return does;
        };
    for (Access each : accesses) {
      BitSet does = doing.apply(each);
      Task task = threads.of(each);
      String place = AccessPlaces.name(each.className(), each.method());
      if (task == null) {
        byPlace.computeIfAbsent(place, any -> new BitSet()).or(does);
      }
      for (TransactionPart part : parts.getOrDefault(place, List.of())) {
        if (part.holds(each, task)) {
          byPart.computeIfAbsent(part, any -> new BitSet()).or(does);
        }
      }
    }
    if (unflushed != null) {
      unflushed
          .flushing()
          .forEach(each -> byPlace.computeIfAbsent(each, any -> new BitSet()).set(names.size()));
    }
    return new TransactionEffects(names, table, tables.size(), back, byPlace, byPart, doing);
  }

  /** What functions do by accesses of their own, by the nodes that they have. */
  static void functions(
      Map<FunctionRun, Integer> nodes,
      List<Access> accesses,
      OtherThreads threads,
      Function<Access, BitSet> does,
      BitSet[] to) {
    Map<String, List<FunctionRun>> byPlace = new HashMap<>();
    for (FunctionRun each : nodes.keySet()) {
      if (each.inherited() == null) {
        JavaMethod holder = each.function().holder();
        String method = holder.name().equals("<clinit>") ? "" : holder.name();
        byPlace
            .computeIfAbsent(
                AccessPlaces.name(holder.owner().name(), method), any -> new ArrayList<>())
            .add(each);
      }
    }
    for (Access access : accesses) {
      String place = AccessPlaces.name(access.className(), access.method());
      for (FunctionRun each : byPlace.getOrDefault(place, List.of())) {
        int node = nodes.getOrDefault(each, -1);
        if (each.function().holds(access, each.name())
            && threads.of(access) == each.function().task()) {
          BitSet all = to[node] == null ? new BitSet() : to[node];
          all.or(does.apply(access));
          to[node] = all;
        }
      }
    }
  }

  private static Map<String, Integer> numbers(TreeSet<String> sorted, int first) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String each : sorted) {
      numbers.put(each, first + numbers.size());
    }
    return numbers;
  }

  private static int number(Map<String, Integer> numbers, @Nullable String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalStateException("no number for " + name);
    }
    return number;
  }

  /** Above all numbers. */
  int count() {
    return names.size() + 1;
  }

  /**
   * What a transaction does that starts with some nodes.
   *
   * @param inherited what its method is in subclasses, of which one run is that of one object
   */
  Done done(
      List<Integer> own,
      List<Integer> inherited,
      boolean readOnly,
      Distances distances,
      Reachability sure) {
    List<Integer> starts = new ArrayList<>(own);
    starts.addAll(inherited);
    BitSet reached = new BitSet();
    starts.forEach(each -> reached.or(distances.of(each)));
    BitSet known = known(own, inherited, sure);
    int writes = firstWrite + (readOnly && !known.get(names.size()) ? back : 0);
    int writers = writes + firstWrite;
    SortedMap<String, Integer> steps = new TreeMap<>();
    for (int each : starts) {
      BitSet some = (BitSet) distances.of(each).clone();
      some.clear(firstWrite, writes);
      for (int i = some.nextSetBit(0); i >= 0 && i < writers; i = some.nextSetBit(i + 1)) {
        // the last step is from a method to what it accesses
        steps.merge(names.get(i), Math.max(0, distances.steps(each, i) - 1), Math::min);
      }
    }
    List<String> uncertain = new ArrayList<>();
    for (String each : steps.keySet()) {
      int table = number(numbers, each);
      if (!known.get(table) && !known.get(writes + table)) {
        uncertain.add(each);
      }
    }
    return new Done(
        between(reached, 0, firstWrite),
        between(reached, writes, writers),
        between(reached, writers, writes == firstWrite ? end() : names.size()),
        steps,
        uncertain);
  }

  private int end() {
    return names.size() - back;
  }

  /**
   * What is reached for sure: by the method itself, and by each of its subclasses, since one run is
   * that of one object.
   */
  private static BitSet known(List<Integer> own, List<Integer> inherited, Reachability sure) {
    BitSet known = new BitSet();
    if (!inherited.isEmpty()) {
      known.or(sure.of(inherited.get(0)));
      inherited.forEach(each -> known.and(sure.of(each)));
    }
    own.forEach(each -> known.or(sure.of(each)));
    return known;
  }

  private List<String> between(BitSet reached, int from, int to) {
    List<String> found = new ArrayList<>();
    for (int i = reached.nextSetBit(from); i >= 0 && i < to; i = reached.nextSetBit(i + 1)) {
      found.add(names.get(i));
    }
    return found;
  }
}
