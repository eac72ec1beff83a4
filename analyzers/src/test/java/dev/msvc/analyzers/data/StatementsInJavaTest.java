package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import dev.msvc.model.Join;
import org.junit.jupiter.api.Test;

class StatementsInJavaTest {
  @Test
  void whatCodeCallsAPartOfAStatementIsNoTable() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Report {
                  Parts parts;
                  org.springframework.jdbc.core.JdbcTemplate jdbc;
                  void run(String rest) {
                    parts.addCte("newest", "select id from orders" + rest);
                    jdbc.query("select id from newest", null);
                    jdbc.query("select id from bills", null);
                  }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly("SELECT bills Report.run JDBC", "SELECT orders Report.run JDBC");
  }

  @Test
  void sqlIsAccessedWhereItsTextIsUsed() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                class Report {
                  private static final String TABLE = "orders";
                  private static final String ALL = "select * from " + TABLE + " o join customers c on c.id = o.c_id";
                  private static final String NEVER = "delete from leftovers where id = 1";
                  JdbcTemplate jdbc;
                  Object all() { return jdbc.queryForList(ALL); }
                  void change(boolean b) {
                    String sql = "update " + TABLE + " set state = ?";
                    if (b) { sql += " where id = ?"; }
                    jdbc.update(sql);
                    log.info("select the best from all of them");
                  }
                  String text() { return "select count(*) from visits"; }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE leftovers Report JDBC",
            "SELECT customers Report.all JDBC",
            "SELECT orders Report.all JDBC",
            "SELECT visits Report.text JDBC",
            "UPDATE orders Report.change JDBC");
    assertThat(facts.accesses()).extracting(Access::certainty).containsOnly(Certainty.PARSED);
    assertThat(facts.joins()).extracting(Join::method).containsExactly("all");
    assertThat(facts.statements().read()).isEqualTo(4);
  }

  @Test
  void aWordThatATablesNameIsPutInPlaceOfIsNoTable() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                class Dao {
                  JdbcTemplate jdbc;
                  void any(String name) {
                    String sql = "update tablename set x = 1 where tablename_id = 2";
                    jdbc.update(sql.replaceAll("tablename", name));
                  }
                  void fixed(String value) {
                    jdbc.update("delete from orders where state = 'value'".replace("value", value));
                  }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts)).containsExactly("DELETE orders Dao.fixed JDBC");
    assertThat(facts.unread()).isNotEmpty();
  }

  @Test
  void whatIsNotFollowedIsSaid() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                class Dao {
                  JdbcTemplate jdbc;
                  Object any(Names names) { return jdbc.queryForList("select * from " + names.next()); }
                  void other(Names names) { jdbc.execute(names.next()); }
                  void given(String sql) { jdbc.execute(sql); }
                }
                interface Names { String next(); }
                """)
            .facts(new JdbcStatements());

    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactlyInAnyOrder(
            "5 dynamic table name", "6 SQL is put together in a way that is not followed");
    assertThat(facts.statements().all()).isEqualTo(2);
    assertThat(facts.statements().read()).isZero();
  }

  @Test
  void whatRunsInAMethodThatLoadsAScriptIsCountedOnce() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                class Dao {
                  JdbcTemplate jdbc;
                  Object find(Texts texts) { return jdbc.queryForList(texts.render("find.sql")); }
                  Object any(Texts texts) { return jdbc.queryForList(texts.next()); }
                }
                interface Texts { String render(String file); String next(); }
                """)
            .with("find.sql", "select x from @results_schema.orders where id = @id")
            .facts(new LoadedScripts(), new JdbcStatements());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT orders Dao.find SQL_FILE");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactly("6 SQL is put together in a way that is not followed");
    assertThat(facts.statements().all()).isEqualTo(2);
    assertThat(facts.statements().read()).isEqualTo(1);
  }

  @Test
  void aTextOfAnAnnotationIsFollowedThroughAVariable() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                class Dao {
                  JdbcTemplate jdbc;
                  Texts texts;
                  void change(boolean added) {
                    String sql;
                    if (added) { sql = texts.add(); } else { sql = texts.remove(); }
                    jdbc.batchUpdate(sql);
                  }
                }
                interface Texts {
                  @Query("insert into orders (id) values (1)") String add();
                  @Query("delete from orders") String remove();
                }
                """)
            .facts(new JdbcStatements());

    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void aPreparedInsertBelongsToTheMethodThatRunsIt() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
                class Log {
                  private final SimpleJdbcInsert insert;
                  Log(javax.sql.DataSource source) {
                    insert = new SimpleJdbcInsert(source).withTableName("failures");
                  }
                  void failed() { insert.execute(java.util.Map.of()); }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts)).containsExactly("INSERT failures Log.failed JDBC");
  }

  @Test
  void entityManagersReadAndWriteWhatTheyAreGiven() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import javax.persistence.*;
                @Entity @NamedQueries({
                  @NamedQuery(name = "recent", query = "select o from Order o"),
                  @NamedQuery(name = "forgotten", query = "delete from Order o")})
                class Order { @Id Long id; @ManyToOne Customer customer; }
                @Entity class Customer { @Id Long id; String name; }
                """,
                """
                package a;
                import javax.persistence.*;
                class Orders {
                  EntityManager em;
                  void add(Order order) { em.persist(order); }
                  Order find(long id) { return em.find(Order.class, id); }
                  Object recent() { return em.createNamedQuery("recent").getResultList(); }
                  Object named() { return em.createQuery("select o from Order o where o.customer.name = 'x'"); }
                  Object raw() { return em.createNativeQuery("select * from audit"); }
                }
                """)
            .facts(new JpaCalls(), new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE Order Order JPQL",
            "INSERT Order Orders.add JPA",
            "SELECT Customer Orders.named JPQL",
            "SELECT Order Orders.find JPA",
            "SELECT Order Orders.named JPQL",
            "SELECT Order Orders.recent JPQL",
            "SELECT audit Orders.raw NATIVE_QUERY");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactly("5 named query that no code is seen to name");
  }

  @Test
  void aQueryThatAMethodOfTheSystemsOwnIsGivenBelongsToWhoGivesIt() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity class Item { @Id Long id; @ManyToMany List<Shelf> shelves; String name; }
                @Entity class Shelf { @Id Long id; }
                abstract class BaseDao {
                  EntityManager em;
                  Query createQuery(Object context, String query) { return em.createQuery(query); }
                  List<?> all(String query) { return em.createQuery(query).getResultList(); }
                }
                class ItemDao extends BaseDao {
                  Object of(Object context) {
                    return createQuery(context, "select i from Item i join i.shelves s");
                  }
                  void drop(Object context) { createQuery(context, "delete from Item where name = 'x'"); }
                  Object shelves() { return all("from Shelf s where s.id > 1"); }
                  void raw(Object context) { createQuery(context, "select * from audit"); }
                  void mail(Mailer mailer) { mailer.send("from Item to Shelf"); mailer.send("from Item, with love"); }
                }
                interface Mailer { void send(String text); }
                """)
            .facts(new JpaCalls(), new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE Item ItemDao.drop JPQL",
            "SELECT Item ItemDao.of JPQL",
            "SELECT Item_Shelf ItemDao.of JPQL",
            "SELECT Shelf ItemDao.of JPQL",
            "SELECT Shelf ItemDao.shelves JPQL",
            "SELECT audit ItemDao.raw JDBC");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void whatAMethodHandsOnAsJpqlIsJpqlAlsoWhereATableIsNamedAsItsEntity() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity @Table(name = "Item") class Item { @Id Long id; @ManyToMany List<Shelf> shelves; }
                @Entity @Table(name = "Shelf") class Shelf { @Id Long id; }
                abstract class BaseDao {
                  EntityManager em;
                  Query typed(String hql) { return plain(hql, Long.class).setMaxResults(1); }
                  Query plain(String hql, Class<?> type) { return em.createQuery(hql, type); }
                  Query raw(String sql) { return em.createNativeQuery(sql); }
                  Query named(String name) { return em.createNamedQuery(name); }
                }
                class ItemDao extends BaseDao {
                  Object count() { return typed("select count(*) from Item i join i.shelves s"); }
                  Object rows() { return raw("select count(*) from Item i join i.shelves s on 1 = 1"); }
                  Object odd() { return named("select count(*) from Shelf s"); }
                }
                """)
            .facts(new JpaCalls(), new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT Item ItemDao.count JPQL",
            "SELECT Item ItemDao.rows JDBC",
            "SELECT Item_Shelf ItemDao.count JPQL",
            "SELECT Shelf ItemDao.count JPQL",
            "SELECT Shelf ItemDao.odd JDBC");
  }

  @Test
  void theKeyOfARelationIsTheEntitysOwnWhateverElseIsSelectedOrJoined() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity class Ticket {
                  @Id Long id;
                  @ManyToOne Server server;
                  @ManyToOne Resource resource;
                }
                @Entity class Server { @Id Long id; String name; }
                @Entity class Resource { @Id Long id; @ManyToOne Server server; }
                class Tickets {
                  EntityManager em;
                  void ids() {
                    em.createQuery("select t.id from Ticket t join t.resource r where t.server.id = :s");
                  }
                  void keys() { em.createQuery("select t.server.id from Ticket t"); }
                  void whole() { em.createQuery("select t.server from Ticket t"); }
                  void joined() {
                    em.createQuery("select r.server from Ticket t join t.resource r");
                  }
                }
                """)
            .facts(new JpaCalls());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT Resource Tickets.ids JPQL",
            "SELECT Resource Tickets.joined JPQL",
            "SELECT Server Tickets.joined JPQL",
            "SELECT Server Tickets.whole JPQL",
            "SELECT Ticket Tickets.ids JPQL",
            "SELECT Ticket Tickets.joined JPQL",
            "SELECT Ticket Tickets.keys JPQL",
            "SELECT Ticket Tickets.whole JPQL");
  }

  @Test
  void anUpdateOfAHierarchyChangesTheTableOfWhatItSets() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity @Inheritance(strategy = InheritanceType.JOINED)
                class Stored { @Id Long id; boolean old; }
                @Entity class Item extends Stored { String name; }
                class Items {
                  EntityManager em;
                  void rename() { em.createQuery("update Item i set i.name = 'x' where i.old = true"); }
                  void age() { em.createQuery("update Item set old = true"); }
                }
                """)
            .facts(new JpaCalls());

    assertThat(Fixture.accesses(facts))
        .containsExactly("UPDATE Item Items.rename JPQL", "UPDATE Stored Items.age JPQL");
  }

  @Test
  void aSentenceThatBeginsAsAStatementIsNone() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Job {
                  void run(Out out, String b, String s) {
                    out.say("Delete from bundle " + b + " bitstream " + s + " with id = " + b);
                    out.say("Delete from orders where id = 1");
                  }
                }
                interface Out { void say(String text); }
                """)
            .facts(new JdbcStatements());

    assertThat(Fixture.accesses(facts)).containsExactly("DELETE orders Job.run JDBC");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void aCalledProcedureIsNamedAndTouchesNoTable() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import java.sql.*;
                class Closing {
                  void month(Connection c) throws SQLException { c.prepareCall("{call books.close_month(?, ?)}"); }
                  void rate(Connection c) throws SQLException { c.prepareCall("{? = call rate_of(?)}"); }
                  void named(Connection c, String name) throws SQLException { c.prepareCall("{call " + name + "(?)}"); }
                }
                """)
            .facts(new JdbcStatements());

    assertThat(facts.routineCalls())
        .extracting(each -> each.routine() + " " + each.method() + " " + each.certainty())
        .containsExactlyInAnyOrder("books.close_month month PARSED", "rate_of rate PARSED");
    assertThat(facts.accesses()).isEmpty();
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactly("6 dynamic name of a procedure");
  }

  @Test
  void aMethodOfOurOwnThatIsCalledAsOneOfJpaTakesQueriesToo() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import javax.persistence.*;
                @Entity @Table(name = "orders") class Order { @Id Long id; @ManyToOne Customer customer; }
                @Entity @Table(name = "customers") class Customer { @Id Long id; }
                """,
                """
                package a;
                class Dao {
                  Object createQuery(Object context, String text) { return null; }
                  void drop(Object c) { createQuery(c, "delete from Order where id = 1"); }
                  void all(Object c) { createQuery(c, "from Order o join o.customer c where c.id = 1"); }
                  void said(Object c) { createQuery(c, "from the start of the day"); }
                }
                """)
            .facts(new JpaCalls(), new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE orders Dao.drop JPQL",
            "SELECT customers Dao.all JPQL",
            "SELECT orders Dao.all JPQL");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void aPrefixThatOnlyRunningTellsIsThatOfTheOneTableThatEndsSo() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Dao {
                  static final String JOB = "select id from %PREFIX%JOB where name = ?";
                  static final String STEP = "delete from %PREFIX%STEP";
                }
                """)
            .with("schema.sql", "create table BATCH_JOB (id int);")
            .facts(new SchemaFiles(), new JdbcStatements());

    assertThat(facts.accesses())
        .extracting(
            each -> each.table().toUpperCase(java.util.Locale.ROOT) + " " + each.certainty())
        .containsExactlyInAnyOrder("BATCH_JOB INFERRED", "STEP INFERRED");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactly("4 dynamic prefix of a table name");
  }

  @Test
  void aPrefixThatAllTablesThatEndSoHaveIsTheOneThatIsMeant() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Dao {
                  static final String OWN = "select id from {0}TRIGGERS where name = ?";
                  static final String OPEN = "delete from {0}LOGS";
                }
                """)
            .with(
                "schema.sql",
                """
                create table QRTZ_TRIGGERS (id int);
                create table QRTZ_FIRED_TRIGGERS (id int);
                create table A_LOGS (id int);
                create table B_LOGS (id int);
                """)
            .facts(new SchemaFiles(), new JdbcStatements());

    assertThat(facts.accesses())
        .extracting(
            each -> each.table().toUpperCase(java.util.Locale.ROOT) + " " + each.certainty())
        .containsExactlyInAnyOrder("QRTZ_TRIGGERS INFERRED", "LOGS INFERRED");
  }

  @Test
  void theSchemaTellsWhoseColumnANameWithoutItsTableIs() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.JdbcTemplate;
                class Report {
                  JdbcTemplate jdbc;
                  Object joined() {
                    return jdbc.queryForList("select o.id, total, NAME, other from orders o, customers c"
                        + " where c.id = customer_id and exists (select 1 from lines where qty > 1)");
                  }
                }
                """)
            .with(
                "schema.sql",
                "create table orders (id int, customer_id int, total int);"
                    + " create table customers (id int, name varchar(9));"
                    + " create table lines (id int, total int, qty int);")
            .facts(new SchemaFiles(), new JdbcStatements());

    assertThat(facts.accesses())
        .extracting(each -> each.table() + " " + each.columns())
        .containsExactlyInAnyOrder(
            "customers [NAME, id]", "lines [qty]", "orders [customer_id, id, total]");
  }

  @Test
  void whatATemplateOfSpringDataDoesIsNotDoneByJpa() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.data.mongodb.core.MongoTemplate;
                import org.springframework.data.mongodb.core.mapping.Document;
                @Document("visits") class Visit { String id; }
                class Visits {
                  MongoTemplate mongo;
                  Object all() { return mongo.findAll(Visit.class); }
                }
                """)
            .facts(new JpaCalls());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT visits Visits.all SPRING_DATA");
  }
}
