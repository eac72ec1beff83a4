package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.word.Constraints;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Facts;
import dev.msvc.model.Ownership;
import dev.msvc.model.TransactionFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes down each context with what it holds, why, and what crosses its boundary. */
final class Contexts {
  private static final int TOLD = 5;

  private Contexts() {}

  static List<BoundedContext> of(
      Facts facts,
      CodeGraph graph,
      Layout layout,
      SortedMap<String, Ownership> owners,
      Consensus consensus,
      Constraints told) {
    int count = layout.names().size();
    List<List<Integer>> members = lists(count);
    for (int node = 0; node < graph.types().size(); node++) {
      if (layout.context()[node] >= 0) {
        members.get(layout.context()[node]).add(node);
      }
    }
    int[] ownerOf = new int[graph.size()];
    List<List<String>> tables = lists(count);
    for (int table = graph.types().size(); table < graph.size(); table++) {
      String name = graph.table(table).name();
      Ownership ownership = owners.get(name);
      int owner = ownership == null ? -1 : layout.names().indexOf(ownership.owner());
      ownerOf[table] = owner;
      if (owner >= 0) {
        tables.get(owner).add(name);
      }
    }

    int[] outgoing = new int[count];
    int[] incoming = new int[count];
    int[] internal = new int[count];
    for (CodeGraph.Link link : graph.links()) {
      int from = layout.context()[link.from()];
      int to = layout.context()[link.to()];
      int references = link.dependency().count();
      if (from >= 0 && from == to) {
        internal[from] += references;
      } else if (from >= 0 && to >= 0) {
        outgoing[from] += references;
        incoming[to] += references;
      } else if (to >= 0) {
        incoming[to] += link.dependency().across(layout.roles()[link.from()].placement(), true);
      } else if (from >= 0) {
        outgoing[from] += link.dependency().across(layout.roles()[link.to()].placement(), false);
      }
    }
    List<SortedSet<Integer>> foreignReads = sets(count);
    List<SortedSet<Integer>> foreignWrites = sets(count);
    List<SortedSet<Integer>> writtenByOthers = sets(count);
    List<SortedMap<Integer, SortedSet<Integer>>> users = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      users.add(new TreeMap<>());
    }
    List<CodeGraph.TableUse> uses = new ArrayList<>(graph.uses());
    uses.addAll(graph.behind());
    for (CodeGraph.TableUse use : uses) {
      int context = layout.context()[use.type()];
      int owner = ownerOf[use.table()];
      if (context < 0) {
        continue;
      }
      if (owner == context) {
        users.get(context).computeIfAbsent(use.table(), table -> new TreeSet<>()).add(use.type());
      } else if (owner >= 0) {
        if (use.reads() > 0) {
          foreignReads.get(context).add(use.table());
        }
        if (use.writes() > 0) {
          foreignWrites.get(context).add(use.table());
          writtenByOthers.get(owner).add(use.table());
        }
      }
    }
    int[] transactions = new int[count];
    for (TransactionFact transaction : facts.transactions()) {
      SortedSet<Integer> written = new TreeSet<>();
      for (String table : transaction.surelyWritten()) {
        touch(graph, ownerOf, table, written);
      }
      if (written.size() > 1) {
        written.forEach(context -> transactions[context]++);
      }
    }

