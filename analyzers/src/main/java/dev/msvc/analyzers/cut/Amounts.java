package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Operation;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts of another side that a transaction takes or gives: what can be reserved. */
final class Amounts {
  /** Columns of one update from which on it sets the row as a whole. */
  private static final int WHOLE_ROW = 8;

  private static final Pattern STOCK =
      Pattern.compile(
          "balance|stock|quantity|qty|on_?hand|available|reserved|on_?hold|inventory|seats?|capacity"
              + "|credit_?limit|funds|allocated");

  /** Names of tables that say of an amount what it is, and hold none. */
  private static final Pattern NO_AMOUNT =
      Pattern.compile(
          ".*(?:status(?:es)?|types?|kinds?|reasons?|categor(?:y|ies)|settings?|configs?|configurations?)");

  private static final Pattern RESERVE = Pattern.compile("(reserve|hold|allocate|block)([A-Z].*)?");

  private final Boundary boundary;
  private final Run run;

  /** Columns that some statement takes something off, by table. */
  private final Map<String, Set<String>> taken = new HashMap<>();

  private final Set<String> takers = new HashSet<>();

  Amounts(Boundary boundary, Run run) {
    this.boundary = boundary;
    this.run = run;
    for (Trait each : boundary.facts().traits()) {
      if (each.kind() == TraitKind.AMOUNT_TAKEN) {
        taken
            .computeIfAbsent(ContextMap.key(each.name()), table -> new TreeSet<>())
            .add(ContextMap.key(each.detail()));
        takers.add(each.className() + "." + each.method());
      }
    }
  }

  record Reserved(String table, String why) {}

  /** What shows that the other side's amounts are taken or given; null for nothing. */
  @Nullable Reserved reserved(Crossing crossing, SortedSet<String> foreign) {
    Set<String> writers = Set.copyOf(crossing.transaction().writers());
    for (String table : foreign) {
      for (Map.Entry<String, List<Access>> each : boundary.accesses(table).entrySet()) {
        if (!writers.contains(each.getKey())) {
          continue;
        }
        for (Access access : each.getValue()) {
          if (access.op() != Operation.UPDATE) {
            continue;
          }
          String amount = amount(table, access);
          if (amount.isEmpty() || isGivenBack(crossing, table, access)) {
            continue;
          }
          if (run.holds(access, crossing.transaction())) {
            String method = Cuts.method(Cuts.simple(access.className()), access.method());
            return new Reserved(table, "%s changes %s".formatted(method, amount));
          }
        }
      }
    }
    return null;
  }

  /** Whether what some statement takes is only given back: there is nothing to reserve. */
  private boolean isGivenBack(Crossing crossing, String table, Access access) {
    return Undoing.isUndo(crossing.transaction().method())
        && taken.containsKey(ContextMap.key(table))
        && !takers.contains(access.className() + "." + access.method());
  }

  /** What an update takes from or gives to, in words; empty for what is no amount. */
  private String amount(String table, Access access) {
    Set<String> amounts = taken.getOrDefault(ContextMap.key(table), Set.of());
    // who sets a whole row need not mean its amounts
    if (access.columns().size() < WHOLE_ROW) {
      for (String column : access.columns()) {
        if (Cuts.hasWord(STOCK, column) || amounts.contains(ContextMap.key(column))) {
          return "the amount %s.%s".formatted(table, column);
        }
      }
    }
    boolean stock =
        Cuts.hasWord(STOCK, table) && !NO_AMOUNT.matcher(table.toLowerCase(Locale.ROOT)).matches();
    return stock || RESERVE.matcher(access.method()).matches() ? "rows of " + table : "";
  }
}
