package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.SqlChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends each step behind each of its statements: it goes on when run again, and has a way back. */
class MySqlHalfWayIT extends OnMariaDb {
  @TempDir Path home;
  private List<SqlChange> changes;

  @BeforeEach
  void shop() throws Exception {
    changes = changes(home, MySqlSplitIT.SCHEMA, "order", "line", "tags");
    run(MySqlSplitIT.SCHEMA);
    run(
        """
        INSERT INTO customer (name) VALUES ('Ada');
        INSERT INTO `order` (id, customer_id, note) VALUES (1, 1, 'a'), (2, 1, 'b');
        INSERT INTO line VALUES (1, 'z', 1, 'x');
        INSERT INTO tags VALUES (1, 'x'), (1, 'x');
        """);
  }

  @Test
  void aStepThatEndsHalfWayGoesOnOrIsUndone() throws Exception {
    for (SqlChange each : changes.subList(0, 4)) {
      String before = MySqlSplitIT.state();
      for (String part : parts(each.forward())) {
        run(part);
        run(each.back());
        assertThat(MySqlSplitIT.state())
            .as(each.name() + " undone behind\n" + part)
            .isEqualTo(before);
        run(part);
        write();
        run(each.forward());
        assertThat(MySqlSplitIT.differences()).isZero();
        run(each.back());
        assertThat(MySqlSplitIT.state()).isEqualTo(before);
      }
      run(each.forward());
    }
  }

  @Test
  void aWayBackThatEndsHalfWayGoesOn() throws Exception {
    for (SqlChange each : changes.subList(0, 4)) {
      String before = MySqlSplitIT.state();
      for (String part : parts(each.back())) {
        run(each.forward());
        run(part);
        run(each.back());
        assertThat(MySqlSplitIT.state()).as(each.name() + " behind\n" + part).isEqualTo(before);
      }
      run(each.forward());
    }
  }

  @Test
  void theEndThatEndsHalfWayGoesOn() throws Exception {
    for (SqlChange each : changes.subList(0, 4)) {
      run(each.forward());
    }
    for (String part : parts(changes.get(4).forward())) {
      run(part);
    }
    assertThat(texts("SHOW DATABASES")).contains("sales").doesNotContain("sales_split");
    assertThat(texts("SHOW FULL TABLES FROM shop"))
        .containsExactlyInAnyOrder(
            "customer\tBASE TABLE", "order\tVIEW", "line\tVIEW", "tags\tVIEW");
  }

  /** Changes that leave all as it was. */
  private static void write() throws Exception {
    run(
        """
        INSERT INTO `order` (id, note) VALUES (70, 'c');
        UPDATE `order` SET note = 'd' WHERE id = 70;
        DELETE FROM `order` WHERE id = 70;
        INSERT INTO tags VALUES (NULL, 'y');
        DELETE FROM tags WHERE tag = 'y';
        """);
  }

  /**
   * The first statements of a script, ever more of them; what only tells what is known, and what
   * makes procedures, is taken as one.
   */
  private static List<String> parts(String script) {
    List<String> all = statements(script);
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      part.append(all.get(i));
      boolean dull =
          i + 1 < all.size()
              && (all.get(i + 1).contains("msvc_column(")
                  || all.get(i).contains("PROCEDURE")
                  || all.get(i).startsWith("SET "));
      if (!dull) {
        parts.add(part.toString());
      }
    }
    return parts;
  }
}
