package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import org.junit.jupiter.api.Test;

class LibraryDaosTest {
  private static final String ORDER =
      "package a; import javax.persistence.*;"
          + " @Entity @Table(name = \"orders\") public class Order { @Id Long id; }";
  private static final String ORDER_DAO =
      "package a; import com.acme.common.Crud; public interface OrderDao extends Crud<Order> {"
          + " Order newest(); }";
  private static final String ORDER_HIBERNATE_DAO =
      """
      package a;
      import com.acme.common.hibernate.GenericDao;
      public class OrderHibernateDao extends GenericDao<Order> implements OrderDao {
        public Order newest() { return null; }
        void renew(Order o) { super.saveOrUpdate(o); getSession().flush(); }
        void drop(Order o) { delete(o); }
      }
      """;

  private static FactCollector facts(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = ORDER;
    all[1] = ORDER_DAO;
    all[2] = ORDER_HIBERNATE_DAO;
    System.arraycopy(more, 0, all, 3, more.length);
    return Fixture.of(all).facts(new EntityMappings(), new LibraryDaos());
  }

  @Test
  void whatADaoInheritsFromALibraryThatIsNotThereBelongsToItsCaller() {
    FactCollector facts =
        facts(
            """
            package a;
            class Orders {
              private OrderDao orders;
              void add(Order o) { orders.saveOrUpdate(o); }
              void remove(long id) { orders.delete(id); }
              Object find(long id) { return orders.get(id); }
              Object all() { orders.newest(); return orders.getAll(); }
              Object none() { orders.flush(); orders.getEntityClass(); return orders.getSession(); }
            }
            """);

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE orders OrderHibernateDao.drop JPA",
            "DELETE orders Orders.remove JPA",
            "MERGE orders OrderHibernateDao.renew JPA",
            "MERGE orders Orders.add JPA",
            "SELECT orders Orders.all JPA",
            "SELECT orders Orders.find JPA");
    assertThat(facts.accesses()).extracting(Access::certainty).containsOnly(Certainty.GUESSED);
  }

  @Test
  void aGenericServiceOverItLeavesTheEntityToItsSubclasses() {
    FactCollector facts =
        facts(
            """
            package a;
            import com.acme.common.Crud;
            abstract class BaseService<T, D extends Crud<T>> {
              private D dao;
              protected D getDao() { return dao; }
              T get(Long id) { return dao.get(id); }
            }
            """,
            """
            package a;
            class OrderService extends BaseService<Order, OrderDao> {
              void change(Order o) { getDao().update(o); }
            }
            """,
            """
            package a;
            class Desk { OrderService orders; Order find(Long id) { return orders.get(id); } }
            """);

    assertThat(Fixture.accesses(facts))
        .contains("UPDATE orders OrderService.change JPA", "SELECT orders OrderService.get JPA")
        .noneMatch(each -> each.contains("BaseService"));
  }

  @Test
  void otherTypesOfLibrariesThatAreGivenAnEntityStoreNothing() {
    FactCollector facts =
        Fixture.of(
                ORDER,
                "package a; import com.acme.common.Page; class Shown extends Page<Order> {}",
                "package a; import com.acme.common.PlainDao; class LogDao extends PlainDao<String> {}",
                """
                package a;
                class Orders {
                  Shown shown; LogDao log; com.acme.common.Cache<Order> cache;
                  void add(Order o) { shown.save(o); log.save("x"); cache.delete(o); }
                }
                """)
            .facts(new EntityMappings(), new LibraryDaos());

    assertThat(facts.accesses()).isEmpty();
  }

  @Test
  void whatTheSystemDoesInItsOwnWayIsReadThere() {
    FactCollector facts =
        Fixture.of(
                ORDER,
                ORDER_DAO,
                """
                package a;
                import com.acme.common.hibernate.GenericDao;
                public class OrderHibernateDao extends GenericDao<Order> implements OrderDao {
                  public Order newest() { return null; }
                  public void delete(Order o) { }
                }
                """,
                "package a; class Orders { OrderDao orders; void drop(Order o) { orders.delete(o); } }")
            .facts(new EntityMappings(), new LibraryDaos());

    assertThat(facts.accesses()).isEmpty();
  }
}
