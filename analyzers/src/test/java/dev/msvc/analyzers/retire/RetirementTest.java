package dev.msvc.analyzers.retire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.ContextMap;
import dev.msvc.model.shift.Deletion;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetirementTest {
  private static final String READS = "- {prefix: /orders, methods: [GET, HEAD]}\n";
  private static final String ALL = READS + "- {prefix: /orders, methods: [POST], writes: Order}\n";

  @TempDir Path root;

  @BeforeEach
  void shop() throws Exception {
    code(
        "a.OrderApi",
        """
        import org.springframework.web.bind.annotation.*;
        import b.Catalog;
        @RestController
        public class OrderApi {
          private final Orders orders;
          private final Catalog catalog;
          OrderApi(Orders orders, Catalog catalog) { this.orders = orders; this.catalog = catalog; }

          /** One order. */
          @GetMapping("/orders/{id}")
          public OrderView show(String id) {
            return orders.view(id);
          }

          @PostMapping("/orders")
          public void place(String id) {
            orders.place(id);
          }
        }
        """);
    code(
        "a.Orders",
        "public interface Orders { OrderView view(String id); void place(String id); }");
    code(
        "a.StoredOrders",
        """
        import org.springframework.stereotype.Service;
        @Service
        class StoredOrders implements Orders {
          public OrderView view(String id) { return new OrderView(id); }
          public void place(String id) { }
        }
        """);
    code("a.OrderView", "public record OrderView(String id) {}");
    code("b.Catalog", "@org.springframework.stereotype.Service public class Catalog { }");
    code(
        "b.CatalogApi",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController
        public class CatalogApi {
          private Catalog catalog;
          @GetMapping("/products") public String list() { return "" + catalog; }
        }
        """);
  }

  private void code(String type, String body) throws Exception {
    String of = type.substring(0, type.lastIndexOf('.'));
    put(
        "src/main/java/%s.java".formatted(type.replace('.', '/')),
        "package %s;\n%s".formatted(of, body));
  }

  private void put(String file, String text) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Deletion deletion(String routes) throws Exception {
    ContextMap map = new ContextMap(Monolith.analyze(root, Progress.NONE));
    String plan =
        """
        router: {local: {}}
        monolith: http://m
        service: http://s
        routes:
        %sstages:
        - {weight: 100, soak: 1s}
        %sungated: a test
        """
            .formatted(
                routes,
                routes.equals(ALL)
                    ? """
                    - {writes: all, soak: 1s}
                    sync: {lag: {query: up, below: 2}}
                    metrics: {url: http://p, source: micrometer, service: {job: s}, monolith: {job: m}}
                    """
                    : "");
    return Retirement.of(map, ShiftDocument.read("orders", "orders.yaml", plan), root);
  }

  private static String java(String type) {
    return "src/main/java/%s.java".formatted(type.replace('.', '/'));
  }

  @Test
  void whatServedGoneHandlersAloneGoesWithThem() throws Exception {
    Deletion deletion = deletion(ALL);

    assertThat(deletion.answered()).hasSize(2);
    assertThat(deletion.staying()).isEmpty();
    assertThat(deletion.removed().keySet())
        .containsExactly(
            java("a.OrderApi"), java("a.OrderView"), java("a.Orders"), java("a.StoredOrders"));
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
    Deletion deletion = deletion(READS);

    assertThat(deletion.removed()).isEmpty();
    assertThat(deletion.cut())
        .containsOnlyKeys(java("a.OrderApi"))
        .containsValue(List.of(new Deletion.Lines(9, 14)));
    assertThat(deletion.kept())
        .extracting(Deletion.Kept::type)
        .contains("a.Orders", "a.OrderView", "a.StoredOrders");
  }

  @Test
  void aMethodOfHttpThatStaysWithTheMonolithKeepsItsHandler() throws Exception {
    Deletion deletion = deletion("- {prefix: /orders, methods: [GET]}\n");

    assertThat(deletion.isEmpty()).isTrue();
    assertThat(deletion.staying())
        .singleElement()
        .satisfies(each -> assertThat(each.methods()).containsExactly("HEAD"));
  }

  @Test
  void whatIsNamedInConfigurationStaysAndSoDoesAllThatItNeeds() throws Exception {
    put("src/main/resources/beans.xml", "<beans>\n<bean class=\"a.StoredOrders\"/>\n</beans>\n");

    Deletion deletion = deletion(ALL);

    assertThat(deletion.removed()).containsOnlyKeys(java("a.OrderApi"));
    assertThat(deletion.kept())
        .filteredOn(each -> each.type().equals("a.StoredOrders"))
        .extracting(Deletion.Kept::why)
        .containsExactly("is named in src/main/resources/beans.xml:2");
  }

  @Test
  void whatIsNamedInAStringOfCodeStays() throws Exception {
    code("b.Plugins", "class Plugins { String name = \"a.OrderView\"; }");

    assertThat(deletion(ALL).removed()).doesNotContainKey(java("a.OrderView"));
  }

  @Test
  void anUnusedImportOfWhatGoesIsCut() throws Exception {
    code("b.Old", "import a.OrderView;\n/** As {@link OrderView}. */\nclass Old { }");

    Deletion deletion = deletion(ALL);

    assertThat(deletion.removed()).containsKey(java("a.OrderView"));
    assertThat(deletion.cut()).containsEntry(java("b.Old"), List.of(new Deletion.Lines(2, 2)));
  }

  @Test
  void aTypeThatSomethingElseStartsStays() throws Exception {
    code(
        "a.StoredOrders",
        """
        import org.springframework.scheduling.annotation.Scheduled;
        import org.springframework.stereotype.Service;
        @Service
        class StoredOrders implements Orders {
          public OrderView view(String id) { return new OrderView(id); }
          public void place(String id) { }
          @Scheduled(fixedRate = 1000) void tidy() { }
        }
        """);

    Deletion deletion = deletion(ALL);

    assertThat(deletion.removed()).containsOnlyKeys(java("a.OrderApi"));
    assertThat(deletion.kept())
        .filteredOn(each -> each.type().equals("a.StoredOrders"))
        .singleElement()
        .satisfies(each -> assertThat(each.why()).startsWith("has the entry point"));
  }

  @Test
  void aFileThatHoldsWhatStaysIsNotRemoved() throws Exception {
    code("a.OrderView", "public record OrderView(String id) {}\nclass Money { }");
    code("b.Catalog", "public class Catalog { a.Cash cash; }");
    code("a.Cash", "public class Cash { Money money; }");

    assertThat(deletion(ALL).removed()).doesNotContainKey(java("a.OrderView"));
  }

  @Test
  void testsOfWhatGoesGoAndOthersAreNamed() throws Exception {
    put(
        "src/test/java/a/StoredOrdersTest.java",
        "package a;\nclass StoredOrdersTest { StoredOrders o; }");
    put("src/test/java/a/WholeShopTest.java", "package a;\nclass WholeShopTest { OrderView v; }");
    put("src/test/java/b/CatalogTest.java", "package b;\nclass CatalogTest { Catalog c; }");

    Deletion deletion = deletion(ALL);

    assertThat(deletion.removed()).containsKey("src/test/java/a/StoredOrdersTest.java");
    assertThat(deletion.byHand()).containsOnlyKeys("src/test/java/a/WholeShopTest.java");
    assertThat(deletion.byHand().values())
        .singleElement()
        .satisfies(each -> assertThat(each).containsExactly("a.OrderView"));
  }

  @Test
  void anOverloadedHandlerIsLeftToPeople() throws Exception {
    code(
        "a.OrderApi",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController
        public class OrderApi {
          @GetMapping("/orders/{id}") public String show(String id) { return id; }
          @GetMapping("/invoices/{id}") public String show(String id, int page) { return id; }
        }
        """);

    assertThat(deletion(READS).isEmpty()).isTrue();
  }
}
