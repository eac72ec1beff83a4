package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaCallsTest {
  private static final String ENTITIES =
      """
      package a;
      import jakarta.persistence.*;
      @Entity class City { @Id long id; String name; }
      @Entity class Person { @Id long id; String name; @ManyToOne City city; }
      @Entity class Bill {
        @Id long id;
        String state;
        @ManyToOne(fetch = FetchType.LAZY) Person payer;
      }
      """;

  private static FactCollector query(String condition) {
    return Fixture.of(
            ENTITIES,
            """
            package a;
            import jakarta.persistence.EntityManager;
            import jakarta.persistence.criteria.*;
            class Bills {
              EntityManager manager;
              void find() {
                CriteriaBuilder builder = manager.getCriteriaBuilder();
                CriteriaQuery<Bill> query = builder.createQuery(Bill.class);
                Root<Bill> bill = query.from(Bill.class);
                query.where(%s);
                manager.createQuery(query).getResultList();
              }
            }
            """
                .formatted(condition))
        .facts(new EntityMappings(), new JpaCalls());
  }

  @Test
  void aPathReadsTheTablesThatItLeadsOver() {
    FactCollector facts =
        query("builder.equal(bill.get(\"payer\").get(\"city\").get(\"name\"), \"Rome\")");

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT Bill Bills.find CRITERIA",
            "SELECT City Bills.find CRITERIA",
            "SELECT Person Bills.find CRITERIA");
    assertThat(facts.joins())
        .anySatisfy(join -> assertThat(join.tables()).containsExactly("Bill", "City", "Person"));
  }

  @Test
  void aPathThatEndsAtAKeyStaysBeforeItsTable() {
    assertThat(Fixture.accesses(query("builder.equal(bill.get(\"payer\").get(\"id\"), 1)")))
        .containsExactly("SELECT Bill Bills.find CRITERIA");
    assertThat(
            Fixture.accesses(
                query("builder.equal(bill.get(\"payer\").get(\"city\").get(\"id\"), 1)")))
        .containsExactly("SELECT Bill Bills.find CRITERIA", "SELECT Person Bills.find CRITERIA");
  }

  @Test
  void aPathCanBeWrittenWithTheMetamodel() {
    assertThat(
            Fixture.accesses(
                query("builder.equal(bill.get(Bill_.payer).get(Person_.name), \"Ann\")")))
        .containsExactly("SELECT Bill Bills.find CRITERIA", "SELECT Person Bills.find CRITERIA");
  }

  @Test
  void criteriaThatAreFinishedInTheCallAreNoTextThatIsMissing() {
    FactCollector facts =
        Fixture.of(
                ENTITIES,
                """
                package a;
                import jakarta.persistence.EntityManager;
                import jakarta.persistence.criteria.*;
                class Bills {
                  EntityManager manager;
                  void find(Predicate paid) {
                    CriteriaQuery<Bill> query = manager.getCriteriaBuilder().createQuery(Bill.class);
                    Root<Bill> bill = query.from(Bill.class);
                    manager.createQuery(query.select(bill).where(paid)).getResultList();
                  }
                }
                """)
            .facts(new EntityMappings(), new JpaCalls());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT Bill Bills.find CRITERIA");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void whatIsNoPathOfAnEntityReadsNothing() {
    assertThat(Fixture.accesses(query("map.get(\"payer\").get(\"name\")")))
        .isEqualTo(List.of("SELECT Bill Bills.find CRITERIA"));
  }
}
