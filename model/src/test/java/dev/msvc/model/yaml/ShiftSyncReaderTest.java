package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.SyncWord;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftSyncReaderTest {
  private static final String PLAN =
      """
      router: {local: {}}
      monolith: http://127.0.0.1:8081
      service: http://127.0.0.1:8082
      routes:
      - {prefix: /orders, methods: [POST, DELETE], writes: Order}
      stages: [{writes: all, soak: 7d}]
      ungated: none yet
      sync:
        lag: {sql: select count(*) from outbox where sent is null, at: monolith, below: 100}
        databases:
          monolith: {url: "jdbc:postgresql://db:5432/shop?sslmode=require", userEnv: U, passwordEnv: P}
          service: {url: "jdbc:postgresql://db2/orders"}
        reconcile:
        - {aggregate: Order, monolith: shop.orders, service: customer_order, key: id, where: id > 0}
        - {aggregate: Order, monolith: line, service: line, key: [order_id, {no: number}], columns: [{total: amount}], mismatches: 3}
      """;

  private static SyncWord read(String text) {
    return ShiftDocument.read("orders", "strangle/orders.yaml", text).sync().orElseThrow();
  }

  @Test
  void tablesColumnsAndDatabasesAreThoseOfTheFile() {
    SyncWord sync = read(PLAN);

    assertThat(sync.lag())
        .isEqualTo(
            new SyncWord.Lag.Sql(
                "select count(*) from outbox where sent is null", Arm.MONOLITH, 100));
    assertThat(sync.settle()).isEqualTo(Duration.ofSeconds(10));
    assertThat(sync.database(Arm.MONOLITH))
        .contains(
            new SyncWord.Database(
                "jdbc:postgresql://db:5432/shop?sslmode=require",
                Optional.of("U"),
                Optional.of("P")));
    SyncWord.TablePair orders = sync.reconcile().get(0);
    assertThat(orders.table(Arm.MONOLITH)).isEqualTo("shop.orders");
    assertThat(orders.key()).containsExactly(SyncWord.Column.of("id"));
    assertThat(orders.columns()).isEmpty();
    assertThat(orders.where()).containsEntry(Arm.MONOLITH, "id > 0").hasSize(2);
    assertThat(orders.mismatches()).isZero();
    SyncWord.TablePair lines = sync.reconcile().get(1);
    assertThat(lines.key())
        .containsExactly(SyncWord.Column.of("order_id"), new SyncWord.Column("no", "number"));
    assertThat(lines.columns()).containsExactly(new SyncWord.Column("total", "amount"));
    assertThat(lines.where()).isEmpty();
    assertThat(lines.mismatches()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at: monolith | at: shop | 9:66: 'shop' has no database here",
        "at: monolith, below: 100 | at: monolith | 9:8: a lag is one number",
        "sql: select | sql: delete | 9:14: a lag is asked for, and nothing is done",
        "is null, at | is null; drop table x, at | 9:14: 'sql' has a ';' or a comment in it",
        "below: 100 | below: 0 | 9:83: no lag lies below 0.0",
        "service: {url: \"jdbc:postgresql://db2/orders\"} | # none | 14:5: tables are compared, and"
            + " nothing says where both are",
        "aggregate: Order, monolith: shop.orders | aggregate: Ordre, monolith: shop.orders | 14:17:"
            + " no route writes 'Ordre'",
        "monolith: shop.orders | monolith: shop.orders x | 14:34: 'shop.orders x' is no name of a"
            + " table",
        "service: customer_order, key: id | service: customer_order | 14:5: it says nothing of"
            + " 'key'",
        "key: id, where | key: 'id desc', where | 14:77: 'id desc' is no name of a column",
        "where: id > 0 | where: 'id > 0 -- all' | 14:88: 'where' has a ';' or a comment in it",
        "mismatches: 3 | mismatches: some | 15:126: 'some' is no number of rows",
        "lag: {sql | lga: {sql | 9:3: sync has no key 'lga'",
        "userEnv: U, | userEnv: pa$$word, | 11:80: that is no name of a variable",
      })
  void whatCouldDoHarmIsRefusedWithItsLine(String was, String is, String message) {
    String text = PLAN.replace(was, is);
    assertThat(text).isNotEqualTo(PLAN);

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("strangle/orders.yaml:" + message);
  }

  @Test
  void aQueryOfMetricsNeedsMetricsAndAnySyncItsLag() {
    String query = PLAN.replaceFirst("lag: \\{.*}", "lag: {query: up, below: 5}");
    assertThatThrownBy(() -> read(query))
        .hasMessageContaining("9:16: nothing says where the numbers of 'lag' come from");

    assertThatThrownBy(() -> read(PLAN.replaceFirst("lag: \\{.*}", "settle: 5s")))
        .hasMessageContaining("9:3: nothing says how far the service's rows are behind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://shop:s3cret@db/shop",
        "jdbc:postgresql://db/shop?user=shop&password=s3cret",
        "jdbc:oracle:thin:shop/s3cret@db:1521/shop",
        "jdbc:sqlserver://db:1433;databaseName=shop;password=s3cret",
        "jdbc:mysql://(host=db,password=s3cret)/shop",
        "jdbc:mysql://db/shop?allowLoadLocalInfile=s3cret",
        "jdbc:postgresql://db/shop?socketFactory=s3cret",
        "jdbc:h2:mem:shop;INIT=s3cret",
        "http://db/s3cret"
      })
  void nothingOfAUrlThatMayHoldAPasswordIsSaid(String url) {
    String text = PLAN.replace("jdbc:postgresql://db2/orders", url);

    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.message()).startsWith("strangle/orders.yaml:12:20: ");
              assertThat(error.message() + error.hint()).doesNotContain("s3cret", "shop:s3");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:oracle:thin:@//db:1521/shop",
        "jdbc:oracle:thin:@db:1521:shop",
        "jdbc:sqlserver://db:1433;databaseName=shop;encrypt=true",
        "jdbc:mariadb://db:3306/shop?sslMode=verify-full",
        "jdbc:postgresql://[2001:db8::1]:5432/shop?currentSchema=shop"
      })
  void urlsOfOtherDatabasesAreTaken(String url) {
    assertThat(
            read(PLAN.replace("jdbc:postgresql://db2/orders", url))
                .database(Arm.SERVICE)
                .orElseThrow()
                .url())
        .isEqualTo(url);
  }
}
