package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service is drafted from a monolith, and the draft is the user's from then on. */
class GenerateFromTest {
  @TempDir Path root;

  @BeforeEach
  void aMonolith() throws IOException {
    write(
        "shop/src/main/java/com/acme/shop/Order.java",
        """
        package com.acme.shop;
        import jakarta.persistence.*;
        @Entity @Table(name = "orders")
        public class Order {
          @Id private Long id;
          @Column(nullable = false, length = 20) private String number;
        }
        """);
    write("shop/msvc.yaml", "contexts:\n  order:\n    classes: [com.acme.shop.Order]\n");
  }

  @Test
  void theDraftIsKeptAsTheDescription() throws IOException {
    Run run = generate("--from", "shop", "-b", "order");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("orders/service.yaml"))
        .isEqualTo(
            """
            # Drafted by msvc from the context 'order':
            # - Order: com.acme.shop.Order, src/main/java/com/acme/shop/Order.java:4
            # changed, 1:
            # - no build file names Spring Boot: the service is built on 4.1
            schema: msvc/service/v1
            name: orders
            package: com.acme.orders
            description: "Drafted from the context 'order'."
            aggregates:
              Order:
                id: long
                fields:
                  number: {type: string, max: 20}
                operations: [get, list]
            """);
  }

  @Test
  void aLaterDraftIsMergedWithWhatTheUserMadeOfTheFirst() throws IOException {
    generate("--from", "shop", "-b", "order");
    write(
        "orders/service.yaml",
        read("orders/service.yaml").replace("operations: [get, list]", "operations: [get]"));
    Path entity = root.resolve("shop/src/main/java/com/acme/shop/Order.java");
    Files.writeString(
        entity,
        Files.readString(entity)
            .replace("private String number;", "private String number;\n  private int weight;"));

    Run run = generate("--from", "shop", "-b", "order");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("orders/service.yaml"))
        .contains("operations: [get]\n")
        .contains("number: {type: string, max: 20}\n      weight: int\n");
  }

  @Test
  void nothingLandsInTheMonolithUnasked() throws IOException {
    Path shop = root.resolve("shop");

    Run run =
        Run.on(shop, "generate", "service", "orders", "--from", ".", "-b", "order", "--no-cache");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("say where with --out, as in --out ../orders");
    assertThat(shop.resolve("orders")).doesNotExist();
    assertThat(generate("--from", "shop", "-b", "order", "--out", "shop/orders").exitCode())
        .isZero();
  }

  @Test
  void theScreenSaysWhatWasDraftedFromWhereAndHintsAreForTheFileThatIsKept() {
    Run run = generate("--from", "shop", "-b", "order");

    assertThat(run.err())
        .contains(
            """
            drafted from context 'order' of shop
              Order                1 field, get list
                                   from com.acme.shop.Order (Order.java:4)
            """);
    assertThat(run.out())
        .contains("msvc -C")
        .contains(" generate istio orders")
        .doesNotContain("--from");
  }

  @Test
  void anUnknownContextIsAnsweredWithThoseThatThereAre() {
    Run run = generate("--from", "shop", "-b", "ordr");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("no context 'ordr'", "did you mean order", "get contexts");
    assertThat(root.resolve("orders")).doesNotExist();
  }

  @Test
  void aContextWithoutItsMonolithIsNotLeftOutInSilence() {
    Run run = generate("-b", "order");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("-b is a context of a monolith: say where that is");
    assertThat(root.resolve("orders")).doesNotExist();
  }

  @Test
  void twoSourcesAreOneTooMany() {
    Run run = generate("--from", "shop", "--spec", "spec.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--spec and --from");
  }

  private Run generate(String... options) {
    String[] args = new String[options.length + 6];
    args[0] = "generate";
    args[1] = "service";
    args[2] = "orders";
    args[3] = "-C";
    args[4] = root.toString();
    args[5] = "--no-cache";
    System.arraycopy(options, 0, args, 6, options.length);
    return Run.msvc(Monolith::analyze, args);
  }

  private String read(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
