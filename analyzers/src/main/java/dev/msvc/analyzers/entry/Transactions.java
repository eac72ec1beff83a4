package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    OtherThreads threads = OtherThreads.of(code);
    Map<JavaMethod, List<Call>> byHand = startedByHand(sources);
    Map<JavaMethod, List<TransactionPart>> parts = new LinkedHashMap<>();
    byHand.forEach((method, calls) -> parts.put(method, TransactionPart.of(calls, threads)));
    TransactionEffects effects =
        TransactionEffects.of(
            facts.accesses(), threads, parts, unflushed(attributes, sources, facts));
    CallGraph graph =
        new CallGraph(
            code,
            Events.of(sources),
            Wires.of(code, facts.references()),
            attributes,
            StartedByHand.of(sources).givers(),
            threads,
            parts,
            List.copyOf(effects.byPlace().keySet()));
    BitSet[] own = new BitSet[graph.size()];
    graph.places().numbers().forEach((place, node) -> own[node] = effects.byPlace().get(place));
    effects.byPart().forEach((part, some) -> own[graph.node(part)] = some);
    TransactionEffects.functions(graph.functions(), facts.accesses(), threads, effects.does(), own);
    List<Found> found = new ArrayList<>();
    for (JavaMethod method : graph.methods()) {
      TransactionAttribute attribute = attributes.get(method);
      boolean programmatic = attribute == null && byHand.containsKey(method);
      if (programmatic) {
        attribute = TransactionAttribute.PROGRAMMATIC;
      }
      if (attribute != null
          && !attribute.isOutside()
          && (method.hasBody()
              || (attribute.certainty() == Certainty.PARSED && isDeclaredOnly(method))
              || advised.containsKey(method)
              || isLast(graph, method))) {
        List<Call> calls = programmatic ? byHand.getOrDefault(method, List.of()) : List.of();
        List<TransactionPart> some =
            calls.isEmpty() ? List.of() : parts.getOrDefault(method, List.of());
        if (some.isEmpty() || TransactionPart.isWhole(calls, threads)) {
          boolean told = programmatic && OwnTemplates.isNamed(method.owner());
          found.add(
              new Found(method, attribute, method.place(), starts(graph, method, some, told)));
        } else {
          for (TransactionPart each : some) {
            Place place = some.size() == 1 ? method.place() : each.start().place();
            found.add(new Found(method, attribute, place, starts(graph, each)));
          }
        }
      }
    }
    BitSet wanted = new BitSet();
    found.forEach(each -> each.starts().all().forEach(wanted::set));
    Distances reached = new Distances(graph.edges(), own, effects.count(), wanted);
    int[][] surely = graph.sure();
    Reachability sure = new Reachability(method -> surely[method], own);
    found.forEach(each -> facts.add(fact(each, effects, reached, sure)));
    Set<String> entered = new HashSet<>();
    facts.entryPoints().forEach(each -> entered.add(each.className() + "." + each.method()));
    graph
        .notFollowed(reached, each -> entered.contains(each.owner().name() + "." + each.name()))
        .forEach(facts::add);
  }

  /** What a session keeps back in a read-only transaction; null where there is nothing. */
  private static @Nullable Unflushed unflushed(
      Map<JavaMethod, TransactionAttribute> attributes, Sources sources, FactCollector facts) {
    boolean any = attributes.values().stream().anyMatch(TransactionAttribute::readOnly);
    return any && !Unflushed.isOther(sources) ? Unflushed.of(sources, facts) : null;
  }

  private static TransactionFact fact(
      Found found, TransactionEffects effects, Distances reached, Reachability sure) {
    TransactionAttribute attribute = found.attribute();
    TransactionEffects.Done done =
        effects.done(
            found.starts().own(), found.starts().inherited(), attribute.readOnly(), reached, sure);
    return new TransactionFact(
        found.method().owner().name(),
        found.method().name(),
        found.place(),
        attribute.readOnly(),
        attribute.propagation(),
        done.reads(),
        done.writes(),
        done.writers(),
        attribute.certainty(),
        done.steps(),
        done.uncertain());
  }

  /** A transaction, and where it is said to be. */
  private record Found(
      JavaMethod method, TransactionAttribute attribute, Place place, Starts starts) {}

  /**
   * Methods that start one themselves, or give the system's own templates what to run in one, with
   * the calls that do.
   */
  private static Map<JavaMethod, List<Call>> startedByHand(Sources sources) {
    CodeBase code = sources.code();
    StartedByHand started = StartedByHand.of(sources);
    List<JavaMethod> methods = new ArrayList<>();
    code.types().forEach(type -> methods.addAll(type.methods()));
    Map<JavaMethod, List<Call>> all = new LinkedHashMap<>();
    for (JavaMethod each : methods) {
      if (started.methods().contains(each)) {
        all.put(each, each.calls().stream().filter(call -> started.starts(code, call)).toList());
      }
    }
    OwnTemplates.callers(code, methods, List.copyOf(all.keySet()))
        .forEach((method, calls) -> all.merge(method, calls, Transactions::both));
    return all;
  }

  private static List<Call> both(List<Call> one, List<Call> other) {
    List<Call> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  /**
   * Nodes that a transaction starts with.
   *
   * @param own what it does itself
   * @param inherited what the method is in subclasses, of which one run is that of one object
   */
  private record Starts(List<Integer> own, List<Integer> inherited) {
    List<Integer> all() {
      List<Integer> all = new ArrayList<>(own);
      all.addAll(inherited);
      return all;
    }
  }

  /**
   * Nodes that a transaction of a method starts with: itself, and what it is in subclasses. Of one
   * with a body these are the subclasses that inherit it: what overrides it is a transaction of its
   * own, and what only has its name another method.
   *
   * @param parts that have one of their own beside it, and are told with it
   * @param told whether what its callers give it to run is theirs
   */
  private static Starts starts(
      CallGraph graph, JavaMethod method, List<TransactionPart> parts, boolean told) {
    TypeRef self = method.owner().self();
    List<Integer> own = new ArrayList<>();
    parts.forEach(each -> own.add(graph.node(each)));
    own.add(told ? graph.toldNode(method) : graph.node(method));
    return new Starts(
        own,
        method.hasBody()
            ? graph.places().inherited(self, method.name())
            : graph.places().of(self, method.name()));
  }

  /** What a part of a method starts with; what is known of subclasses only may be in it. */
  private static Starts starts(CallGraph graph, TransactionPart part) {
    JavaMethod method = part.start().caller();
    return new Starts(
        List.of(graph.node(part)),
        part.task() == null
            ? graph.places().inherited(method.owner().self(), method.name())
            : List.of());
  }

  /** Whether its code is that of whoever implements it, and not what a compiler adds. */
  private static boolean isDeclaredOnly(JavaMethod method) {
    return method.isAbstract() || method.owner().kind() == TypeKind.INTERFACE;
  }

  /** Whether a method without a body is carried out by a framework: as a repository's are. */
  private static boolean isLast(CallGraph graph, JavaMethod method) {
    return graph.places().at(method.owner().name(), method.name()) != null;
  }
}
