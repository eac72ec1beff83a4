package dev.msvc.analyzers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.ContextMap;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.service.ServiceOptions;
import dev.msvc.model.yaml.ServiceDocument;
import dev.msvc.model.yaml.ServiceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceDraftsTest {
  @TempDir Path root;

  @Test
  void entitiesBecomeAggregatesWithWhatTheirMappingsAndTheSchemaDemand() throws IOException {
    sql(
        """
        create table orders (
          id bigint primary key, order_number varchar(20) not null unique, status varchar(10),
          total_amount decimal(12,2), total_currency varchar(3), placed_at timestamp,
          weight numeric(8,3), note text);
        create table order_lines (id bigint primary key, order_id bigint, quantity int);
        """);
    java(
        "Order",
        """
        import jakarta.persistence.*;
        import jakarta.validation.constraints.*;
        import java.util.*;
        @Entity @Table(name = "orders")
        public class Order {
          static final int MOST = 3;
          @Id private Long id;
          @Version private int version;
          @Column(name = "order_number") @NotBlank private String number;
          @Enumerated(EnumType.STRING) @NotNull private Status status;
          @Embedded private Money total;
          private java.time.LocalDateTime placedAt;
          private java.math.BigDecimal weight;
          private String note;
          @Transient private int seen;
          private boolean express;
          @Email private String email;
          @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
          private List<OrderLine> lines = new ArrayList<>();
          @ElementCollection private Set<String> tags = new HashSet<>();
          public enum Status { NEW, PAID }
        }
        """);
    java(
        "OrderLine",
        """
        import jakarta.persistence.*;
        import jakarta.validation.constraints.*;
        @Entity @Table(name = "order_lines")
        public class OrderLine {
          @Id private Long id;
          @ManyToOne(optional = false) private Order order;
          @Min(1) @Max(1000) private int quantity;
        }
        """);
    java(
        "Money",
        """
        @jakarta.persistence.Embeddable
        public class Money { private java.math.BigDecimal amount; private String currency; }
        """);
    controller();

    Draft draft = draft();

    assertThat(ServiceText.write(draft.service(), Organisation.DEFAULT, List.of()))
        .isEqualTo(
            """
            schema: msvc/service/v1
            name: orders
            package: com.acme.orders
            description: "Drafted from the context 'lines'."
            aggregates:
              Order:
                path: "/api/orders"
                id: long
                fields:
                  number: {type: string, unique: true, min: 1, max: 20}
                  status: [NEW, PAID]
                  total: optional money
                  placedAt: optional instant
                  weight: optional decimal(8,3)
                  note: optional text
                  express: boolean
                  email: {type: optional string, format: email}
                  lines: list(OrderLine)
                  tags: list(string)
                entities:
                  OrderLine:
                    fields:
                      quantity: {type: int, min: 1, max: 1000}
                operations: [create, get, list, update]
                commands:
                  cancel:
                    fields:
                      reason: string
                      refund: optional int
            """);
  }

  @Test
  void aDraftIsReadAsWhatWasWritten() throws IOException {
    java(
        "Order",
        """
        import jakarta.persistence.*;
        @Entity public class Order { @Id private String id; private String klass; private int version2; }
        """);
    controller();
    Draft draft = draft();

    String text = ServiceText.write(draft.service(), Organisation.DEFAULT, List.of());

    assertThat(ServiceDocument.read("service.yaml", text, Organisation.DEFAULT))
        .containsExactly(draft.service());
  }

  @Test
  void bytesOfKotlinAreBytes() throws IOException {
    Path file = root.resolve("src/main/kotlin/com/acme/Scan.kt");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package com.acme
        import jakarta.persistence.*
        @Entity @Table(name = "scans")
        class Scan(@Id val id: Long, var page: ByteArray, var thumbnail: ByteArray?)
        """);

    assertThat(ServiceText.write(draft().service(), Organisation.DEFAULT, List.of()))
        .contains("page: bytes\n", "thumbnail: optional bytes\n");
  }

  @Test
  void namesThatServicesHaveThemselvesAreCalledOtherwise() throws IOException {
    java(
        "Order",
        """
        import jakarta.persistence.*;
        @Entity public class Order { @Id Long id; String etag; boolean notify; String hashCode; }
        """);
    controller();

    Draft draft = draft();

    assertThat(draft.service().aggregates().get(0).fields())
        .extracting(each -> each.name().value())
        .containsExactly("etagValue", "notifyValue", "hashCodeValue");
    assertThat(texts(draft)).contains("Order.notify is notifyValue");
  }

  @Test
  void theServiceIsBuiltOnTheLineOfTheMonolith() throws IOException {
    java(
        "Order",
        "import jakarta.persistence.*; @Entity public class Order { @Id Long id; int weight; }");
    controller();
    Files.writeString(
        root.resolve("pom.xml"),
        """
        <project><parent><groupId>org.springframework.boot</groupId><version>2.7.18</version></parent>
          <properties><java.version>11</java.version></properties></project>
        """);

    Draft draft = draft();

    assertThat(draft.service().options().boot().line()).isEqualTo("3.5");
    assertThat(texts(draft))
        .contains(
            "Spring Boot 2.7.18: services are not made for it; the nearest line is 3.5",
            "Java 11: services are not made for it; this one is for 17");
    assertThat(draft.service().options().java().release()).isEqualTo(17);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17 | 17 | ''",
        "21 | 21 | Java 21, as the monolith: it takes a JDK 21 to build",
        "22 | 25 | Java 22: services are not made for it; the nearest is 25",
        "26 | 25 | Java 26: services are not made for it; the nearest is 25"
      })
  void theServiceIsForTheJavaOfTheMonolith(String own, int java, String said) throws IOException {
    java(
        "Order",
        "import jakarta.persistence.*; @Entity public class Order { @Id Long id; int weight; }");
    controller();
    Files.writeString(
        root.resolve("build.gradle"),
        "plugins { id 'org.springframework.boot' version '4.0.1' }\nsourceCompatibility = " + own);

    Draft draft = draft();

    assertThat(draft.service().options().java().release()).isEqualTo(java);
    assertThat(texts(draft).stream().filter(each -> each.startsWith("Java")).toList())
        .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
  }

  @Test
  void aContextOfWhichNothingIsKnownIsDraftedSoThatThereIsSomethingToBeginWith()
      throws IOException {
    java("Clock", "public class Clock { public static void main(String[] a) {} }");

    Draft draft = draft();

    assertThat(draft.service().aggregates()).hasSize(1);
    assertThat(draft.service().aggregates().get(0).fields())
        .extracting(each -> each.name().value())
        .containsExactly("name");
    assertThat(texts(draft)).first().asString().startsWith("nothing that '");
  }

  @Test
  void classesThatHoldDataStandInForWhatIsStored() throws IOException {
    java("Quote", "public record Quote(String symbol, java.math.BigDecimal price) {}");
    java(
        "Quotes",
        "public class Quotes { Quote of(String symbol) { return new Quote(symbol, null); } }");
    java("QuoteEncoder", "public class QuoteEncoder { int bits; int rest; String symbol; }");

    Draft draft = draft();

    assertThat(yaml(draft))
        .contains(
            "  Quote:\n"
                + "    id: long\n"
                + "    fields:\n"
                + "      symbol: optional string\n"
                + "      price: optional decimal(19,4)\n")
        .doesNotContain("operations:", "Encoder");
    assertThat(texts(draft)).first().asString().contains("are drafted as if stored: Quote");
  }

  @Test
  void partsOfPartsStayInsideThemAndOneOfAKindIsAValue() throws IOException {
    java(
        "Order",
        """
        import jakarta.persistence.*;
        import java.util.*;
        @Entity public class Order {
          @Id Long id;
          @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true) List<OrderLine> lines;
          @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true) Parcel parcel;
          @ManyToOne Order replaces;
        }
        """);
    java(
        "OrderLine",
        """
        import jakarta.persistence.*;
        import java.util.*;
        @Entity public class OrderLine {
          @Id Long id;
          @ManyToOne Order order;
          @ManyToOne Order returnedBy;
          int quantity;
          @OneToMany(mappedBy = "line", cascade = CascadeType.ALL, orphanRemoval = true) List<Discount> discounts;
        }
        """);
    java(
        "Discount",
        """
        import jakarta.persistence.*;
        @Entity public class Discount { @Id Long id; @ManyToOne OrderLine line; @Column(nullable = false) String code; }
        """);
    java(
        "Parcel",
        "import jakarta.persistence.*; @Entity public class Parcel { @Id Long id; @Column(length ="
            + " 40) String track; }");
    controller();

    assertThat(yaml(draft()))
        .contains(
            """
                fields:
                  lines: list(OrderLine)
                  parcel: optional Parcel
                  replacesId: optional long
                entities:
                  OrderLine:
                    fields:
                      returnedById: optional long
                      quantity: int
                      discounts: list(Discount)
            """
                .stripTrailing())
        .contains("  Discount:\n    fields:\n      code: string\n")
        .contains("  Parcel:\n    fields:\n      track: {type: optional string, max: 40}\n");
  }

  @Test
  void aKeyOfSeveralColumnsIsFields() throws IOException {
    java(
        "Order",
        """
        import jakarta.persistence.*;
        @Entity public class Order { @EmbeddedId OrderKey id; int weight; }
        """);
    java(
        "OrderKey",
        "@jakarta.persistence.Embeddable public class OrderKey { String shop; Long number; }");
    controller();

    Draft draft = draft();

    assertThat(yaml(draft))
        .contains("    fields:\n      shop: string\n      number: long\n      weight: int\n")
        .doesNotContain("id: long");
  }

  @Test
  void gettersAndTypesAboveSayWhatFieldsAre() throws IOException {
    java(
        "Base",
        """
        import jakarta.persistence.*;
        @MappedSuperclass public class Base<K, T> {
          static final int SHORT = 12;
          private K id; private T payload;
          @Id public K getId() { return id; }
          @Column(length = Base.SHORT, nullable = false) public T getPayload() { return payload; }
        }
        """);
    java(
        "Order",
        """
        import jakarta.persistence.*;
        @Entity public class Order extends Base<String, String> {
          private int shown;
          @Transient public int getShown() { return shown; }
        }
        """);
    controller();

    assertThat(yaml(draft()))
        .contains("    id: string\n    fields:\n      payload: {type: string, max: 12}\n")
        .doesNotContain("shown");
  }

  @Test
  void aMappingInXmlSaysWhichFieldsAreStored() throws IOException {
    java(
        "Order",
        """
        public class Order {
          private Long id; private Long version; private String number; private boolean dirty;
        }
        """);
    Path folder = Files.createDirectories(root.resolve("src/main/resources"));
    Files.writeString(
        folder.resolve("Order.hbm.xml"),
        """
        <?xml version="1.0"?>
        <hibernate-mapping package="com.acme.shop.order">
          <class name="Order" table="orders">
            <id name="id"/><version name="version"/>
            <property name="number" not-null="true" length="20" unique="true"/>
          </class>
        </hibernate-mapping>
        """);
    controller();

    assertThat(yaml(draft()))
        .contains(
            "    fields:\n      number: {type: string, unique: true, max: 20}\n    operations");
  }

  @Test
  void jpasOwnXmlSaysWhichFieldsAreStored() throws IOException {
    java(
        "Order",
        "import java.util.*; public class Order { String id; String number; Set<String> added; }");
    Path folder = Files.createDirectories(root.resolve("src/main/resources/META-INF"));
    Files.writeString(
        folder.resolve("orm.xml"),
        """
        <?xml version="1.0"?>
        <entity-mappings xmlns="http://java.sun.com/xml/ns/persistence/orm" version="2.0">
          <entity class="com.acme.shop.order.Order" metadata-complete="true" access="FIELD">
            <table name="orders"/>
            <attributes>
              <id name="id"/>
              <basic name="number"><column name="nr" length="20" nullable="false"/></basic>
              <transient name="added"/>
            </attributes>
          </entity>
        </entity-mappings>
        """);
    controller();

    assertThat(yaml(draft()))
        .contains("    id: string\n    fields:\n      number: {type: string, max: 20}\n    oper");
  }

  @Test
  void whatIsCalledAsServicesCallWhatIsMadeOfAnAggregateIsCalledOtherwise() throws IOException {
    java(
        "Order",
        "import jakarta.persistence.*; @Entity public class Order { @Id Long id; int n; }");
    java(
        "OrderDetails",
        "import jakarta.persistence.*; @Entity public class OrderDetails { @Id Long id; int n; }");
    java(
        "Controller",
        """
        public class Controller {
          private jakarta.persistence.EntityManager db;
          void save() { db.persist(new Order()); db.persist(new OrderDetails()); }
        }
        """);

    assertThat(draft().service().aggregates())
        .extracting(each -> each.name().value())
        .containsExactlyInAnyOrder("Order", "OrderDetailsPart");
  }

  @Test
  void aNameSaysNothingOfLayers() throws IOException {
    java(
        "OrderEntity",
        "import jakarta.persistence.*; @Entity public class OrderEntity { @Id Long id; String note;"
            + " }");
    controller();

    assertThat(yaml(draft())).contains("aggregates:\n  Order:\n");
  }

  @Test
  void aLengthThatNoColumnHasIsNone() throws IOException {
    java(
        "Order",
        """
        import jakarta.persistence.*;
        import jakarta.validation.constraints.*;
        @Entity public class Order {
          @Id Long id;
          @Column(length = Integer.MAX_VALUE) String note;
          @Column(length = 2147483647) String more;
          @Size(max = 2147483647) String said;
        }
        """);
    controller();

    assertThat(yaml(draft())).contains("      more: optional text\n      said: optional string\n");
  }

  @Test
  void anIdBesideTheReferenceToItIsOneField() throws IOException {
    java(
        "Order",
        """
        import jakarta.persistence.*;
        @Entity public class Order {
          @Id Long id;
          @Column(nullable = false) Long shopId;
          @ManyToOne @JoinColumn(name = "shop_id", insertable = false, updatable = false) Shop shop;
        }
        """);
    java(
        "Shop",
        "import jakarta.persistence.*; @Entity public class Shop { @Id Long id; String name; }");
    controller();

    assertThat(yaml(draft())).contains("    fields:\n      shopId: long\n    operations");
  }

  @Test
  void tablesWithoutClassesAreDraftedFromTheirColumns() throws IOException {
    sql(
        """
        create table orders (
          code varchar(20) not null primary key, total numeric(10,2) not null, note text character set utf8,
          express tinyint(1) not null default 0, paid numeric(18,0));
        create table order_notes (
          id bigint primary key, order_code varchar(20) not null references orders(code), said varchar(80) not null);
        """);
    java(
        "OrderDao",
        """
        public class OrderDao {
          org.springframework.jdbc.core.JdbcTemplate jdbc;
          void add() { jdbc.update("insert into orders (code, total) values (?, ?)"); }
          void say() { jdbc.update("insert into order_notes (order_code, said) values (?, ?)"); }
        }
        """);

    assertThat(yaml(draft()))
        .contains(
            """
            \s Order:
                id: string
                fields:
                  total: decimal(10,2)
                  note: optional text
                  express: boolean
                  paid: optional long
                  orderNotes: list(OrderNote)
                entities:
                  OrderNote:
                    fields:
                      said: {type: string, max: 80}
            """);
  }

  @Test
  void valuesKeepTheirPartsAndWhatIsCalledId() throws IOException {
    java(
        "Order",
        """
        import jakarta.persistence.*;
        @Entity public class Order { @Id Long id; @Embedded Number number; @Embedded Route route; }
        """);
    java("Number", "@jakarta.persistence.Embeddable public class Number { String id; }");
    java(
        "Route",
        """
        import jakarta.persistence.*;
        import java.util.*;
        @Embeddable public class Route {
          @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true) List<Leg> legs;
        }
        """);
    java(
        "Leg",
        "import jakarta.persistence.*; @Entity public class Leg { @Id Long id; String to; }");
    controller();

    assertThat(yaml(draft()))
        .contains("      number: optional NumberData\n      route: optional Route\n")
        .contains("    fields:\n      idValue: optional string\n")
        .contains("    fields:\n      legs: list(Leg)\n");
  }

  @Test
  void namesThatAreNotSafeAreMended() throws IOException {
    java(
        "Order",
        """
        import jakarta.persistence.*;
        @Entity public class Order {
          @Id Long id;
          @Enumerated Grösse grösse;
          String größe; String klass_; String 数量;
          enum Grösse { default_, _1, groß, GROSS }
        }
        """);
    controller();

    Draft draft = draft();

    assertThat(draft.service().aggregates().get(0).fields())
        .extracting(each -> each.name() + ": " + each.type().notation())
        .containsExactly(
            "grosse: [default_, V1, gross, GROSS_2]",
            "grosse2: string",
            "klass: string",
            "unnamed: string");
  }

  @Test
  void routesAndMethodsAreOperationsAndCommandsOfWhatTheyName() throws IOException {
    java(
        "Order",
        "import jakarta.persistence.*; @Entity public class Order { @Id Long id; String status; }");
    java(
        "OrderRepository",
        """
        public interface OrderRepository
            extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {}
        """);
    java(
        "OrderController",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController @RequestMapping("/shop/order")
        public class OrderController {
          private OrderRepository orders;
          @PostMapping("/create") void create(@RequestBody Order order) { orders.save(order); }
          @GetMapping("/queryById") Order byId(@RequestParam Long id) { return orders.findById(id).get(); }
          @PostMapping("/status/{id}") void status(@PathVariable Long id, @RequestParam String status) {
            orders.save(byId(id)); }
          @PostMapping("/deleteBatch") void delete(@RequestParam Long[] ids) { orders.deleteAllById(null); }
          @GetMapping("/statistics") int statistics() { return 1; }
        }
        """);

    Draft draft = draft();

    assertThat(yaml(draft))
        .contains(
            """
                path: "/shop/order"
                id: long
                fields:
                  status: optional string
                commands:
                  changeStatus:
                    fields:
                      status: string
            """
                .stripTrailing());
    assertThat(texts(draft))
        .contains(
            "GET /shop/order/statistics: a query of its own on Order",
            "GET /shop/order/queryById: get of Order");
  }

  @Test
  void rowsThatAMapperInXmlBindsAreDraftedAsTheirClass() throws IOException {
    sql(
        """
        create table tb_acme_shopping_cart_item (
          cart_item_id bigint not null auto_increment, goods_id bigint not null, goods_count int not null default 1,
          note varchar(80), origin varchar(9) not null default '', primary key (cart_item_id));
        """);
    java(
        "AcmeShoppingCartItem",
        """
        public class AcmeShoppingCartItem {
          private Long cartItemId; private Long goodsId; private Integer goodsCount; private String note;
        }
        """);
    java(
        "CartItemMapper",
        "public interface CartItemMapper { int insert(AcmeShoppingCartItem it); int deleteById(Long"
            + " id); }");
    Files.writeString(
        Files.createDirectories(root.resolve("src/main/resources/mapper")).resolve("Cart.xml"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://mybatis.org/dtd/mybatis-3-mapper.dtd">
        <mapper namespace="com.acme.shop.order.CartItemMapper">
          <insert id="insert">insert into tb_acme_shopping_cart_item (goods_id, goods_count, note)
            values (#{goodsId}, #{goodsCount}, #{note})</insert>
          <delete id="deleteById">delete from tb_acme_shopping_cart_item where cart_item_id = #{id}</delete>
        </mapper>
        """);
    java(
        "CartController",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController
        public class CartController {
          private CartItemMapper items;
          @PostMapping("/shop-cart") int save(@RequestBody AcmeShoppingCartItem it) { return items.insert(it); }
          @DeleteMapping("/shop-cart/{acmeShoppingCartItemId}")
          int drop(@PathVariable("acmeShoppingCartItemId") Long id) { return items.deleteById(id); }
          @PutMapping("/shop-cart/pick/{acmeShoppingCartItemId}")
          void pick(@PathVariable("acmeShoppingCartItemId") Long id) { items.insert(null); }
        }
        """);

    Draft draft = draft();

    assertThat(draft.origins().get(0).place().file()).endsWith("/AcmeShoppingCartItem.java");
    assertThat(yaml(draft))
        .contains(
            """
              AcmeShoppingCartItem:
                path: "/shop-cart"
                id: long
                fields:
                  goodsId: long
                  goodsCount: int
                  note: {type: optional string, max: 80}
                  origin: {type: string, min: 0, max: 9}
                operations: [create, get, list, delete]
                commands:
                  pick: {}
            """
                .stripTrailing());
    assertThat(texts(draft))
        .contains(
            "DELETE /shop-cart/{acmeShoppingCartItemId}: delete of AcmeShoppingCartItem",
            "AcmeShoppingCartItem.origin: a column of tb_acme_shopping_cart_item; no field of the"
                + " class is seen to hold it");
  }

  @Test
  void aColumnWithExactDigitsIsNoDoubleAndATextThatMayBeBlankMayBeBlank() throws IOException {
    sql(
        """
        create table orders (
          id bigint primary key, total decimal(15,2) not null, weight double, share decimal, code varchar(9) not null,
          note varchar(99) not null default '', tag varchar(99) default '' not null,
          said varchar(20) not null default 'x');
        """);
    java(
        "Order",
        """
        import jakarta.persistence.*;
        @Entity @Table(name = "orders")
        public class Order {
          @Id Long id; Double total; Double weight; Double share; String code; String note; String said;
          @jakarta.validation.constraints.NotBlank String tag;
        }
        """);

    Draft draft = draft();

    assertThat(yaml(draft))
        .contains(
            """
                  total: decimal(15,2)
                  weight: optional double
                  share: optional double
                  code: {type: string, max: 9}
                  note: {type: string, min: 0, max: 99}
                  said: {type: string, max: 20}
                  tag: {type: string, min: 1, max: 99}
            """);
    assertThat(texts(draft))
        .contains("Order.total: decimal(15,2), as in its column; a double loses digits");
  }

  @Test
  void aLengthThatNothingSaysIsSaidToBeAssumed() throws IOException {
    java(
        "Content",
        """
        @com.baomidou.mybatisplus.annotation.TableName("content")
        public class Content {
          Long id; String body; @jakarta.validation.constraints.Size(max = 9) String code; }
        """);
    java(
        "Page",
        "@jakarta.persistence.Entity public class Page { @jakarta.persistence.Id Long id; String"
            + " body; }");
    java(
        "ContentMapper",
        "public interface ContentMapper extends"
            + " com.baomidou.mybatisplus.core.mapper.BaseMapper<Content> {}");
    java(
        "PageService",
        """
        public class PageService {
          private ContentMapper contents;
          @jakarta.persistence.PersistenceContext private jakarta.persistence.EntityManager all;
          void add(Content it, Page page) { contents.insert(it); all.persist(page); }
        }
        """);

    assertThat(texts(draft()))
        .filteredOn(each -> each.contains("255"))
        .containsExactly(
            "Content: no column says how long texts are, so at most 255 characters (give --schema,"
                + " or say max or text): body");
  }

  @Test
  void aWordForWhatIsAskedIsNoNameOfAnother() throws IOException {
    for (String each : List.of("Category", "GoodsInfo", "Address")) {
      java(
          each,
          "import jakarta.persistence.*; @Entity public class %s { @Id Long id; String a; }"
              .formatted(each));
    }
    java(
        "CategoryController",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController
        public class CategoryController {
          @PersistenceContext private jakarta.persistence.EntityManager all;
          @GetMapping("/admin/categories/info/{id}") Category one(@PathVariable Long id) {
            return all.find(Category.class, id); }
          @GetMapping("/getAddress") Address address(@RequestParam Long id) { return all.find(Address.class, id); }
          @GetMapping("/category!list.do") java.util.List<Category> some() {
            return all.createQuery("from Category").getResultList(); }
          @GetMapping("/getCategories") java.util.List<Category> every() {
            return all.createQuery("from Category").getResultList(); }
          @PostMapping("/admin/goods") void add(@RequestBody GoodsInfo it) { all.persist(it); }
        }
        """);

    assertThat(texts(draft()))
        .contains(
            "GET /admin/categories/info/{id}: get of Category",
            "GET /getAddress: get of Address",
            "GET /category!list.do: list of Category",
            "GET /getCategories: list of Category");
  }

  private static List<String> texts(Draft draft) {
    return draft.notes().stream().map(DraftNote::what).toList();
  }

  private static String yaml(Draft draft) {
    return ServiceText.write(draft.service(), Organisation.DEFAULT, List.of());
  }

  private Draft draft() {
    ContextMap map = new ContextMap(Monolith.analyze(root, Progress.NONE));
    return ServiceDrafts.of(
        root,
        map,
        map.decomposition().contexts().get(0),
        new ServiceName("orders"),
        new PackageName("com.acme.orders"),
        ServiceOptions.DEFAULT);
  }

  private void controller() throws IOException {
    java(
        "OrderController",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController @RequestMapping("/api/orders")
        public class OrderController {
          private OrderRepository orders;
          @PostMapping void create(@RequestBody Order order) { orders.save(order); }
          @GetMapping("/{id}") Order show(@PathVariable Long id) { return orders.findById(id).get(); }
          @PostMapping("/{id}/cancel") void cancel(
              @PathVariable Long id, @RequestParam String reason, @RequestBody(required = false) Cancel body,
              java.security.Principal who) { orders.save(show(id)); }
          record Cancel(Integer refund) {}
        }
        """);
    java(
        "OrderRepository",
        """
        public interface OrderRepository
            extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {}
        """);
  }

  private void sql(String text) throws IOException {
    Path folder = Files.createDirectories(root.resolve("src/main/resources/db/migration"));
    Files.writeString(folder.resolve("V1__orders.sql"), text);
  }

  private void java(String name, String text) throws IOException {
    Path folder = Files.createDirectories(root.resolve("src/main/java/com/acme/shop/order"));
    Files.writeString(folder.resolve(name + ".java"), "package com.acme.shop.order;\n" + text);
  }
}
