package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void aLongTextLosesItsMiddle() {
    assertThat(Text.shortened("src/main/java/com/acme/orders/Order.java", 20))
        .isEqualTo("src/ma..s/Order.java");
  }

  @Test
  void aQualifiedNameKeepsItsClassAndMember() {
    String name = "com.acme.shop.orders.OrderService.place";

    assertThat(Text.shortened(name, 60)).isEqualTo(name);
    assertThat(Text.shortened(name, 36)).isEqualTo("c.a.shop.orders.OrderService.place");
    assertThat(Text.shortened(name, 26)).isEqualTo("c.a.s.o.OrderService.place");
    assertThat(Text.shortened(name, 20)).isEqualTo("..OrderService.place");
    assertThat(Text.shortened(name, 18)).isEqualTo("..derService.place");
  }

  @Test
  void aSentenceInAColumnLosesItsEndAndANameItsMiddle() {
    Grid grid = new Grid("NAME", "WRITERS", "REASON");
    grid.row(
        "a", "event, invoice, order, tenant", "8 classes of 5 contexts use it, 3 at most of one");

    assertThat(grid.lines(50).get(1))
        .isEqualTo("a     event, ..rder, tenant  8 classes of 5 con...");
  }
}
