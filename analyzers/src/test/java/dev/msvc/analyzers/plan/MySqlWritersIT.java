package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.SqlChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splits while others write both copies: what they wrote is in both, once. */
class MySqlWritersIT extends OnMariaDb {
  /**
   * One change of a random kind in a transaction, each statement prepared anew, as programs do;
   * kept orders are counted beside.
   */
  private static final String WRITER =
      """
      CREATE PROCEDURE bench.once_{side}(kind INT)
      BEGIN
        DECLARE n INT DEFAULT 0;
        DECLARE EXIT HANDLER FOR SQLEXCEPTION
        BEGIN
          ROLLBACK;
          UPDATE bench.go SET failed = failed + 1;
        END;
        SET @token = CONCAT('{side}', UUID()), @at = FLOOR(RAND() * 2000);
        SET @kind = kind, @bytes = UNHEX(REPLACE(UUID(), '-', ''));
        START TRANSACTION;
        WHILE n IS NOT NULL DO
          SET n = (SELECT MIN(w.n) FROM bench.what w WHERE w.kind IN (-1, @kind) AND w.n > n);
          IF n IS NOT NULL THEN
            SET @sql = (SELECT REPLACE(w.said, '{db}', '{in}') FROM bench.what w WHERE w.n = n);
            PREPARE one FROM @sql;
            EXECUTE one;
            DEALLOCATE PREPARE one;
          END IF;
        END WHILE;
        COMMIT;
        UPDATE bench.go SET made = made + 1;
      END//
      CREATE PROCEDURE bench.all_{side}()
      BEGIN
        SET SESSION lock_wait_timeout = 2, innodb_lock_wait_timeout = 2;
        WHILE (SELECT {side} FROM bench.go) DO
          CALL bench.once_{side}(FLOOR(RAND() * 10));
        END WHILE;
      END//
      """;

  private static final String WHAT =
      """
      CREATE TABLE bench.what (n INT AUTO_INCREMENT PRIMARY KEY, kind INT, said TEXT) ENGINE = InnoDB;
      INSERT INTO bench.what (kind, said) VALUES
        (-1, "SET @some = (SELECT id FROM {db}.`order` WHERE note = 'free' AND id >= @at LIMIT 1)"),
        (0, "INSERT INTO {db}.`order` (amount, note, raw, placed, seen, bits, ratio) VALUES (RAND() * 1000, @token, @bytes, NOW(3), NOW(6), 5, RAND())"),
        (0, "SET @id = LAST_INSERT_ID()"),
        (0, "INSERT INTO bench.ledger VALUES (@token, @id)"),
        (0, "INSERT INTO {db}.line VALUES (@id, 'a', 1, @token), (@id, 'z', 2, NULL)"),
        (1, "INSERT INTO {db}.`order` (amount, note, parent) VALUES (1, 'free', @some), (2, 'free', NULL)"),
        (2, "UPDATE {db}.`order` SET amount = amount + 1, kind = 'a', seen = NULL WHERE id = @some"),
        (3, "DELETE FROM {db}.`order` WHERE id = @some"),
        (4, "UPDATE {db}.line SET no = no + 1 WHERE kind = 'z' AND order_id > @at ORDER BY order_id LIMIT 1"),
        (5, "INSERT INTO {db}.tags VALUES (@some, 'é'), (NULL, 'E')"),
        (6, "DELETE FROM {db}.tags WHERE tag = 'é' LIMIT 1"),
        (7, "INSERT INTO shop.customer (name) VALUES ('x')"),
        (7, "INSERT INTO {db}.`order` (note, customer_id) VALUES ('theirs', LAST_INSERT_ID())"),
        (8, "DELETE FROM shop.customer WHERE name = 'x' ORDER BY id LIMIT 1"),
        (9, "UPDATE {db}.tags SET tag = NULL WHERE order_id = @some");
      """;

  @TempDir Path home;
  private List<SqlChange> changes;
  private final List<Session> writers = new ArrayList<>();
  private long ended;

  @BeforeEach
  void shop() throws Exception {
    changes = changes(home, MySqlSplitIT.SCHEMA, "order", "line", "tags");
    run(MySqlSplitIT.SCHEMA);
    run(
        """
        CREATE DATABASE bench;
        CREATE TABLE bench.go (old INT, new INT, made INT, failed INT) ENGINE = MyISAM;
        INSERT INTO bench.go VALUES (1, 1, 0, 0);
        CREATE TABLE bench.ledger (token VARCHAR(60) PRIMARY KEY, id BIGINT UNIQUE) ENGINE = InnoDB;
        CREATE TABLE bench.n (n INT PRIMARY KEY);
        INSERT INTO bench.n VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9);
        INSERT INTO `order` (amount, note) SELECT a.n, 'free' FROM bench.n a, bench.n b, bench.n c, bench.n d
          WHERE d.n < 4;
        INSERT INTO line SELECT id, 'm', 1, CONCAT('s', id) FROM `order`;
        INSERT INTO tags SELECT id, 'é' FROM `order` WHERE id % 20 = 0;
        """
            + WHAT
            + "DELIMITER //\n"
            + WRITER.replace("{side}", "old").replace("{in}", "shop")
            + WRITER.replace("{side}", "new").replace("{in}", "sales")
            + "DELIMITER ;");
  }

