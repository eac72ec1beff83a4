package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Damping;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.References;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.model.Operation;
import dev.msvc.model.ReferenceKind;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What a call ties, by the layers of the two. */
class WeightsOfCallsTest {
  private static final double CALL = 1.5;

  private final Shop shop =
      new Shop()
          .type("shop.Orders", "all")
          .type("shop.Customers", "all")
          .type("shop.Customer", "name")
          .type("shop.Asked", "all")
          .type("shop.CustomerPages", "all")
          .type("shop.OrderPages", "all")
          .serves("shop.CustomerPages", "/customers")
          .serves("shop.OrderPages", "/orders")
          .table("customers")
          .accesses("shop.Customers", "all", Operation.SELECT, "customers");

  private double tie(String from, String to) {
    CodeGraph graph = CodeGraph.of(shop.facts());
    Ties ties = References.ties(graph, new Damping(0, 0, 1));
    Pairs pairs = Pairs.of(graph.size(), ties);
    double[] weights = pairs.column(ties);
    int a = graph.node(from);
    int b = graph.node(to);
    for (int i = 0; i < weights.length; i++) {
      if (pairs.first(i) == Math.min(a, b) && pairs.second(i) == Math.max(a, b)) {
        return weights[i];
      }
    }
    return 0;
  }

  private static Offset<Double> near() {
    return Offset.offset(1e-9);
  }

  @Test
  void whatAnswersRequestsIsTiedToWhatServesItAndHardlyToWhatCallsItFromInside() {
    shop.starts("shop.Orders")
        .calls("shop.OrderPages", "shop.Orders")
        .calls("shop.Orders", "shop.CustomerPages");

    assertThat(tie("shop.OrderPages", "shop.Orders")).isCloseTo(CALL, near());
    assertThat(tie("shop.Orders", "shop.CustomerPages")).isCloseTo(0.2 * CALL, near());
  }

  @Test
  void anInterfaceOfWhatAnswersRequestsIsCalledAsThatIs() {
    shop.refers("shop.CustomerPages", "", "shop.Asked", ReferenceKind.IMPLEMENT)
        .calls("shop.Orders", "shop.Asked");

    assertThat(tie("shop.Orders", "shop.Asked")).isCloseTo(0.2 * CALL, near());
    assertThat(tie("shop.CustomerPages", "shop.Asked")).isCloseTo(3, near());
  }

  @Test
  void callsAwayFromDataTieLessThanThoseToWhatTouchesIt() {
    shop.calls("shop.Orders", "shop.Customers").calls("shop.Orders", "shop.Customer");

    assertThat(tie("shop.Orders", "shop.Customers")).isCloseTo(CALL, near());
    assertThat(tie("shop.Orders", "shop.Customer")).isCloseTo(0.6 * CALL, near());
  }

  @Test
  void whatIsInheritedTiesAsItDoes() {
    shop.refers("shop.Orders", "", "shop.CustomerPages", ReferenceKind.INHERIT)
        .calls("shop.Orders", "shop.CustomerPages");

    assertThat(tie("shop.Orders", "shop.CustomerPages")).isCloseTo(3 + CALL, near());
  }
}
