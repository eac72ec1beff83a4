package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.Column;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Extraction;
import dev.msvc.model.Place;
import dev.msvc.model.SqlChange;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
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

  @Test
  void configurationTellsWhoseSqlIsWritten() {
    Contexts mysql = shop("orders").production("mysql", new Place("app.yml", 3));

    assertThat(of(mysql.map()).get(0).forward())
        .contains("-- MySQL 8.0.29, MariaDB 10.6, or later; taken from app.yml:3.")
        .contains("Left out, as no schema file shows their columns");
    assertThat(DatabaseSplit.warnings(mysql.map())).isEmpty();
    assertThat(
            of(shop("orders").production("postgresql", new Place("app.yml", 3)).map())
                .get(0)
                .forward())
        .contains("-- PostgreSQL 12 or later, taken from app.yml:3; run it as the owner");
  }

  @Test
  void aMakerWhoseSqlIsNotWrittenIsNamed() {
    for (String[] each :
        new String[][] {
          {"oracle", "Oracle"}, {"mssql", "SQL Server"}, {"db2", "Db2"}, {"sybase", "sybase"}
        }) {
      ContextMap map = shop("orders").production(each[0], new Place("app.yml", 3)).map();
      String warning =
          "The database of production is %s, as app.yml:3 says. This is PostgreSQL's SQL, to be"
              .formatted(each[1]);

      assertThat(of(map).get(0).forward()).contains("-- " + warning);
      assertThat(DatabaseSplit.warnings(map)).singleElement().asString().startsWith(warning);
    }
  }

  @Test
  void columnsThatContradictConfigurationAreSaid() {
    ContextMap map = columns("bigint(20)").production("postgresql", new Place("app.yml", 3)).map();

    assertThat(of(map).get(0).forward()).contains("PostgreSQL 12 or later");
    assertThat(DatabaseSplit.warnings(map))
        .containsExactly(
            "app.yml:3 says that production has PostgreSQL, but the types of 1 column, as"
                + " bigint(20) of orders.id, are those of MySQL. Where the schema files are not"
                + " those of production, give msvc a dump of it by --schema.");
    assertThat(
            DatabaseSplit.warnings(
                columns("datetime").production("postgresql", new Place("app.yml", 3)).map()))
        .as("Liquibase translates it")
        .isEmpty();
  }

  @Test
  void columnsTellItWhereConfigurationSaysNothing() {
    assertThat(of(columns("bigint(20)").map()).get(0).forward()).contains("-- MySQL 8.0.29");
    assertThat(DatabaseSplit.warnings(columns("varchar2(20)").map()).get(0))
        .startsWith("The schema looks like one for Oracle.");
    assertThat(DatabaseSplit.warnings(columns("bigserial").map())).isEmpty();
    assertThat(DatabaseSplit.warnings(columns("bigint").map()))
        .containsExactly(
            "Neither configuration nor the types of columns say whose database it is. This is"
                + " PostgreSQL's SQL.");
  }

  @Test
  void whatLiquibaseTranslatesAndWhatManyHaveTellsNothing() {
    String untold = "Neither configuration nor the types of columns say whose database it is.";

    assertThat(DatabaseSplit.warnings(columns("datetime(9)", "db/changes.xml").map()).get(0))
        .startsWith(untold);
    assertThat(DatabaseSplit.warnings(columns("clob", "V1.sql").map()).get(0)).startsWith(untold);
    assertThat(DatabaseSplit.warnings(columns("datetime(6)", "V1.sql").map())).isEmpty();
  }

  private static Contexts columns(String type) {
    return columns(type, "V1.sql");
  }

  private static Contexts columns(String type, String file) {
    return shop("orders")
        .table(
            "sales",
            new TableFact(
                "orders",
                TableKind.TABLE,
                List.of(new Column("id", type)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Place(file, 1))));
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