  @Test
  void whatOthersWriteMeanwhileIsInBothCopiesOnce() throws Exception {
    write("old");
    write("old");
    run(changes.get(0).forward());
    alike("1-expand");
    run(changes.get(1).forward());
    write("new");
    write("new");
    alike("2-switch");
    run(changes.get(2).forward());
    alike("3-cut-keys");
    run(changes.get(3).forward());
    alike("4-contract");
    run(changes.get(3).back());
    alike("4-contract-back");
    // without keys customers went and left their orders
    run("DELETE FROM bench.what WHERE kind = 8");
    run(
        "DELETE FROM sales.`order` WHERE customer_id IS NOT NULL AND customer_id NOT IN (SELECT id"
            + " FROM customer)");
    run(changes.get(2).back());
    alike("3-cut-keys-back");
    stop("new");
    run(changes.get(1).back());
    alike("2-switch-back");
    stop("old");

    for (String database : List.of("shop", "sales")) {
      assertThat(
              count(
                  "SELECT COUNT(*) FROM bench.ledger l LEFT JOIN %s.`order` o ON o.id = l.id AND o.note = l.token WHERE o.id IS NULL"
                      .formatted(database)))
          .as("lost in " + database)
          .isZero();
      assertThat(
              count(
                  "SELECT COUNT(*) FROM %s.`order` WHERE note LIKE 'old%%' OR note LIKE 'new%%'"
                      .formatted(database)))
          .isEqualTo(count("SELECT COUNT(*) FROM bench.ledger"));
    }
    assertThat(count("SELECT COUNT(*) FROM bench.ledger WHERE token LIKE 'new%'")).isPositive();
    long made = count("SELECT made FROM bench.go");
    long failed = count("SELECT failed FROM bench.go") + ended;
    System.out.println("changes made " + made + ", given way " + failed + ", ended " + ended);
    assertThat(made).isGreaterThan(100);
    // who gives way to another may try again, and that is rare
    assertThat(failed).isLessThan(made / 4);
  }

  @Test
  void aChangeThatFailsLeavesNothingInItsSessionThatStopsTheNext() throws Exception {
    run(changes.get(0).forward());
    String locks =
        "BEGIN; SELECT id FROM sales.`order` WHERE id = 1 FOR UPDATE; DO SLEEP(%d); COMMIT;";
    String writes =
        """
        SET innodb_lock_wait_timeout = 1;
        UPDATE `order` SET note = 'waited too long' WHERE id = 1;
        DO SLEEP(4);
        UPDATE `order` SET note = 'followed' WHERE id = 1;
        """;
    Session locking = begin(HOME, locks.formatted(4));
    running("info LIKE 'DO SLEEP%'");
    Session writing = begin(HOME, writes, "--force");
    assertThat(said(writing).errors()).contains("Lock wait timeout");
    said(locking);
    assertThat(texts("SELECT note FROM sales.`order` WHERE id = 1")).containsExactly("followed");

    // killed while it waits in the trigger
    locking = begin(HOME, locks.formatted(10));
    running("info LIKE 'DO SLEEP%'");
    writing =
        begin(
            HOME,
            """
            UPDATE `order` SET note = 'killed here' WHERE id = 1;
            DO SLEEP(1);
            UPDATE `order` SET note = 'goes on' WHERE id = 1;
            """,
            "--force");
    run(
        "KILL QUERY "
            + running(
                "db = 'shop' AND (info LIKE '%killed here%' OR info LIKE 'INSERT INTO `sales`%')"));
    assertThat(said(writing).errors()).contains("interrupted");
    said(locking);
    assertThat(texts("SELECT note FROM sales.`order` WHERE id = 1")).containsExactly("goes on");
    assertThat(MySqlSplitIT.differences()).isZero();
  }

  /** The id of a session that is at such a statement, which it must be within a minute. */
  private static String running(String such) throws IOException, InterruptedException {
    String sql =
        "SELECT id FROM information_schema.processlist WHERE command = 'Query' AND %s LIMIT 1"
            .formatted(such);
    List<String> found = texts(sql);
    for (int i = 0; i < 600 && found.isEmpty(); i++) {
      Thread.sleep(100);
      found = texts(sql);
    }
    assertThat(found).as(such).hasSize(1);
    return found.get(0);
  }

  /**
   * Begins to write, and goes on where a call ends with an error: MariaDB does not always give what
   * was waited for too long inside of a trigger to the handlers of procedures around it.
   */
  private void write(String side) throws IOException {
    String again = "ROLLBACK; CALL bench.all_%s();%n".formatted(side);
    writers.add(begin(HOME, again.repeat(200), "--force"));
  }

  private void stop(String side) throws IOException, InterruptedException {
    run("UPDATE bench.go SET %s = 0".formatted(side));
    for (Session each : writers.subList(writers.size() - 2, writers.size())) {
      List<String> errors =
          said(each).errors().lines().filter(line -> line.startsWith("ERROR")).toList();
      assertThat(errors).allMatch(error -> error.contains("Lock wait timeout exceeded"));
      ended += errors.size();
    }
    writers.subList(writers.size() - 2, writers.size()).clear();
  }

  private void alike(String after) throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      Thread.sleep(200);
      assertThat(MySqlSplitIT.differences()).as(after).isZero();
      for (Session each : writers) {
        assertThat(each.process().isAlive()).as(after + Files.readString(each.err())).isTrue();
      }
    }
  }
}
