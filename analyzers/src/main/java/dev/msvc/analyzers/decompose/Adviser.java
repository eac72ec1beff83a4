package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.Advice;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says which context to start with, and which one not to touch yet. */
public final class Adviser {
  private Adviser() {}

  public static Advice advise(Facts facts, Decomposition decomposition) {
    List<BoundedContext> contexts = decomposition.contexts();
    if (contexts.size() < 2) {
      return new Advice(
          "",
          contexts.isEmpty()
              ? "there is no context to take out"
              : "there is one context only: nothing to take out of it",
          "",
          "no context stands out");
    }
    Map<String, Integer> entries = entries(facts, contexts);
    int types = contexts.stream().mapToInt(context -> context.classes().size()).sum();
    Map<String, Double> ease = new TreeMap<>();
    Map<String, Double> risk = new TreeMap<>();
    int most = contexts.stream().mapToInt(c -> c.coupling().incoming()).max().orElse(0);
    for (BoundedContext context : contexts) {
      BoundedContext.Coupling coupling = context.coupling();
      double size = context.classes().size() / (double) Math.max(1, types);
      ease.put(
          context.name(),
          2 * (1 - coupling.share())
              + (context.tables().isEmpty() ? 0 : 1)
              - share(coupling.writtenByOthers(), context.tables().size())
              - saturated(coupling.foreignWrites())
              - 0.5 * saturated(coupling.foreignReads())
              - saturated(coupling.transactions())
              - 0.5 * saturated(coupling.incoming() / 20.0)
              + (entries.getOrDefault(context.name(), 0) > 0 ? 0.5 : 0)
              - (context.classes().size() < 3 ? 1 : 0)
              - size);
      risk.put(
          context.name(),
          2 * saturated(coupling.writtenByOthers())
              + saturated(coupling.foreignWrites())
              + saturated(coupling.transactions() / 2.0)
              + (most == 0 ? 0 : (double) coupling.incoming() / most)
              + coupling.share());
    }
    BoundedContext start = best(contexts, ease);
    BoundedContext leave =
        best(
            contexts.stream().filter(context -> !context.name().equals(start.name())).toList(),
            risk);
    boolean stands = crosses(leave.coupling());
    return new Advice(
        start.name(),
        why(start, entries.getOrDefault(start.name(), 0)),
        stands ? leave.name() : "",
        stands ? whyNot(leave) : "of the others none is written or used by another");
  }

  private static boolean crosses(BoundedContext.Coupling coupling) {
    return coupling.incoming()
            + coupling.writtenByOthers()
            + coupling.foreignWrites()
            + coupling.transactions()
        > 0;
  }

  private static BoundedContext best(List<BoundedContext> contexts, Map<String, Double> scores) {
    return contexts.stream()
        .max(
            Comparator.<BoundedContext>comparingDouble(
                    context -> scores.getOrDefault(context.name(), 0.0))
                .thenComparing(BoundedContext::name, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static double share(int part, int all) {
    return all == 0 ? 0 : (double) part / all;
  }

  /** 0 for none, towards 1 for many. */
  private static double saturated(double count) {
    return count / (count + 1);
  }

  private static Map<String, Integer> entries(Facts facts, List<BoundedContext> contexts) {
    Map<String, String> context = new TreeMap<>();
    contexts.forEach(c -> c.classes().forEach(name -> context.put(name, c.name())));
    CodeGraph graph = CodeGraph.of(facts);
    Map<String, Integer> entries = new TreeMap<>();
    graph
        .entryPoints()
        .forEach(
            (node, points) -> {
              String name = context.get(graph.types().get(node).name());
              if (name != null) {
                entries.merge(name, points.size(), Integer::sum);
              }
            });
    return entries;
  }

  private static String why(BoundedContext context, int entries) {
    BoundedContext.Coupling coupling = context.coupling();
    String data =
        context.tables().isEmpty()
            ? "it owns no table"
            : coupling.writtenByOthers() == 0
                ? "nobody else writes its %s".formatted(counted(context.tables().size(), "table"))
                : "others write %d of its %s"
                    .formatted(
                        coupling.writtenByOthers(), counted(context.tables().size(), "table"));
    return String.format(
        Locale.ROOT,
        "%d %% of its references stay inside (%,d come in, %,d go out), %s, %s,"
            + " and it has %s of its own",
        Math.round(100 * (1 - coupling.share())),
        coupling.incoming(),
        coupling.outgoing(),
        data,
        crossing(coupling.transactions()),
        counted(entries, "entry point"));
  }

  /** Only what speaks against it: of the rest there is none. */
  private static String whyNot(BoundedContext context) {
    BoundedContext.Coupling coupling = context.coupling();
    List<String> reasons = new ArrayList<>();
    if (coupling.writtenByOthers() > 0) {
      reasons.add(
          "others write %d of its %s"
              .formatted(coupling.writtenByOthers(), counted(context.tables().size(), "table")));
    }
    if (coupling.foreignWrites() > 0) {
      reasons.add("it writes %s of others".formatted(counted(coupling.foreignWrites(), "table")));
    }
    if (coupling.transactions() > 0) {
      reasons.add(crossing(coupling.transactions()));
    }
    if (coupling.incoming() > 0) {
      reasons.add(
          counted(coupling.incoming(), "reference")
              + (coupling.incoming() == 1 ? " comes" : " come")
              + " in from others");
    }
    int last = reasons.size() - 1;
    return last < 1
        ? String.join("", reasons)
        : String.join(", ", reasons.subList(0, last)) + " and " + reasons.get(last);
  }

  private static String crossing(int transactions) {
    return counted(transactions, "transaction")
        + (transactions == 1 ? " crosses" : " cross")
        + " its boundary";
  }

  private static String counted(int count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
