package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SubgraphTest {
  private static SortedSet<Integer> nodes(Integer... nodes) {
    return new TreeSet<>(List.of(nodes));
  }

  @Test
  void eachPartHasTheTiesAmongItsNodesAndToTheGroupsThatTheseAreOf() {
    Ties ties = new Ties();
    ties.add(0, 2, 3);
    ties.add(1, 3, 5);
    ties.add(0, 1, 7);
    // 5 and 6 stand for groups of nodes
    ties.add(0, 5, 11);
    ties.add(3, 5, 13);
    ties.add(4, 6, 17);
    Pairs whole = Pairs.of(7, ties);

    List<Subgraph> parts = Subgraph.of(whole, List.of(nodes(0, 2), nodes(1, 3)), 5);

    assertThat(parts.get(0).nodes()).containsExactly(0, 2, 5);
    assertThat(parts.get(0).column(whole.column(ties))).containsExactly(3, 11);
    assertThat(parts.get(0).pairs().second(1)).isEqualTo(2);
    assertThat(parts.get(1).nodes()).containsExactly(1, 3, 5);
    assertThat(parts.get(1).column(whole.column(ties))).containsExactly(5, 13);
    assertThat(parts.get(1).pairs().first(1)).isEqualTo(1);
  }

  @Test
  void aPartByItselfHasNoGroups() {
    Ties ties = new Ties();
    ties.add(0, 1, 2);
    ties.add(1, 2, 3);
    Pairs whole = Pairs.of(3, ties);

    assertThat(Subgraph.of(whole, nodes(0, 1)).column(whole.column(ties))).containsExactly(2);
  }
}
