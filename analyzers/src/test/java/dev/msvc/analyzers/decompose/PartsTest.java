package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Layers;
import dev.msvc.model.ReferenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stays together because one is a part, or the face, of the other. */
class PartsTest {
  private static final String ORDER = "shop.app.Order";
  private static final String INVOICE = "shop.app.Invoice";
  private static final String LINE = "shop.app.Position";

  /** Names of what stays with a type, itself too. */
  private static List<String> with(String type, Shop shop) {
    CodeGraph graph = CodeGraph.of(shop.facts());
    int node = graph.node(type);
    return Layers.of(graph).stream()
        .filter(layers -> layers.contains(node))
        .flatMap(List::stream)
        .map(each -> graph.types().get(each).simpleName())
        .toList();
  }

  private static Shop types() {
    return new Shop().type(ORDER).type(INVOICE).type(LINE);
  }

  @Test
  void whatIsRemovedWithItsOwnerStaysWithIt() {
    assertThat(with(LINE, types().holds(ORDER, LINE, true))).containsExactly("Order", "Position");
    assertThat(with(LINE, types().holds(ORDER, LINE, false))).containsExactly("Position");
  }

  @Test
  void whatTwoOwnersRemoveIsAPartOfNeither() {
    Shop shop = types().holds(ORDER, LINE, true).holds(INVOICE, LINE, true);

    assertThat(with(LINE, shop)).containsExactly("Position");
  }

  @Test
  void whatTwoPartsOfOneWholeRemoveIsAPartOfTheWhole() {
    Shop shop =
        types().holds(INVOICE, LINE, true).holds(ORDER, LINE, true).holds(ORDER, INVOICE, true);

    assertThat(with(LINE, shop)).containsExactly("Invoice", "Order", "Position");
  }

  @Test
  void anInterfaceStaysWithTheOneClassThatImplementsIt() {
    Shop shop = types().refers(ORDER, "", LINE, ReferenceKind.IMPLEMENT);

    assertThat(with(LINE, shop)).containsExactly("Order", "Position");
    assertThat(with(LINE, shop.refers(INVOICE, "", LINE, ReferenceKind.IMPLEMENT)))
        .containsExactly("Position");
  }

  @Test
  void aPartNamedLikeAnotherEntityDoesNotTakeItsWholeThere() {
    String period = "shop.app.Period";
    String chosen = "shop.app.InputPeriod";
    Shop shop =
        types()
            .type(period)
            .type(chosen)
            .refers(chosen, "period", period, ReferenceKind.FIELD)
            .holds(ORDER, chosen, true);
    assertThat(with(ORDER, shop)).containsExactly("InputPeriod", "Order", "Period");

    shop.mapped("periods", List.of(period)).mapped("input_periods", List.of(chosen));

    assertThat(with(ORDER, shop)).containsExactly("InputPeriod", "Order");
  }

  @Test
  void anEntityDecidesWhereItsFormsAre() {
    Shop shop = types().type("shop.web.OrderForm").type("shop.web.OrderPage");
    CodeGraph graph = CodeGraph.of(shop.mapped("invoices", List.of(ORDER)).facts());
    int order = graph.node(ORDER);
    int form = graph.node("shop.web.OrderForm");
    int page = graph.node("shop.web.OrderPage");
    int[] groups = new int[graph.size()];
    groups[order] = 1;

    int[] together = Layers.together(graph, List.of(List.of(order, form, page)), groups);

    assertThat(together[form]).isEqualTo(1);
    assertThat(together[page]).isEqualTo(1);
  }
}
