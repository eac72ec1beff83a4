package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.TableModules;
import dev.msvc.analyzers.graph.Words;
import dev.msvc.analyzers.word.Constraints;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Ownership;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the context that owns each table: the one whose types map and write it most. */
final class Owners {
  private static final double MAPPING = 4;
  private static final double WRITE = 3;

  private Owners() {}

  static SortedMap<String, Ownership> of(CodeGraph graph, Layout layout, Constraints told) {
    Map<Integer, SortedMap<Integer, Claim>> claims = new TreeMap<>();
    Map<Integer, SortedSet<String>> writing = writing(graph, layout);
    Map<Integer, String> unplaced = unplaced(graph, layout);
    for (CodeGraph.TableUse use : graph.uses()) {
      int context = layout.context()[use.type()];
      if (context >= 0) {
        claims
            .computeIfAbsent(use.table(), table -> new TreeMap<>())
            .merge(context, new Claim(use.maps() ? 1 : 0, use.writes(), use.reads()), Claim::plus);
      }
    }
    Map<Integer, Integer> owners = new TreeMap<>();
    Map<Integer, String> reasons = new TreeMap<>();
    for (int table = graph.types().size(); table < graph.size(); table++) {
      SortedMap<Integer, Claim> all = claims.getOrDefault(table, new TreeMap<>());
      int group = layout.context()[table];
      if (told.placement(table) == ContextMap.Placement.CONTEXT && group >= 0) {
        owners.put(table, group);
        reasons.put(table, told.reason(table));
        continue;
      }
      SortedSet<Integer> drawing = drawing(graph, layout, table);
      if (drawing.size() > 1) {
        reasons.put(
            table,
            "classes of %s use it beside their own tables, as for keys: each can have a copy"
                .formatted(
                    drawing.stream().map(layout.names()::get).collect(Collectors.joining(", "))));
        continue;
      }
      // whose classes a table's rows become owns it, whoever writes it
      boolean mapped = all.values().stream().anyMatch(claim -> claim.mappings > 0);
      // and of what no class is mapped to, who only reads it owns nothing that another writes
      boolean written = all.values().stream().anyMatch(claim -> claim.writes > 0);
      if (!mapped && !written && group >= 0 && unplaced.containsKey(table)) {
        owners.put(table, group);
        reasons.put(
            table,
            layout.names().get(group) + " is tied to it most, and no class of a context writes it");
        continue;
      }
      int best = -1;
      for (Map.Entry<Integer, Claim> claim : all.entrySet()) {
        if (mapped ? claim.getValue().mappings == 0 : written && claim.getValue().writes == 0) {
          continue;
        }
        double weight = claim.getValue().weight();
        double most = best < 0 ? 0 : all.getOrDefault(best, Claim.NONE).weight();
        if (weight > most || (weight == most && claim.getKey() == group)) {
          best = claim.getKey();
        }
      }
      if (best >= 0) {
        owners.put(table, best);
        reasons.put(table, reason(layout, best, all, writing.getOrDefault(table, new TreeSet<>())));
      }
    }
    // until nothing follows: once all this was accepted, no more is to follow from it
    int known = -1;
    while (known < owners.size()) {
      known = owners.size();
      byForeignKeys(graph, layout, owners, reasons);
      byName(graph, layout, claims.keySet(), owners, reasons);
    }

    SortedMap<String, Ownership> result = new TreeMap<>();
    for (int table = graph.types().size(); table < graph.size(); table++) {
      Integer owner = owners.get(table);
      result.put(
          graph.table(table).name(),
          new Ownership(
              owner == null ? "" : layout.names().get(owner),
              List.copyOf(writing.getOrDefault(table, new TreeSet<>())),
              reasons.getOrDefault(
                      table, "no class of a context touches it, and no foreign key or name ties it")
                  + unplaced.getOrDefault(table, "")));
    }
    return Collections.unmodifiableSortedMap(result);
  }

  /** What classes of no context do to each table that they write, to go behind the shares. */
  private static Map<Integer, String> unplaced(CodeGraph graph, Layout layout) {
    Map<Integer, Claim> claims = new TreeMap<>();
    for (CodeGraph.TableUse use : graph.uses()) {
      if (layout.context()[use.type()] < 0) {
        claims.merge(use.table(), new Claim(0, use.writes(), use.reads()), Claim::plus);
      }
    }
    Map<Integer, String> told = new TreeMap<>();
    claims.forEach(
        (table, claim) -> {
          if (claim.writes > 0) {
            told.put(
                table,
                "; classes of no context have %d writes and %d reads beside these"
                    .formatted(claim.writes, claim.reads));
          }
        });
    return told;
  }

  /** The contexts that write each table, be it by a trigger; who does only that owns nothing. */
  private static Map<Integer, SortedSet<String>> writing(CodeGraph graph, Layout layout) {
    Map<Integer, SortedSet<String>> writing = new TreeMap<>();
    for (List<CodeGraph.TableUse> uses : List.of(graph.uses(), graph.behind())) {
      for (CodeGraph.TableUse use : uses) {
        int context = layout.context()[use.type()];
        if (context >= 0 && use.writes() > 0) {
          writing
              .computeIfAbsent(use.table(), table -> new TreeSet<>())
              .add(layout.names().get(context));
        }
      }
    }
    return writing;
  }

