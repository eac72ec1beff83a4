package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Methods that run in a transaction, and the tables that they read and write in it: themselves,
 * through calls, and through events that are heard before they return. Comes after all that add
 * accesses.
 */
public final class Transactions implements Analyzer {
  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    Map<JavaMethod, TransactionAttribute> attributes = TransactionAttribute.all(sources);
    Map<JavaMethod, TransactionAttribute> advised = TransactionAdvice.all(sources, facts);
    advised.forEach(attributes::putIfAbsent);
    attributes.putAll(EjbJar.all(sources, facts));
    Effects effects = Effects.of(facts.accesses());
    CallGraph graph =
        new CallGraph(
            code,
            Events.of(code),
            Wires.of(code, facts.references()),
            attributes,
            StartedByHand.of(sources).givers(),
            List.copyOf(effects.byPlace().keySet()));
    BitSet[] own = new BitSet[graph.size()];
    graph.places().numbers().forEach((place, node) -> own[node] = effects.byPlace().get(place));
    Map<JavaMethod, TransactionAttribute> found = new LinkedHashMap<>();
    BitSet wanted = new BitSet();
    Set<JavaMethod> byHand = startedByHand(sources, graph.methods());
    for (JavaMethod method : graph.methods()) {
      TransactionAttribute attribute = attributes.get(method);
      if (attribute == null && byHand.contains(method)) {
        attribute = TransactionAttribute.PROGRAMMATIC;
      }
      if (attribute != null
          && !attribute.isOutside()
          && (method.hasBody()
              || (attribute.certainty() == Certainty.PARSED && isDeclaredOnly(method))
              || advised.containsKey(method)
              || isLast(graph, method))) {
        found.put(method, attribute);
        starts(graph, method).forEach(wanted::set);
      }
    }
    Distances reached = new Distances(graph.edges(), own, effects.names().size(), wanted);
    int[][] surely = graph.sure();
    Reachability sure = new Reachability(method -> surely[method], own);
    found.forEach(
        (method, attribute) ->
            facts.add(effects.fact(method, attribute, starts(graph, method), reached, sure)));
    graph.notFollowed(reached).forEach(facts::add);
  }

  /** Methods that start one themselves, or give the system's own templates what to run in one. */
  private static Set<JavaMethod> startedByHand(Sources sources, List<JavaMethod> methods) {
    StartedByHand started = StartedByHand.of(sources);
    Set<JavaMethod> all = new LinkedHashSet<>();
    for (JavaMethod each : methods) {
      if (started.methods().contains(each)) {
        all.add(each);
      }
    }
    all.addAll(OwnTemplates.callers(sources.code(), methods, List.copyOf(all)));
    return all;
  }

  /**
   * Nodes that a transaction of a method starts with: itself, and what it is in subclasses. Of one
   * with a body these are the subclasses that inherit it: what overrides it is a transaction of its
   * own, and what only has its name another method.
   */
  private static List<Integer> starts(CallGraph graph, JavaMethod method) {
    TypeRef self = method.owner().self();
    List<Integer> all = new ArrayList<>();
    all.add(graph.node(method));
    all.addAll(
        method.hasBody()
            ? graph.places().inherited(self, method.name())
            : graph.places().of(self, method.name()));
    return all;
  }

  /** Whether its code is that of whoever implements it, and not what a compiler adds. */
  private static boolean isDeclaredOnly(JavaMethod method) {
    return method.isAbstract() || method.owner().kind() == TypeKind.INTERFACE;
  }

  /** Whether a method without a body is carried out by a framework: as a repository's are. */
  private static boolean isLast(CallGraph graph, JavaMethod method) {
    return graph.places().at(method.owner().name(), method.name()) != null;
  }

  /** What accesses do, as numbers: table read, table written, type that writes. */
  private record Effects(
      List<String> names,
      Map<String, Integer> numbers,
      int firstWrite,
      int firstWriter,
      Map<String, BitSet> byPlace) {

    static Effects of(List<Access> accesses) {
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
      Map<String, Integer> table = numbers(tables, 0);
      Map<String, Integer> writer = numbers(writers, 2 * tables.size());
      Map<String, BitSet> byPlace = new TreeMap<>();
      for (Access each : accesses) {
        BitSet set =
            byPlace.computeIfAbsent(
                AccessPlaces.name(each.className(), each.method()), ignored -> new BitSet());
        int number = number(table, each.table());
        if (each.op().writes()) {
          set.set(tables.size() + number);
          set.set(number(writer, each.className()));
        } else {
          set.set(number);
        }
      }
      return new Effects(names, table, tables.size(), 2 * tables.size(), byPlace);
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

    TransactionFact fact(
        JavaMethod method,
        TransactionAttribute attribute,
        List<Integer> starts,
        Distances distances,
        Reachability sure) {
      BitSet reached = new BitSet();
      BitSet known = known(starts, sure);
      SortedMap<String, Integer> steps = new TreeMap<>();
      for (int each : starts) {
        BitSet some = distances.of(each);
        reached.or(some);
        for (int i = some.nextSetBit(0); i >= 0 && i < firstWriter; i = some.nextSetBit(i + 1)) {
          // the last step is from a method to what it accesses
          steps.merge(names.get(i), Math.max(0, distances.steps(each, i) - 1), Math::min);
        }
      }
      List<String> uncertain = new ArrayList<>();
      for (String each : steps.keySet()) {
        int table = number(numbers, each);
        if (!known.get(table) && !known.get(firstWrite + table)) {
          uncertain.add(each);
        }
      }
      return new TransactionFact(
          method.owner().name(),
          method.name(),
          method.place(),
          attribute.readOnly(),
          attribute.propagation(),
          between(reached, 0, firstWrite),
          between(reached, firstWrite, firstWriter),
          between(reached, firstWriter, names.size()),
          attribute.certainty(),
          steps,
          uncertain);
    }

    /**
     * What is reached for sure: by the method itself, and by each of its subclasses, since one run
     * is that of one object.
     */
    private static BitSet known(List<Integer> starts, Reachability sure) {
      BitSet known = new BitSet();
      if (starts.size() > 1) {
        known.or(sure.of(starts.get(1)));
        starts.subList(2, starts.size()).forEach(each -> known.and(sure.of(each)));
      }
      known.or(sure.of(starts.get(0)));
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
}
