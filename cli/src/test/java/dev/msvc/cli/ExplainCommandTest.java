package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Place;
import dev.msvc.model.TransactionFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  @Test
  void tableIsExplainedByItsWriters() {
    assertThat(msvc(Shop.small(), "explain", "PRODUCTS").out())
        .startsWith("table products\n  owned by catalog: 1 of 2 writes\n")
        .contains("update by OrderService.place of order (jdbc, parsed)")
        .contains("src/shop/order/OrderService.java:22");
  }

  @Test
  void contextIsExplainedByWhatCrossesIt() {
    assertThat(msvc(Shop.small(), "explain", "order").out())
        .startsWith("context order\n")
        .contains("leave it alone for now")
        .contains("catalog: OrderService -> ProductRepository (call 1, field 1)")
        .contains("OrderService.place writes products of catalog, orders of o");
  }

  @Test
  void classIsExplainedByItsUses() {
    assertThat(msvc(Shop.small(), "explain", "Money").out())
        .startsWith(
            "class shop.common.Money\n  shared, nearest to order: used by 2 of 2 contexts\n")
        .contains("order: 3 references", "src/shop/common/Money.java:3");
  }

  @Test
  void aClassWhoseInterfaceIsInNoSourceSaysSoAndCountsAsNotSeen(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("PetController.java"),
        """
        package com.acme.web;
        import com.acme.api.PetsApi;
        import org.springframework.web.bind.annotation.*;
        @RestController class PetController implements PetsApi {
          @Override public String list() { return null; }
          @GetMapping("/own") public String own() { return null; }
        }
        """);

    assertThat(Run.on(folder, "explain", "PetController").out())
        .contains("Not understood in it")
        .contains("1 entry point may be missing: a method with @Override, and PetsApi is in no");
    assertThat(Run.on(folder, "get", "unread").out())
        .contains("PetController.java:4  1 entry point may be missing");
    assertThat(Run.on(folder, "analyze").out())
        .contains("entry points                1 of 2   50%  the others are of interfaces in no");
    assertThat(Run.on(folder, "export", "markdown").out())
        .contains("entry points, or methods that may be some");
  }

  @Test
  void entryPointAndTransactionAreFoundByTheirNames() {
    assertThat(msvc(Shop.small(), "explain", "POST /orders").out())
        .startsWith("entrypoint POST /orders\n  served by shop.order.OrderService.place of order");
    assertThat(msvc(Shop.small(), "explain", "OrderService.place").out())
        .contains("crosses 2 contexts: catalog, order");
  }

  @Test
  void aMethodThatIsNoTransactionLeadsToItsClass() {
    Run run = msvc(Shop.small(), "explain", "OrderService.find");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("'find' is no transaction and no entry point of OrderService")
        .contains("'msvc explain OrderService' tells of the class");
  }

  @Test
  void eachOverloadOfATransactionCanBeExplained(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("A.java"),
        """
        package a;
        import org.springframework.transaction.annotation.Transactional;
        class A {
          @Transactional void make(int one) {}
          @Transactional void make(String other) {}
        }
        """);
    String in = folder.toString();

    assertThat(msvc(Monolith::analyze, "-C", in, "--no-cache", "explain", "A.make").err())
        .contains("say which: 'a.A.make', 'a.A.make (2)'");
    assertThat(msvc(Monolith::analyze, "-C", in, "--no-cache", "explain", "a.A.make").out())
        .contains("A.java:4");
    assertThat(msvc(Monolith::analyze, "-C", in, "--no-cache", "explain", "a.A.make (2)").out())
        .contains("A.java:5");
    assertThat(msvc(Monolith::analyze, "-C", in, "--no-cache", "get", "transactions").out())
        .contains("a.A.make(int) ", "a.A.make(String) ");
  }

  @Test
  void aStatementThatNoClassRunsIsNotSaidToBeAMigration(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Any.java"), "package a; class Any {}");
    Files.writeString(
        folder.resolve("Orders.xml"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://mybatis.org/dtd/mybatis-3-mapper.dtd">
        <mapper namespace="orders">
          <delete id="deleteOrder">delete from orders where id = #{id}</delete>
        </mapper>
        """);
    Files.writeString(folder.resolve("V1__orders.sql"), "create table orders (id int);");

    assertThat(Run.on(folder, "explain", "orders").out())
        .contains("delete by a statement that no class is seen to run (mybatis-xml")
        .doesNotContain("a migration");
  }

  @Test
  void whatIsOnlyPerhapsReachedIsOnlyPerhapsCrossed() {
    TransactionFact perhaps =
        new TransactionFact(
            "shop.order.OrderService",
            "place",
            new Place("src/shop/order/OrderService.java", 18),
            false,
            "REQUIRED",
            List.of(),
            List.of("orders", "products"),
            List.of("shop.order.OrderService"),
            Certainty.PARSED,
            new TreeMap<>(Map.of("products", 2)),
            List.of("products"));

    assertThat(new Explainer(new ContextMap(Shop.small())).transaction(perhaps).verdict())
        .isEqualTo("perhaps crosses 2 contexts: catalog, order");
  }

  @Test
  void nestedTypeIsFoundByItsShortName() {
    assertThat(msvc(Shop.small(), "explain", "Order.Line").out())
        .startsWith("class shop.order.Order.Line\n  with shop.order.Order, in context order\n");
  }

  @Test
  void ambiguousNameListsTheCandidates() {
    assertThat(msvc(Shop.small(), "explain", "Product"))
        .isEqualTo(
            new Run(
                3,
                "",
                """
                error: 'Product' may mean 2 things
                hint:  say which: 'shop.catalog.Product', 'shop.web.Product'
                """));
  }

  @Test
  void aRuleIsFoundByTheNumberThatTheFirstScreenShows() {
    assertThat(msvc(Shop.small(), "explain", "F04").out())
        .startsWith("rule MSVC-F04-FOREIGN-LISTS\n");
    assertThat(msvc(Shop.small(), "explain", "F06").out())
        .startsWith("rules F06")
        .contains("MSVC-F06-MANY-WRITERS: ", "MSVC-F06-AUDIT: ", "none found here");
  }

  @Test
  void aPathThatIsNotThereNamesTheListOfPaths() {
    assertThat(msvc(Shop.small(), "explain", "/orders/nowhere").err())
        .contains("'msvc get entrypoints -o name' lists what there is");
  }

  @Test
  void unknownNameSuggestsTheNearest() {
    Run run = msvc(Shop.small(), "explain", "OrderServise");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("there is no 'OrderServise' here", "shop.order.OrderService");
  }

  @Test
  void aTableThatThereIsNotIsAmongTheTables() {
    assertThat(msvc(Shop.small(), "explain", "table/nothing").err())
        .contains("there is no 'table/nothing' here", "'msvc get tables -o name' lists");
  }

  @Test
  void aFindingThatThereIsNotIsAmongTheFindings() {
    assertThat(msvc(Shop.small(), "explain", "MSVC-F06-MANY-WRITERS/nothing").err())
        .contains("'msvc get findings -o name' lists what there is");
  }

  @Test
  void aFindingAboutAClassIsFoundByTheClassAlone(@TempDir Path root) throws IOException {
    Files.writeString(
        root.resolve("Order.java"),
        """
        package a;
        import jakarta.persistence.*;
        @Entity public class Order {
          @Id Long id;
          @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true) java.util.List<b.Line> lines;
        }
        """);
    Files.writeString(
        root.resolve("Line.java"),
        "package b; import jakarta.persistence.*; @Entity public class Line { @Id Long id; }");
    Files.writeString(
        root.resolve("msvc.yaml"),
        """
        schema: msvc/word/v1
        contexts:
          order: {classes: [a.Order]}
          stock: {classes: [b.Line]}
        """);

    assertThat(Run.on(root, "explain", "F15-SPLIT-AGGREGATE/Order").out())
        .isEqualTo(Run.on(root, "explain", "MSVC-F15-SPLIT-AGGREGATE/a.Order").out())
        .contains("Order");
  }

  @Test
  void contextWinsOverATableOfItsNameAndSaysSo() {
    Run run = msvc(Shop.large(2, 1, ""), "explain", "context0000");

    assertThat(run.out()).startsWith("context context0000\n");
    assertThat(msvc(Shop.small(), "explain", "table/orders").out()).startsWith("table orders\n");
  }

  @Test
  void screenIsBoundedAndWideIsNot() {
    Run bounded = msvc(Shop.large(300, 3, ""), "explain", "t_0000_0");

    assertThat(bounded.lines()).hasSizeLessThanOrEqualTo(40);
    assertThat(bounded.out()).contains("288 more", "All of it: msvc explain t_0000_0 -o wide");
    assertThat(msvc(Shop.large(300, 3, ""), "explain", "t_0000_0", "-o", "wide").lines())
        .hasSizeGreaterThan(300);
  }

  @Test
  void programsGetTheSame() {
    assertThat(msvc(Shop.small(), "explain", "orders", "-o", "json").out())
        .startsWith("{\n  \"schema\": \"msvc/explanation/v1\",\n  \"kind\": \"table\"");
  }

  @Test
  void aRoutineSaysWhatItDoesAndWhoCallsIt() {
    assertThat(msvc(Shop.small(), "explain", "close_month").out())
        .contains("procedure close_month")
        .contains("reads 1 and writes 1 tables, calls 1 routines (parsed)")
        .contains("update months")
        .contains("select orders of order")
        .contains("called by shop.order.OrderService.find");
    assertThat(msvc(Shop.small(), "explain", "trigger/orders_log").out())
        .contains("fires on insert of orders (parsed)")
        .contains("insert log");
    assertThat(msvc(Shop.small(), "explain", "table/orders").out())
        .contains("trigger orders_log on insert")
        .contains("reporting: SELECT");
  }
}
