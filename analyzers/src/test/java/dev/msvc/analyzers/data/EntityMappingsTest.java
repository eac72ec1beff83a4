package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.model.Column;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityMappingsTest {
  private static final String BOOT =
      """
      package a;
      import org.springframework.boot.autoconfigure.SpringBootApplication;
      @SpringBootApplication class App {}
      """;

  @Test
  void namesFollowJpaWithoutSpringBoot() {
    assertThat(tables(order("javax")))
        .containsExactly("LineItem", "PurchaseOrder", "PurchaseOrder_LineItem");
  }

  @Test
  void namesFollowSpringBootsStrategy() {
    assertThat(tables(order("jakarta"), BOOT))
        .containsExactly("line_item", "purchase_order", "purchase_order_line_items");
  }

  @Test
  void anotherStrategyInTheConfigurationCounts() {
    FactCollector facts =
        Fixture.of(order("jakarta"), BOOT)
            .with(
                "src/main/resources/application.yml",
                "spring.jpa.hibernate.naming:\n  physical-strategy: a.b.PhysicalNamingStrategyStandardImpl\n")
            .facts(new EntityMappings());

    assertThat(facts.tables()).extracting(TableFact::name).contains("PurchaseOrder");
  }

  @Test
  void anotherProviderThanHibernateNamesAsJpaDoes() {
    FactCollector facts =
        Fixture.of(order("jakarta"), BOOT)
            .with(
                "src/main/resources/META-INF/persistence.xml",
                "<provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>")
            .facts(new EntityMappings());

    assertThat(facts.tables())
        .extracting(TableFact::name)
        .containsExactlyInAnyOrder("LineItem", "PurchaseOrder", "PurchaseOrder_LineItem");
  }

  private static String order(String jpa) {
    return """
        package a;
        import %s.persistence.*;
        @Entity class PurchaseOrder {
          @Id Long id;
          @OneToMany java.util.List<LineItem> lineItems;
        }
        @Entity class LineItem { @Id Long id; }
        """
        .formatted(jpa);
  }

  @Test
  void theSchemasSpellingWins() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity class OrderLine { @Id Long id; String productName; }
                """)
            .with(
                "src/main/resources/db/migration/V1__init.sql",
                "create table ORDER_LINE (ID bigint primary key, PRODUCT_NAME varchar(80));")
            .facts(new SchemaFiles(), new EntityMappings());

    TableFact table = Fixture.table(facts, "ORDER_LINE");
    assertThat(table.kind()).isEqualTo(TableKind.TABLE);
    assertThat(table.entities()).containsExactly("a.OrderLine");
    assertThat(table.columns()).extracting(Column::name).containsExactly("ID", "PRODUCT_NAME");
  }

  @Test
  void relationsGiveForeignKeysAndJoinTables() {
    FactCollector facts =
        Fixture.of(
                BOOT,
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @MappedSuperclass abstract class Base<K> { @Id K id; }
                @Entity @Table(name = "orders", schema = "shop") class Order extends Base<Long> {
                  @ManyToOne Customer customer;
                  @ManyToOne @JoinColumn(name = "ship_to") Customer recipient;
                  @ManyToMany @JoinTable(name = "order_tags",
                    joinColumns = @JoinColumn(name = "o_id"), inverseJoinColumns = @JoinColumn(name = "t_id"))
                  Set<Tag> tags;
                  @ElementCollection @CollectionTable(name = "order_notes") List<String> notes;
                  @OneToMany(mappedBy = "order") List<Line> lines;
                  @Embedded @AttributeOverride(name = "city", column = @Column(name = "ship_city")) Address address;
                  @Transient String ignored;
                }
                @Embeddable class Address { String city; String street; }
                @Entity class Customer extends Base<Long> {}
                @Entity class Tag extends Base<Long> {}
                @Entity class Line extends Base<Long> { @ManyToOne Order order; }
                """)
            .facts(new EntityMappings());

    TableFact orders = Fixture.table(facts, "shop.orders");
    assertThat(orders.columns())
        .extracting(Column::name)
        .containsExactly("id", "customer_id", "ship_to", "ship_city", "street");
    assertThat(keys(orders)).containsExactly("[customer_id] customer", "[ship_to] customer");
    assertThat(keys(Fixture.table(facts, "order_tags")))
        .containsExactly("[o_id] shop.orders", "[t_id] tag");
    assertThat(keys(Fixture.table(facts, "order_notes"))).containsExactly("[order_id] shop.orders");
    assertThat(keys(Fixture.table(facts, "line"))).containsExactly("[order_id] shop.orders");
    assertThat(facts.mappings().all()).isEqualTo(4);
    assertThat(facts.mappings().read()).isEqualTo(4);
  }

  @Test
  void whatTheDatabaseDeletesByItselfIsSaidByMappings() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                import org.hibernate.annotations.*;
                @Entity class Orders { @Id Long id;
                  @OneToMany(mappedBy = "orders") @OnDelete(action = OnDeleteAction.CASCADE) List<Line> lines;
                  @ElementCollection @CollectionTable(name = "notes") @OnDelete(action = OnDeleteAction.CASCADE)
                  List<String> notes;
                }
                @Entity class Line { @Id Long id; @ManyToOne Orders orders; @ManyToOne Orders other;
                  @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) Item item; }
                @Entity class Item { @Id Long id;
                  @OneToMany(mappedBy = "item") @org.eclipse.persistence.annotations.CascadeOnDelete
                  List<Price> prices; }
                @Entity class Price { @Id Long id; @ManyToOne Item item;
                  @ManyToOne @JoinColumn(name = "rate", foreignKey = @ForeignKey(
                    foreignKeyDefinition = "foreign key (rate) references Rate on delete cascade")) Rate rate; }
                @Entity class Rate { @Id Long id; @ManyToOne Item item; }
                """)
            .facts(new EntityMappings());

    assertThat(deletes(facts, "Price")).containsExactly("[item_id] CASCADE", "[rate] CASCADE");
    assertThat(deletes(facts, "notes")).containsExactly("[Orders_id] CASCADE");
    // two relations lead back, so which of them is meant is not clear
    assertThat(deletes(facts, "Line")).containsExactly("[item_id] SET_NULL");
    assertThat(deletes(facts, "Rate")).isEmpty();
  }

  @Test
  void theSchemaKnowsBetterWhatTheDatabaseDeletes() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity class Line { @Id Long id;
                  @ManyToOne @org.hibernate.annotations.OnDelete(
                    action = org.hibernate.annotations.OnDeleteAction.CASCADE) Item item; }
                @Entity class Item { @Id Long id; }
                """)
            .with(
                "src/main/resources/db/migration/V1__init.sql",
                "create table item (id bigint primary key);"
                    + "create table line (id bigint primary key, item_id bigint references item(id));")
            .facts(new SchemaFiles(), new EntityMappings());

    assertThat(deletes(facts, "line")).isEmpty();
  }

  private static List<String> deletes(FactCollector facts, String table) {
    return Fixture.table(facts, table).foreignKeys().stream()
        .filter(each -> each.onDelete().changesRows())
        .map(each -> each.columns() + " " + each.onDelete())
        .toList();
  }

  @Test
  void inheritanceDecidesTheTables() {
    String strategy =
        """
        package %1$s;
        import jakarta.persistence.*;
        @Entity @Inheritance(strategy = InheritanceType.%2$s) abstract class %1$sPay { @Id Long id; }
        @Entity class %1$sCard extends %1$sPay { String number; }
        """;

    assertThat(tables(strategy.formatted("s", "SINGLE_TABLE"))).containsExactly("sPay");
    assertThat(tables(strategy.formatted("j", "JOINED"))).containsExactly("jCard", "jPay");
    assertThat(tables(strategy.formatted("t", "TABLE_PER_CLASS"))).containsExactly("tCard");
  }

  @Test
  void documentsAreCollections() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.data.mongodb.core.mapping.Document;
                @Document class ReadHistory { String id; }
                @Document(collection = "visits") class Visit { String id; }
                """)
            .facts(new EntityMappings());

    assertThat(facts.tables())
        .extracting(each -> each.name() + " " + each.kind())
        .containsExactly("readHistory COLLECTION", "visits COLLECTION");
  }

  @Test
  void noTableIsNamedAfterAnUnknownClass() {
    assertThat(
            tables(
                """
                package a;
                import jakarta.persistence.*;
                @Entity class PurchaseOrder {
                  @Id Long id;
                  @OneToMany java.util.List<b.LineItem> lineItems;
                  @ManyToMany @JoinTable(name = "Tagged") java.util.List<b.Tag> tags;
                }
                """))
        .containsExactly("PurchaseOrder", "Tagged");
  }

  @Test
  void aRelationToAnUnknownClassIsSaid() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity class Order { @Id Long id; @ManyToOne b.Elsewhere elsewhere; }
                """)
            .facts(new EntityMappings());

    assertThat(facts.mappings().read()).isZero();
    assertThat(facts.unread())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.line()).isEqualTo(3);
              assertThat(each.reason()).contains("b.Elsewhere");
            });
  }

  private static List<String> tables(String... sources) {
    return Fixture.of(sources).facts(new EntityMappings()).tables().stream()
        .map(TableFact::name)
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> keys(TableFact table) {
    return table.foreignKeys().stream().map(EntityMappingsTest::line).sorted().toList();
  }

  private static String line(ForeignKey key) {
    return key.columns() + " " + key.references();
  }
}
