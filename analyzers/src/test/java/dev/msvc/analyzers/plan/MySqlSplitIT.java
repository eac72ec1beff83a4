package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.SqlChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the SQL of a roadmap on a real MariaDB: there, and all the way back. */
class MySqlSplitIT extends OnMariaDb {
  /** All that makes it hard: a word for a name, what is computed, no key, keys of all kinds. */
  static final String SCHEMA =
      """
      CREATE TABLE customer (
        id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        name VARCHAR(50),
        best_order BIGINT) ENGINE=InnoDB;
      CREATE TABLE `order` (
        id BIGINT NOT NULL AUTO_INCREMENT,
        customer_id INT,
        parent BIGINT,
        amount DECIMAL(12,4) NOT NULL DEFAULT 0,
        twice DECIMAL(14,4) GENERATED ALWAYS AS (amount * 2) STORED,
        note VARCHAR(60),
        raw VARBINARY(20),
        placed TIMESTAMP(3) NULL,
        seen DATETIME(6),
        kind ENUM('b','a'),
        bits BIT(5),
        ratio FLOAT,
        PRIMARY KEY (id),
        KEY (note),
        CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
        CONSTRAINT fk_parent FOREIGN KEY (parent) REFERENCES `order` (id) ON DELETE CASCADE
      ) ENGINE=InnoDB;
      CREATE TABLE line (
        order_id BIGINT NOT NULL,
        kind ENUM('z','a','m') NOT NULL,
        no SMALLINT NOT NULL,
        sku VARCHAR(40) UNIQUE,
        PRIMARY KEY (order_id, kind, no),
        FOREIGN KEY (order_id) REFERENCES `order` (id) ON DELETE CASCADE ON UPDATE CASCADE
      ) ENGINE=InnoDB;
      CREATE TABLE tags (
        order_id BIGINT,
        tag VARCHAR(20),
        CONSTRAINT fk_tagged FOREIGN KEY (order_id) REFERENCES `order` (id) ON DELETE SET NULL
      ) ENGINE=InnoDB;
      ALTER TABLE customer ADD CONSTRAINT fk_best FOREIGN KEY (best_order) REFERENCES `order` (id) ON DELETE SET NULL;
      """;

  @TempDir Path home;
  private List<SqlChange> changes;

  @BeforeEach
  void shop() throws Exception {
    changes = changes(home, SCHEMA, "order", "line", "tags");
    run(SCHEMA);
    run(
        """
        INSERT INTO customer (name) VALUES ('Ada'), ('Bob');
        SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
        INSERT INTO `order` (id, customer_id, parent, amount, note, raw, placed, seen, kind, bits, ratio) VALUES
          (0, NULL, NULL, 0, NULL, NULL, NULL, '0000-00-00', NULL, NULL, NULL),
          (1, 1, NULL, 1.5, 'first', x'00FF27', '2024-10-27 00:30:00', '2024-01-01 00:00:00.000001', 'a', b'101', 0.1),
          (2, 1, 1, 2, 'größe 💶', x'', NULL, NULL, 'b', b'0', 1e30),
          (3, 2, 2, 3, 'it''s \\\\ "q"', NULL, NULL, NULL, NULL, NULL, NULL),
          (4, NULL, NULL, 3, 'new key', NULL, NULL, NULL, NULL, NULL, NULL);
        INSERT INTO line VALUES (1, 'z', 1, 'a'), (1, 'a', 1, 'A1'), (1, 'a', -2, NULL), (2, 'm', 1, 'b'), (4, 'z', 9, 'd');
        INSERT INTO tags VALUES (1, 'a'), (1, 'a'), (1, 'A'), (2, 'b'), (NULL, NULL), (3, 'c');
        UPDATE customer SET best_order = 2 WHERE id = 1;
        """);
  }

