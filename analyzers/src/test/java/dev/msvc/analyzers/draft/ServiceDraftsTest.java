package dev.msvc.analyzers.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.ContextMap;
import dev.msvc.model.UserError;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.yaml.ServiceDocument;
import dev.msvc.model.yaml.ServiceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    assertThat(ServiceText.write(draft.service(), draft.notes()))
        .isEqualTo(
            """
            # Order.cancel: stands for POST /api/orders/{id}/cancel; say what it is given
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
                  cancel: {}
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

    String text = ServiceText.write(draft.service(), draft.notes());

    assertThat(ServiceDocument.read("service.yaml", text, Organisation.DEFAULT))
        .containsExactly(draft.service());
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
    assertThat(draft.notes()).contains("Order.notify: is called notifyValue");
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
    assertThat(draft.notes())
        .contains(
            "Spring Boot 2.7.18: services are not made for it; the nearest line is 3.5",
            "Java 11: the service needs 17 or later");
  }

  @Test
  void aContextThatStoresNothingIsNoService() throws IOException {
    java("Clock", "public class Clock { public static void main(String[] a) {} }");

    assertThatThrownBy(this::draft)
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.hint()).contains("msvc get aggregates"));
  }

  private Draft draft() {
    ContextMap map = new ContextMap(Monolith.analyze(root, Progress.NONE));
    return ServiceDrafts.of(
        root,
        map,
        map.decomposition().contexts().get(0),
        new ServiceName("orders"),
        new PackageName("com.acme.orders"));
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
          @PostMapping("/{id}/cancel") void cancel(@PathVariable Long id) { orders.save(show(id)); }
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
