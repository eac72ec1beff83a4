package dev.msvc.analyzers.slice;

import dev.msvc.model.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Draws in what belongs to a start, until nothing more does: the classes that map its tables and
 * what lives and dies with them, the tables that it mostly writes, the classes that mostly write
 * those, what it mostly alone uses, and what mostly serves it.
 */
final class Closure {
  /** Of the uses of a class, or the writes of a table: beyond that it is the slice's. */
  private static final double USED = 0.5;

  /** Of what a class uses, or writes: from here on it serves the slice. */
  private static final double SERVES = 2 / 3.0;

  /** Of the writes and uses of the only writer of a table: less, and it is somebody else's. */
  private static final double MAINLY = 1 / 3.0;

  /** Of what a writer uses: less, and it has other things to do. */
  private static final double CONCERNED = 0.2;

  /** Weight of uses of what a handler works with, and does not only mention. */
  private static final double CALLED = 3;

  private final Uses uses;
  private final List<String> handlers;
  private final Map<String, String> members = new LinkedHashMap<>();
  private final Set<String> candidates = new TreeSet<>();

  private Closure(Uses uses, Start start) {
    this.uses = uses;
    this.handlers = start.kind().equals("path") ? start.classes() : List.of();
  }

  /** Classes and tables with the reason for each, in the order in which they are drawn in. */
  static List<Slice.Member> of(Uses uses, Start start) {
    Closure closure = new Closure(uses, start);
    start.classes().forEach(each -> closure.add(each, Slice.Member.ASKED));
    start.tables().forEach(each -> closure.add(Uses.table(each), Slice.Member.ASKED));
    closure.grow();
    List<Slice.Member> members = new ArrayList<>();
    closure.members.forEach(
        (node, why) -> members.add(new Slice.Member(uses.name(node), Uses.isTable(node), why)));
    return members;
  }

  private void add(String node, String why) {
    if (members.putIfAbsent(node, why) == null) {
      candidates.remove(node);
      uses.of(node).keySet().forEach(this::consider);
      uses.to(node).keySet().forEach(this::consider);
      if (Uses.isTable(node)) {
        uses.entities(node).forEach(each -> add(each, "maps " + uses.name(node)));
        uses.rows(node).forEach(each -> add(each, "holds rows of " + uses.name(node)));
      }
      uses.twins(node).forEach(each -> add(each, twin(each, node)));
      uses.parts(node).forEach(each -> add(each, "lives and dies with " + simple(uses.name(node))));
    }
  }

  private String twin(String node, String of) {
    return (uses.isInterface(node) ? "only %s implements it" : "alone implements %s")
        .formatted(simple(of));
  }

  private void consider(String node) {
    if (!members.containsKey(node)) {
      candidates.add(node);
    }
  }

  private void grow() {
    boolean grown = true;
    while (grown) {
      // all of a round are judged by what was in before it, so that no order matters
      Set<String> before = new TreeSet<>(members.keySet());
      Map<String, String> drawn = new LinkedHashMap<>();
      for (String each : candidates) {
        String why = why(each, before);
        if (!why.isEmpty()) {
          drawn.put(each, why);
        }
      }
      drawn.forEach(this::add);
      grown = !drawn.isEmpty();
    }
  }

  private String why(String node, Set<String> within) {
    if (Uses.isTable(node)) {
      for (String entity : uses.entities(node)) {
        if (within.contains(entity)) {
          return "mapped by " + simple(entity);
        }
      }
    }
    double serves = Uses.share(uses.of(node), within);
    SortedMap<String, Double> writers = uses.writers(node);
    double writes = Uses.share(writers, within);
    if (writes >= USED) {
      return "%d%% of its writes come from here".formatted(Math.round(writes * 100));
    }
    double written = Uses.share(uses.written(node), within);
    if (written >= SERVES && serves >= CONCERNED) {
      return "%d%% of its writes go here".formatted(Math.round(written * 100));
    }
    for (String table : uses.written(node).keySet()) {
      boolean only = within.contains(table) && uses.writers(table).size() == 1;
      if (only && written >= MAINLY && serves >= MAINLY) {
        return "nobody else writes " + uses.name(table);
      }
    }
    double used = writers.isEmpty() ? Uses.share(uses.to(node), within) : 0;
    if (used > USED) {
      return "%d%% of its uses come from here".formatted(Math.round(used * 100));
    }
    if (isMostlyServed(node)) {
      return "nothing calls it more than what is asked for";
    }
    if (serves >= SERVES) {
      return "%d%% of what it uses is here".formatted(Math.round(serves * 100));
    }
    return "";
  }

  /** Whether nothing uses it more than one of the classes of a path that is asked for. */
  private boolean isMostlyServed(String node) {
    SortedMap<String, Double> users = uses.to(node);
    double most = users.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return !Uses.isTable(node)
        && handlers.stream()
            .anyMatch(each -> users.getOrDefault(each, 0.0) >= Math.max(most, CALLED));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
