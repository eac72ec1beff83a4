package dev.msvc.analyzers.retire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.shift.Deletion;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes with a handler that is cut out of a class which stays, and what does not. */
class CutTest {
  private Shop shop;

  @BeforeEach
  void shop(@TempDir Path root) throws Exception {
    shop = Shop.withOrders(root);
  }

  private void api(String imports, String members) throws Exception {
    shop.code(
        "a.OrderApi",
        """
        import org.springframework.beans.factory.annotation.Autowired;
        import org.springframework.web.bind.annotation.*;
        %s
        @RestController
        public class OrderApi {
        %s
          @PostMapping("/orders") public void place(String id) { }
        }
        """
            .formatted(imports, members.indent(2)));
  }

  private String why(Deletion deletion, String member) {
    return deletion.idle().stream()
        .filter(each -> each.type().equals(member))
        .map(Deletion.Kept::why)
        .findFirst()
        .orElse("");
  }

  @Test
  void whatOnlyAGoneHandlerUsedGoesWithIt() throws Exception {
    api(
        """
        import java.util.List;
        import java.util.Map;
        """,
        """
        private static final String WORD = "order ";
        @Autowired private Orders orders;
        private Map<String, String> unused;

        @GetMapping("/orders/{id}")
        public List<String> show(String id) {
          return named(orders.view(id));
        }

        /** Its name. */
        private List<String> named(OrderView view) {
          return twice(WORD + view.id());
        }

        private List<String> twice(String text) {
          return List.of(text, text);
        }
        """);

    Deletion deletion = shop.deletion(Shop.READS);

    assertThat(shop.cut(deletion, "a.OrderApi"))
        .contains("import java.util.List;", "WORD = ", "Orders orders;", "/** Its name. */")
        .contains("List<String> named(", "List<String> twice(", "import org.springframework.beans")
        .doesNotContain("Map<", "java.util.Map;", "place", "import org.springframework.web");
    assertThat(deletion.removed())
        .as("what only they needed")
        .containsOnlyKeys(
            Shop.java("a.OrderView"), Shop.java("a.Orders"), Shop.java("a.StoredOrders"));
  }

  @Test
  void whatIsNamedAnywhereElseStays() throws Exception {
    api(
        "import java.util.List;",
        """
        private String shared() { return "a"; }
        private String inText() { return "b"; }
        /** See {@link List}. */
        @GetMapping("/carts") public String carts() { return shared() + "inText"; }
        @GetMapping("/orders/{id}")
        public String show(String id) {
          return shared() + inText() + List.of();
        }
        """);

    assertThat(shop.cut(shop.deletion(Shop.READS), "a.OrderApi"))
        .contains("show(")
        .doesNotContain("private", "import java.util.List");
  }

  @Test
  void whatAFrameworkMayUseOrThatDoesSomethingStaysAndIsSaid() throws Exception {
    api(
        "",
        """
        @jakarta.annotation.PostConstruct
        private void warm() { }
        private final Object started = Thread.startVirtualThread(() -> { });
        @GetMapping("/orders/{id}")
        public String show(String id) {
          warm();
          return "" + started;
        }
        """);

    Deletion deletion = shop.deletion(Shop.READS);

    assertThat(shop.cut(deletion, "a.OrderApi")).doesNotContain("warm() { }", "startVirtual");
    assertThat(why(deletion, "a.OrderApi.warm"))
        .isEqualTo("may be called by a framework, by its annotation");
    assertThat(why(deletion, "a.OrderApi.started")).isEqualTo("does something when it is made");
  }

  @Test
  void aFieldThatIsOnlySetIsSaid() throws Exception {
    api(
        "",
        """
        private final Orders orders;
        OrderApi(Orders orders) { this.orders = orders; }
        @GetMapping("/orders/{id}")
        public Object show(String id) {
          return orders.view(id);
        }
        """);

    Deletion deletion = shop.deletion(Shop.READS);

    assertThat(why(deletion, "a.OrderApi.orders")).startsWith("is only set now");
    assertThat(deletion.removed()).doesNotContainKey(Shop.java("a.Orders"));
  }

