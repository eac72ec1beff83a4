package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaFunctionsTest {
  private static final String SCHEMA =
      """
      create table orders (id int, total int);
      create table log (id int);
      create function open_amount(i int) returns int language sql as $$
        select sum(total) from payments where id = i $$;
      create function note(t text) returns void language plpgsql as $$ begin
        insert into log values (1); end $$;
      create function orders(a int) returns int language sql as $$ select 1 from nobody $$;
      create function round(a int, b int) returns int language sql as $$ select 1 from nobody $$;
      create view open_orders as select id, open_amount(id) from orders;
      """;

  private static FactCollector dao(String... methods) {
    return Fixture.of(
            """
            package a;
            import jakarta.persistence.*;
            import org.springframework.jdbc.core.JdbcTemplate;
            class Dao { JdbcTemplate jdbc; EntityManager em;
            %s
            }
            """
                .formatted(String.join("\n", methods)),
            "package a; import jakarta.persistence.*; @Entity @Table(name = \"orders\") class Order {"
                + " @Id int id; int total; }")
        .with("db/schema.sql", SCHEMA)
        .facts(
            new SchemaFiles(),
            new EntityMappings(),
            new JpaCalls(),
            new JdbcStatements(),
            new ThroughDatabase());
  }

  private static List<String> calls(FactCollector facts) {
    return facts.routineCalls().stream()
        .map(each -> each.routine() + " " + each.method() + " " + each.certainty())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void aStatementCallsTheFunctionsOfTheSchemaThatItNames() {
    FactCollector facts =
        dao(
            "void item() { jdbc.queryForList(\"select id, open_amount(id) from orders\"); }",
            "void where() { jdbc.queryForList(\"select id from orders where 0 < shop.OPEN_AMOUNT(id)\"); }",
            "void table() { jdbc.queryForList(\"select * from open_amount(?)\", 1); }",
            "void alone() { jdbc.queryForList(\"select note('x')\"); }",
            "String held() { return \"select note(?) as done\"; }");

    assertThat(calls(facts))
        .containsExactly(
            "note alone PARSED",
            "note held PARSED",
            "open_amount item PARSED",
            "open_amount table PARSED",
            "shop.OPEN_AMOUNT where PARSED");
    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "INSERT log Dao.alone ROUTINE",
            "INSERT log Dao.held ROUTINE",
            "SELECT orders Dao.item JDBC",
            "SELECT orders Dao.where JDBC",
            "SELECT payments Dao.item ROUTINE",
            "SELECT payments Dao.table ROUTINE",
            "SELECT payments Dao.where ROUTINE");
  }

  @Test
  void aQueryOverEntitiesCallsThemToo() {
    FactCollector facts =
        dao(
            "void named() { em.createQuery(\"select function('open_amount', o.id) from Order o\"); }",
            "void plain() { em.createQuery(\"select o from Order o where open_amount(o.id) > 1\"); }");

    assertThat(calls(facts))
        .containsExactly("open_amount named PARSED", "open_amount plain PARSED");
  }

  @Test
  void aViewReadsWhatItsFunctionsRead() {
    FactCollector facts = dao("void all() { jdbc.queryForList(\"select id from open_orders\"); }");

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT open_orders Dao.all JDBC",
            "SELECT orders Dao.all VIEW",
            "SELECT payments Dao.all VIEW");
  }

  @Test
  void tablesBuiltInFunctionsAndOthersAreNoCalls() {
    FactCollector facts =
        dao(
            "void table() { jdbc.update(\"insert into orders(id) values (1)\"); }",
            "void builtIn() { jdbc.queryForList(\"select round(total, 2) from orders\"); }",
            "void other() { jdbc.queryForList(\"select soundex(total) from orders\"); }",
            "void text() { jdbc.queryForList(\"select 'note(1)' from orders -- note(1)\"); }",
            "String sentence() { return \"select note(s)\"; }");

    assertThat(calls(facts)).isEmpty();
  }
}