  /**
   * The contexts of the classes whose mappings draw on a table that is no class's own, where these
   * are more than the two ends that a table of links has.
   */
  private static SortedSet<Integer> drawing(CodeGraph graph, Layout layout, int table) {
    TableFact fact = graph.table(table);
    SortedSet<Integer> contexts = new TreeSet<>();
    if (fact.entities().isEmpty() && fact.linkedBy().size() > 2) {
      for (String type : fact.linkedBy()) {
        int node = graph.node(type);
        if (node >= 0 && layout.context()[node] >= 0) {
          contexts.add(layout.context()[node]);
        }
      }
    }
    return contexts;
  }

  private record Claim(int mappings, int writes, int reads) {
    static final Claim NONE = new Claim(0, 0, 0);

    Claim plus(Claim other) {
      return new Claim(mappings + other.mappings, writes + other.writes, reads + other.reads);
    }

    double weight() {
      return MAPPING * mappings + WRITE * writes + reads;
    }
  }

  private static String reason(
      Layout layout, int best, Map<Integer, Claim> all, SortedSet<String> writing) {
    Claim sum = all.values().stream().reduce(Claim.NONE, Claim::plus);
    Claim own = all.getOrDefault(best, Claim.NONE);
    List<String> parts = new ArrayList<>();
    if (own.mappings > 0) {
      parts.add("maps it");
    }
    if (sum.writes > 0) {
      parts.add("has %d of %d writes".formatted(own.writes, sum.writes));
    }
    if (sum.reads > 0) {
      parts.add("has %d of %d reads".formatted(own.reads, sum.reads));
    }
    String others =
        all.entrySet().stream()
            .filter(claim -> claim.getKey() != best && claim.getValue().writes > 0)
            .map(
                claim ->
                    "%s (%d)"
                        .formatted(layout.names().get(claim.getKey()), claim.getValue().writes))
            .collect(Collectors.joining(", "));
    SortedSet<String> byTriggers = new TreeSet<>(writing);
    byTriggers.remove(layout.names().get(best));
    all.forEach(
        (context, claim) -> {
          if (claim.writes > 0) {
            byTriggers.remove(layout.names().get(context));
          }
        });
    String behind =
        byTriggers.isEmpty() ? "" : "; triggers write it behind " + String.join(", ", byTriggers);
    return layout.names().get(best)
        + " "
        + String.join(", ", parts)
        + (others.isEmpty() ? "" : "; also written by " + others)
        + behind;
  }

  /** A table that no context touches goes with most of the tables that it is tied to. */
  private static void byForeignKeys(
      CodeGraph graph, Layout layout, Map<Integer, Integer> owners, Map<Integer, String> reasons) {
    Map<Integer, SortedMap<Integer, Integer>> votes = new TreeMap<>();
    for (CodeGraph.TableTie key : graph.keys()) {
      vote(votes, owners, key.first(), key.second(), key.foreignKeys());
      vote(votes, owners, key.second(), key.first(), key.foreignKeys());
    }
    votes.keySet().removeAll(reasons.keySet());
    votes.forEach(
        (table, contexts) -> {
          int all = contexts.values().stream().mapToInt(Integer::intValue).sum();
          contexts.forEach(
              (context, count) -> {
                if (count * 2 > all) {
                  owners.put(table, context);
                  reasons.put(
                      table,
                      "no class of a context touches it; %d of %d foreign keys tie it to tables of %s"
                          .formatted(count, all, layout.names().get(context)));
                }
              });
        });
  }

  private static void vote(
      Map<Integer, SortedMap<Integer, Integer>> votes,
      Map<Integer, Integer> owners,
      int table,
      int other,
      int count) {
    Integer owner = owners.get(other);
    if (count > 0 && owner != null && !owners.containsKey(table)) {
      votes.computeIfAbsent(table, t -> new TreeMap<>()).merge(owner, count, Integer::sum);
    }
  }

  /**
   * A table that nothing ties goes with the one context that touches tables which share the first
   * word of its name that not several share, as {@code vw} or {@code rel}. Where nobody touches
   * tables of that word, they are somebody else's, as a library's: none of the others tells then.
   * What is owned by its name alone lends it to no other.
   */
  private static void byName(
      CodeGraph graph,
      Layout layout,
      Set<Integer> touched,
      Map<Integer, Integer> owners,
      Map<Integer, String> reasons) {
    Map<String, SortedSet<Integer>> contexts = new TreeMap<>();
    owners.forEach(
        (table, owner) -> {
          if (touched.contains(table)) {
            for (String word : graph.terms().in(graph.table(table).name())) {
              contexts.computeIfAbsent(Words.stem(word), w -> new TreeSet<>()).add(owner);
            }
          }
        });
    List<List<String>> words = TableModules.words(graph);
    for (int i = 0; i < words.size(); i++) {
      int table = graph.types().size() + i;
      for (String word : words.get(i)) {
        SortedSet<Integer> having = contexts.getOrDefault(word, new TreeSet<>());
        if (having.size() == 1 && !reasons.containsKey(table)) {
          owners.put(table, having.first());
          reasons.put(
              table,
              "no class of a context touches it; of all contexts only %s has a table named after %s"
                  .formatted(layout.names().get(having.first()), word));
        }
        if (having.size() < 2) {
          break;
        }
      }
    }
  }
}
