package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedScriptsTest {
  private static Fixture dao(String members) {
    return Fixture.of("package a.b; class Dao {\n" + members + "\n}");
  }

  private static List<String> unread(FactCollector facts) {
    return facts.unread().stream()
        .map(each -> each.file() + ":" + each.line() + " " + each.reason())
        .sorted()
        .toList();
  }

  @Test
  void whatAScriptDoesToRowsItsLoaderDoes() {
    FactCollector facts =
        dao("""
        static final String CLEAN = "sql/clean.sql";
        @Value("classpath:sql/report.sql") Resource report;
        void find() { load(new ClassPathResource("sql/find.sql")); }
        void clean() { run(CLEAN); }
        void count() { String path = "/sql/" + "count.sql"; getClass().getResourceAsStream(path); }
        """)
            .with(
                "src/main/resources/sql/find.sql", "-- finds\nselect id\nfrom orders where id = ?")
            .with("src/main/resources/sql/clean.sql", "delete from orders;\nupdate log set n = 1;")
            .with("src/main/resources/sql/report.sql", "select 1 from sales join stock on 1 = 1")
            .with("src/main/resources/sql/count.sql", "select count(*) from counted")
            .with("src/main/resources/sql/other.sql", "delete from nobody_loads_it")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE orders Dao.clean SQL_FILE",
            "SELECT counted Dao.count SQL_FILE",
            "SELECT orders Dao.find SQL_FILE",
            "SELECT sales Dao SQL_FILE",
            "SELECT stock Dao SQL_FILE",
            "UPDATE log Dao.clean SQL_FILE");
    assertThat(facts.accesses())
        .allMatch(each -> each.certainty() == Certainty.INFERRED)
        .anyMatch(
            each ->
                each.table().equals("log")
                    && each.place().file().equals("src/main/resources/sql/clean.sql")
                    && each.place().line() == 2);
    assertThat(facts.statements().all()).isEqualTo(5);
  }

  @Test
  void aStatementWithANameBelongsToWhoNamesIt() {
    FactCollector facts =
        dao("""
        Queries all = Queries.of("orders.sql");
        void find() { all.get("find-order"); }
        void drop() { all.run("drop-order"); }
        """)
            .with(
                "orders.sql",
                """
                -- name: find-order
                select id from orders
                -- name: drop-order
                delete from orders where id = :id
                -- name: nobody
                select 1 from seldom
                """)
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE orders Dao.drop SQL_FILE",
            "SELECT orders Dao.find SQL_FILE",
            "SELECT seldom Dao SQL_FILE");
  }

  @Test
  void copiesForSeveralDatabasesAreAllMeantWhereThePathLeavesItOpen() {
    FactCollector facts =
        dao("void init(String db) { run(String.format(\"ddl/%s/seed.sql\", db)); }")
            .with("ddl/mysql/seed.sql", "create table t (id int); insert into t (id) values (1);")
            .with(
                "ddl/oracle/seed.sql",
                "insert into t (id) values (1); insert into t (id) values (2); insert into o (id)"
                    + " values (1);")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts))
        .containsExactly("INSERT o Dao.init MIGRATION", "INSERT t Dao.init MIGRATION");
    assertThat(facts.statements().all()).isEqualTo(3);
  }

  @Test
  void insertsOfWhatCodeGivesAreNoSeed() {
    FactCollector facts =
        dao("void add(Order o) { run(\"add.sql\", o); } void seed() { run(\"seed.sql\"); }")
            .with(
                "add.sql", "insert into orders (id) values (:id); insert into log (m) values ('a')")
            .with("seed.sql", "insert into kinds (id) values (1); insert into states values ('x')")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT kinds Dao.seed MIGRATION",
            "INSERT log Dao.add SQL_FILE",
            "INSERT orders Dao.add SQL_FILE",
            "INSERT states Dao.seed MIGRATION");
  }

  @Test
  void seedsMayChangeWhatTheyFilledAndBringOthersOfTheirClassAlong() {
    FactCollector facts =
        dao("String[] first() { return of(\"kinds.sql\"); } String[] last() { return"
                + " of(\"fix.sql\"); }")
            .with(
                "kinds.sql",
                "insert into kinds (id) values (1);\nupdate kinds set best = 1 where id = 1")
            .with("fix.sql", "update states set site = 1 where site is null")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT kinds Dao.first MIGRATION",
            "UPDATE kinds Dao.first MIGRATION",
            "UPDATE states Dao.last MIGRATION");
  }

  @Test
  void aJobThatFillsFromOtherTablesAndCleansUpIsNoSeed() {
    FactCollector facts =
        dao("void nightly() { run(\"nightly.sql\"); }")
            .with(
                "nightly.sql",
                "insert into sales_by_day (n) select count(*) from sales;\n"
                    + "delete from sales_by_day where day < 100")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE sales_by_day Dao.nightly SQL_FILE",
            "INSERT sales_by_day Dao.nightly SQL_FILE",
            "SELECT sales Dao.nightly SQL_FILE");
  }

  @Test
  void filesOfOneNameForSeveralDatabasesAreCopies() {
    FactCollector facts =
        dao("void clean(String dialect) { exec(dialect, \"clean.sql\"); }")
            .with("sql/a.PostgreSQLDialect/clean.sql", "delete from orders")
            .with("sql/a.MySQLInnoDBDialect/clean.sql", "delete from orders where 1 = 1")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts)).containsExactly("DELETE orders Dao.clean SQL_FILE");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void statementsThatDoTheSameCountOnce() {
    FactCollector facts =
        dao("void load() { run(\"seed.sql\"); }")
            .with(
                "seed.sql",
                "update a set b = 1 where c = 1;\nupdate a set b = 1 where c = 2;\nupdate a set d ="
                    + " 1;\nupdate a set b = (select e from f);")
            .facts(new LoadedScripts());

    assertThat(facts.accesses())
        .extracting(each -> each.op() + " " + each.table() + " " + each.place().line())
        .containsExactlyInAnyOrder("UPDATE a 1", "UPDATE a 3", "UPDATE a 4", "SELECT f 4");
    assertThat(facts.statements().all()).isEqualTo(3);
  }

  @Test
  void aScriptThatAMigrationLoadsIsOne() {
    FactCollector facts =
        Fixture.of(
                """
                package db.migration;
                import org.flywaydb.core.api.migration.*;
                public class V3__Fill extends BaseJavaMigration {
                  public void migrate(Context context) { run("fill.sql"); }
                }
                """)
            .with("fill.sql", "delete from orders")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts)).containsExactly("DELETE orders V3__Fill.migrate MIGRATION");
  }

  @Test
  void rowsThatAreLoadedTogetherWithTheirTablesAreTheFirstOnes() {
    FactCollector facts =
        dao("""
        private final String[] install = {"schema.sql", "rows.sql"};
        void run() { run(install); }
        void later(int id) { run("rename.sql", id); run("clean.sql"); }
        void reset() { run("schema.sql"); run("clean.sql"); run("find.sql"); run("rename.sql"); }
        """)
            .with("schema.sql", "create table kinds (id int)")
            .with("rows.sql", "insert into kinds values (1); update kinds set id = 2 where id = 1")
            .with("clean.sql", "delete from kinds where id = 3")
            .with("find.sql", "select id from kinds where id = 4")
            .with("rename.sql", "update kinds set id = 5 where id = ?")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts))
        .containsExactlyInAnyOrder(
            "INSERT kinds Dao MIGRATION",
            "UPDATE kinds Dao MIGRATION",
            "DELETE kinds Dao.later SQL_FILE",
            "UPDATE kinds Dao.later SQL_FILE",
            "DELETE kinds Dao.reset MIGRATION",
            "SELECT kinds Dao.reset SQL_FILE",
            "UPDATE kinds Dao.reset SQL_FILE");
  }

  @Test
  void migrationsComparisonsAndMessagesLoadNothing() {
    FactCollector facts =
        dao("""
        void a(String name) { name.endsWith("clean.sql"); log.info("clean.sql"); }
        void b() { throw new IllegalStateException("clean.sql"); }
        void c() { run("V1__first.sql"); run("changes.sql"); }
        void d() { run("the script clean.sql"); }
        """)
            .with("clean.sql", "delete from orders")
            .with("V1__first.sql", "delete from orders")
            .with("changes.sql", "--liquibase formatted sql\n--changeset a:1\ndelete from orders")
            .facts(new LoadedScripts());

    assertThat(facts.accesses()).isEmpty();
    assertThat(facts.statements().all()).isZero();
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void aScriptThatIsNotThereOrNotTheOnlyOneIsNamed() {
    Fixture dao =
        dao("""
        void a() { Resources.getResource("gone.sql"); }
        void b() { run("twice.sql"); }
        void c() { write("output.sql"); }
        void d(String vendor) { run("schema/" + vendor + "/create.tables.sql"); }
        """)
            .with("x/twice.sql", "delete from orders")
            .with("y/twice.sql", "delete from sales");
    for (int i = 0; i < 13; i++) {
      dao.with("schema/v" + i + "/create.tables.sql", "delete from orders");
    }

    FactCollector facts = dao.facts(new LoadedScripts());

    assertThat(facts.accesses()).isEmpty();
    assertThat(unread(facts))
        .containsExactly(
            "a/b/Dao.java:2 'gone.sql' is not there",
            "a/b/Dao.java:3 'twice.sql' can be any of 2 files",
            "a/b/Dao.java:5 'schema/*/create.tables.sql' can be any of 13 files");
  }

  @Test
  void aNameOfWhichTooLittleIsKnownMeansNoScript() {
    FactCollector facts =
        dao("""
        void a(String n) { write(n + ".sql"); write("out/" + n + "_1.sql"); }
        void b(String n) { getClass().getResource("/sql/" + n + ".sql"); }
        void c(String n) { run("sql/seed_" + n + ".sql"); }
        """)
            .with("sql/clean_1.sql", "delete from orders")
            .with("sql/seed_mysql.sql", "insert into sales (id) values (1)")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts)).containsExactly("INSERT sales Dao.c MIGRATION");
    assertThat(unread(facts))
        .containsExactly("a/b/Dao.java:3 the name of a script is only known when the program runs");
  }

  @Test
  void ofSeveralScriptsTheOneBesideTheClassIsMeant() {
    FactCollector facts =
        dao("void a() { Dao.class.getResource(\"find.sql\"); }")
            .with("src/main/resources/a/b/find.sql", "select id from own")
            .with("src/main/resources/a/find.sql", "select id from other")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT own Dao.a SQL_FILE");
  }

  @Test
  void aScriptThatIsNoneHidesNothing() {
    FactCollector facts =
        dao("void a() { run(\"bad.sql\"); run(\"good.sql\"); }")
            .with("bad.sql", "select ((((' from where ;;; -- name:\n\u0000")
            .with("good.sql", "delete from orders")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts)).containsExactly("DELETE orders Dao.a SQL_FILE");
  }

  @Test
  void aToolThatOnlyListsAndConvertsScriptsRunsNone() {
    String tool =
        """
        package a.b; import java.nio.file.*; import java.util.*;
        class Tool {
          static void main(String[] args) { names(args[0]).forEach(System.out::println); }
          static List<String> names(String dir) {
            List<String> all = new ArrayList<>();
            all.add(dir + "/find.sql");
            return all;
          }
        }
        """;
    String script = "select id from orders where id = ?";
    FactCollector alone =
        Fixture.of(tool).with("src/main/resources/sql/find.sql", script).facts(new LoadedScripts());
    FactCollector run =
        Fixture.of(
                tool
                    + """
                    class Runs {
                      java.sql.Statement statement;
                      void all() { Tool.names("sql").forEach(each -> statement.execute(each)); }
                    }
                    """)
            .with("src/main/resources/sql/find.sql", script)
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(alone)).isEmpty();
    assertThat(Fixture.accesses(run)).containsExactly("SELECT orders Tool.names SQL_FILE");
  }

  @Test
  void whoAsksForAScriptOrWritesItDoesNotRunIt() {
    FactCollector facts =
        dao("""
        boolean known() { return Files.exists(Paths.get("sql/find.sql")); }
        void dump() { write(new java.io.FileWriter("sql/find.sql")); }
        void find() { load("sql/find.sql"); }
        """)
            .with("src/main/resources/sql/find.sql", "select id from orders where id = ?")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT orders Dao.find SQL_FILE");
  }
}