    double[] agreement = agreement(graph, layout, consensus);
    List<List<Names.Word>> words = Names.words(graph, layout.context());
    List<BoundedContext> contexts = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      BoundedContext.Coupling coupling =
          new BoundedContext.Coupling(
              outgoing[c],
              incoming[c],
              internal[c],
              foreignReads.get(c).size(),
              foreignWrites.get(c).size(),
              writtenByOthers.get(c).size(),
              transactions[c]);
      List<String> evidence = new ArrayList<>(told(members.get(c), told));
      evidence.addAll(
          evidence(graph, members.get(c), users.get(c), words.get(c), coupling, agreement[c]));
      contexts.add(
          new BoundedContext(
              layout.names().get(c),
              members.get(c).stream().map(node -> graph.types().get(node).name()).sorted().toList(),
              tables.get(c).stream().sorted().toList(),
              evidence,
              coupling,
              id(members.get(c), told)));
    }
    return List.copyOf(contexts);
  }

  private static String id(List<Integer> members, Constraints told) {
    return told.ids().getOrDefault(told.groups()[members.get(0)], "");
  }

  /** What was told, before what was found. */
  private static List<String> told(List<Integer> members, Constraints told) {
    SortedMap<String, Integer> reasons = new TreeMap<>();
    for (int node : members) {
      if (!told.reason(node).isEmpty()) {
        reasons.merge(told.reason(node), 1, Integer::sum);
      }
    }
    return reasons.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOLD)
        .map(
            each ->
                "%d of %d classes %s %s"
                    .formatted(
                        each.getValue(),
                        members.size(),
                        each.getValue() == 1 ? "is" : "are",
                        each.getKey()))
        .toList();
  }

  private static void touch(
      CodeGraph graph, int[] ownerOf, String table, SortedSet<Integer> touched) {
    int node = graph.tableNode(table);
    if (node >= 0 && ownerOf[node] >= 0) {
      touched.add(ownerOf[node]);
    }
  }

  /** The mean share of runs in which tied types of each context were together. */
  private static double[] agreement(CodeGraph graph, Layout layout, Consensus consensus) {
    double[] sum = new double[layout.names().size()];
    int[] ties = new int[sum.length];
    int types = graph.types().size();
    for (int i = 0; i < consensus.pairs().size(); i++) {
      int a = consensus.pairs().first(i);
      int b = consensus.pairs().second(i);
      if (a < types && b < types && layout.context()[a] >= 0) {
        int context = layout.context()[a];
        if (context == layout.context()[b]) {
          sum[context] += consensus.together()[i];
          ties[context]++;
        }
      }
    }
    for (int c = 0; c < sum.length; c++) {
      sum[c] = ties[c] == 0 ? 0 : sum[c] / ties[c];
    }
    return sum;
  }

  private record Sentence(double strength, String text) {}

  private static List<String> evidence(
      CodeGraph graph,
      List<Integer> members,
      Map<Integer, SortedSet<Integer>> users,
      List<Names.Word> words,
      BoundedContext.Coupling coupling,
      double agreement) {
    List<Sentence> sentences = new ArrayList<>();
    int size = members.size();
    users.entrySet().stream()
        .max(
            Comparator.<Map.Entry<Integer, SortedSet<Integer>>>comparingInt(
                    entry -> entry.getValue().size())
                .thenComparing(Map.Entry.<Integer, SortedSet<Integer>>comparingByKey().reversed()))
        .ifPresent(
            most -> {
              long any = users.values().stream().flatMap(Set::stream).distinct().count();
              sentences.add(
                  new Sentence(
                      (double) any / size,
                      "%d of %d %s its %d %s, %d of them %s"
                          .formatted(
                              any,
                              size,
                              size == 1 ? "class touches" : "classes touch",
                              users.size(),
                              users.size() == 1 ? "table" : "tables",
                              most.getValue().size(),
                              graph.table(most.getKey()).name())));
            });
    int references = coupling.internal() + coupling.incoming() + coupling.outgoing();
    if (references > 0) {
      sentences.add(
          new Sentence(
              1 - coupling.share(),
              String.format(
                  Locale.ROOT,
                  "%d %% of %d references stay inside",
                  Math.round(100 * (1 - coupling.share())),
                  references)));
    }
    List<Names.Word> telling =
        words.stream().filter(word -> word.things() > 1 || size < 3).limit(3).toList();
    if (!telling.isEmpty()) {
      sentences.add(
          new Sentence(
              Math.min(1, (double) telling.get(0).things() / size) * 0.9,
              "words: "
                  + telling.stream()
                      .map(word -> "%s (%d)".formatted(word.surface(), word.things()))
                      .collect(Collectors.joining(", "))));
    }
    SortedMap<String, Integer> packages = new TreeMap<>();
    members.forEach(node -> packages.merge(graph.types().get(node).packageName(), 1, Integer::sum));
    packages.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .filter(most -> most.getValue() * 2 > size && !most.getKey().isEmpty() && size > 1)
        .ifPresent(
            most ->
                sentences.add(
                    new Sentence(
                        0.8 * most.getValue() / size,
                        "%d of %d classes are in package %s"
                            .formatted(most.getValue(), size, most.getKey()))));
    List<EntryPoint> entries =
        members.stream()
            .flatMap(node -> graph.entryPoints().getOrDefault(node, List.of()).stream())
            .toList();
    if (!entries.isEmpty()) {
      sentences.add(
          new Sentence(
              0.3,
              "%d entry %s, as %s"
                  .formatted(
                      entries.size(),
                      entries.size() == 1 ? "point" : "points",
                      entries.get(0).id())));
    }
    if (agreement > 0) {
      sentences.add(
          new Sentence(
              0.7 * agreement,
              String.format(
                  Locale.ROOT,
                  "classes tied here were together in %d %% of %d runs with other weights",
                  Math.round(100 * agreement),
                  Consensus.runs(graph.size()))));
    }
    return sentences.stream()
        .sorted(
            Comparator.comparingDouble(Sentence::strength).reversed().thenComparing(Sentence::text))
        .map(Sentence::text)
        .toList();
  }

  private static <T> List<List<T>> lists(int count) {
    List<List<T>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private static List<SortedSet<Integer>> sets(int count) {
    List<SortedSet<Integer>> sets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sets.add(new TreeSet<>());
    }
    return sets;
  }
}
