package dev.msvc.analyzers.retire;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.ContextMap;
import dev.msvc.model.shift.Deletion;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A small monolith, and what of it can go. */
final class Shop {
  static final String READS = "- {prefix: /orders, methods: [GET, HEAD]}\n";
  static final String ALL = READS + "- {prefix: /orders, methods: [POST], writes: Order}\n";

  private final Path root;

  Shop(Path root) {
    this.root = root;
  }

  /** Code of Spring MVC, with two handlers of orders. */
  static Shop withOrders(Path root) throws Exception {
    Shop shop = new Shop(root);
    shop.code(
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
    shop.code(
        "a.Orders",
        "public interface Orders { OrderView view(String id); void place(String id); }");
    shop.storedOrders("");
    shop.code("a.OrderView", "public record OrderView(String id) {}");
    shop.code("b.Catalog", "@org.springframework.stereotype.Service public class Catalog { }");
    shop.code(
        "b.CatalogApi",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController
        public class CatalogApi {
          private Catalog catalog;
          @GetMapping("/products") public String list() { return "" + catalog; }
        }
        """);
    return shop;
  }

  /** What stores orders, with more in it. */
  void storedOrders(String more) throws Exception {
    code(
        "a.StoredOrders",
        """
        import org.springframework.scheduling.annotation.Scheduled;
        import org.springframework.stereotype.Service;
        @Service
        class StoredOrders implements Orders {
          public OrderView view(String id) { return new OrderView(id); }
          public void place(String id) { }
          %s
        }
        """
            .formatted(more));
  }

  void code(String type, String body) throws Exception {
    String of = type.substring(0, type.lastIndexOf('.'));
    put(
        "src/main/java/%s.java".formatted(type.replace('.', '/')),
        "package %s;\n%s".formatted(of, body));
  }

  void put(String file, String text) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Deletion deletion(String routes) throws Exception {
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
                routes.contains("writes:")
                    ? """
                    - {writes: all, soak: 1s}
                    sync: {lag: {query: up, below: 2}}
                    metrics: {url: http://p, source: micrometer, service: {job: s}, monolith: {job: m}}
                    """
                    : "");
    return Retirement.of(map, ShiftDocument.read("orders", "orders.yaml", plan), root);
  }

  static String java(String type) {
    return "src/main/java/%s.java".formatted(type.replace('.', '/'));
  }

  /** The lines of a type's file that are cut, as they are written. */
  String cut(Deletion deletion, String type) throws Exception {
    String[] lines = Files.readString(root.resolve(java(type))).split("\n", -1);
    StringBuilder cut = new StringBuilder();
    for (Deletion.Lines each : deletion.cut().getOrDefault(java(type), List.of())) {
      IntStream.rangeClosed(each.first(), each.last())
          .mapToObj(at -> lines[at - 1].strip() + "\n")
          .forEach(cut::append);
    }
    return cut.toString();
  }
}
