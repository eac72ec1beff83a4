package dev.msvc.bench.fuzz;

import dev.msvc.model.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A few good files, and what is to be found in them whatever lies beside them. */
public final class Sane {
  private static final Map<String, String> TABLES =
      Map.of(
          "sane_orders", "sane.OrderService",
          "sane_lines", "sane.OrderService",
          "sane_touches", "sane.OrderMapper");

  private Sane() {}

  /** Copies the good files into a tree. */
  public static void write(Path from, Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path to = tree.resolve("sane").resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  /** What is missing. */
  public static List<String> lost(Facts facts) {
    List<String> lost = new ArrayList<>();
    TABLES.forEach(
        (table, writer) -> {
          if (facts.accesses().stream()
              .noneMatch(
                  each -> bare(each.table()).equals(table) && writer.equals(each.className()))) {
            lost.add(writer + " writes " + table);
          }
        });
    if (facts.tables().stream()
        .noneMatch(
            each ->
                bare(each.name()).equals("sane_orders")
                    && each.entities().contains("sane.Order"))) {
      lost.add("sane.Order in sane_orders");
    }
    if (facts.entryPoints().stream()
        .noneMatch(each -> each.className().equals("sane.OrderService"))) {
      lost.add("entry point of sane.OrderService");
    }
    if (facts.transactions().stream()
        .noneMatch(each -> each.className().equals("sane.OrderService"))) {
      lost.add("transaction of sane.OrderService");
    }
    return lost;
  }

  /** Whatever schema a spoiled setting says. */
  private static String bare(String table) {
    return table.substring(table.lastIndexOf('.') + 1);
  }
}
