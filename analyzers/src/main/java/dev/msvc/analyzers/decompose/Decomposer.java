package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.graph.Changes;
import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Commits;
import dev.msvc.analyzers.graph.Layers;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.word.Constraints;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.Lock;
import dev.msvc.model.Ownership;
import dev.msvc.model.Unplaced;
import dev.msvc.model.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Proposes bounded contexts: communities over references, data access, names and packages, on which
 * many settings agree. Same facts, same answer, in whatever order they are listed.
 */
public final class Decomposer {
  private Decomposer() {}

  public static Decomposition decompose(Facts facts) {
    return decompose(facts, History.NONE, Word.NONE, Lock.NONE);
  }

  /** Proposes what would be proposed if one could not see some of it: what a view is worth. */
  public static Decomposition without(Facts facts, Set<View> views) {
    return decompose(facts, History.NONE, Word.NONE, Lock.NONE, views, null);
  }

  /**
   * Proposes what obeys the user's word, and what was accepted.
   *
   * @throws dev.msvc.model.UserError where the user's word names nothing, or contradicts itself
   */
  public static Decomposition decompose(Facts facts, History history, Word word, Lock lock) {
    return decompose(facts, history, word, lock, Set.of(), null);
  }

  /**
   * Proposes what obeys the user's word, and what was accepted.
   *
   * @param store where communities are kept between runs; null for nowhere
   * @throws dev.msvc.model.UserError where the user's word names nothing, or contradicts itself
   */
  public static Decomposition decompose(
      Facts facts, History history, Word word, Lock lock, @Nullable Store store) {
    return decompose(facts, history, word, lock, Set.of(), store);
  }

  private static Decomposition decompose(
      Facts facts,
      History history,
      Word word,
      Lock lock,
      Set<View> without,
      @Nullable Store store) {
    CodeGraph whole = CodeGraph.of(facts);
    Ties changes = Changes.ties(whole, history);
    Supplier<Decomposition> deciding =
        () -> decide(facts, changes, Constraints.of(whole, word, lock), without, store);
    Decomposition decided =
        store == null
            ? deciding.get()
            : KeptDecomposition.of(store, facts, whole, changes, word, lock, deciding);
    return new Decomposition(
        decided.contexts(),
        decided.shared(),
        decided.mustSplit(),
        decided.technical(),
        decided.owners(),
        whole.links().stream().map(CodeGraph.Link::dependency).toList(),
        decided.told(),
        decided.standings());
  }

  /** All but the dependencies, which say where they stand; that does not count for anything. */
  private static Decomposition decide(
      Facts facts, Ties changes, Constraints told, Set<View> without, @Nullable Store store) {
    CodeGraph graph = told.heeded();
    Consensus consensus =
        Consensus.of(
            graph,
            changes,
            Commits.ties(graph, facts.transactions()),
            without,
            KeptCommunities.in(store));
    List<List<Integer>> aggregates = Layers.of(graph);
    told.obey(proposed(facts, graph, consensus, aggregates), each -> names(facts, graph, each));
    Roles roles = roles(facts, graph, told);
    Layout layout = Layout.of(graph, told.groups(), roles, told.names());
    SortedMap<String, Ownership> owners = Owners.of(graph, layout, told);
    List<BoundedContext> contexts = Contexts.of(facts, graph, layout, owners, consensus, told);
    Ways ways = Ways.of(facts, graph, layout.context(), toSplit(layout));
    return new Decomposition(
        contexts,
        unplaced(graph, layout, roles, ways, Role.SHARED),
        unplaced(graph, layout, roles, ways, Role.MUST_SPLIT),
        unplaced(graph, layout, roles, ways, Role.TECHNICAL),
        owners,
        List.of(),
        told(graph, told),
        Standings.of(graph, layout, consensus, told, Companions.of(graph, aggregates)));
  }

  /** Groups of which what is left stands alone, where shared and technical types are none of it. */
  private static int[] proposed(
      Facts facts, CodeGraph graph, Consensus consensus, List<List<Integer>> aggregates) {
    Draft draft = Draft.of(graph, consensus);
    int[] groups =
        Standings.heeded(
            graph, aggregates, consensus.runs(), draft.groups(consensus.groups(), aggregates));
    Role[] roles = Roles.of(facts, graph, groups, standing(graph, groups)).roles();
    return draft.withoutRest(groups, node -> graph.isTable(node) || roles[node] == Role.MEMBER);
  }

  private static Roles roles(Facts facts, CodeGraph graph, Constraints told) {
    int[] groups = told.groups();
    int[] unsaid = told.unsaid();
    Roles roles = Roles.of(facts, graph, groups, standing(graph, groups));
    if (!Arrays.equals(groups, unsaid)) {
      Roles before = Roles.of(facts, graph, unsaid, standing(graph, unsaid));
      roles = roles.keeping(before, Moved.around(graph, unsaid, groups));
    }
    return roles.obeying(told);
  }

  /** What the groups would be called. */
  private static SortedMap<Integer, String> names(Facts facts, CodeGraph graph, Constraints told) {
    int[] groups = told.groups();
    Layout layout = Layout.of(graph, groups, roles(facts, graph, told), told.names());
    SortedMap<Integer, String> names = new TreeMap<>();
    for (int node = 0; node < graph.types().size(); node++) {
      int context = layout.context()[node];
      if (context >= 0 && !names.containsValue(layout.names().get(context))) {
        names.put(groups[node], layout.names().get(context));
      }
    }
    return names;
  }

  private static SortedMap<String, String> told(CodeGraph graph, Constraints told) {
    SortedMap<String, String> reasons = new TreeMap<>();
    for (int node = 0; node < graph.types().size(); node++) {
      if (!told.reason(node).isEmpty()) {
        reasons.put(graph.types().get(node).name(), told.reason(node));
      }
    }
    return reasons;
  }

  /** How many groups have two types or more. */
  private static int standing(CodeGraph graph, int[] groups) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int node = 0; node < graph.types().size(); node++) {
      sizes.merge(groups[node], 1, Integer::sum);
    }
    return (int) sizes.values().stream().filter(size -> size > 1).count();
  }

  private static boolean[] toSplit(Layout layout) {
    boolean[] toSplit = new boolean[layout.roles().length];
    for (int node = 0; node < toSplit.length; node++) {
      toSplit[node] = layout.roles()[node] == Role.MUST_SPLIT;
    }
    return toSplit;
  }

  private static List<Unplaced> unplaced(
      CodeGraph graph, Layout layout, Roles roles, Ways ways, Role role) {
    List<Unplaced> unplaced = new ArrayList<>();
    for (int node = 0; node < graph.types().size(); node++) {
      if (layout.roles()[node] == role) {
        int nearest = layout.nearest()[node];
        SortedMap<String, List<String>> methods = new TreeMap<>();
        ways.of(node).forEach((context, names) -> methods.put(layout.names().get(context), names));
        unplaced.add(
            new Unplaced(
                graph.types().get(node).name(),
                nearest < 0 ? "" : layout.names().get(nearest),
                roles.reasons()[node],
                methods));
      }
    }
    unplaced.sort(Comparator.comparing(Unplaced::className));
    return List.copyOf(unplaced);
  }
}
