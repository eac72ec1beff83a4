package dev.msvc.analyzers.word;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Lock;
import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.Word.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was accepted and what the user says, as constraints on groups of nodes. The user's word goes
 * before what was accepted, and that before what is proposed.
 */
public final class Constraints {
  private final CodeGraph graph;
  private final Word word;
  private final Told accepted;
  private final Told said;
  private int[] groups = new int[0];
  private int[] unsaid = new int[0];
  private final SortedMap<Integer, String> names = new TreeMap<>();
  private final SortedMap<Integer, String> ids = new TreeMap<>();

  private Constraints(CodeGraph graph, Word word, Told accepted, Told said) {
    this.graph = graph;
    this.word = word;
    this.accepted = accepted;
    this.said = said;
  }

  /**
   * Finds what the lines name.
   *
   * @throws UserError where a line names nothing, or two disagree
   */
  public static Constraints of(CodeGraph graph, Word word, Lock lock) {
    return new Constraints(graph, word, LockClaims.of(graph, lock), WordClaims.of(graph, word));
  }

  /** The graph without the references and accesses of what is ignored. */
  public CodeGraph heeded() {
    boolean[] ignored = said.ignored();
    boolean any = false;
    for (boolean each : ignored) {
      any |= each;
    }
    if (!any) {
      return graph;
    }
    return new CodeGraph(
        graph.types(),
        graph.nested(),
        graph.tables(),
        graph.links().stream()
            .filter(each -> !ignored[each.from()] && !ignored[each.to()])
            .toList(),
        graph.uses().stream().filter(each -> !ignored[each.type()]).toList(),
        graph.behind().stream().filter(each -> !ignored[each.type()]).toList(),
        graph.keys(),
        graph.parts(),
        graph.entryPoints(),
        graph.nodesByName(),
        graph.tableNodes(),
        graph.terms());
  }

  /** Whether there is anything to obey. */
  public boolean isNothing() {
    return word.isSilent() && accepted.labels().isEmpty();
  }

  /**
   * Groups that obey.
   *
   * @param proposed the group of each node
   * @param naming gives the contexts that groups and names given to some of them would make: a name
   *     by group
   * @throws UserError where a line names a context that is none
   */
  public void obey(int[] proposed, Function<Constraints, SortedMap<Integer, String>> naming) {
    groups = proposed.clone();
    if (isNothing()) {
      return;
    }
    Neighbourhood near = Neighbourhood.of(graph);
    boolean[] fixed = new boolean[groups.length];
    if (!accepted.labels().isEmpty()) {
      Regrouping regrouping = new Regrouping(groups, accepted, fixed, near);
      int[] group = regrouping.accepted(graph.types().size(), Neighbourhood.direct(graph));
      groups = regrouping.groups();
      label(accepted, group);
      for (int node = 0; node < fixed.length; node++) {
        fixed[node] = accepted.isTold(node);
      }
    }
    if (word.isSilent()) {
      return;
    }
    unsaid = groups.clone();
    SortedMap<Integer, String> proposal = naming.apply(this);
    Regrouping regrouping = new Regrouping(groups, said, fixed, near);
    int[] group = regrouping.pinned(proposal);
    groups = regrouping.groups();
    names.putAll(proposal);
    label(said, group);
    requireClasses(group);
    requireParts();
    word.merges().forEach(this::merge);
    word.renames().forEach(this::rename);
    requireOneEach();
  }

  private void label(Told told, int[] group) {
    for (int k = 0; k < group.length; k++) {
      Told.Label label = told.labels().get(k);
      names.put(group[k], label.name());
      if (!label.id().isEmpty()) {
        ids.put(group[k], label.id());
      }
    }
  }

