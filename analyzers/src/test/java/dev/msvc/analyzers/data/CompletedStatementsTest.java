package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import org.junit.jupiter.api.Test;

class CompletedStatementsTest {
  @Test
  void aTableThatSubclassesNameIsTheirsAndWhatTheClassNamesItselfIsItsOwn() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                abstract class Archive {
                  JdbcTemplate jdbc;
                  Object old() {
                    return jdbc.queryForList("select * from " + table() + " t join tenants x on x.id = t.tenant");
                  }
                  private String sql() { return "delete from " + table() + where(); }
                  void clear() { jdbc.update(sql()); }
                  protected abstract String table();
                  protected String where() { return " where old = 1"; }
                }
                """,
                """
                package a;
                class Orders extends Archive {
                  static final String TABLE = "orders";
                  @Override protected String table() { return TABLE; }
                }
                """,
                """
                package a;
                class Invoices extends Archive {
                  @Override protected String table() { return "invoices"; }
                  @Override protected String where() { return " where paid = 1"; }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE invoices Invoices.clear JDBC",
            "DELETE orders Orders.clear JDBC",
            "SELECT invoices Invoices.old JDBC",
            "SELECT orders Orders.old JDBC",
            "SELECT tenants Archive.old JDBC");
    assertThat(facts.accesses())
        .filteredOn(each -> each.table().equals("orders"))
        .extracting(Access::certainty)
        .containsOnly(Certainty.INFERRED);
    assertThat(facts.statements().all()).isEqualTo(2);
    assertThat(facts.statements().read()).isEqualTo(2);
  }

  @Test
  void aWholeStatementThatSubclassesGiveIsTheirs() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                abstract class Queryable {
                  JdbcTemplate jdbc;
                  Object all(boolean sorted) {
                    String sql = complete(sorted);
                    return jdbc.queryForList(sql);
                  }
                  private String complete(boolean sorted) {
                    return sorted ? base() + " order by id" : base();
                  }
                  protected abstract String base();
                }
                class Groups extends Queryable {
                  protected String base() { return "select * from groups"; }
                }
                class Users extends Queryable {
                  protected String base() { return "select * from users"; }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly("SELECT groups Groups.all JDBC", "SELECT users Users.all JDBC");
  }

  @Test
  void aNameThatSubclassesHandToTheConstructorIsTheirs() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                abstract class Store {
                  private final String table;
                  private final JdbcTemplate jdbc;
                  Store(JdbcTemplate jdbc, String table) { this.jdbc = jdbc; this.table = table; }
                  Store(JdbcTemplate jdbc, Class<?> type) { this(jdbc, "of_" + type.getSimpleName()); }
                  void clear() { jdbc.update("delete from " + table + " where gone = 1"); }
                }
                class Carts extends Store {
                  Carts(JdbcTemplate jdbc) { super(jdbc, "carts"); }
                }
                class OldCarts extends Carts {
                  OldCarts(JdbcTemplate jdbc) { super(jdbc); }
                }
                class Visits extends Store {
                  Visits(JdbcTemplate jdbc) { super(jdbc, Visit.class); }
                }
                class Visit {}
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE carts Carts.clear JDBC",
            "DELETE carts OldCarts.clear JDBC",
            "DELETE of_Visit Visits.clear JDBC");
  }

  @Test
  void aSubclassThatOverridesTheMethodOrOnlyItsColumnsAccessesNothingByIt() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                abstract class Report {
                  JdbcTemplate jdbc;
                  Object rows() { return jdbc.queryForList("select " + columns() + " from visits"); }
                  void drop() { jdbc.update("delete from " + table()); }
                  protected abstract String columns();
                  protected abstract String table();
                }
                class Short extends Report {
                  protected String columns() { return "id"; }
                  protected String table() { return "short_report"; }
                  @Override void drop() { }
                }
                class Long extends Report {
                  protected String columns() { return "id, name"; }
                  protected String table() { return "long_report"; }
                }
                abstract class Unfinished extends Report {
                  protected String table() { return "unfinished_report"; }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly("DELETE long_report Long.drop JDBC", "SELECT visits Report.rows JDBC");
  }

  @Test
  void aClassWithoutSubclassesSaysOnlyWhatItGivesItself() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                abstract class Base {
                  protected abstract String table();
                }
                class Orders extends Base {
                  JdbcTemplate jdbc;
                  protected String table() { return "orders"; }
                  void clear() { jdbc.update("delete from " + table()); }
                }
                class Carts extends Base {
                  JdbcTemplate jdbc;
                  protected String table() { return "carts"; }
                  void clear() {
                    Runnable later = new Runnable() {
                      public void run() { jdbc.update("delete from " + table()); }
                    };
                    later.run();
                  }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .contains("DELETE orders Orders.clear JDBC")
        .noneMatch(each -> each.contains("carts Orders") || each.contains("orders Carts."));
  }

  @Test
  void anEntityWhoseClassSubclassesHandUpIsTheirs() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                abstract class Dao<T> {
                  private final Class<T> type;
                  EntityManager manager;
                  Dao(Class<T> type) { this.type = type; }
                  Object all() {
                    return manager.createQuery("select e from " + type.getSimpleName() + " e").getResultList();
                  }
                  int purge() { return manager.createQuery("delete from " + name()).executeUpdate(); }
                  String name() { return domain().getName(); }
                  abstract Class<T> domain();
                }
                class Orders extends Dao<Order> {
                  Orders() { super(Order.class); }
                  Class<Order> domain() { return Order.class; }
                }
                class Visits extends Dao<Visit> {
                  Visits() { super(Visit.class); }
                  Class<Visit> domain() { return Visit.class; }
                }
                @Entity class Order { @Id long id; }
                @Entity class Visit { @Id long id; }
                """)
            .facts(new EntityMappings(), new JpaCalls());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE Order Orders.purge JPQL",
            "DELETE Visit Visits.purge JPQL",
            "SELECT Order Orders.all JPQL",
            "SELECT Visit Visits.all JPQL");
  }
}
