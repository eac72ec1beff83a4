package dev.msvc.analyzers.graph;

import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Types of one simple name in several packages. A word that means two things is where two models
 * meet (Evans: Domain-Driven Design, 2003, chapter 14): such types belong apart, and their names do
 * not tell to which side each belongs. They are no homonyms where one refers to the other, or where
 * some type refers to both: then they are forms of one thing that somebody turns into each other.
 * Nor are they where both answer requests and one type of the same words serves them: those are two
 * doors to one model, as for customers and for staff.
 */
public final class Homonyms {
  /** A name that more types have is one of the trade, as Constants. */
  private static final int MOST = 20;

  /** How a type refers to what it holds, and not only hands on. */
  private static final Set<ReferenceKind> HELD =
      Set.of(ReferenceKind.FIELD, ReferenceKind.INJECTED, ReferenceKind.WIRED);

  /** No name is that of two things. */
  static final Homonyms NONE = new Homonyms(new Ties(), new boolean[0]);

  private final Ties ties;
  private final boolean[] named;

  private Homonyms(Ties ties, boolean[] named) {
    this.ties = ties;
    this.named = named;
  }

  /**
   * The homonyms of a system; none where half of all types would be: it is there twice, and what
   * has one name is one thing.
   */
  public static Homonyms of(CodeGraph graph) {
    Map<String, List<Integer>> byName = new TreeMap<>();
    for (int node = 0; node < graph.types().size(); node++) {
      byName
          .computeIfAbsent(graph.types().get(node).simpleName(), any -> new ArrayList<>())
          .add(node);
    }
    byName.values().removeIf(nodes -> nodes.size() < 2 || nodes.size() > MOST);
    List<Set<Integer>> users = users(graph, byName);
    Map<Integer, Set<Integer>> served = servers(graph, byName);
    Ties ties = new Ties();
    boolean[] named = new boolean[graph.size()];
    int count = 0;
    for (List<Integer> nodes : byName.values()) {
      for (int i = 0; i < nodes.size(); i++) {
        for (int j = i + 1; j < nodes.size(); j++) {
          int some = nodes.get(i);
          int other = nodes.get(j);
          if (!users.get(some).contains(other)
              && !users.get(other).contains(some)
              && Collections.disjoint(users.get(some), users.get(other))
              && Collections.disjoint(
                  served.getOrDefault(some, Set.of()), served.getOrDefault(other, Set.of()))) {
            ties.add(some, other, 1);
            count += (named[some] ? 0 : 1) + (named[other] ? 0 : 1);
            named[some] = true;
            named[other] = true;
          }
        }
      }
    }
    return count * 2 >= graph.types().size() ? NONE : new Homonyms(ties, named);
  }

  /** The types that refer to each of those that share a name. */
  private static List<Set<Integer>> users(CodeGraph graph, Map<String, List<Integer>> byName) {
    List<Set<Integer>> users = new ArrayList<>(Collections.nCopies(graph.size(), Set.of()));
    byName.values().forEach(nodes -> nodes.forEach(node -> users.set(node, new HashSet<>())));
    for (CodeGraph.Link link : graph.links()) {
      if (byName.containsKey(graph.types().get(link.to()).simpleName())) {
        users.get(link.to()).add(link.from());
      }
    }
    return users;
  }

  /** What has the same words in its name, and serves one that answers requests. */
  private static Map<Integer, Set<Integer>> servers(
      CodeGraph graph, Map<String, List<Integer>> byName) {
    Map<Integer, Set<Integer>> servers = new HashMap<>();
    for (CodeGraph.Link link : graph.links()) {
      if (byName.containsKey(graph.types().get(link.from()).simpleName())
          && graph.isAsked(link.from())
          && HELD.stream().anyMatch(link.dependency().kinds()::containsKey)) {
        List<String> words = words(graph, link.from());
        if (!words.isEmpty() && words.equals(words(graph, link.to()))) {
          servers.computeIfAbsent(link.from(), any -> new HashSet<>()).add(link.to());
        }
      }
    }
    return servers;
  }

  private static List<String> words(CodeGraph graph, int type) {
    return graph.terms().stems(graph.types().get(type).simpleName());
  }

  /** The pairs that belong apart. */
  public Ties ties() {
    return ties;
  }

  /** Whether the name of a node is that of others, too. */
  boolean has(int node) {
    return node < named.length && named[node];
  }
}
