package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpringDataRepositoriesTest {
  private static final String ENTITIES =
      """
      package a;
      import jakarta.persistence.*;
      import java.util.*;
      @Entity @Table(name = "orders") class Order {
        @Id Long id;
        @ManyToOne @JoinColumn(name = "customer_id") Customer customer;
        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL) List<Line> lines;
        String state;
      }
      @Entity @Table(name = "customers") class Customer { @Id Long id; String name; }
      @Entity @Table(name = "order_lines") class Line { @Id Long id; @ManyToOne Order order; }
      """;

  @Test
  void namesDescribeQueriesAndWhatTheyJoin() {
    assertThat(
            accesses(
                """
                package a;
                import org.springframework.data.jpa.repository.JpaRepository;
                interface Orders extends JpaRepository<Order, Long> {
                  List<Order> findByCustomerName(String name);
                  List<Order> findByCustomerId(Long id);
                  long countByState(String state);
                  void deleteByState(String state);
                }
                """))
        .containsExactly(
            "DELETE order_lines Orders.deleteByState CASCADE",
            "DELETE orders Orders.deleteByState SPRING_DATA",
            "SELECT customers Orders.findByCustomerId SPRING_DATA",
            "SELECT customers Orders.findByCustomerName SPRING_DATA",
            "SELECT orders Orders.countByState SPRING_DATA",
            "SELECT orders Orders.findByCustomerId SPRING_DATA",
            "SELECT orders Orders.findByCustomerName SPRING_DATA");
  }

  @Test
  void repositoriesWithEntityGraphsAreSuchToo() {
    assertThat(
            accesses(
                """
                package a;
                import com.cosium.spring.data.jpa.entity.graph.repository.EntityGraphJpaRepository;
                interface Orders extends EntityGraphJpaRepository<Order, Long> {
                  List<Order> findByState(String state);
                }
                """))
        .containsExactly("SELECT orders Orders.findByState SPRING_DATA");
  }

  @Test
  void queriesAreReadInTheirLanguage() {
    FactCollector facts =
        facts(
            """
            package a;
            import org.springframework.data.jpa.repository.*;
            interface Orders extends JpaRepository<Order, Long> {
              @Query("select o from Order o join o.customer c where c.name = :name")
              List<Order> named(String name);
              @Query("select o from #{#entityName} o where o.customer = :c")
              List<Order> of(Customer c);
              @Modifying @Query("update Order o set o.state = 'x' where o.id = :id")
              void close(long id);
              @Query(value = "select * from orders o join audit a on a.id = o.id", nativeQuery = true)
              List<Order> audited();
            }
            """);

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT audit Orders.audited NATIVE_QUERY",
            "SELECT customers Orders.named JPQL",
            "SELECT orders Orders.audited NATIVE_QUERY",
            "SELECT orders Orders.named JPQL",
            "SELECT orders Orders.of JPQL",
            "UPDATE orders Orders.close JPQL");
    assertThat(facts.statements().all()).isEqualTo(4);
    assertThat(facts.statements().read()).isEqualTo(4);
    assertThat(facts.joins()).hasSize(2);
  }

  @Test
  void inheritedMethodsAreTheCallersAccesses() {
    assertThat(
            accesses(
                """
                package a;
                import org.springframework.data.repository.CrudRepository;
                interface Orders extends CrudRepository<Order, Long> {}
                """,
                """
                package a;
                class Checkout {
                  private final Orders orders;
                  Checkout(Orders orders) { this.orders = orders; }
                  void place(Order order) { orders.save(order); }
                  Order find(long id) { return orders.findById(id).orElseThrow(); }
                  void drop(long id) { orders.deleteById(id); }
                }
                """))
        .containsExactly(
            "DELETE order_lines Checkout.drop CASCADE",
            "DELETE orders Checkout.drop SPRING_DATA",
            "MERGE order_lines Checkout.place CASCADE",
            "MERGE orders Checkout.place SPRING_DATA",
            "SELECT orders Checkout.find SPRING_DATA");
  }

  @Test
  void aMethodOfSpringsOwnThatIsDeclaredAnewIsTheCallersAsAnInheritedOne() {
    FactCollector facts =
        facts(
            """
            package a;
            import jakarta.persistence.*;
            class LinkKey { long from; long to; }
            @Entity @IdClass(LinkKey.class) class Link { @Id long from; @Id long to; }
            """,
            """
            package a;
            import org.springframework.data.repository.CrudRepository;
            import org.springframework.transaction.annotation.Transactional;
            interface Links extends CrudRepository<Link, LinkKey> {
              @Transactional void deleteById(LinkKey key);
              @Override @Transactional <S extends Link> S save(S link);
              @org.springframework.data.jpa.repository.Query("select l from Link l")
              java.util.List<Link> findAll();
              java.util.List<Link> findByOther(long other);
            }
            """,
            """
            package a;
            class Graph {
              Links links;
              void cut(LinkKey key) { links.deleteById(key); }
              void tie(Link link) { links.save(link); links.findAll(); }
            }
            """);

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE Link Graph.cut SPRING_DATA",
            "MERGE Link Graph.tie SPRING_DATA",
            "SELECT Link Links.findAll JPQL",
            "SELECT Link Links.findByOther SPRING_DATA");
    assertThat(facts.unread())
        .extracting(each -> each.reason())
        .containsExactly("'Other' is no property of Link");
  }

  @Test
  void aGenericBaseThatNoCodeCallsReachesWhatItsSubclassesFillIn() {
    assertThat(
            accesses(
                """
                package a;
                import org.springframework.data.repository.*;
                @NoRepositoryBean interface Base<T> extends CrudRepository<T, Long> {}
                interface Orders extends Base<Order> {}
                """,
                """
                package a;
                abstract class Service<T> {
                  Base<T> repository;
                  void keep(T each) { repository.save(each); }
                }
                class CustomerService extends Service<Customer> {}
                """,
                """
                package a;
                class Caller { Orders orders; void all() { orders.findAll(); } }
                """))
        .containsExactly(
            "MERGE customers CustomerService.keep SPRING_DATA",
            "SELECT orders Caller.all SPRING_DATA");
  }

  @Test
  void whatAGenericServiceHasARepositoryDoBelongsToTheServiceOfThatEntity() {
    assertThat(
            accesses(
                """
                package a;
                import org.springframework.data.repository.*;
                interface Orders extends CrudRepository<Order, Long> {}
                interface CrudService<T> { long count(); void create(T each); }
                abstract class AbstractCrudService<T> implements CrudService<T> {
                  CrudRepository<T, Long> repository;
                  public long count() { return repository.count(); }
                  public void create(T each) { repository.save(each); }
                }
                interface CustomerService extends CrudService<Customer> {}
                class CustomerServiceImpl extends AbstractCrudService<Customer> implements CustomerService {
                  Orders orders;
                  boolean any() { return count() > 0 && orders.count() > 0; }
                }
                """,
                """
                package a;
                class Home {
                  CustomerService customers;
                  long visits() { return customers.count(); }
                  void welcome(Customer each) { customers.create(each); }
                }
                """))
        .containsExactly(
            "MERGE customers CustomerServiceImpl.create SPRING_DATA",
            "SELECT customers CustomerServiceImpl.any SPRING_DATA",
            "SELECT customers CustomerServiceImpl.count SPRING_DATA",
            "SELECT orders CustomerServiceImpl.any SPRING_DATA");
  }

  @Test
  void aQueryThatABaseOfRepositoriesDeclaresIsOfEachRepositoryBelowAndNotOfTheBase() {
    assertThat(
            accesses(
                """
                package a;
                import org.springframework.data.repository.*;
                @NoRepositoryBean interface Base<T> extends CrudRepository<T, Long> { List<T> findAllById(Long id); }
                interface Orders extends Base<Order> {}
                interface Customers extends Base<Customer> {}
                """))
        .contains(
            "SELECT customers Customers.findAllById SPRING_DATA",
            "SELECT orders Orders.findAllById SPRING_DATA")
        .noneMatch(each -> each.contains("Base"));
  }

  @Test
  void namedQueriesBelongToTheMethodOfTheirName() {
    assertThat(
            accesses(
                """
                package a;
                import jakarta.persistence.*;
                @Entity @NamedQuery(name = "Note.recent", query = "select n from Note n, Customer c")
                class Note { @Id Long id; }
                """,
                """
                package a;
                import org.springframework.data.repository.Repository;
                interface Notes extends Repository<Note, Long> { java.util.List<Note> recent(); }
                """))
        .containsExactly("SELECT Note Notes.recent JPQL", "SELECT customers Notes.recent JPQL");
  }

  private static FactCollector facts(String... sources) {
    String[] all = new String[sources.length + 1];
    all[0] = ENTITIES;
    System.arraycopy(sources, 0, all, 1, sources.length);
    return Fixture.of(all).facts(new SpringDataRepositories());
  }

  private static List<String> accesses(String... sources) {
    FactCollector facts = facts(sources);
    assertThat(facts.unread()).isEmpty();
    return Fixture.accesses(facts);
  }

  @Test
  void whatAFragmentOfARepositoryDoesInItsOwnWayIsNotTheBaseClasss() {
    FactCollector facts =
        facts(
            """
            package a;
            import jakarta.persistence.*;
            @Entity class Link { @Id Long id; }
            """,
            """
            package a;
            interface Marking { void deleteAll(); }
            class MarkingImpl implements Marking { public void deleteAll() { mark(); } void mark() {} }
            interface Links
                extends org.springframework.data.repository.CrudRepository<Link, Long>, Marking {}
            class Graph {
              Links links;
              void cut() { links.deleteAll(); }
            }
            """);

    assertThat(Fixture.accesses(facts)).isEmpty();
  }
}
