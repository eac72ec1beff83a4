package dev.msvc.analyzers.risk;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages that are sent while a transaction is open. */
final class MessagesInTransactions implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F15-MESSAGE-IN-TRANSACTION",
          "messages sent while a transaction is open",
          "a method that runs in a transaction which writes tables sends a "
              + "message through a broker, itself or further down",
          "The message may leave although the transaction rolls back, or be lost "
              + "although it commits: unseen as long as both are one program, a wrong "
              + "balance when they are two.",
          "Write the message into an outbox table in the same transaction and "
              + "send it from there; make the receiver bear the same message twice.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    List<Trait> sent = ground.traits(TraitKind.MESSAGE_SENT);
    Cases cases = new Cases(ABOUT);
    if (!sent.isEmpty()) {
      Callers callers = new Callers(ground);
      for (Trait each : sent) {
        TransactionFact within = callers.writing(each.className(), each.method());
        if (within != null) {
          found(ground, each, within, cases);
        }
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s in transactions of %s that write"
                    .formatted(
                        Ground.count(each.count(), "message"), Ground.named(each.subject()))));
  }

  private static void found(Ground ground, Trait sent, TransactionFact within, Cases cases) {
    String sender = Ground.method(sent.className(), sent.method());
    String writer = Ground.method(within.className(), within.method());
    String by = writer.equals(sender) ? "" : " on the way from " + writer;
    cases
        .of(ground.subject(within.className()))
        .in(ground.map().contextOf(within.className()))
        .saw(
            "%s: %s%s%s writes %s"
                .formatted(
                    sender,
                    sent.detail(),
                    by,
                    by.isEmpty() ? ", and" : ", which",
                    Ground.some(within.writes())),
            sent.place())
        .surely(by.isEmpty() ? within.certainty() : Certainty.INFERRED);
  }

  /** Who calls whom, backwards, as far as a transaction goes. */
  private static final class Callers {
    private static final int FARTHEST = 8;
    private static final Set<String> OF_ITS_OWN = Set.of("REQUIRES_NEW", "NOT_SUPPORTED", "NEVER");

    private final MethodGraph graph;
    private final Map<Integer, Set<Integer>> callers = new HashMap<>();
    private final Map<MethodGraph.Method, TransactionFact> transactions = new HashMap<>();
    private final Set<MethodGraph.Method> detached = new HashSet<>();

    Callers(Ground ground) {
      graph = new MethodGraph(ground.map());
      for (int i = 0; i < graph.size(); i++) {
        for (MethodGraph.Edge each : graph.edges(i)) {
          callers.computeIfAbsent(each.to(), none -> new HashSet<>()).add(each.from());
        }
      }
      for (TransactionFact each : ground.facts().transactions()) {
        MethodGraph.Method method = new MethodGraph.Method(each.className(), each.method());
        transactions.merge(method, each, (one, other) -> one.writes().isEmpty() ? other : one);
        if (OF_ITS_OWN.contains(each.propagation())) {
          detached.add(method);
        }
      }
      for (TypeFact type : ground.facts().types()) {
        for (MethodFact each : type.methods()) {
          if (each.annotations().stream().anyMatch(one -> one.contains("Async"))) {
            detached.add(new MethodGraph.Method(type.name(), each.name()));
          }
        }
      }
    }

    /** The nearest transaction that writes and in which a method runs; null for none. */
    @Nullable TransactionFact writing(String type, String method) {
      MethodGraph.Method first = new MethodGraph.Method(type, method);
      TransactionFact own = transactions.get(first);
      if (own != null && !own.writes().isEmpty()) {
        return own;
      }
      int start = graph.find(type, method);
      Set<Integer> seen = new HashSet<>(Set.of(start));
      Set<Integer> level = start < 0 || detached.contains(first) ? Set.of() : Set.of(start);
      for (int i = 0; i < FARTHEST && !level.isEmpty(); i++) {
        Set<Integer> next = new HashSet<>();
        level.forEach(each -> next.addAll(callers.getOrDefault(each, Set.of())));
        next.removeIf(each -> !seen.add(each));
        TransactionFact nearest = null;
        for (int each : next) {
          TransactionFact found = transactions.get(graph.method(each));
          if (found != null && !found.writes().isEmpty() && comesBefore(found, nearest)) {
            nearest = found;
          }
        }
        if (nearest != null) {
          return nearest;
        }
        next.removeIf(each -> detached.contains(graph.method(each)));
        level = next;
      }
      return null;
    }

    private static boolean comesBefore(TransactionFact one, @Nullable TransactionFact other) {
      return other == null || name(one).compareTo(name(other)) < 0;
    }

    private static String name(TransactionFact fact) {
      return fact.className() + "." + fact.method();
    }
  }
}
