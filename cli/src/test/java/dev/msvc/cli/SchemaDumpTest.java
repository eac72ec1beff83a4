package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps in the shape that the tools of four databases give them, beside code that uses little. */
class SchemaDumpTest {
  @TempDir Path folder;

  @BeforeEach
  void code() throws IOException {
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(
        folder.resolve("shop/Dao.java"),
        """
        package shop;
        class Dao {
          java.sql.Connection db;
          void all() throws Exception {
            db.prepareStatement("select id from orders").executeQuery();
            db.prepareStatement("update item set price = 1").executeUpdate();
          }
        }
        """);
  }

  private static String text(String database) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SchemaDumpTest.class.getResourceAsStream("/dumps/" + database + ".sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Run get(String list, String text, Charset charset) throws IOException {
    Path dump = folder.resolve("dump.sql");
    Files.write(dump, text.getBytes(charset));
    return Run.msvc(
        Monolith::analyze, "-C", folder.toString(), "get", list, "--schema", dump.toString());
  }

  private List<String> first(String list, String database) throws IOException {
    return get(list, text(database), StandardCharsets.UTF_8)
        .out()
        .lines()
        .skip(1)
        .map(line -> line.replaceAll("\\s{2,}", " "))
        .toList();
  }

  @Test
  void aTransactionOverTablesThatADumpPutsInASchemaIsCut() throws IOException {
    java(
        "a",
        "Orders",
        "void put() throws Exception { db.prepareStatement(\"insert into orders values"
            + " (1)\").executeUpdate(); }");
    java(
        "b",
        "Stocks",
        "void take() throws Exception { db.prepareStatement(\"update stocks set n ="
            + " 1\").executeUpdate(); }");
    java(
        "a",
        "Checkout",
        "Orders orders; shop.b.Stocks stocks;"
            + " @org.springframework.transaction.annotation.Transactional public void place()"
            + " throws Exception { orders.put(); stocks.take(); }");
    Files.writeString(
        folder.resolve("msvc.yaml"),
        """
        contexts:
          orders: {classes: [shop.a.Orders, shop.a.Checkout, shop.Dao]}
          stocks: {classes: [shop.b.Stocks]}
        """);

    Run run =
        get(
            "cuts",
            "CREATE TABLE public.orders (id bigint);\nCREATE TABLE public.stocks (n bigint);\n",
            StandardCharsets.UTF_8);

    assertThat(run.out()).containsPattern("transaction +orders +stocks +Checkout.place");
  }

  private void java(String part, String name, String members) throws IOException {
    Files.createDirectories(folder.resolve("shop/" + part));
    Files.writeString(
        folder.resolve("shop/%s/%s.java".formatted(part, name)),
        "package shop.%s; public class %s { java.sql.Connection db; public %s }"
            .formatted(part, name, members));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, shop.item shop.orders shop.price_log shop.rates shop.Größe shop.open_orders"
        + " shop.sales",
    "mysql, item orders price_log Größe open_orders",
    "oracle, SHOP.ITEM SHOP.ORDERS SHOP.PRICE_LOG SHOP.Größe SHOP.OPEN_ORDERS",
    "sqlserver, dbo.Item dbo.Orders dbo.PriceLog dbo.Größe dbo.OpenOrders"
  })
  void theTablesOfADumpAreThereAndNoOthers(String database, String names) throws IOException {
    assertThat(first("tables", database))
        .extracting(line -> line.split(" ")[0])
        .containsExactlyInAnyOrder(names.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, UTF-16",
    "postgres, ISO-8859-1",
    "mysql, UTF-16",
    "mysql, ISO-8859-1",
    "oracle, UTF-16",
    "oracle, ISO-8859-1",
    "sqlserver, UTF-16",
    "sqlserver, ISO-8859-1"
  })
  void anotherEncodingChangesNothing(String database, String charset) throws IOException {
    String text = text(database);

    Run other = get("tables", text, Charset.forName(charset));

    assertThat(other.out()).contains("Größe");
    assertThat(other.out()).isEqualTo(get("tables", text, StandardCharsets.UTF_8).out());
  }

  @Test
  void utf16IsToldWithoutItsMark() throws IOException {
    String text = text("oracle");

    assertThat(get("tables", text, StandardCharsets.UTF_16LE).out())
        .isEqualTo(get("tables", text, StandardCharsets.UTF_8).out());
  }

  @Test
  void anEncodingThatCannotBeToldIsNamed() throws IOException {
    Run run = get("tables", text("oracle"), Charset.forName("UTF-32"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("dump.sql' is no text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mysql", "oracle", "sqlserver"})
  void whatATriggerWritesIsTouchedAndTheRestIsSaidToBeUntouched(String database)
      throws IOException {
    List<String> tables = first("tables", database);

    assertThat(tables)
        .filteredOn(line -> line.toLowerCase(Locale.ROOT).matches(".*price_?log.*"))
        .allMatch(line -> line.endsWith(" 1 yes"))
        .hasSize(1);
    assertThat(tables).filteredOn(line -> line.contains("Größe")).allMatch(l -> l.endsWith(" no"));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, reporting; reporting; partner; shop_app; shop_app",
    "mysql, reporting; shop_app",
    "oracle, REPORTING; SHOP_APP",
    "sqlserver, reporting; shop_app"
  })
  void otherUsersOfTheDatabaseAreListed(String database, String users) throws IOException {
    assertThat(first("grants", database))
        .extracting(line -> line.split(" ")[0])
        .containsExactlyInAnyOrder(users.split("; "));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, item_price; shop.archive; shop.item_id_seq; shop.note_price; shop.open_orders;"
        + " shop.sales; shop.state; warehouse",
    "mysql, archive; item_price; nightly; open_orders",
    "oracle, BANK; NIGHTLY; SHOP.BILLING; SHOP.BILLING.archive; SHOP.ITEM_ID; SHOP.ITEM_PRICE;"
        + " SHOP.ITEM_SEQ; SHOP.OPEN_ORDERS; SHOP.PRODUCT",
    "sqlserver, BANK; clean; dbo.Archive; dbo.ItemPrice; dbo.OpenOrders; dbo.Product"
  })
  void whatElseTheDatabaseHoldsIsListed(String database, String names) throws IOException {
    assertThat(first("database", database))
        .extracting(line -> line.split(" ")[0])
        .containsExactlyInAnyOrder(names.split("; "));
  }
}
