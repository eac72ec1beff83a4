package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Facts;
import dev.msvc.model.Ownership;
import dev.msvc.model.Unplaced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Proposes bounded contexts: communities over references, data access, names and packages, on which
 * many settings agree. Same facts, same answer, in whatever order they are listed.
 */
public final class Decomposer {
  private Decomposer() {}

  public static Decomposition decompose(Facts facts) {
    CodeGraph graph = CodeGraph.of(facts);
    Consensus consensus = Consensus.of(graph);
    int[] groups = Draft.of(graph, consensus);
    Roles roles = Roles.of(facts, graph, groups, standing(graph, groups));
    Layout layout = Layout.of(graph, groups, roles);
    SortedMap<String, Ownership> owners = Owners.of(graph, layout);
    List<BoundedContext> contexts = Contexts.of(facts, graph, layout, owners, consensus);
    return new Decomposition(
        contexts,
        unplaced(graph, layout, roles, Role.SHARED),
        unplaced(graph, layout, roles, Role.MUST_SPLIT),
        unplaced(graph, layout, roles, Role.TECHNICAL),
        owners,
        graph.links().stream().map(CodeGraph.Link::dependency).toList());
  }

  /** How many groups have two types or more. */
  private static int standing(CodeGraph graph, int[] groups) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int node = 0; node < graph.types().size(); node++) {
      sizes.merge(groups[node], 1, Integer::sum);
    }
    return (int) sizes.values().stream().filter(size -> size > 1).count();
  }

  private static List<Unplaced> unplaced(CodeGraph graph, Layout layout, Roles roles, Role role) {
    List<Unplaced> unplaced = new ArrayList<>();
    for (int node = 0; node < graph.types().size(); node++) {
      if (layout.roles()[node] == role) {
        int nearest = layout.nearest()[node];
        unplaced.add(
            new Unplaced(
                graph.types().get(node).name(),
                nearest < 0 ? "" : layout.names().get(nearest),
                roles.reasons()[node]));
      }
    }
    unplaced.sort(Comparator.comparing(Unplaced::className));
    return List.copyOf(unplaced);
  }
}
