package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.model.Unread;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingRolesTest {
  private static final String JPA =
      """
      package a;
      import jakarta.persistence.*;
      import java.util.*;
      import org.hibernate.annotations.*;
      import org.hibernate.envers.*;
      """;

  @Test
  void aLinkTableBelongsToTheClassThatDeclaresIt() {
    FactCollector facts =
        facts(
            """
            @MappedSuperclass abstract class Base { @Id Long id; @ElementCollection Set<String> labels; }
            @Entity @Inheritance(strategy = InheritanceType.JOINED) class Account extends Base {
              @ManyToMany Set<Tag> tags;
            }
            @Entity @SecondaryTable(name = "Savings_More") class Savings extends Account { String rate; }
            @Entity class Tag extends Base { @ManyToMany(mappedBy = "tags") Set<Account> accounts; }
            """);

    assertThat(mappings(facts))
        .containsExactly(
            "Account Account OWN",
            "Account Account_Tag JOIN",
            "Account Account_labels COLLECTION",
            "Savings Account INHERITED",
            "Savings Savings OWN",
            "Savings Savings_More SECONDARY",
            "Tag Tag OWN",
            "Tag Tag_labels COLLECTION");
    assertThat(Fixture.table(facts, "Account").entities()).containsExactly("a.Account");
    assertThat(Fixture.table(facts, "Savings").columns())
        .extracting(each -> each.name())
        .containsExactly("id", "rate");
  }

  @Test
  void hibernatesCollectionsHaveTablesToo() {
    FactCollector facts =
        facts(
            """
            @Entity class Order { @Id Long id;
              @CollectionOfElements Set<String> marks;
              @ElementCollection @JoinTable(name = "order_notes") Set<String> notes;
              @ManyToAny @JoinTable(name = "order_things") Set<Object> things; }
            """);

    assertThat(mappings(facts))
        .containsExactly(
            "Order Order OWN",
            "Order Order_marks COLLECTION",
            "Order order_notes COLLECTION",
            "Order order_things COLLECTION");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void enversKeepsOldStatesInTablesOfItsOwn() {
    FactCollector facts =
        facts(
            """
            @Entity @Audited class Order { @Id Long id;
              @ElementCollection Set<String> notes;
              @NotAudited @ElementCollection Set<String> drafts; }
            @Entity @Audited @AuditTable("old_lines") class Line { @Id Long id; }
            @Entity class Tag { @Id Long id; }
            """);

    assertThat(mappings(facts))
        .filteredOn(each -> each.endsWith("AUDIT"))
        .containsExactly(
            "Line old_lines AUDIT", "Order Order_AUD AUDIT", "Order Order_notes_AUD AUDIT");
    assertThat(facts.tables()).extracting(each -> each.name()).contains("REVINFO");
  }

  @Test
  void aQueryInTheMappingIsReadAndIsNoTableOfTheClass() {
    FactCollector facts =
        facts(
            """
            @Entity @Subselect("select o.id, sum(l.price) total from orders o join lines l on l.oid = o.id group by o.id")
            class Total { @Id Long id; }
            @Entity @SQLDelete(sql = "update thing set gone = true where id = ?")
            class Thing { @Id Long id; @Formula("(select count(*) from parts p where p.thing_id = id)") int parts;
              @Formula("price * 2") int dear; }
            """);

    assertThat(mappings(facts)).containsExactly("Thing Thing OWN");
    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT lines Total NATIVE_QUERY",
            "SELECT orders Total NATIVE_QUERY",
            "SELECT parts Thing NATIVE_QUERY",
            "UPDATE thing Thing NATIVE_QUERY");
  }

  @Test
  void aNamingStrategyOfTheSystemsOwnIsUnderstoodWhereItIsSimple() {
    String strategy =
        """
        package a;
        import org.hibernate.boot.model.naming.*;
        class Prefixed extends PhysicalNamingStrategyStandardImpl {
          public Identifier toPhysicalTableName(Identifier name, Object context) {
            return Identifier.toIdentifier(%s);
          }
        }
        """;
    String entity = JPA + "@Entity class Order { @Id Long id; }";

    assertThat(
            mappings(
                Fixture.of(entity, strategy.formatted("\"T_\" + name.getText().toLowerCase()"))
                    .facts(new EntityMappings())))
        .containsExactly("Order T_Order OWN");
    FactCollector odd =
        Fixture.of(entity, strategy.formatted("Words.pluralize(name.getText())"))
            .facts(new EntityMappings());
    assertThat(odd.mappingFacts())
        .extracting(each -> each.certainty().name())
        .containsOnly("GUESSED");
    assertThat(odd.unread())
        .extracting(Unread::reason)
        .containsExactly("naming strategy not understood: names of tables are guessed");
  }

  @Test
  void whatSomethingElseIsNamedByDoesNotCount() {
    String entity = JPA + "@Entity class OrderLine { @Id Long id; }";

    assertThat(
            mappings(
                Fixture.of(
                        entity,
                        "package a; class Beans implements"
                            + " org.springframework.jmx.export.naming.ObjectNamingStrategy {}")
                    .with("application.yml", "spring.jackson.property-naming-strategy: SNAKE_CASE")
                    .facts(new EntityMappings())))
        .containsExactly("OrderLine OrderLine OWN");
  }

  @Test
  void aStrategyThatCodeSetsUpCounts() {
    String entity = JPA + "@Entity class OrderLine { @Id Long id; }";

    assertThat(
            mappings(
                Fixture.of(
                        entity,
                        """
                        package a;
                        @org.springframework.context.annotation.Configuration class Database {
                          Object names() { return new org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy(); }
                        }
                        """)
                    .facts(new EntityMappings())))
        .containsExactly("OrderLine order_line OWN");
  }

  @Test
  void aNameThatIsAConstantFromElsewhereIsSaidAndNotMadeUp() {
    FactCollector facts =
        facts(
            """
            @Entity @Table(name = org.other.Names.ORDERS) class Order { @Id Long id; }
            @Entity @Table(name = "t_" + org.other.Names.TAGS) class Tag { @Id Long id; }
            @Entity @Table(name = Own.LINES) class Line { @Id Long id; }
            class Own { static final String LINES = "order_lines"; }
            @Entity @Table(name = Search.FOUND) class Search {
              static final String FOUND = "FOUND";
              @Id Long id;
            }
            """);

    assertThat(mappings(facts)).containsExactly("Line order_lines OWN", "Search FOUND OWN");
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .containsExactly(
            "the table's name is the constant 'ORDERS', which is not in the source",
            "the table's name is a constant that is not in the source");
  }

  @Test
  void otherStoresHaveNamesOfTheirOwn() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import io.micronaut.data.annotation.MappedEntity;
                import org.springframework.data.neo4j.core.schema.Node;
                import org.springframework.data.redis.core.RedisHash;
                import org.springframework.data.mongodb.core.mapping.Document;
                @MappedEntity class OrderLine { Long id; }
                @Node("Human") class Person { Long id; }
                @RedisHash class Session { String id; }
                @Document("#{@tenant.name}_visits") class Visit { String id; }
                class Note extends io.quarkus.mongodb.panache.PanacheMongoEntity { String text; }
                """)
            .facts(new EntityMappings());

    assertThat(mappings(facts))
        .containsExactly(
            "Note note OWN",
            "OrderLine order_line OWN",
            "Person Human OWN",
            "Session a.Session OWN");
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .containsExactly("name '#{@tenant.name}_visits' is known only where the program runs");
  }

  private static FactCollector facts(String classes) {
    return Fixture.of(JPA + classes).facts(new EntityMappings());
  }

  private static List<String> mappings(FactCollector facts) {
    return facts.mappingFacts().stream()
        .map(
            each ->
                each.className().substring(each.className().lastIndexOf('.') + 1)
                    + " "
                    + each.table()
                    + " "
                    + each.role())
        .sorted()
        .toList();
  }
}
