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
}
