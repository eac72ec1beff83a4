package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cache.Store;
import dev.msvc.model.Decomposition;
import dev.msvc.model.History;
import dev.msvc.model.Lock;
import dev.msvc.model.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same graph is not searched twice, and another one is. */
class KeptCommunitiesTest {
  @TempDir private Path folder;

  private static Shop shop() {
    return new Shop()
        .aggregate("Order", "orders")
        .aggregate("Customer", "customer")
        .aggregate("Invoice", "invoices");
  }

  /** As with a store, which gives what there is without one. */
  private Decomposition decompose(Shop shop) {
    Store store = Objects.requireNonNull(Store.open(folder.resolve("msvc"), each -> {}));
    Decomposition kept =
        Decomposer.decompose(shop.facts(), History.NONE, Word.NONE, Lock.NONE, store);
    assertThat(kept).isEqualTo(Decomposer.decompose(shop.facts()));
    return kept;
  }

  private List<Path> searches() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("msvc"))) {
      return files.toList();
    }
  }

  @Test
  void theSameGraphIsSearchedOnceThoughItsLinesMove() throws IOException {
    String service = "shop.app.service.OrderService";
    decompose(
        shop().calls(service, "shop.app.model.Customer").calls(service, "shop.app.model.Invoice"));
    List<Path> first = searches();

    decompose(
        shop().calls(service, "shop.app.model.Invoice").calls(service, "shop.app.model.Customer"));

    assertThat(searches()).isNotEmpty().containsExactlyInAnyOrderElementsOf(first);
  }

  @Test
  void aLongTypeIsDecidedAnewThoughNoCommunityIsSearched() throws IOException {
    decompose(shop().lines("shop.app.Basket", 299));
    int first = searches().size();

    decompose(shop().lines("shop.app.Basket", 298));
    assertThat(searches()).as("no length decides but that of three hundred lines").hasSize(first);

    decompose(shop().lines("shop.app.Basket", 300));
    assertThat(searches()).hasSize(first + 1);
  }

  @Test
  void anotherReferenceMakesAnotherGraph() throws IOException {
    decompose(shop());
    int first = searches().size();

    decompose(shop().calls("shop.app.service.OrderService", "shop.app.model.Customer"));

    assertThat(searches()).hasSize(2 * first);
  }

  @Test
  void anotherMemberMakesAnotherGraph() throws IOException {
    decompose(shop().type("shop.app.Basket", "payInvoice"));
    int first = searches().size();

    decompose(shop().type("shop.app.Basket", "placeOrder"));

    assertThat(searches()).as("names of members are no witness").hasSize(first + 2);
  }

  @Test
  void whatIsDamagedIsSearchedAgain() throws IOException {
    Decomposition first = decompose(shop());
    Path file = searches().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    assertThat(decompose(shop())).isEqualTo(first);
  }
}
