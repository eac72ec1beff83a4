package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.Join;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.Unread;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final Place PLACE = new Place("A.java", 1);

  @Test
  void oneTableHasOneNameTheSchemas() {
    Tables tables =
        Tables.merge(
            List.of(
                table("orders", TableKind.UNDEFINED, "a.Order"),
                table("SHOP.ORDERS", TableKind.TABLE)),
            List.of(access("`Orders`"), access("shop.orders"), access("carts")),
            List.of(new Join(List.of("orders", "carts"), "a.B", "c", PLACE)));

    assertThat(tables.tables())
        .extracting(each -> each.name() + " " + each.kind() + " " + each.entities())
        .containsExactly("SHOP.ORDERS TABLE [a.Order]", "carts UNDEFINED []");
    assertThat(tables.accesses()).extracting(Access::table).containsExactly("SHOP.ORDERS", "carts");
    assertThat(tables.joins())
        .extracting(Join::tables)
        .containsExactly(List.of("SHOP.ORDERS", "carts"));
  }

  @Test
  void equalNamesInTwoSchemasStayApart() {
    Tables tables =
        Tables.merge(
            List.of(table("a.t", TableKind.TABLE), table("b.t", TableKind.TABLE)),
            List.of(access("b.T")),
            List.of());

    assertThat(tables.tables()).extracting(TableFact::name).containsExactly("a.t", "b.t");
    assertThat(tables.accesses()).extracting(Access::table).containsExactly("b.t");
  }

  @Test
  void aNameThatCanBeOfTwoSchemasIsSaidAndThatOfTheDefaultSchemaIsNot() {
    Tables tables =
        Tables.merge(
            List.of(
                table("a.t", TableKind.TABLE),
                table("b.t", TableKind.TABLE),
                table("public.u", TableKind.TABLE),
                table("b.u", TableKind.TABLE)),
            List.of(access("t"), access("\"U\"")),
            List.of());

    assertThat(tables.accesses()).extracting(Access::table).containsExactly("public.u", "t");
    assertThat(tables.unread())
        .containsExactly(new Unread("A.java", 1, "'t' can be a.t or b.t: nothing here says which"));
  }

  @Test
  void tablesThatDifferInCaseStayTwoWhereTheSchemaHasBoth() {
    TableFact quoted = scripted("Order");
    TableFact other = scripted("order");

    Tables two =
        Tables.merge(
            List.of(quoted, other, table("ORDER", TableKind.UNDEFINED, "a.Order")),
            List.of(access("\"Order\""), access("order"), access("ORDER")),
            List.of());
    Tables one =
        Tables.merge(
            List.of(quoted, table("order", TableKind.UNDEFINED, "a.Order")),
            List.of(access("\"Order\""), access("order")),
            List.of());

    assertThat(two.tables()).extracting(TableFact::name).containsExactly("Order", "order");
    assertThat(two.accesses())
        .extracting(Access::table)
        .containsExactlyInAnyOrder("Order", "order");
    assertThat(one.tables()).extracting(TableFact::name).containsExactly("Order");
  }

  private static TableFact scripted(String name) {
    return new TableFact(
        name,
        TableKind.TABLE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Place("db/dump.sql", 1)));
  }

  @Test
  void theDatabasesOwnCatalogueIsLeftOut() {
    Tables tables =
        Tables.merge(
            List.of(),
            List.of(
                access("dual"),
                access("information_schema.tables"),
                access("pg_catalog.x"),
                access("PG_STAT_ACTIVITY"),
                access("user_tab_columns"),
                access("v$session"),
                access("sqlite_master"),
                access("pg_payment"),
                access("user_orders")),
            List.of());

    assertThat(tables.tables())
        .extracting(TableFact::name)
        .containsExactly("pg_payment", "user_orders");
  }

  /** Oracle has views of these names; a system that defines its own means its own. */
  @Test
  void aTableThatIsCalledAsOneOfACatalogueIsTheSystemsWhereItIsDefined() {
    Tables tables =
        Tables.merge(
            List.of(table("user_views", TableKind.TABLE)),
            List.of(access("USER_VIEWS"), access("user_objects"), access("sys.user_views")),
            List.of());

    assertThat(tables.tables()).extracting(TableFact::name).containsExactly("user_views");
    assertThat(tables.accesses()).extracting(Access::table).containsExactly("user_views");
  }

  private static TableFact table(String name, TableKind kind, String... entities) {
    return new TableFact(
        name,
        kind,
        List.of(new Column("id", "")),
        List.of(),
        List.of(),
        List.of(entities),
        List.of(),
        List.of(PLACE));
  }

  private static Access access(String table) {
    return new Access(
        table, "a.B", "c", Operation.SELECT, List.of(), PLACE, AccessVia.JDBC, Certainty.PARSED);
  }
}