  @Test
  void itGoesThereAndBackFromEachStepWithNothingChanged() throws Exception {
    String before = state();
    for (int far = 1; far <= 4; far++) {
      for (int i = 0; i < far; i++) {
        run(changes.get(i).forward());
      }
      for (int i = far - 1; i >= 0; i--) {
        run(changes.get(i).back());
      }
      assertThat(state()).as("from step " + far).isEqualTo(before);
    }
    for (SqlChange each : changes) {
      run(each.forward());
    }
    assertThat(count("SELECT COUNT(*) FROM sales.`order`")).isEqualTo(5);
    assertThat(count("SELECT COUNT(*) FROM shop.`order`")).isEqualTo(5);
    assertThat(texts("SHOW DATABASES")).contains("sales").doesNotContain("sales_split");
  }

  @Test
  void whateverIsWrittenOnTheWayIsThereAfterTheWayBack() throws Exception {
    run(changes.get(0).forward());
    run(
        """
        INSERT INTO `order` (note, customer_id) VALUES ('after expand', 2), ('gone', 2);
        UPDATE `order` SET id = 50, note = NULL WHERE id = 4;
        UPDATE line SET kind = 'm', no = 7 WHERE kind = 'z';
        UPDATE tags SET tag = 'z' WHERE tag = 'A' LIMIT 1;
        REPLACE INTO line VALUES (2, 'm', 1, 'c');
        DELETE FROM `order` WHERE note = 'gone';
        DELETE FROM tags WHERE tag IS NULL;
        """);
    assertThat(differences()).isZero();

    run(changes.get(1).forward());
    run(
        """
        INSERT INTO sales.`order` (note, customer_id, amount) VALUES ('after switch', 1, 7);
        UPDATE sales.`order` SET note = 'FIRST', amount = 8 WHERE note = 'first';
        UPDATE sales.tags SET tag = 'Ä' WHERE tag = 'b';
        INSERT INTO `order` (note) VALUES ('still old');
        DELETE FROM customer WHERE id = 2;
        """);
    assertThat(differences()).isZero();
    assertThat(texts("SELECT CONCAT(note, twice) FROM shop.`order` WHERE amount > 6"))
        .containsExactlyInAnyOrder("FIRST16.0000", "after switch14.0000");
    assertThat(count("SELECT MIN(id) > 1000 FROM shop.`order` WHERE note = 'after switch'"))
        .isEqualTo(1);

    run(changes.get(2).forward());
    run(changes.get(3).forward());
    run(
        """
        UPDATE sales.`order` SET note = 'late' WHERE note = 'after switch';
        INSERT INTO `order` (note) VALUES ('by its old name');
        """);
    assertThat(texts("SELECT note FROM shop.`order`")).contains("late", "by its old name");
    assertThat(texts("SELECT note FROM sales.`order`")).contains("late", "by its old name");
    assertThat(differences()).isZero();

    for (int i = 3; i >= 0; i--) {
      run(changes.get(i).back());
    }
    assertThat(texts("SELECT note FROM shop.`order`"))
        .contains("FIRST", "late", "still old", "by its old name")
        .doesNotContain("after expand");
    run("INSERT INTO `order` (note) VALUES ('new id')");
  }

  @Test
  void aTableWithoutAKeyMayHaveSeveralLongTexts() throws Exception {
    String schema =
        "CREATE TABLE memo (a LONGTEXT, b LONGTEXT, c LONGTEXT, d LONGBLOB, e TEXT) ENGINE=InnoDB;";
    List<SqlChange> all = changes(home, schema, "memo");
    run(schema);
    run(
        """
        INSERT INTO memo VALUES
          (REPEAT('x', 70000), 'b', 'c', 'd', 'e'), (CONCAT(REPEAT('x', 70000), 'y'), 'b', 'c', 'd', 'e'),
          (NULL, NULL, NULL, NULL, NULL), (NULL, NULL, NULL, NULL, NULL);
        """);

    run(all.get(0).forward());
    run("UPDATE sales.memo SET a = CONCAT(REPEAT('x', 70000), 'Y') WHERE a LIKE '%y'");
    assertThat(refused(all.get(1).forward()).rows())
        .contains("both copies differ, nothing was changed: memo: 2");
    run("UPDATE sales.memo SET a = CONCAT(REPEAT('x', 70000), 'y') WHERE a LIKE '%y'");
    run(all.get(1).forward());
    run(all.get(1).back());
    run(all.get(0).back());

    assertThat(count("SELECT COUNT(*) FROM shop.memo WHERE LENGTH(a) = 70001")).isEqualTo(1);
  }

