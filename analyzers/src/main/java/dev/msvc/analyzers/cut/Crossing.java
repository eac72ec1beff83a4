package dev.msvc.analyzers.cut;

import dev.msvc.model.TransactionFact;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A transaction that writes tables of several owners.
 *
 * @param all tables that it writes, by owner
 * @param sure those of them that it surely reaches
 * @param home the owner that it belongs to: the context of its class, or the nearest one where it
 *     has none; where that writes nothing of its own, the one with most of the tables
 * @param other the owner with most of the other tables
 */
record Crossing(
    TransactionFact transaction,
    SortedMap<String, SortedSet<String>> all,
    SortedMap<String, SortedSet<String>> sure,
    String home,
    String other) {

  static Crossing of(Boundary boundary, TransactionFact transaction) {
    SortedMap<String, SortedSet<String>> all = boundary.byOwner(transaction.writes());
    SortedMap<String, SortedSet<String>> sure = boundary.byOwner(transaction.surelyWritten());
    String home =
        Boundary.home(home(boundary, transaction.className()), sure.isEmpty() ? all : sure);
    String other = Boundary.most(sure, home);
    return new Crossing(
        transaction, all, sure, home, other.isEmpty() ? Boundary.most(all, home) : other);
  }

  /** The context of a class; of one that must be split the nearest, where it is named after it. */
  private static String home(Boundary boundary, String className) {
    String nearest = boundary.map().nearest(className);
    boolean named =
        Cuts.simple(className).toLowerCase(Locale.ROOT).contains(nearest.toLowerCase(Locale.ROOT));
    return named ? nearest : boundary.context(className);
  }

  /** Whether it surely writes tables of several owners. */
  boolean isSure() {
    return sure.size() > 1;
  }
}
