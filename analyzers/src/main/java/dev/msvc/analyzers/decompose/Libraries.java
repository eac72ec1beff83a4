package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.ReferenceKind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Modules of the build that know nothing of the domain: their types reach no table and answer no
 * request, and neither do those of the modules that they use; and most modules that do reach tables
 * use them, or other modules of their folder, of which all are such.
 */
final class Libraries {
  private static final int MANY = 3;

  private final CodeGraph graph;
  private final SortedMap<String, Set<String>> users;
  private final Set<String> domain;
  private final Set<String> libraries = new TreeSet<>();

  private Libraries(CodeGraph graph, SortedMap<String, Set<String>> users, Set<String> domain) {
    this.graph = graph;
    this.users = users;
    this.domain = domain;
  }

  static Libraries of(CodeGraph graph) {
    SortedSet<String> plain = new TreeSet<>();
    graph.types().forEach(type -> plain.add(type.module()));
    Set<String> domain = new HashSet<>();
    graph.uses().forEach(use -> domain.add(module(graph, use.type())));
    plain.removeAll(domain);
    graph.entryPoints().keySet().stream()
        .filter(graph::isAsked)
        .forEach(node -> plain.remove(module(graph, node)));
    SortedMap<String, Set<String>> used = new TreeMap<>();
    SortedMap<String, Set<String>> users = new TreeMap<>();
    for (CodeGraph.Link link : graph.links()) {
      String from = module(graph, link.from());
      String to = module(graph, link.to());
      if (!from.equals(to) && isWritten(link)) {
        used.computeIfAbsent(from, any -> new HashSet<>()).add(to);
        users.computeIfAbsent(to, any -> new HashSet<>()).add(from);
      }
    }
    while (plain.removeIf(each -> !plain.containsAll(used.getOrDefault(each, Set.of())))) {
      // what uses one that is none is none
    }
    Libraries found = new Libraries(graph, users, domain);
    found.find(plain);
    return found;
  }

  /** Whether the source names the other type: what a container gives, it need not know. */
  private static boolean isWritten(CodeGraph.Link link) {
    return link.dependency().kinds().keySet().stream()
        .anyMatch(kind -> kind != ReferenceKind.WIRED);
  }

  /** Takes those that most use, and the others of their folders. */
  private void find(Set<String> plain) {
    Set<String> folders = new HashSet<>();
    for (String each : plain) {
      if (usersOf(each) >= Math.max(MANY, (domain.size() + 1) / 2)) {
        libraries.add(each);
        folders.add(folder(each));
      }
    }
    folders.remove("");
    graph.types().stream()
        .map(type -> type.module())
        .filter(each -> !plain.contains(each))
        .forEach(each -> folders.remove(folder(each)));
    plain.stream().filter(each -> folders.contains(folder(each))).forEach(libraries::add);
  }

  private long usersOf(String module) {
    return users.getOrDefault(module, Set.of()).stream().filter(domain::contains).count();
  }

  private static String folder(String module) {
    return module.substring(0, Math.max(0, module.lastIndexOf('/')));
  }

  private static String module(CodeGraph graph, int node) {
    return graph.types().get(node).module();
  }

  /** Whether a type is in one. */
  boolean has(int node) {
    return libraries.contains(module(graph, node));
  }

  /** How many types outside of all libraries, by their group, use each type of one. */
  Map<Integer, SortedMap<Integer, Integer>> users(int[] groups) {
    Map<Integer, SortedMap<Integer, Integer>> counts = new TreeMap<>();
    for (CodeGraph.Link link : graph.links()) {
      if (has(link.to()) && !has(link.from())) {
        counts
            .computeIfAbsent(link.to(), any -> new TreeMap<>())
            .merge(groups[link.from()], 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Why a type is in none of the contexts. */
  String reason(int node) {
    String module = module(graph, node);
    return "its module %s knows nothing of the domain; %d of %d modules with tables use it"
        .formatted(module, usersOf(module), domain.size());
  }
}