  @Test
  void copiesThatDifferStopTheSwitch() throws Exception {
    run(changes.get(0).forward());
    run(
        "DELETE FROM sales.tags WHERE tag = 'a'; UPDATE sales.`order` SET note = 'FIRST' WHERE id ="
            + " 1");
    String before = state();

    assertThat(refused(changes.get(1).forward()).rows())
        .contains("both copies differ, nothing was changed: order: 1, tags: 3");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void columnsAndKeysThatAreNotAsTheSchemaSaysStopItBeforeAnyChange() throws Exception {
    run(
        """
        ALTER TABLE `order` ADD COLUMN extra INT, DROP COLUMN ratio;
        ALTER TABLE line DROP FOREIGN KEY line_ibfk_1, DROP PRIMARY KEY, ADD PRIMARY KEY (order_id, no, kind);
        ALTER TABLE tags DROP FOREIGN KEY fk_tagged;
        ALTER TABLE tags ENGINE = MyISAM;
        """);
    assertThat(refused(changes.get(0).forward()).rows())
        .contains(
            "not as the schema files say, nothing was changed: line: its primary key is"
                + " (order_id,no,kind) and not (order_id,kind,no), order: the database has a column"
                + " extra that the script does not know, order: the database has no column ratio,"
                + " tags: its engine is MyISAM, which knows no transactions");
    assertThat(texts("SHOW DATABASES")).doesNotContain("sales");
    assertThat(
            texts(
                "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema ="
                    + " 'shop'"))
        .isEmpty();
    run(changes.get(0).back());
    assertThat(texts("SHOW DATABASES")).doesNotContain("sales_split");
  }

  @Test
  void aDatabaseOfThatNameIsLeftAloneOnTheWayAndOnTheWayBack() throws Exception {
    run("CREATE DATABASE sales; CREATE TABLE sales.`order` (mine INT)");

    assertThat(refused(changes.get(0).forward()).rows())
        .contains("there is a database sales already, nothing was changed");
    run(changes.get(0).back());
    assertThat(texts("SELECT COUNT(*) FROM sales.`order`")).containsExactly("0");
  }

  @Test
  void triggersOfOthersStopTheSwitchUntilTheyAreMoved() throws Exception {
    String trigger =
        "CREATE TRIGGER %s.named BEFORE INSERT ON %s.`order` FOR EACH ROW SET NEW.note ="
            + " UPPER(NEW.note);";
    run(trigger.formatted("shop", "shop"));
    run(changes.get(0).forward());
    run("INSERT INTO `order` (note) VALUES ('loud')");
    assertThat(texts("SELECT note FROM sales.`order` WHERE id > 4")).containsExactly("LOUD");

    assertThat(refused(changes.get(1).forward()).rows().toString())
        .contains("move by hand, nothing was changed: named on order");
    run(trigger.formatted("sales", "sales"));
    run("INSERT INTO sales_split.msvc_accepted VALUES ('named')");
    run(changes.get(1).forward());
    run("INSERT INTO sales.`order` (note) VALUES ('both')");
    assertThat(texts("SELECT note FROM shop.`order` WHERE id > 1000")).containsExactly("BOTH");
  }

  @Test
  void stepsOutOfTheirOrderAreRefused() throws Exception {
    refused(changes.get(1).forward());
    run(changes.get(0).forward());
    assertThat(refused(changes.get(3).forward()).rows())
        .contains("step 3 has not been done to its end, nothing was changed");
    run(changes.get(1).forward());
    assertThat(refused(changes.get(0).back()).rows())
        .contains("step 2 must be undone first, nothing was changed");
    assertThat(refused(changes.get(0).forward()).rows())
        .contains("step 2 has been begun already, nothing was changed");
    assertThat(ask("", changes.get(0).forward()).errors()).isNotEmpty();
  }

  @Test
  void whoMayUseTheOldTablesMayUseTheCopiesUntilTheWayBack() throws Exception {
    run(
        """
        CREATE USER IF NOT EXISTS clerk@localhost;
        CREATE USER IF NOT EXISTS guest@localhost;
        CREATE ROLE IF NOT EXISTS reporting;
        GRANT SELECT, INSERT ON shop.* TO clerk@localhost;
        GRANT SELECT (id, note) ON shop.`order` TO guest@localhost;
        GRANT SELECT ON shop.line TO reporting;
        """);
    run(changes.get(0).forward());

    assertThat(texts("SHOW GRANTS FOR clerk@localhost").toString())
        .contains("GRANT SELECT, INSERT ON `sales`.* TO");
    assertThat(texts("SHOW GRANTS FOR guest@localhost").toString())
        .containsPattern("GRANT SELECT \\([^)]*note[^)]*\\) ON `sales`.`order` TO");
    assertThat(texts("SHOW GRANTS FOR reporting").toString()).contains("SELECT ON `sales`.`line`");
    run(changes.get(0).back());
    for (String each : List.of("clerk@localhost", "guest@localhost", "reporting")) {
      assertThat(texts("SHOW GRANTS FOR " + each).toString()).doesNotContain("sales");
      run("REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + each);
    }
  }

  static long differences() throws IOException, InterruptedException {
    return texts("CALL sales_split.msvc_differences()").stream()
        .mapToLong(each -> Long.parseLong(each.split("\t")[1]))
        .sum();
  }

  /** All that there is beside what the scripts keep for themselves: structure, then rows. */
  static String state() throws IOException, InterruptedException {
    String mine =
        "NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys', 'sales_split')";
    List<String> all = new ArrayList<>();
    all.addAll(
        texts(
            "SELECT CONCAT_WS(' ', table_schema, table_name, table_type, engine) FROM"
                + " information_schema.tables WHERE table_schema %s ORDER BY 1".formatted(mine)));
    all.addAll(
        texts(
            "SELECT CONCAT_WS(' ', table_schema, table_name, ordinal_position, column_name,"
                + " column_type, extra) FROM information_schema.columns WHERE table_schema %s ORDER BY 1"
                    .formatted(mine)));
    all.addAll(
        texts(
            "SELECT CONCAT_WS(' ', trigger_schema, trigger_name, event_object_table) FROM"
                + " information_schema.triggers WHERE trigger_schema %s ORDER BY 1"
                    .formatted(mine)));
    all.addAll(
        texts(
            "SELECT CONCAT_WS(' ', constraint_schema, constraint_name, table_name,"
                + " referenced_table_name, delete_rule, update_rule) FROM"
                + " information_schema.referential_constraints WHERE"
                + " constraint_schema %s ORDER BY 1".formatted(mine)));
    all.addAll(
        texts(
            "SELECT CONCAT_WS(' ', table_schema, table_name, index_name, seq_in_index, column_name)"
                + " FROM"
                + " information_schema.statistics WHERE table_schema %s ORDER BY 1"
                    .formatted(mine)));
    for (String table : List.of("customer", "`order`", "line", "tags")) {
      all.addAll(
          texts(
              "SELECT * FROM shop.%s ORDER BY 1, 2, 3"
                  .formatted(table)
                  .replace("tags ORDER BY 1, 2, 3", "tags ORDER BY 1, BINARY tag")));
    }
    return String.join("\n", all);
  }
}
