package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.MethodFact;
import dev.msvc.model.TypeFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Methods that undo what a transaction does elsewhere, by their names and by what they write. */
final class Undoing {
  private static final Pattern UNDO =
      Pattern.compile(
          "(cancel|undo|revert|reverse|refund|release|rollback|compensate|void|withdraw|reject|unassign)"
              + ".*");

  /** Verbs of which each undoes the other. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("add", "reduce"),
          List.of("add", "remove"),
          List.of("add", "subtract"),
          List.of("increase", "decrease"),
          List.of("increment", "decrement"),
          List.of("incr", "decr"),
          List.of("inc", "dec"),
          List.of("plus", "minus"),
          List.of("release", "occupy"),
          List.of("release", "use"),
          List.of("lock", "unlock"),
          List.of("freeze", "unfreeze"),
          List.of("block", "unblock"),
          List.of("assign", "unassign"),
          List.of("take", "return"),
          List.of("deduct", "return"),
          List.of("deduct", "restore"),
          List.of("deduct", "add"),
          List.of("debit", "credit"),
          List.of("deposit", "withdraw"),
          List.of("activate", "deactivate"),
          List.of("enable", "disable"),
          List.of("open", "close"),
          List.of("submit", "cancel"));

  private static final Pattern VERB = Pattern.compile("([a-z]+)(.*)");

  private final Boundary boundary;
  private final Run run;
  private final Map<String, Set<String>> opposites = new HashMap<>();

  Undoing(Boundary boundary, Run run) {
    this.boundary = boundary;
    this.run = run;
    for (List<String> each : PAIRS) {
      opposites.computeIfAbsent(each.get(0), verb -> new HashSet<>()).add(each.get(1));
      opposites.computeIfAbsent(each.get(1), verb -> new HashSet<>()).add(each.get(0));
    }
  }

  /** Whether a method undoes something, by its name. */
  static boolean isUndo(String method) {
    return UNDO.matcher(method).matches();
  }

  /**
   * Methods that undo: of those who write the other sides' tables for the transaction, and of all
   * classes of their owners and the transaction's own class, if they write one of the tables.
   */
  SortedSet<String> of(Crossing crossing, Set<String> tables) {
    SortedSet<String> names = new TreeSet<>();
    Map<String, Set<String>> used = used(crossing, tables);
    used.forEach(
        (type, methods) -> {
          boolean owns =
              tables.stream()
                  .anyMatch(
                      table ->
                          boundary.accesses(table).containsKey(type)
                              && boundary.context(type).equals(boundary.owner(table)));
          for (String each : methods(type)) {
            if ((owns && isUndo(each)) || methods.stream().anyMatch(one -> undoes(each, one))) {
              names.add(Cuts.simple(type) + "." + each);
            }
          }
        });
    String own = crossing.transaction().className();
    for (String each : methods(own)) {
      boolean other = !each.equals(crossing.transaction().method());
      if (other && isUndo(each) && run.writes(own, each, tables)) {
        names.add(Cuts.simple(own) + "." + each);
      }
    }
    return names;
  }

  /** What writes the tables in the transaction, by class. */
  private Map<String, Set<String>> used(Crossing crossing, Set<String> tables) {
    Map<String, Set<String>> used = new TreeMap<>();
    for (String writer : crossing.transaction().writers()) {
      for (String table : tables) {
        for (Access each : boundary.accesses(table).getOrDefault(writer, List.of())) {
          if (each.op().writes()) {
            Set<String> methods = used.computeIfAbsent(writer, name -> new TreeSet<>());
            if (run.holds(each, crossing.transaction())) {
              methods.add(each.method());
            }
          }
        }
      }
    }
    return used;
  }

  private Set<String> methods(String className) {
    TypeFact type = boundary.map().type(className);
    Set<String> names = new TreeSet<>();
    if (type != null) {
      type.methods().stream().map(MethodFact::name).forEach(names::add);
    }
    return names;
  }

  /** Whether one undoes the other: its verb is the opposite, and the rest of the name the same. */
  private boolean undoes(String one, String other) {
    Matcher first = VERB.matcher(one);
    Matcher second = VERB.matcher(other);
    return first.matches()
        && second.matches()
        && first.group(2).equals(second.group(2))
        && opposites.getOrDefault(first.group(1), Set.of()).contains(second.group(1));
  }
}
