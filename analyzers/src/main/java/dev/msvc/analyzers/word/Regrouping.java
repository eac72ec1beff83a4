package dev.msvc.analyzers.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Groups that obey: nodes that are told to be together are (must-link), nodes that are told to be
 * apart are (cannot-link), and what is not told follows those that it is tied to most.
 */
final class Regrouping {
  /** So many new types of one group may be a context of their own. */
  private static final int OWN = 6;

  private static final double NEARLY = 0.8;

  private final int[] before;
  private final int[] groups;
  private final Told told;
  private final boolean[] fixed;
  private final Neighbourhood near;
  private int next;

  /**
   * @param groups of all nodes, as they are proposed
   * @param fixed nodes that stay where they are unless they are told otherwise
   */
  Regrouping(int[] groups, Told told, boolean[] fixed, Neighbourhood near) {
    this.before = groups.clone();
    this.groups = groups.clone();
    this.told = told;
    this.fixed = fixed.clone();
    this.near = near;
    for (int node = 0; node < groups.length; node++) {
      this.fixed[node] |= told.label()[node] >= 0;
    }
    next = Arrays.stream(groups).max().orElse(-1) + 1;
  }

  int[] groups() {
    return groups;
  }

  /**
   * Puts everything accepted where it was; what is new goes where it is tied to most, or is a
   * context of its own where there is much of it.
   *
   * @param types how many nodes are types; they come first
   * @param direct ties by references and data alone
   * @return the group of each label
   */
  int[] accepted(int types, Neighbourhood direct) {
    int[] group = new int[told.labels().size()];
    Arrays.setAll(group, k -> next++);
    for (int node = 0; node < groups.length; node++) {
      if (told.label()[node] >= 0) {
        groups[node] = group[told.label()[node]];
      }
    }
    Seeds seeds = new Seeds(groups);
    for (int node = 0; node < groups.length; node++) {
      seeds.plant(node, told.label()[node] >= 0 || !told.isTold(node));
    }
    SortedMap<Integer, List<Integer>> members = members(before);
    members.values().removeIf(all -> standsAlone(all, types));
    members.values().forEach(all -> free(all).forEach(seeds::open));
    seeds.spread(direct);
    seeds.spread(near);
    members.values().forEach(all -> divide(seeds.left(free(all)), labels(all), group));
    return group;
  }

  private List<Integer> free(List<Integer> members) {
    return members.stream().filter(node -> !fixed[node]).toList();
  }

  /** Whether nothing of a group was accepted, or most of it and much is new. */
  private boolean standsAlone(List<Integer> members, int types) {
    long fresh = free(members).stream().filter(node -> node < types && !told.isTold(node)).count();
    return labels(members).isEmpty() || (fresh >= OWN && 2 * fresh > members.size());
  }

  /**
   * Puts what is pinned where it is told, lets the rest of its old group follow, and divides groups
   * that are told to be two.
   *
   * @param names of the groups, as proposed; empty for none
   * @return the group of each label
   */
  int[] pinned(SortedMap<Integer, String> names) {
    int[] home = homes(names);
    int[] group = new int[home.length];
    SortedMap<Integer, List<Integer>> claimed = new TreeMap<>();
    for (int k = 0; k < home.length; k++) {
      boolean first = home[k] >= 0 && !claimed.containsKey(home[k]);
      group[k] = first ? home[k] : next++;
      if (home[k] >= 0) {
        claimed.computeIfAbsent(home[k], g -> new ArrayList<>()).add(k);
      }
    }
    for (int node = 0; node < groups.length; node++) {
      if (told.label()[node] >= 0) {
        groups[node] = group[told.label()[node]];
      }
    }
    SortedMap<Integer, List<Integer>> members = members(before);
    members.forEach(
        (old, all) -> {
          List<Integer> labels = claimed.getOrDefault(old, List.of());
          if (labels.size() > 1) {
            divide(free(all), labels, group);
          }
          follow(old, all);
        });
    return group;
  }

