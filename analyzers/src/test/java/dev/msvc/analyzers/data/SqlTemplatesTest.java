package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.TableFact;
import org.junit.jupiter.api.Test;

class SqlTemplatesTest {
  @Test
  void tablesThatATemplateCreatesAreThere() {
    FactCollector facts =
        Fixture.of("package a; class Dao {}")
            .with(
                "src/main/resources/sql/createdb.vm",
                """
                ## not to be run as it is
                create table orders (id varchar(48) not null primary key, at $db.TIMESTAMP not null);
                create table $table (id int);
                """)
            .with(
                "src/main/resources/mail/welcome.ftl",
                "<p>To create table reservations (two or more) write to us.</p>")
            .with("src/main/resources/mail/plain.vm", "Insert into the form: create table plan (x)")
            .facts(new SchemaFiles());

    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("orders");
    assertThat(facts.tables().get(0).places().get(0))
        .hasToString("src/main/resources/sql/createdb.vm:2");
    assertThat(facts.unread())
        .extracting(each -> each.file() + ":" + each.line() + " " + each.reason())
        .containsExactly(
            "src/main/resources/sql/createdb.vm:3 a name that is only known when the migration"
                + " runs");
    assertThat(facts.migrations().all()).isEqualTo(1);
  }

  @Test
  void sqlBesideTemplatesOfSourceCodeIsWrittenForADeveloperAndNeverRuns() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Generator {
                  String[] all() { return new String[] {"vm/java/domain.java.vm", "vm/sql/menu.vm"}; }
                  void find() { configuration.getTemplate("sql/find.ftl"); }
                }
                """)
            .with("src/main/resources/vm/java/domain.java.vm", "class ${name} {}")
            .with("src/main/resources/vm/sql/menu.vm", "insert into sys_menu (name) values ('$n');")
            .with("src/main/resources/sql/find.ftl", "select o.id from orders o")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT orders Generator.find SQL_FILE");
  }

  @Test
  void whoLoadsATemplateRunsItsStatements() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Dao {
                  void find() { configuration.getTemplate("sql/find.sql.ftl"); }
                  void mail() { getClass().getResource("/mail/welcome.ftl"); }
                }
                """)
            .with(
                "sql/find.sql.ftl",
                "select o.id from orders o <#if lines>join ${prefix}lines l on l.o = o.id</#if>")
            .with("mail/welcome.ftl", "<p>Select from our offers</p>")
            .facts(new LoadedScripts());

    assertThat(Fixture.accesses(facts))
        .containsExactly("SELECT lines Dao.find SQL_FILE", "SELECT orders Dao.find SQL_FILE");
    assertThat(facts.unread())
        .extracting(each -> each.file() + " " + each.reason())
        .containsExactly("sql/find.sql.ftl dynamic prefix of a table name");
  }
}
