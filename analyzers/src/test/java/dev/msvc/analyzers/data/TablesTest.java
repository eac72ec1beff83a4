package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Join;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.Unread;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
  void transactionsRelationsAndObjectsOfTheDatabaseCallATableAsTheSchemaDoes() {
    SortedMap<String, Integer> steps = new TreeMap<>(Map.of("orders", 2, "SHOP.orders", 1, "t", 0));
    TransactionFact transaction =
        new TransactionFact(
            "a.B",
            "c",
            PLACE,
            false,
            "REQUIRED",
            List.of("t"),
            List.of("SHOP.orders", "orders"),
            List.of("a.B"),
            Certainty.PARSED,
            steps,
            List.of("orders", "t"));
    RelationFact relation =
        new RelationFact(
            "a.Order",
            "tags",
            "a.Tag",
            RelationFact.Kind.ENTITY,
            true,
            true,
            false,
            false,
            false,
            false,
            List.of(),
            "order_tags",
            PLACE);
    DatabaseObject trigger =
        new DatabaseObject(
            "audit",
            DatabaseObjectKind.TRIGGER,
            List.of("orders"),
            List.of(Operation.INSERT),
            List.of(new DatabaseObject.Use("Order_Tags", Operation.DELETE)),
            List.of(),
            List.of(PLACE),
            Certainty.PARSED);

    Tables tables =
        Tables.merge(
            List.of(
                table("SHOP.ORDERS", TableKind.TABLE), table("SHOP.ORDER_TAGS", TableKind.TABLE)),
            List.of(),
            List.of(),
            List.of(),
            List.of(transaction),
            List.of(relation),
            List.of(trigger));

    TransactionFact found = tables.transactions().get(0);
    assertThat(found.writes()).containsExactly("SHOP.ORDERS");
    assertThat(found.steps()).isEqualTo(Map.of("SHOP.ORDERS", 1, "t", 0));
    assertThat(found.uncertain()).containsExactly("t");
    assertThat(tables.relations())
        .extracting(RelationFact::table)
        .containsExactly("SHOP.ORDER_TAGS");
    assertThat(tables.objects().get(0).tables()).containsExactly("SHOP.ORDERS");
    assertThat(tables.objects().get(0).writes()).containsExactly("SHOP.ORDER_TAGS");
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
                access("DUMMY"),
                access("SYSIBM.SYSDUMMY1"),
                access("RDB$RELATIONS"),
                access("warehouse.INFORMATION_SCHEMA.COLUMNS"),
                access("master..sysdatabases"),
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
            List.of(table("user_views", TableKind.TABLE), table("dummy", TableKind.TABLE)),
            List.of(
                access("USER_VIEWS"),
                access("DUMMY"),
                access("user_objects"),
                access("sys.user_views")),
            List.of());

    assertThat(tables.tables()).extracting(TableFact::name).containsExactly("dummy", "user_views");
    assertThat(tables.accesses())
        .extracting(Access::table)
        .containsExactlyInAnyOrder("dummy", "user_views");
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
