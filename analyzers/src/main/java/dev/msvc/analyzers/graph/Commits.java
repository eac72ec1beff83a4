package dev.msvc.analyzers.graph;

import dev.msvc.model.TransactionFact;
import java.util.Collection;
import java.util.List;

/**
 * The view of transactions: tables that are written whole or not at all, which a boundary between
 * them would end.
 */
public final class Commits {
  /** A transaction of more tables says little of any two of them. */
  private static final int MOST = 10;

  private Commits() {}

  /**
   * Ties between tables that a transaction surely writes together: one of n tables ties each pair
   * by 1 / (n - 1).
   */
  public static Ties ties(CodeGraph graph, Collection<TransactionFact> transactions) {
    Ties ties = new Ties();
    for (TransactionFact transaction : transactions) {
      List<Integer> written =
          transaction.writes().stream()
              .filter(table -> !transaction.uncertain().contains(table))
              .map(graph::tableNode)
              .filter(node -> node >= 0)
              .distinct()
              .sorted()
              .toList();
      if (written.size() > 1 && written.size() <= MOST) {
        for (int i = 0; i < written.size(); i++) {
          for (int j = i + 1; j < written.size(); j++) {
            ties.add(written.get(i), written.get(j), 1.0 / (written.size() - 1));
          }
        }
      }
    }
    return ties;
  }
}
