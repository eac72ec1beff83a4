package dev.msvc.analyzers.retire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.shift.Deletion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetirementTest {
  private Shop shop;

  @BeforeEach
  void shop(@TempDir Path root) throws Exception {
    shop = Shop.withOrders(root);
  }

  @Test
  void whatServedGoneHandlersAloneGoesWithThem() throws Exception {
    Deletion deletion = shop.deletion(Shop.ALL);

    assertThat(deletion.answered()).hasSize(2);
    assertThat(deletion.staying()).isEmpty();
    assertThat(deletion.removed().keySet())
        .containsExactly(
            Shop.java("a.OrderApi"),
            Shop.java("a.OrderView"),
            Shop.java("a.Orders"),
            Shop.java("a.StoredOrders"));
    assertThat(deletion.cut()).isEmpty();
    assertThat(deletion.kept())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.type()).isEqualTo("b.Catalog");
              assertThat(each.why()).isEqualTo("is used by CatalogApi");
            });
  }

  @Test
  void aHandlerIsCutOutWithItsCommentWhereAnotherStays() throws Exception {
    Deletion deletion = shop.deletion(Shop.READS);

    assertThat(deletion.removed()).isEmpty();
    assertThat(deletion.cut())
        .containsOnlyKeys(Shop.java("a.OrderApi"))
        .containsValue(List.of(new Deletion.Lines(9, 14)));
    assertThat(deletion.kept())
        .extracting(Deletion.Kept::type)
        .contains("a.Orders", "a.OrderView", "a.StoredOrders");
  }

  @Test
  void aMethodOfHttpThatStaysWithTheMonolithKeepsItsHandler() throws Exception {
    Deletion deletion = shop.deletion("- {prefix: /orders, methods: [GET]}\n");

    assertThat(deletion.isEmpty()).isTrue();
    assertThat(deletion.staying())
        .singleElement()
        .satisfies(each -> assertThat(each.methods()).containsExactly("HEAD"));
  }

  @Test
  void whatIsNamedInConfigurationStaysAndSoDoesAllThatItNeeds() throws Exception {
    shop.put(
        "src/main/resources/beans.xml", "<beans>\n<bean class=\"a.StoredOrders\"/>\n</beans>\n");

    Deletion deletion = shop.deletion(Shop.ALL);

    assertThat(deletion.removed()).containsOnlyKeys(Shop.java("a.OrderApi"));
    assertThat(deletion.kept())
        .filteredOn(each -> each.type().equals("a.StoredOrders"))
        .extracting(Deletion.Kept::why)
        .containsExactly("is named in src/main/resources/beans.xml:2");
  }

  @Test
  void whatIsNamedInAStringOfCodeStays() throws Exception {
    shop.code("b.Plugins", "class Plugins { String name = \"a.OrderView\"; }");

    assertThat(shop.deletion(Shop.ALL).removed()).doesNotContainKey(Shop.java("a.OrderView"));
  }

  @Test
  void anUnusedImportOfWhatGoesIsCut() throws Exception {
    shop.code("b.Old", "import a.OrderView;\n/** As {@link OrderView}. */\nclass Old { }");

    Deletion deletion = shop.deletion(Shop.ALL);

    assertThat(deletion.removed()).containsKey(Shop.java("a.OrderView"));
    assertThat(deletion.cut()).containsEntry(Shop.java("b.Old"), List.of(new Deletion.Lines(2, 2)));
  }

  @Test
  void aTypeThatSomethingElseStartsStays() throws Exception {
    shop.storedOrders("@Scheduled(fixedRate = 1000) void tidy() { }");

    Deletion deletion = shop.deletion(Shop.ALL);

    assertThat(deletion.removed()).containsOnlyKeys(Shop.java("a.OrderApi"));
    assertThat(deletion.kept())
        .filteredOn(each -> each.type().equals("a.StoredOrders"))
        .singleElement()
        .satisfies(each -> assertThat(each.why()).startsWith("has the entry point"));
  }

  @Test
  void aFileThatHoldsWhatStaysIsNotRemoved() throws Exception {
    shop.code("a.OrderView", "public record OrderView(String id) {}\nclass Money { }");
    shop.code("b.Catalog", "public class Catalog { a.Cash cash; }");
    shop.code("a.Cash", "public class Cash { Money money; }");

    assertThat(shop.deletion(Shop.ALL).removed()).doesNotContainKey(Shop.java("a.OrderView"));
  }

  @Test
  void testsOfWhatGoesGoAndOthersAreNamed() throws Exception {
    shop.put(
        "src/test/java/a/StoredOrdersTest.java",
        "package a;\nclass StoredOrdersTest { StoredOrders o; }");
    shop.put(
        "src/test/java/a/WholeShopTest.java", "package a;\nclass WholeShopTest { OrderView v; }");
    shop.put("src/test/java/b/CatalogTest.java", "package b;\nclass CatalogTest { Catalog c; }");

    Deletion deletion = shop.deletion(Shop.ALL);

    assertThat(deletion.removed()).containsKey("src/test/java/a/StoredOrdersTest.java");
    assertThat(deletion.byHand()).containsOnlyKeys("src/test/java/a/WholeShopTest.java");
    assertThat(deletion.byHand().values())
        .singleElement()
        .satisfies(each -> assertThat(each).containsExactly("a.OrderView"));
  }

  @Test
  void anOverloadedHandlerIsLeftToPeople() throws Exception {
    shop.code(
        "a.OrderApi",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController
        public class OrderApi {
          @GetMapping("/orders/{id}") public String show(String id) { return id; }
          @GetMapping("/invoices/{id}") public String show(String id, int page) { return id; }
        }
        """);

    assertThat(shop.deletion(Shop.READS).isEmpty()).isTrue();
  }
}
