package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.analyzers.word.Acceptance;
import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.Lock;
import dev.msvc.model.Operation;
import dev.msvc.model.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was accepted is a fixed point: on the same facts, accepting once more changes nothing. */
final class AcceptedTest {
  private static final List<String> NAMES =
      List.of("Order", "Customer", "Invoice", "Parcel", "Ticket", "Coupon", "Vendor", "Meter");

  /** As the other end of keys, and as the words of names, of tables that nothing touches. */
  private static final List<String> LOOSE =
      List.of(
          "lock", "audit_lock", "audit", "order_log", "log_page", "page", "tariff", "tariff_page");

  @Test
  void theExampleIsAsAccepted() {
    Facts facts = Monolith.analyze(Path.of("../examples/shop"), Inputs.NONE, Progress.NONE).facts();

    assertFixed(facts);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void anySystemIsAsAccepted(int seed) {
    assertFixed(system(new Random(seed)).facts());
  }

  @Test
  void whatKeysTieToTablesThatKeysTieIsOwnedAtOnce() {
    Shop shop =
        new Shop()
            .aggregate("Order", "orders")
            .aggregate("Customer", "customer")
            .table("parcel", "orders")
            .table("label", "parcel");

    Decomposition decomposition = Decomposer.decompose(shop.facts());

    assertThat(decomposition.owners().get("parcel").owner()).isEqualTo("order");
    assertThat(decomposition.owners().get("label").owner()).isEqualTo("order");
  }

  @Test
  void aTableThatIsOwnedForItsNameAloneLendsItToNoOther() {
    Shop shop =
        new Shop()
            .aggregate("Order", "orders")
            .aggregate("Customer", "customer")
            .table("order_tariff")
            .table("tariff_page");

    Decomposition decomposition = Decomposer.decompose(shop.facts());

    assertThat(decomposition.owners().get("order_tariff").owner()).isEqualTo("order");
    assertThat(decomposition.owners().get("tariff_page").owner()).isEmpty();
    assertFixed(shop.facts());
  }

  private static void assertFixed(Facts facts) {
    Lock once = accepted(facts, Lock.NONE);
    Lock twice = accepted(facts, once);

    assertThat(twice.tables()).isEqualTo(once.tables());
    assertThat(twice).isEqualTo(once);
  }

  private static Lock accepted(Facts facts, Lock lock) {
    Decomposition decomposition = Decomposer.decompose(facts, History.NONE, Word.NONE, lock);
    ContextMap map = new ContextMap(new Analysis(facts, decomposition, new Advice("", "", "", "")));
    return Acceptance.of(map, lock, List.of(), "");
  }

  private static Shop system(Random random) {
    Shop shop = new Shop();
    int aggregates = 2 + random.nextInt(NAMES.size() - 1);
    List<String> tables = new ArrayList<>();
    for (String each : NAMES.subList(0, aggregates)) {
      String table = each.toLowerCase(Locale.ROOT) + "s";
      shop.aggregate(each, table);
      tables.add(table);
    }
    for (int i = 0; i < 2 * aggregates; i++) {
      String from = NAMES.get(random.nextInt(aggregates));
      String to = NAMES.get(random.nextInt(aggregates));
      shop.calls("shop.app.service." + from + "Service", "shop.app.model." + to);
      shop.accesses(
          "shop.app.service." + from + "Service",
          "run" + i,
          random.nextBoolean() ? Operation.UPDATE : Operation.SELECT,
          tables.get(random.nextInt(aggregates)));
    }
    for (String each : LOOSE) {
      if (random.nextInt(3) == 0) {
        shop.table(each);
      } else {
        shop.table(each, tables.get(random.nextInt(tables.size())));
      }
      tables.add(each);
    }
    return shop;
  }
}
