package dev.msvc.analyzers.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.msvc.model.Metric;
import dev.msvc.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Three groups and eleven references; the figures are those of the reference implementation. */
class MetricsTest {
  private static final Offset<Double> EXACT = within(1e-6);

  private final Partition partition =
      new Partition(
          new TreeMap<>(
              Map.of(
                  "a.A", "one", "a.B", "one", "a.C", "one", "b.D", "two", "b.E", "two", "b.F",
                  "two", "c.G", "three", "c.H", "three")),
          edges(
              "a.A a.B 3",
              "a.B a.A 1",
              "a.B a.C 2",
              "a.A a.A 2",
              "b.D b.E 5",
              "b.E b.F 1",
              "a.A b.D 4",
              "b.D a.A 1",
              "a.C b.F 1",
              "b.E c.G 2",
              "c.G c.H 7"));

  private static List<Partition.Edge> edges(String... lines) {
    List<Partition.Edge> edges = new ArrayList<>();
    for (String each : lines) {
      String[] parts = each.split(" ", -1);
      edges.add(new Partition.Edge(parts[0], parts[1], Double.parseDouble(parts[2])));
    }
    return edges;
  }

  @Test
  void interPartitionCallsAreCountedInThreeWays() {
    assertThat(partition.icpOfLogs()).isCloseTo(0.348860897, EXACT);
    // 8 of 27 references
    assertThat(partition.icpOfVolumes()).isCloseTo(0.296296296, EXACT);
    // 4 of 10 edges
    assertThat(partition.icpOfEdges()).isCloseTo(0.4, EXACT);
  }

  @Test
  void structuralModularityHasThreeFormulas() {
    assertThat(partition.smOfCode()).isCloseTo(0.138888889, EXACT);
    assertThat(partition.smOfPaper()).isCloseTo(0.166666667, EXACT);
    assertThat(partition.smDirected()).isCloseTo(0.185185185, EXACT);
  }

  @Test
  void interfacesExtremesAndModularisationAreAsPublished() {
    assertThat(partition.ifnOfPairs()).isCloseTo(1, EXACT);
    assertThat(partition.ifnOfClasses()).isCloseTo(1.333333333, EXACT);
    assertThat(partition.nedOfClasses()).isCloseTo(1, EXACT);
    assertThat(partition.nedOfGroups()).isCloseTo(1, EXACT);
    assertThat(partition.modularisation()).isCloseTo(2.416666667, EXACT);
  }

  @Test
  void aTableIsPureWhereOneContextUsesIt() {
    assertThat(Metrics.entropy(List.of(3))).isCloseTo(0, EXACT);
    assertThat(Metrics.entropy(List.of(1, 1))).isCloseTo(Math.log(2), EXACT);
  }

  @Test
  void purityIsTheMeanOverTables() {
    List<Metric> metrics =
        Metrics.of(
            new Contexts()
                .type("one", "a.A")
                .type("two", "b.B")
                .table("one", "s")
                .table("one", "t")
                .access("a.A", "run", Operation.UPDATE, "s")
                .access("a.A", "run", Operation.UPDATE, "t")
                .access("b.B", "run", Operation.SELECT, "t")
                .map());

    assertThat(metrics.get(0).id()).isEqualTo("DTP/cargo-code");
    assertThat(metrics.get(0).value()).isCloseTo(Math.log(2) / 2, EXACT);
    assertThat(metrics.get(1).value()).isCloseTo(0.75, EXACT);
  }

  @Test
  void aSystemWithoutContextsHasNoMetrics() {
    assertThat(Metrics.of(new Contexts().map())).isEmpty();
  }
}
