package dev.msvc.analyzers.cut;

import dev.msvc.model.TransactionFact;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A transaction that writes tables of several owners.
 *
 * @param all tables that it writes, by owner
 * @param sure those of them that it surely reaches
 * @param home the owner that it belongs to: that of its class, else the one with most of the tables
 * @param other the owner with most of the other tables
 */
record Crossing(
    TransactionFact transaction,
    SortedMap<String, SortedSet<String>> all,
    SortedMap<String, SortedSet<String>> sure,
    String home,
    String other) {

  static Crossing of(Boundary boundary, TransactionFact transaction) {
    List<String> certain =
        transaction.writes().stream()
            .filter(each -> !transaction.uncertain().contains(each))
            .toList();
    SortedMap<String, SortedSet<String>> all = boundary.byOwner(transaction.writes());
    SortedMap<String, SortedSet<String>> sure = boundary.byOwner(certain);
    String home =
        Boundary.home(boundary.context(transaction.className()), sure.isEmpty() ? all : sure);
    String other = Boundary.most(sure, home);
    return new Crossing(
        transaction, all, sure, home, other.isEmpty() ? Boundary.most(all, home) : other);
  }

  /** Whether it surely writes tables of several owners. */
  boolean isSure() {
    return sure.size() > 1;
  }
}
