package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.Column;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Key;
import dev.msvc.model.Place;
import dev.msvc.model.SqlChange;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MySqlSplitTest {
  private static final Column ID = new Column("id", "bigint(20)");

  @Test
  void aTriggerNamesEachColumnThatCanBeWritten() {
    String expand =
        of("", table("Order", List.of("id"), ID, new Column("twice", "int", true)))
            .get(0)
            .forward();

    assertThat(expand)
        .contains(
            """
            CREATE TRIGGER IF NOT EXISTS `msvc_update_Order` AFTER UPDATE ON `Order` FOR EACH ROW
            BEGIN
              DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN SET @`msvc_Order` = NULL; RESIGNAL; END;
              IF @msvc_quiet IS NULL AND NOT (@`msvc_Order` <=> NOW(6)) THEN
                SET @`msvc_Order` = NOW(6);
                IF NOT (OLD.`id` <=> NEW.`id`) THEN
                  UPDATE `sales`.`Order` SET `id` = NEW.`id` WHERE `id` = OLD.`id`;
                END IF;
                INSERT INTO `sales`.`Order` (`id`) VALUES (NEW.`id`) ON DUPLICATE KEY UPDATE `id` = NEW.`id`;
                SET @`msvc_Order` = NULL;
              END IF;
            END//
            """)
        .contains("CALL `sales_split`.msvc_column('Order', 2, 'twice', 1, 0);")
        .contains(
            "-- MySQL 8.0.29, MariaDB 10.6, or later; taken by the types of 2 columns, as"
                + " bigint(20)");
  }

  @Test
  void allButTheLastStepHaveAWayBack() {
    assertThat(of("", table("orders", List.of("id"), ID)))
        .extracting(SqlChange::isReversible)
        .containsExactly(true, true, true, true, false);
  }

  @Test
  void aTableOfWhichNoColumnIsKnownIsLeftOutAndSaid() {
    List<SqlChange> some =
        of("", table("orders", List.of("id"), ID), table("told_by_nobody", List.of()));

    assertThat(some.get(0).forward())
        .contains(
            "-- Left out, as no schema file shows their columns, and triggers must name them:"
                + " told_by_nobody.")
        .doesNotContain("`told_by_nobody`");
    List<SqlChange> none = of("", table("told_by_nobody", List.of()));
    assertThat(none).hasSize(1);
    assertThat(none.get(0).forward().lines()).allMatch(each -> each.startsWith("--"));
  }

  @Test
  void theDatabaseIsThatOfTheClientOrThatWhichIsSaid() {
    assertThat(of("", table("orders", List.of("id"), ID)).get(0).forward())
        .contains("CREATE TABLE IF NOT EXISTS `sales`.`orders` LIKE `orders`;");
    assertThat(of("Sales", table("orders", List.of("id"), ID)).get(0).forward())
        .contains("CREATE TABLE IF NOT EXISTS `sales_service`.`orders` LIKE `Sales`.`orders`;");
  }

  @Test
  void longNamesAreCutAndHostileOnesCannotLeaveTheirPlace() {
    String name = "n".repeat(64);
    assertThat(MySqlName.of("msvc_old_", name)).hasSize(64).startsWith("msvc_old_nnn");
    assertThat(of("", table("x'; DROP TABLE y; --\\", List.of("id"), ID)).get(0).forward())
        .contains("LIKE `x'; DROP TABLE y; --\\`")
        .contains("'x''; DROP TABLE y; --\\\\'");
  }

  private static TableFact table(String name, List<String> key, Column... columns) {
    return new TableFact(
        name,
        TableKind.TABLE,
        List.of(columns),
        key.isEmpty() ? List.of() : List.of(new Key(Key.Kind.PRIMARY, key)),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Place("V1.sql", 1)));
  }

  private static List<SqlChange> of(String usual, TableFact... tables) {
    Contexts contexts = new Contexts().table("stock", table("items", List.of("id"), ID));
    for (String each : List.of("A", "B", "C")) {
      contexts.type("sales", "a." + each).type("stock", "b." + each);
    }
    Stream.of(tables).forEach(each -> contexts.table("sales", each));
    ContextMap map = contexts.map();
    var roadmap = Roadmaps.of(map);
    return Stream.concat(roadmap.order().stream(), roadmap.leave().stream())
        .filter(each -> each.name().equals("sales"))
        .map(each -> DatabaseSplit.of(map, each, usual))
        .findFirst()
        .orElseThrow();
  }
}
