package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Column;
import dev.msvc.model.TableFact;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodedMigrationsTest {
  private static final String MOVE =
      """
      package db.migration;
      import java.sql.Statement;
      import org.flywaydb.core.api.migration.BaseJavaMigration;
      import org.flywaydb.core.api.migration.Context;
      public class V2__Move extends BaseJavaMigration {
        @Override
        public void migrate(Context context) throws Exception {
          try (Statement run = context.getConnection().createStatement()) {
            run.execute("create table moved (id int)");
            run.executeUpdate("insert into moved (id) select id from item");
            run.execute("alter table item add column code varchar(3)");
          }
        }
      }
      """;

  @Test
  void aMigrationInJavaWhoseNameSaysNoVersionIsTold() {
    FactCollector facts =
        Fixture.of()
            .withJava(
                "db/DropOld.java",
                """
                package db;
                import org.flywaydb.core.api.MigrationVersion;
                import org.flywaydb.core.api.migration.*;
                public class DropOld extends BaseJavaMigration {
                  public MigrationVersion getVersion() { return MigrationVersion.fromVersion("2"); }
                  public void migrate(Context context) throws Exception {
                    context.getConnection().createStatement().execute("drop table old");
                  }
                }
                """)
            .with("db/migration/V1__all.sql", "create table old (id int)")
            .facts(new SchemaFiles());

    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("old");
    assertThat(facts.unread())
        .extracting(each -> each.file() + ":" + each.line() + " " + each.reason())
        .containsExactly(
            "db/DropOld.java:7 a migration of Flyway whose name says no version: what it defines is"
                + " not applied");
  }

  @Test
  void whatAMigrationInJavaDropsOrRenamesIsGone() {
    FactCollector facts =
        Fixture.of()
            .withJava(
                "app/src/main/java/db/migration/V2__Tidy.java",
                """
                package db.migration;
                import org.flywaydb.core.api.migration.BaseJavaMigration;
                import org.flywaydb.core.api.migration.Context;
                import org.springframework.jdbc.core.JdbcTemplate;
                public class V2__Tidy extends BaseJavaMigration {
                  private static final String[] GONE = {"DROP TABLE one", "drop table two"};
                  public void migrate(Context context) throws Exception {
                    JdbcTemplate jdbc = new JdbcTemplate(context.getConnection());
                    for (String each : GONE) {
                      jdbc.execute(each);
                    }
                    for (String each : java.util.List.of("drop table three")) {
                      jdbc.execute(each);
                    }
                    for (String each : new String[] {"four", "five"}) {
                      jdbc.execute("drop table " + each);
                    }
                    String sql = "alter table six rename to seven";
                    run(jdbc, sql);
                  }
                  private void run(JdbcTemplate jdbc, String sql) {
                    jdbc.execute(sql);
                  }
                }
                """)
            .with(
                "app/src/main/resources/db/migration/V1__all.sql",
                "create table one (id int); create table two (id int); create table three (id int);"
                    + " create table four (id int); create table five (id int); create table six"
                    + " (id int);")
            .facts(new SchemaFiles());

    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("seven");
  }

  @Test
  void whatAChangeOfLiquibaseInJavaReturnsIsRun() {
    FactCollector facts =
        Fixture.of()
            .withJava(
                "a/Drop.java",
                """
                package a;
                import liquibase.change.custom.CustomSqlChange;
                import liquibase.statement.SqlStatement;
                import liquibase.statement.core.RawSqlStatement;
                class Drop implements CustomSqlChange {
                  public SqlStatement[] generateStatements(liquibase.database.Database db) {
                    return new SqlStatement[] {new RawSqlStatement("drop table old")};
                  }
                }
                """)
            .with(
                "db/log.xml",
                """
                <databaseChangeLog>
                  <changeSet id="1" author="x"><sql>create table old (id int); create table kept (id int)</sql></changeSet>
                  <changeSet id="2" author="x"><customChange class="a.Drop"/></changeSet>
                </databaseChangeLog>
                """)
            .facts(new SchemaFiles());

    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("kept");
  }

  @Test
  void aMigrationInJavaRunsInItsPlaceAmongTheScripts() {
    FactCollector facts =
        Fixture.of()
            .withJava("app/src/main/java/db/migration/V2__Move.java", MOVE)
            .with("app/src/main/resources/db/migration/V1__item.sql", "create table item (id int);")
            .with(
                "app/src/main/resources/db/migration/V3__code.sql",
                "alter table item drop column id; alter table moved rename to gone;")
            .facts(new SchemaFiles());

    assertThat(facts.tables())
        .extracting(TableFact::name, each -> each.columns().toString())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("gone", columns("id", "int")),
            org.assertj.core.groups.Tuple.tuple("item", columns("code", "varchar(3)")));
    assertThat(facts.tables().stream().filter(each -> each.name().equals("gone")))
        .flatExtracting(TableFact::places)
        .extracting(Object::toString)
        .first()
        .asString()
        .contains("V2__Move.java")
        .contains("9");
  }

  @Test
  void aScriptThatAMigrationInJavaNamesRunsAtItsVersion() {
    FactCollector facts =
        Fixture.of()
            .withJava(
                "app/src/main/java/db/migration/base/V1__Base.java",
                """
                package db.migration.base;
                import org.flywaydb.core.api.migration.*;
                import org.springframework.core.io.ClassPathResource;
                public class V1__Base extends BaseJavaMigration {
                  private static final String SCHEMA = "/db/base/all_tables.sql";
                  public void migrate(Context context) throws Exception {
                    new Runner(context.getConnection()).run(new ClassPathResource(SCHEMA));
                    new Runner(context.getConnection()).run(new ClassPathResource("gone.sql"));
                  }
                }
                """)
            .withJava(
                "app/src/main/java/a/Other.java",
                "package a; class Other { String s() { return read(\"report.sql\"); } }")
            .with(
                "app/src/main/resources/db/base/all_tables.sql",
                "create table item (id int); create table old (id int);")
            .with("app/src/main/resources/a/report.sql", "create table scratch (id int);")
            .with(
                "app/src/main/resources/db/migration/V2__later.sql",
                "drop table old; alter table item rename to product;")
            .facts(new SchemaFiles());

    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("product");
    assertThat(facts.unread())
        .extracting(each -> each.file() + ":" + each.line() + " " + each.reason())
        .containsExactlyInAnyOrder(
            "app/src/main/java/db/migration/base/V1__Base.java:8 names 'gone.sql', which is not"
                + " there",
            "app/src/main/resources/a/report.sql:0 a script beside migrations: set aside, the"
                + " migrations count");
  }

  @Test
  void whatAChangeOfLiquibaseInJavaDefinesCountsInItsPlace() {
    FactCollector facts =
        Fixture.of()
            .withJava(
                "a/Split.java",
                """
                package a;
                import liquibase.change.custom.CustomTaskChange;
                class Split implements CustomTaskChange {
                  java.sql.Connection db;
                  public void execute() throws Exception {
                    db.createStatement().execute("create table part (id int)");
                  }
                }
                """)
            .with(
                "db/log.xml",
                """
                <databaseChangeLog>
                  <changeSet id="1" author="x"><customChange class="a.Split"/></changeSet>
                  <changeSet id="2" author="x"><renameTable oldTableName="part" newTableName="piece"/></changeSet>
                  <changeSet id="3" author="x"><customChange class="a.Gone"/></changeSet>
                </databaseChangeLog>
                """)
            .facts(new SchemaFiles());

    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("piece");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactly("4 runs a program: customChange");
  }

  private static String columns(String name, String type) {
    return List.of(new Column(name, type)).toString();
  }

  @Test
  void whatMigrationsDoToRowsIsOfMigrations() {
    FactCollector facts =
        Fixture.of()
            .withJava("db/migration/V2__Move.java", MOVE)
            .withJava(
                "a/Fill.java",
                """
                package a;
                import liquibase.change.custom.CustomTaskChange;
                class Fill implements CustomTaskChange {
                  java.sql.Connection db;
                  void run() throws Exception { db.prepareStatement("delete from item").execute(); }
                }
                """)
            .withJava(
                "a/V9__Plain.java",
                """
                package a;
                class V9__Plain {
                  java.sql.Connection db;
                  void run() throws Exception { db.prepareStatement("update item set x = 1").execute(); }
                }
                """)
            .facts(new SchemaFiles(), new JdbcStatements());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE item Fill.run MIGRATION",
            "INSERT moved V2__Move.migrate MIGRATION",
            "SELECT item V2__Move.migrate MIGRATION",
            "UPDATE item V9__Plain.run JDBC");
    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("moved");
  }
}
