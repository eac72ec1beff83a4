package dev.msvc.analyzers.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Aggregate;
import dev.msvc.model.Aggregate.Part;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregatesTest {
  private final Path root;

  AggregatesTest(@TempDir Path root) {
    this.root = root;
  }

  private void java(String name, String body) throws IOException {
    file(
        "src/main/java/a/" + name + ".java",
        """
        package a;
        import jakarta.persistence.*;
        import java.util.*;
        import org.springframework.context.ApplicationEventPublisher;
        import org.springframework.data.jpa.repository.JpaRepository;
        """
            + body);
  }

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Aggregate> all() {
    return Aggregates.of(new ContextMap(Monolith.analyze(root, Progress.NONE)));
  }

  private Aggregate of(String name) {
    return all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(all().stream().map(Aggregate::name).toList()));
  }

  private static List<String> names(List<Part> parts) {
    return parts.stream().map(Part::name).toList();
  }

  private void orders() throws IOException {
    java(
        "Order",
        """
        @Entity class Order {
          @Id Long id;
          @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
          List<Line> lines;
          @ManyToOne Customer customer;
          @Embedded Address to;
          Status status;
        }
        """);
    java(
        "Line",
        """
        @Entity class Line {
          @Id Long id;
          @ManyToOne Order order;
          @ManyToOne(cascade = CascadeType.ALL) Product product;
        }
        """);
    java("Customer", "@Entity class Customer { @Id Long id; @OneToMany List<Order> orders; }");
    java("Product", "@Entity class Product { @Id Long id; @ManyToMany Set<Tag> tags; }");
    java("Tag", "@Entity class Tag { @Id Long id; }");
    java("Address", "@Embeddable class Address { String city; }");
    java("Status", "enum Status { OPEN, PAID }");
    java("OrderRepository", "interface OrderRepository extends JpaRepository<Order, Long> { }");
    java(
        "ProductRepository",
        "interface ProductRepository extends JpaRepository<Product, Long> { }");
    java("OrderPlaced", "record OrderPlaced(Long id) { }");
    java(
        "OrderService",
        """
        class OrderService {
          private final OrderRepository orders;
          private final ApplicationEventPublisher events;
          OrderService(OrderRepository orders, ApplicationEventPublisher events) {
            this.orders = orders;
            this.events = events;
          }
          void place(Order order) {
            orders.save(order);
            events.publishEvent(new OrderPlaced(1L));
          }
        }
        """);
  }

  @Test
  void whatIsRemovedWithARootIsItsMember() throws IOException {
    orders();
    Aggregate order = of("a.Order");

    assertThat(names(order.members())).containsExactly("a.Line");
    assertThat(order.members().get(0).why())
        .isEqualTo("Order.lines holds it, and taking it out removes it");
    assertThat(order.members().get(0).certainty()).isEqualTo(Certainty.PARSED);
    assertThat(order.tables()).containsExactlyInAnyOrder("Line", "Order");
  }

  @Test
  void aRootComesWithItsValuesItsRepositoryAndItsEvents() throws IOException {
    orders();
    Aggregate order = of("a.Order");

    assertThat(names(order.values())).containsExactly("a.Address", "a.Status");
    assertThat(names(order.repositories())).containsExactly("a.OrderRepository");
    assertThat(names(order.events())).containsExactly("a.OrderPlaced");
  }

  @Test
  void whatIsOnlyReferredToIsARootOfItsOwn() throws IOException {
    orders();

    // a cascade from a line to a product that others find by themselves is a mistake of mapping
    assertThat(all().stream().map(Aggregate::name))
        .containsExactlyInAnyOrder("a.Order", "a.Customer", "a.Product", "a.Tag");
    assertThat(names(of("a.Product").repositories())).containsExactly("a.ProductRepository");
  }

  @Test
  void classesBelowAMappedOneAreKindsOfIt() throws IOException {
    java(
        "Animal",
        "@Entity @Inheritance(strategy = InheritanceType.JOINED) class Animal { @Id Long id; }");
    java("Dog", "@Entity class Dog extends Animal { }");

    assertThat(names(of("a.Animal").members())).containsExactly("a.Dog");
    assertThat(of("a.Animal").members().get(0).why()).isEqualTo("is a kind of Animal");
  }

  @Test
  void whatRemovesOneKindIsNotTheWholeOfAll() throws IOException {
    java("Animal", "@Entity @Inheritance class Animal { @Id Long id; }");
    java("Dog", "@Entity class Dog extends Animal { @ManyToOne Licence licence; }");
    java(
        "Licence",
        """
        @Entity class Licence {
          @Id Long id;
          @OneToMany(mappedBy = "licence", cascade = CascadeType.ALL) List<Dog> dogs;
        }
        """);
    assertThat(names(of("a.Licence").members())).containsExactly("a.Animal", "a.Dog");

    java("Cat", "@Entity class Cat extends Animal { }");

    assertThat(names(of("a.Licence").members())).isEmpty();
    assertThat(names(of("a.Animal").members())).containsExactly("a.Cat", "a.Dog");
  }

  @Test
  void whatSeveralRemoveIsAPartOfEach() throws IOException {
    java(
        "Post",
        "@Entity class Post { @Id Long id; @OneToMany(orphanRemoval = true) List<Note> n; }");
    java(
        "Page",
        "@Entity class Page { @Id Long id; @OneToMany(orphanRemoval = true) List<Note> n; }");
    java("Note", "@Entity class Note { @Id Long id; }");

    assertThat(names(of("a.Post").members())).containsExactly("a.Note");
    assertThat(of("a.Page").members().get(0).why())
        .isEqualTo("Page.n holds it, and taking it out removes it, as for Post");
  }

  @Test
  void twoThatRemoveEachOtherEndSomewhere() throws IOException {
    java(
        "One",
        "@Entity class One { @Id Long id; @OneToOne(mappedBy = \"one\", orphanRemoval = true) Two two; }");
    java(
        "Two",
        "@Entity class Two { @Id Long id; @OneToOne(mappedBy = \"two\", orphanRemoval = true) One one; }");

    assertThat(all()).hasSize(1);
  }

  @Test
  void withoutMappedClassesKeysSayWhatIsAPart() throws IOException {
    file(
        "src/main/resources/db/schema.sql",
        """
        create table orders (order_id int primary key, day date);
        create table order_lines (order_id int, line int, item varchar(9), primary key (order_id, line),
          foreign key (order_id) references orders (order_id));
        create table tags (tag_id int primary key, text varchar(9));
        create table order_tags (order_id int, tag_id int, primary key (order_id, tag_id),
          foreign key (order_id) references orders (order_id), foreign key (tag_id) references tags (tag_id));
        """);
    java(
        "OrderDao",
        """
        class OrderDao {
          private org.springframework.jdbc.core.JdbcTemplate jdbc;
          Order find() { jdbc.queryForList("select day from orders"); return null; }
          void add() {
            jdbc.update("insert into orders (order_id, day) values (1, null)");
            jdbc.update("insert into order_lines (order_id, line, item) values (1, 1, 'a')");
            jdbc.update("insert into order_tags (order_id, tag_id) values (1, 1)");
          }
          void tag() { jdbc.queryForList("select text from tags"); }
        }
        """);
    java("Order", "class Order { int id; }");

    Aggregate order = of("a.Order");
    assertThat(names(order.members())).containsExactly("order_lines");
    assertThat(order.members().get(0).certainty()).isEqualTo(Certainty.INFERRED);
    assertThat(order.tables()).containsExactly("order_lines", "order_tags", "orders");
    assertThat(names(order.repositories())).containsExactly("a.OrderDao");
    assertThat(of("tags").members()).isEmpty();
  }

  @Test
  void aTableIsNamedByTheClassOfItsStoreThatHasItsColumns() throws IOException {
    file(
        "src/main/resources/db/schema.sql",
        """
        create table tb_shop_goods_info (goods_id int primary key, goods_name varchar(9), is_deleted int);
        create table tb_shop_old (goods_no int primary key, price int, day date);
        create table tb_shop_new (goods_no int primary key, price int, day date);
        """);
    java("Row", "class Row { int goodsId; int isDeleted; }");
    java("Goods", "class Goods extends Row { String goodsName; }");
    java("GoodsView", "class GoodsView extends Row { String goodsName; String categoryName; }");
    java("GoodsEvent", "class GoodsEvent { int goodsId; int isDeleted; String goodsName; }");
    java("GoodsName", "class GoodsName { int goodsId; String goodsName; }");
    java("Price", "class Price { int goodsNo; int price; Date day; }");
    java(
        "GoodsDao",
        """
        class GoodsDao {
          private org.springframework.jdbc.core.JdbcTemplate jdbc;
          GoodsView view() { return null; }
          GoodsName name() { return null; }
          GoodsEvent told() { return new GoodsEvent(); }
          void add(Goods it) {
            jdbc.update("insert into tb_shop_goods_info (goods_id, goods_name, is_deleted) values (1, 'a', 0)");
          }
          void price(Price it) {
            jdbc.update("insert into tb_shop_old (goods_no, price, day) values (1, 1, null)");
            jdbc.update("insert into tb_shop_new (goods_no, price, day) values (1, 1, null)");
          }
        }
        """);

    Aggregate goods = of("a.Goods");
    assertThat(goods.tables()).containsExactly("tb_shop_goods_info");
    assertThat(goods.root().place().file()).isEqualTo("src/main/java/a/Goods.java");
    assertThat(all())
        .extracting(Aggregate::name)
        .as("a class with the columns of several tables is that of none")
        .containsExactlyInAnyOrder("a.Goods", "tb_shop_new", "tb_shop_old");
  }
}
