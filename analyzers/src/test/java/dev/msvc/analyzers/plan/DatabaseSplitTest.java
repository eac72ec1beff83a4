package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Extraction;
import dev.msvc.model.SqlChange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseSplitTest {
  @Test
  void allButTheLastChangeHaveAWayBack() {
    List<SqlChange> changes = of(shop("orders").map());

    assertThat(changes)
        .extracting(SqlChange::name)
        .containsExactly("1-expand", "2-switch", "3-cut-keys", "4-contract", "5-drop");
    assertThat(changes)
        .extracting(SqlChange::isReversible)
        .containsExactly(true, true, true, true, false);
  }

  @Test
  void keysAcrossTheBoundaryAreNamedAndThoseWithinAreNot() {
    String cut =
        of(shop("orders")
                .table("sales", "lines")
                .key("lines", "order_id", "orders")
                .key("lines", "item_id", "items")
                .map())
            .get(2)
            .forward();

    assertThat(cut).contains("-- lines (item_id) -> items").doesNotContain("order_id");
  }

  @Test
  void namesThatPostgresReservesAreQuotedAndHostileOnesCannotLeaveTheirPlace() {
    assertThat(of(shop("order").map()).get(0).forward())
        .contains("CREATE TABLE sales.\"order\" (LIKE public.\"order\" INCLUDING ALL);");
    assertThat(of(shop("x'; DROP TABLE y; --\nDROP").map()).get(0).forward())
        .contains("\"x'; drop table y; --")
        .contains("'public.\"x''; drop table y; --")
        .doesNotContain("\nDROP TABLE y");
  }

  @Test
  void tablesOfNoKnownSchemaAreWhereTheUserSays() {
    ContextMap map = shop("orders").table("sales", "old.bills").map();
    Extraction sales =
        Stream.concat(Roadmaps.of(map).order().stream(), Roadmaps.of(map).leave().stream())
            .filter(each -> each.name().equals("sales"))
            .findFirst()
            .orElseThrow();

    assertThat(DatabaseSplit.of(map, sales, "Clinic").get(0).forward())
        .contains("CREATE TABLE sales.orders (LIKE clinic.orders INCLUDING ALL);")
        .contains("CREATE TABLE sales.bills (LIKE old.bills INCLUDING ALL);");
    assertThat(DatabaseSplit.of(map, sales, "Sales").get(0).forward())
        .contains("CREATE TABLE sales_service.orders (LIKE sales.orders INCLUDING ALL);");
  }

  @Test
  void aContextWithoutTablesHasNoSql() {
    assertThat(
            of(new Contexts().type("sales", "a.A").type("sales", "a.B").type("sales", "a.C").map()))
        .isEmpty();
  }

  private static Contexts shop(String table) {
    return new Contexts()
        .type("sales", "a.A")
        .type("sales", "a.B")
        .type("sales", "a.C")
        .table("sales", table)
        .type("stock", "b.A")
        .type("stock", "b.B")
        .type("stock", "b.C")
        .table("stock", "items");
  }

  private static List<SqlChange> of(ContextMap map) {
    var roadmap = Roadmaps.of(map);
    return Stream.concat(roadmap.order().stream(), roadmap.leave().stream())
        .filter(each -> each.name().equals("sales"))
        .map((Extraction each) -> DatabaseSplit.of(map, each))
        .findFirst()
        .orElseThrow();
  }
}