  /**
   * The group whose rest each label stands for: the one that is called so, or the one that holds
   * most of its pins, of equals the one that holds the first; -1 where it stands for none.
   */
  private int[] homes(SortedMap<Integer, String> names) {
    int[] home = new int[told.labels().size()];
    Arrays.fill(home, -1);
    List<Integer> taken = new ArrayList<>();
    for (int k = 0; k < home.length; k++) {
      for (Map.Entry<Integer, String> each : names.entrySet()) {
        if (each.getValue().equals(told.labels().get(k).name())) {
          home[k] = each.getKey();
          taken.add(home[k]);
        }
      }
    }
    for (int k = 0; k < home.length; k++) {
      Told.Label label = told.labels().get(k);
      if (home[k] < 0 && !label.carved()) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        label.pins().forEach(node -> counts.merge(before[node], 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElse(0);
        for (int node : label.pins()) {
          if (counts.getOrDefault(before[node], 0) == most && home[k] < 0) {
            home[k] = before[node];
          }
        }
        home[k] = taken.contains(home[k]) ? -1 : home[k];
      }
    }
    return home;
  }

  private static SortedMap<Integer, List<Integer>> members(int[] groups) {
    SortedMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int node = 0; node < groups.length; node++) {
      members.computeIfAbsent(groups[node], g -> new ArrayList<>()).add(node);
    }
    return members;
  }

  private List<Integer> labels(List<Integer> members) {
    return members.stream()
        .map(node -> told.label()[node])
        .filter(k -> k >= 0)
        .distinct()
        .sorted()
        .toList();
  }

  /** A choice of a group, and how much speaks for it. */
  private record Choice(int node, int group, double margin) {}

  /**
   * Gives each free node to the label where it adds most to modularity (of these nodes alone: what
   * ties it there, less what chance would), the clearest first.
   */
  private void divide(List<Integer> free, List<Integer> labels, int[] group) {
    if (labels.size() == 1) {
      free.forEach(node -> groups[node] = group[labels.get(0)]);
      return;
    }
    int open = next++;
    free.forEach(node -> groups[node] = open);
    SortedSet<Integer> among = new TreeSet<>(List.of(open));
    labels.forEach(k -> among.add(group[k]));
    double[] degree = new double[groups.length];
    SortedMap<Integer, Double> sums = new TreeMap<>();
    double all = 0;
    for (int node = 0; node < groups.length; node++) {
      if (among.contains(groups[node])) {
        degree[node] = near.tie(node, other -> among.contains(groups[other]));
        sums.merge(groups[node], degree[node], Double::sum);
        all += degree[node];
      }
    }
    double total = Math.max(all, Double.MIN_NORMAL);
    List<Integer> rest = new ArrayList<>(free);
    while (!rest.isEmpty()) {
      List<Choice> choices = new ArrayList<>();
      double clearest = 0;
      for (int node : rest) {
        Choice choice = null;
        for (int k : labels) {
          int target = group[k];
          double chance = degree[node] * sums.getOrDefault(target, 0.0) / total;
          double gain = near.tie(node, other -> groups[other] == target) - chance;
          if (choice == null) {
            choice = new Choice(node, target, gain);
          } else if (gain > choice.margin()) {
            choice = new Choice(node, target, gain);
          }
        }
        if (choice != null) {
          choices.add(choice);
          clearest = choices.size() == 1 ? choice.margin() : Math.max(clearest, choice.margin());
        }
      }
      // all that are nearly as clear go at once: a group of thousands takes few rounds
      double enough = clearest > 0 ? clearest * NEARLY : Double.NEGATIVE_INFINITY;
      List<Integer> left = new ArrayList<>();
      for (Choice choice : choices) {
        if (choice.margin() >= enough) {
          groups[choice.node()] = choice.group();
          sums.merge(choice.group(), degree[choice.node()], Double::sum);
        } else {
          left.add(choice.node());
        }
      }
      rest = left;
    }
  }

  /**
   * Of a group that lost nodes, whatever is tied more to those that went to one context than to all
   * that stay, goes there too: those that went are what held it. What is tied to both stays.
   */
  private void follow(int old, List<Integer> members) {
    boolean moved = true;
    while (moved) {
      List<Choice> going = new ArrayList<>();
      for (int node : members) {
        Choice choice = groups[node] == old && !fixed[node] ? leaving(old, node) : null;
        if (choice != null) {
          going.add(choice);
        }
      }
      going.forEach(each -> groups[each.node()] = each.group());
      moved = !going.isEmpty();
    }
  }

  private @Nullable Choice leaving(int old, int node) {
    SortedSet<Integer> gone = new TreeSet<>();
    for (int other : near.of(node)) {
      if (before[other] == old && groups[other] != old) {
        gone.add(groups[other]);
      }
    }
    double stay = near.tie(node, other -> before[other] == old && groups[other] == old);
    Choice best = null;
    for (int target : gone) {
      double go = near.tie(node, other -> before[other] == old && groups[other] == target);
      if (go > (best == null ? stay : best.margin())) {
        best = new Choice(node, target, go);
      }
    }
    return best;
  }
}