  @Test
  void methodsThatNothingCallsAnyMoreAreSaidAndStay() throws Exception {
    shop.code("b.Prices", "public class Prices { static int of(String id) { return 1; } }");
    shop.storedOrders("public int price(String id) { return b.Prices.of(id); }");
    shop.code(
        "a.Orders",
        """
        public interface Orders {
          OrderView view(String id);
          void place(String id);
          int price(String id);
        }
        """);
    api(
        "",
        """
        @Autowired private Orders orders;
        @GetMapping("/orders/{id}")
        public Object show(String id) {
          return orders.price(id);
        }
        @GetMapping("/carts") public Object carts() { return orders.view("1"); }
        """);

    Deletion deletion = shop.deletion(Shop.READS);

    assertThat(deletion.idle())
        .extracting(Deletion.Kept::type)
        .containsExactly("a.Orders.price", "a.StoredOrders.price", "b.Prices.of");
    assertThat(why(deletion, "b.Prices.of"))
        .isEqualTo("may be called by reflection, a framework or from outside");
  }

  @Test
  void aHandlerThatOtherCodeCallsStaysWithAllThatItNeeds() throws Exception {
    api(
        "",
        """
        @GetMapping("/carts") public Object carts() { return show("1"); }
        @GetMapping("/orders/{id}")
        public Object show(String id) {
          return new OrderView(id);
        }
        """);

    Deletion deletion = shop.deletion(Shop.READS);

    assertThat(deletion.isEmpty()).isTrue();
    assertThat(deletion.kept())
        .filteredOn(each -> each.type().equals("a.OrderApi.show"))
        .extracting(Deletion.Kept::why)
        .containsExactly("is not asked any more, and is called by OrderApi: do it by hand");
  }

  @Test
  void aHandlerThatATypeAboveAsksForStays() throws Exception {
    api(
        "",
        """
        @Override
        @GetMapping("/orders/{id}")
        public Object show(String id) {
          return new OrderView(id);
        }
        """);

    Deletion deletion = shop.deletion(Shop.READS);

    assertThat(deletion.isEmpty()).isTrue();
    assertThat(deletion.kept())
        .extracting(Deletion.Kept::why)
        .contains(
            "is not asked any more, and a type above or below it may ask for it: do it by hand");
  }

  @Test
  void aFieldIsNotTakenForTheHandlerOfItsName() throws Exception {
    api(
        "",
        """
        @Autowired Orders orders;
        @GetMapping("/orders")
        public Object orders() {
          return "";
        }
        """);

    Deletion deletion = shop.deletion(Shop.READS);

    assertThat(shop.cut(deletion, "a.OrderApi")).contains("orders()").doesNotContain("Autowired");
    assertThat(deletion.removed()).isEmpty();
  }

  @Test
  void aServletThatIsNamedInSettingsKeepsWhatItUses() throws Exception {
    shop.code(
        "c.Ships",
        """
        @jakarta.servlet.annotation.WebServlet("/ships")
        public class Ships extends jakarta.servlet.http.HttpServlet {
          private final Ship ship = new Ship();
        }
        """);
    shop.code("c.Ship", "class Ship { }");
    shop.put("src/main/resources/ships.xml", "<x class='c.Ships'/>");

    Deletion deletion =
        shop.deletion("- {prefix: /a, methods: [GET]}\n- {prefix: /ships, writes: Ship}\n");

    assertThat(deletion.answered()).hasSize(1);
    assertThat(deletion.removed()).isEmpty();
  }

  @Test
  void testsThatCallAHandlerWhichIsCutAreNamed() throws Exception {
    shop.put(
        "src/test/java/a/ApiTest.java",
        "package a;\nclass ApiTest { Object o = new OrderApi(null, null).show(\"1\"); }");

    assertThat(shop.deletion(Shop.READS).byHand())
        .containsOnlyKeys("src/test/java/a/ApiTest.java")
        .allSatisfy((file, used) -> assertThat(used).containsExactly("a.OrderApi.show"));
  }
}
