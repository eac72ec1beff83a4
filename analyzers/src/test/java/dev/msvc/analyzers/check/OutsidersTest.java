package dev.msvc.analyzers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutsidersTest {
  /** A facade of no context that works for orders and stock. */
  private static Contexts shop() {
    return new Contexts()
        .type("orders", "a.Orders")
        .type("stock", "b.Stock")
        .table("orders", "Orders")
        .table("stock", "Items")
        .type("", "c.Facade");
  }

  private static List<String> ids(Contexts contexts) {
    return Outsiders.of(contexts.map()).stream().map(Violation::id).toList();
  }

  @Test
  void whatAClassOfNoContextWritesIsToldWithTableAndPlace() {
    Violation write =
        Outsiders.of(shop().access("c.Facade", "fill", Operation.UPDATE, "Items").map()).get(0);

    assertThat(write.id()).isEqualTo("foreign-write/c.Facade/items");
    assertThat(write.what())
        .isEqualTo("Facade of no context (shared) writes Items of stock (update) in fill");
    assertThat(write.contexts()).containsExactly("stock");
    assertThat(write.places()).containsExactly(new Place("c/Facade.java", 7));
  }

  @Test
  void methodsThatGoWithTheOwnerOfATableAreOneWriteOfTheirClass() {
    assertThat(
            ids(
                shop()
                    .access("c.Facade", "fill", Operation.UPDATE, "Items")
                    .access("c.Facade", "drain", Operation.DELETE, "Items")))
        .containsExactly("foreign-write/c.Facade/items");
  }

  @Test
  void aMethodThatGoesElsewhereIsAWriteOfItsOwn() {
    Contexts already = shop().access("c.Facade", "fill", Operation.UPDATE, "Items");

    assertThat(
            ids(
                already
                    .access("c.Facade", "cancel", Operation.UPDATE, "Items")
                    .calls("c.Facade", "cancel", "a.Orders", "find")
                    .calls("c.Facade", "cancel", "a.Orders", "cancel")))
        .contains("foreign-write/c.Facade.cancel/items");
  }

  @Test
  void aMethodThatReachesTwoContextsAlikeGoesWithNeither() {
    assertThat(
            ids(
                shop()
                    .access("c.Facade", "cancel", Operation.UPDATE, "Items")
                    .calls("c.Facade", "cancel", "a.Orders", "find")))
        .contains("foreign-write/c.Facade.cancel/items");
  }

  @Test
  void tablesOfNobodyAndClassesOfAContextAreNotMeant() {
    assertThat(
            ids(
                shop()
                    .table("", "Log")
                    .access("c.Facade", "fill", Operation.INSERT, "Log")
                    .access("a.Orders", "fill", Operation.UPDATE, "Items")
                    .refers("a.Orders", "b.Stock", ReferenceKind.CALL)))
        .isEmpty();
  }

  @Test
  void aClassOfNoContextThatUsesTwoIsToldOnceWithAPlaceOfEach() {
    Contexts one = shop().refers("c.Facade", "a.Orders", ReferenceKind.CALL);
    assertThat(ids(one)).isEmpty();

    List<Violation> two =
        Outsiders.of(
            one.access("c.Facade", "count", Operation.SELECT, "Items")
                .refers("c.Facade", "b.Stock", ReferenceKind.FIELD)
                .map());
    assertThat(two).extracting(Violation::id).containsExactly("tie/c.Facade");
    assertThat(two.get(0).what())
        .isEqualTo("Facade of no context (shared) uses classes or tables of orders, stock");
    assertThat(two.get(0).contexts()).containsExactly("orders", "stock");
  }
}