  private void requireClasses(int[] group) {
    for (Word.Named context : word.contexts()) {
      for (int k = 0; k < group.length; k++) {
        int target = group[k];
        boolean any =
            Arrays.stream(groups, 0, graph.types().size()).anyMatch(each -> each == target);
        if (said.labels().get(k).name().equals(context.name().text()) && !any) {
          throw context
              .name()
              .wrong(
                  "no class is in context '%s'".formatted(context.name().text()),
                  "pin a class into it, or delete it");
        }
      }
    }
  }

  private void requireParts() {
    for (Word.Split split : word.splits()) {
      find(split.from());
    }
  }

  private void merge(Word.Merge merge) {
    int into = find(merge.of().get(0));
    for (Said each : merge.of()) {
      int from = find(each);
      for (int node = 0; node < groups.length; node++) {
        groups[node] = groups[node] == from ? into : groups[node];
      }
      if (from != into) {
        names.remove(from);
        String id = ids.remove(from);
        if (id != null) {
          ids.putIfAbsent(into, id);
        }
      }
    }
    merge.as().ifPresent(name -> names.put(into, name.text()));
  }

  private void rename(Word.Rename rename) {
    names.put(find(rename.from()), rename.to().text());
  }

  /** The group of a context by its name, or by a class in it. */
  private int find(Said said) {
    for (Map.Entry<Integer, String> each : names.entrySet()) {
      if (each.getValue().equals(said.text())) {
        return each.getKey();
      }
    }
    if (graph.node(said.text()) >= 0 || said.text().indexOf('.') >= 0) {
      return groups[WordClaims.type(graph, said)];
    }
    Collection<String> known = names.values().stream().filter(name -> !name.isEmpty()).toList();
    List<String> near = Nearest.of(said.text(), known);
    throw said.wrong(
        "there is no context '%s'".formatted(said.text()),
        near.isEmpty()
            ? "name a class in it by its whole name: that holds when the proposal changes"
            : "did you mean %s? A class in it, by its whole name, is safer"
                .formatted(String.join(", ", near)));
  }

  private void requireOneEach() {
    SortedMap<String, Integer> groupOf = new TreeMap<>();
    names.forEach(
        (group, name) -> {
          boolean any =
              Arrays.stream(groups, 0, graph.types().size()).anyMatch(each -> each == group);
          if (any && !name.isEmpty() && groupOf.putIfAbsent(name, group) != null) {
            throw saidAs(name)
                .wrong(
                    "two contexts would be called '%s'".formatted(name),
                    "choose another name, or merge them");
          }
        });
  }

  private Said saidAs(String name) {
    List<Said> all = new ArrayList<>();
    word.merges().forEach(each -> each.as().ifPresent(all::add));
    word.renames().forEach(each -> all.add(each.to()));
    word.contexts().forEach(each -> all.add(each.name()));
    word.splits().forEach(each -> all.add(each.as()));
    return all.stream()
        .filter(each -> each.text().equals(name))
        .findFirst()
        .orElse(new Said(name, 1, 1));
  }

  /** The group of each node. */
  public int[] groups() {
    return groups.clone();
  }

  /** The group of each node before the user's word is heard; the same where there is none. */
  public int[] unsaid() {
    return word.isSilent() ? groups.clone() : unsaid.clone();
  }

  /** Names that are given to groups; empty for none. */
  public SortedMap<Integer, String> names() {
    return new TreeMap<>(names);
  }

  /** Ids of groups that were accepted or are given. */
  public SortedMap<Integer, String> ids() {
    return new TreeMap<>(ids);
  }

  /** What a node was told to be: member, shared, technical, to split; null where nothing is. */
  public @Nullable Placement placement(int node) {
    for (Told told : List.of(said, accepted)) {
      if (told.label()[node] >= 0) {
        return Placement.CONTEXT;
      }
      if (told.placements()[node] != null) {
        return told.placements()[node];
      }
    }
    return null;
  }

  /** Who tells where a node belongs, with the line; empty where nobody does. */
  public String reason(int node) {
    return said.isTold(node) ? said.reasons()[node] : accepted.reasons()[node];
  }
}
