package dev.msvc.analyzers.trace;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Analysis;
import dev.msvc.model.EntryTraffic;
import dev.msvc.model.Traffic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A small shop, and files of what it does. */
final class Fixture {
  private final Path code;
  private final Path traces;

  Fixture(Path folder) throws IOException {
    code = Files.createDirectories(folder.resolve("code"));
    traces = Files.createDirectories(folder.resolve("traces"));
    java(
        "shop.order.OrderController",
        """
        package shop.order;
        import org.springframework.web.bind.annotation.*;
        @RestController @RequestMapping("/orders")
        public class OrderController {
          OrderService orders;
          @GetMapping("/{id}") public String one(@PathVariable int id) { return orders.one(id); }
          @GetMapping public String all() { return ""; }
          @PostMapping public void place() { orders.place(); }
        }
        """);
    java(
        "shop.order.OrderService",
        """
        package shop.order;
        public class OrderService {
          shop.item.ItemService items;
          java.sql.Connection db;
          public String one(int id) { return items.name(id); }
          public void place() throws Exception {
            db.prepareStatement("insert into orders (id) values (?)").executeUpdate();
          }
          @org.springframework.scheduling.annotation.Scheduled(cron = "0 0 3 * * *")
          public void cleanUp() {}
          @org.springframework.kafka.annotation.KafkaListener(topics = "payments")
          public void paid(String text) {}
        }
        """);
    java(
        "shop.item.ItemController",
        """
        package shop.item;
        import org.springframework.web.bind.annotation.*;
        @RestController @RequestMapping("/items")
        public class ItemController {
          ItemService items;
          @GetMapping("/{id}") public String one(@PathVariable int id) { return items.name(id); }
          @GetMapping("/new") public String form() { return ""; }
        }
        """);
    java(
        "shop.item.ItemService",
        """
        package shop.item;
        public class ItemService {
          java.sql.Connection db;
          public String name(int id) throws Exception {
            db.prepareStatement("select name from items where id = ?").executeQuery();
            return "";
          }
          static class Cache {}
        }
        """);
  }

  private void java(String name, String text) throws IOException {
    Path file = code.resolve(name.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  Fixture file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Fixture file(String name, byte[] content) throws IOException {
    Files.write(traces.resolve(name), content);
    return this;
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  Analysis analysis() {
    return Monolith.analyze(code, Inputs.NONE.withTraces(List.of(traces)), Progress.NONE);
  }

  Traffic traffic() {
    return analysis().traffic();
  }

  /** What could not be read, as {@code file:line reason}. */
  List<String> unread() {
    return traffic().unread().stream()
        .map(each -> each.file() + ":" + each.line() + " " + each.reason())
        .toList();
  }

  /** Entry points and requests, as {@code GET /orders 2}. */
  List<String> volumes() {
    return volumes(traffic());
  }

  static List<String> volumes(Traffic traffic) {
    return traffic.entries().stream().map(each -> each.entry() + " " + each.requests()).toList();
  }

  static EntryTraffic entry(Traffic traffic, String id) {
    return traffic.entries().stream()
        .filter(each -> each.entry().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A line in the common format. */
  static String common(String request, int status) {
    return "192.0.2.7 - alice [26/Nov/2026:09:00:00 +0100] \"%s HTTP/1.1\" %d 512\n"
        .formatted(request, status);
  }
}
