package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.mapping.EntityMappings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mapping says is fetched with an entity is read where the entity is. */
class FetchedWithTest {
  private static final String ENTITIES =
      """
      package a;
      import jakarta.persistence.*;
      import java.util.*;
      @Entity @Table(name = "orders") class Order {
        @Id Long id;
        @OneToMany(mappedBy = "order", fetch = FetchType.EAGER) List<Line> lines;
        @ManyToMany(fetch = FetchType.EAGER) @JoinTable(name = "order_tags") Set<Tag> tags;
        @ManyToOne Customer customer;
        @OneToMany List<Note> notes;
      }
      @Entity @Table(name = "lines") class Line {
        @Id Long id;
        @ManyToOne Order order;
        @ManyToOne(fetch = FetchType.EAGER) Product product;
      }
      @Entity @Table(name = "tags") class Tag { @Id Long id; }
      @Entity @Table(name = "customers") class Customer { @Id Long id; }
      @Entity @Table(name = "notes") class Note { @Id Long id; }
      @Entity @Table(name = "products") class Product { @Id Long id; }
      """;

  @Test
  void repositoriesFetchWithWhatTheyFind() {
    assertThat(
            accesses(
                new SpringDataRepositories(),
                """
                package a;
                import org.springframework.data.jpa.repository.*;
                interface Orders extends JpaRepository<Order, Long> {
                  List<Order> findByIdGreaterThan(Long id);
                  long countByIdGreaterThan(Long id);
                  @Query("select o.id from Order o") List<Long> ids();
                }
                """,
                """
                package a;
                class Desk {
                  Orders orders;
                  Object any(long id) { return orders.findById(id); }
                  long all() { return orders.count(); }
                }
                """))
        .containsExactly(
            "SELECT lines Desk.any FETCH",
            "SELECT lines Orders.findByIdGreaterThan FETCH",
            "SELECT order_tags Desk.any FETCH",
            "SELECT order_tags Orders.findByIdGreaterThan FETCH",
            "SELECT orders Desk.all SPRING_DATA",
            "SELECT orders Desk.any SPRING_DATA",
            "SELECT orders Orders.countByIdGreaterThan SPRING_DATA",
            "SELECT orders Orders.findByIdGreaterThan SPRING_DATA",
            "SELECT orders Orders.ids JPQL",
            "SELECT products Desk.any FETCH",
            "SELECT products Orders.findByIdGreaterThan FETCH",
            "SELECT tags Desk.any FETCH",
            "SELECT tags Orders.findByIdGreaterThan FETCH");
  }

  @Test
  void queriesFetchWithTheEntitiesThatTheyGive() {
    assertThat(
            accesses(
                new JpaCalls(),
                """
                package a;
                import jakarta.persistence.*;
                import jakarta.persistence.criteria.*;
                class Store {
                  EntityManager em; CriteriaQuery<Line> whole; CriteriaQuery<Long> number;
                  Object one() { return em.find(Line.class, 1L); }
                  Object mere() { return em.getReference(Line.class, 1L); }
                  Object query() { return em.createQuery("select l from Line l, Tag t"); }
                  Object hql() { return em.createQuery("from Line where id = 1"); }
                  Object count() { return em.createQuery("select count(l) from Line l"); }
                  void criteria() { whole.from(Line.class); }
                  void counted() { number.from(Line.class); }
                }
                """))
        .filteredOn(each -> each.contains("products"))
        .containsExactly(
            "SELECT products Store.criteria FETCH",
            "SELECT products Store.hql FETCH",
            "SELECT products Store.one FETCH",
            "SELECT products Store.query FETCH");
  }

  @Test
  void whatAQueryJoinsItselfIsTheQuerys() {
    assertThat(
            accesses(
                new JpaCalls(),
                """
                package a;
                import jakarta.persistence.*;
                class Store {
                  EntityManager em;
                  Object all() { return em.createQuery("select l from Line l join l.product p"); }
                }
                """))
        .containsExactly("SELECT lines Store.all JPQL", "SELECT products Store.all JPQL");
  }

  @Test
  void aNamedQueryThatNobodyIsSeenToRunFetchesNothing() {
    assertThat(
            accesses(
                new JpaCalls(),
                """
                package a;
                import jakarta.persistence.*;
                @Entity @NamedQuery(name = "none", query = "select l from Line l") class Idle {
                  @Id Long id;
                  String mayRun() { String name = "none"; return name; }
                }
                """))
        .containsExactly("SELECT lines Idle JPQL");
  }

  private static List<String> accesses(Analyzer analyzer, String... sources) {
    Fixture fixture = Fixture.of(ENTITIES);
    for (int i = 0; i < sources.length; i++) {
      fixture.withJava("a/S" + i + ".java", sources[i]);
    }
    return Fixture.accesses(fixture.facts(new EntityMappings(), analyzer));
  }
}
