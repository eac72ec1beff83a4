package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static FactCollector dao(String members) {
    return Fixture.of(
            """
            package a;
            import java.sql.*;
            import java.util.*;
            import org.springframework.jdbc.core.JdbcTemplate;
            class Dao { JdbcTemplate jdbc;
            %s
            }
            """
                .formatted(members))
        .facts(new JdbcStatements());
  }

  @Test
  void eachElementOfABatchIsAStatement() {
    FactCollector facts =
        dao(
            """
            void array(String which) {
              String rest = "(select id from picked where name = " + which + ")";
              String[] all = new String[] {"delete from a", "delete from b where id in " + rest};
              int n = jdbc.batchUpdate(all)[all.length - 1];
            }
            void here() { jdbc.batchUpdate(new String[] {"delete from c", "update d set e = 1"}); }
            void several() { jdbc.batchUpdate("delete from f", "delete from g"); }
            void list() {
              List<String> all = new ArrayList<>();
              all.add("delete from h");
              all.add("delete from i where x in (select y from z)");
              jdbc.batchUpdate(all.toArray(new String[0]));
            }
            """);

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "DELETE a Dao.array JDBC",
            "DELETE b Dao.array JDBC",
            "DELETE c Dao.here JDBC",
            "DELETE f Dao.several JDBC",
            "DELETE g Dao.several JDBC",
            "DELETE h Dao.list JDBC",
            "DELETE i Dao.list JDBC",
            "SELECT picked Dao.array JDBC",
            "SELECT z Dao.list JDBC",
            "UPDATE d Dao.here JDBC");
    assertThat(facts.statements().all()).isEqualTo(8);
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void eachElementThatALoopRunsIsAStatement() {
    FactCollector facts =
        dao(
            """
            static final String[] ALL = {"delete from t01", "delete from t02", "delete from t03",
              "delete from t04", "delete from t05", "delete from t06", "delete from t07",
              "delete from t08", "delete from t09", "delete from t10", "delete from t11",
              "delete from t12", "delete from t13", "delete from t14"};
            void clear(Statement statement) throws SQLException {
              for (String each : ALL) { statement.executeUpdate(each); }
            }
            """);

    assertThat(Fixture.accesses(facts))
        .hasSize(14)
        .allMatch(each -> each.endsWith(" Dao.clear JDBC"));
    assertThat(facts.statements().all()).isEqualTo(14);
  }

  @Test
  void otherArraysAreNoStatements() {
    FactCollector facts =
        dao(
            """
            void names() { print(new String[] {"select", "delete it from here now"}); }
            void given(String[] all) { jdbc.batchUpdate(all); }
            """);

    assertThat(facts.accesses()).isEmpty();
    assertThat(facts.statements().all()).isZero();
  }
}
