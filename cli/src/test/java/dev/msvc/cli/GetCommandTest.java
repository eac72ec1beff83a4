package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetCommandTest {
  @Test
  void aggregatesComeWithTheirPartsAndTables() {
    assertThat(msvc(Shop.small(), "get", "aggregates").lines().get(0))
        .startsWith("ROOT")
        .contains("CONTEXT", "MEMBERS", "VALUES", "REPOSITORY", "TABLES");
    assertThat(msvc(Shop.small(), "get", "aggregates", "-o", "json").out())
        .contains("\"schema\": \"msvc/aggregates/v1\"", "\"members\": [");
  }

  @Test
  void tablesSayWhoOwnsAndWritesThem() {
    assertThat(msvc(Shop.small(), "get", "tables").out())
        .isEqualTo(
            """
            NAME         KIND   OWNER    WRITERS         FOREIGN WRITES  ACCESSES  TOUCHED
            order_lines  table  order    order                        0         1  yes
            orders       table  order    order                        0         2  yes
            products     table  catalog  catalog, order               1         2  yes
            v_report     view   -        -                            0         0  no
            """);
  }

  @Test
  void aClassToSplitIsAmongThoseWhoWrite() {
    Analysis split = Shop.withOrderServiceToSplit();

    assertThat(msvc(split, "get", "tables").out())
        .contains("orders       table  order    (must-split) ")
        .contains("products     table  catalog  catalog, (must-split) ");
    assertThat(msvc(split, "analyze").out())
        .contains(
            """
            None of 4 tables is written from outside the context that owns it                    msvc get tables
              but 1 transaction writes tables of several contexts: msvc get cuts
              classes of no context write 2: msvc get tables --sort-by writers
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contexts",
        "classes",
        "tables",
        "cuts",
        "metrics",
        "entrypoints",
        "transactions",
        "dependencies",
        "shared",
        "unread"
      })
  void everyListHasEveryForm(String list) {
    assertThat(msvc(Shop.small(), "get", list).lines()).hasSizeGreaterThan(1);
    assertThat(msvc(Shop.small(), "get", list, "-o", "wide").exitCode()).isZero();
    assertThat(msvc(Shop.small(), "get", list, "-o", "name").lines()).isNotEmpty();
    assertThat(msvc(Shop.small(), "get", list, "-o", "json").out())
        .startsWith("{\n  \"schema\": \"msvc/" + list + "/v1\"");
    assertThat(msvc(Shop.small(), "get", list, "-o", "yaml").out())
        .startsWith("schema: \"msvc/" + list + "/v1\"\n");
  }

  @Test
  void anEmptyListSaysWhichFactsAreMissing() {
    assertThat(msvc(Shop.large(3, 1, ""), "get", "database").err())
        .isEqualTo(
            "no objects of the database found: no view, trigger, routine, sequence or event is"
                + " defined in what was read: 12 schema files; name a dump of the database with"
                + " --schema FILE\n");
    assertThat(msvc(Shop.large(3, 1, ""), "get", "grants").err())
        .startsWith("no grants found: no 'grant' stands in what was read: 12 schema files;");
  }

  @Test
  void aListOfWhichNothingIsAskedForSaysHowMuchThereIs() {
    assertThat(msvc(Shop.small(), "get", "findings", "--rule", "F17", "-b", "catalog").err())
        .matches("no findings of rule F17 of catalog, of \\d+ in all\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contexts", "classes", "tables", "entrypoints", "transactions", "unread"})
  void textFitsAScreenAndNamesTheRest(String list) {
    Run run = msvc(Shop.large(300, 3, ""), "-C", "../big", "get", list);

    assertThat(run.lines()).hasSize(38).allMatch(line -> line.length() <= 100);
    assertThat(run.lines().get(37)).endsWith(" more: msvc -C ../big get " + list + " -o wide");
    assertThat(msvc(Shop.large(300, 3, ""), "get", list, "-o", "wide").lines())
        .hasSizeGreaterThanOrEqualTo(301);
  }

  @Test
  void wideLeadsToFileAndLine() {
    assertThat(msvc(Shop.small(), "get", "tables", "products", "-o", "wide").out())
        .contains("src/shop/order/OrderService.java:22", "db/V1__tables.sql:2");
    assertThat(msvc(Shop.small(), "get", "unread").out()).contains("src/shop/Broken.java:17");
  }

  @Test
  void contextsNarrowAList() {
    assertThat(msvc(Shop.small(), "get", "tables", "-b", "order", "-o", "name").lines())
        .containsExactly("order_lines", "orders");
    assertThat(msvc(Shop.small(), "get", "classes", "-b", "order", "-o", "name").lines())
        .containsExactly("shop.order.Order", "shop.order.OrderService");
  }

  @Test
  void biggestComesFirstWhenSorted() {
    assertThat(msvc(Shop.small(), "get", "tables", "--sort-by", "writers", "-o", "name").lines())
        .containsExactly("products", "order_lines", "orders", "v_report");
    assertThat(msvc(Shop.small(), "get", "contexts", "--sort-by", "out", "-o", "name").lines())
        .containsExactly("order", "catalog");
  }

  @Test
  void unknownColumnNamesTheKnownOnes() {
    Run run = msvc(Shop.small(), "get", "tables", "--sort-by", "size");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot sort by 'size'", "name, kind, owner, writers");
  }

  @Test
  void unknownListNamesTheNearest() {
    Run run = msvc("get", "tabels");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean 'tables'?");
  }

  @Test
  void unknownNameAndContextNameTheNearest() {
    Run table = msvc(Shop.small(), "get", "tables", "prodcts");
    Run context = msvc(Shop.small(), "get", "tables", "-b", "oder");

    assertThat(table.exitCode()).isEqualTo(3);
    assertThat(table.err()).contains("no 'prodcts' among the tables", "did you mean products?");
    assertThat(context.exitCode()).isEqualTo(3);
    assertThat(context.err()).contains("no context 'oder'", "did you mean order?");
  }

  @Test
  void simpleNameFindsAClass() {
    assertThat(msvc(Shop.small(), "get", "classes", "Money", "-o", "name").lines())
        .containsExactly("shop.common.Money");
  }

  @Test
  void aClassAndItsMethodFindATransactionAndAPathFindsARoute() {
    assertThat(msvc(Shop.small(), "get", "transactions", "OrderService.place", "-o", "name").out())
        .isEqualTo("shop.order.OrderService.place\n");
    assertThat(msvc(Shop.small(), "get", "entrypoints", "/orders", "-o", "name").out())
        .contains("POST /orders\n");
    assertThat(msvc(Shop.small(), "get", "transactions", "Service.place").exitCode()).isEqualTo(3);
  }

  @Test
  void constantsInAnnotationsAreNoDependenciesOfBytecode() {
    String out = msvc(Shop.small(), "get", "dependencies", "-o", "yaml").out();
    String compiled = out.substring(0, out.indexOf("sourceDependencies:"));

    assertThat(compiled).contains("shop.order.Order", "field: 1").doesNotContain("inlined");
    assertThat(out.substring(compiled.length())).contains("shop.web.Product", "inlined: 1");
  }

  @Test
  void theDatabaseHasListsOfItsOwn() {
    assertThat(msvc(Shop.small(), "get", "database").out())
        .contains("close_month  procedure")
        .contains("orders_log   trigger");
    assertThat(msvc(Shop.small(), "get", "grants").out()).contains("reporting  SELECT");
  }
}
