package dev.msvc.generators.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a changed description does to tables that have rows. */
class MigrationsTest {
  private static final String V1 = Migrations.FOLDER + "V1__shop.sql";
  private static final String NEEDED =
      "-- a row without a value cannot be read: give one to those that are there, and to those that come";
  private static final String PK = "constraint orders_pk primary key (id)";

  @Test
  void theFirstMakesAllTablesAndTheLockSaysSo() {
    Migrations first =
        Migrations.plan(
            "my-shop",
            List.of(
                new Table(
                    "orders",
                    "orders_id_seq",
                    List.of("id bigint not null", PK),
                    List.of("create index a on orders (id);"))),
            Map.of(),
            Set.of());

    assertThat(first.first()).extracting(Migrations.First::name).containsExactly("V1__my_shop");
    assertThat(first.change()).isEmpty();
    assertThat(first.lock().path()).isEqualTo("schema.lock");
    assertThat(first.lock().text())
        .endsWith(
            """
            version 1
            table orders
              sequence orders_id_seq
              id bigint not null
              constraint orders_pk primary key (id)
              create index a on orders (id);
            """);
    assertThat(Schema.read(first.lock().text())).isEqualTo(first.after());
  }

  @Test
  void whereNothingChangesTheEarlierOnesStayAsTheyWere() {
    Migrations again = after(orders("note text"), orders("note text"));

    assertThat(again.first()).isEmpty();
    assertThat(again.change()).isEmpty();
    assertThat(again.earlier()).containsExactly(new PlannedFile(V1, "-- as it was", "schema"));
    assertThat(again.after().version()).isEqualTo(1);
  }

  @Test
  void aColumnThatIsAddedBreaksNoRowAndNoInstanceOfBefore() {
    SchemaChange change = change(orders(), orders("note text", "paid boolean not null"));

    assertThat(change.name()).isEqualTo("V2__change_orders");
    assertThat(change.statements())
        .containsExactly(
            "alter table orders add column if not exists note text;",
            "alter table orders add column if not exists paid boolean;",
            NEEDED,
            "-- alter table orders alter column paid set default ...;",
            "-- update orders set paid = default where paid is null;");
    assertThat(change.later())
        .containsExactly(
            "update orders set paid = ... where paid is null;",
            "alter table orders alter column paid set not null;");
  }

  @Test
  void aColumnThatIsNoLongerUsedIsDroppedLater() {
    SchemaChange change = change(orders("note text", "paid boolean not null"), orders());

    assertThat(change.statements())
        .containsExactly("alter table orders alter column paid drop not null;");
    assertThat(change.later())
        .containsExactly(
            "alter table orders drop column if exists note;",
            "alter table orders drop column if exists paid;");
  }

  @Test
  void aRenameIsAskedFor() {
    assertThat(change(orders("note text"), orders("remark text")).statements())
        .containsExactly(
            "alter table orders add column if not exists remark text;",
            "-- if it is note by another name: update orders set remark = note;");
  }

  @Test
  void whatNoValueCanBeMadeOfStaysBesideTheNewOne() {
    SchemaChange change =
        change(
            orders("a bytea not null", "constraint orders_a_unique unique (a)"),
            orders("a int not null", "constraint orders_a_unique unique (a)"));

    assertThat(change.statements())
        .containsExactly(
            "alter table orders drop constraint if exists orders_a_unique;",
            "-- no int is made of bytea: what is there is in a_before",
            "alter table orders rename column a to a_before;",
            "alter table orders alter column a_before drop not null;",
            "alter table orders add column a int;",
            NEEDED,
            "-- alter table orders alter column a set default ...;",
            "-- update orders set a = default where a is null;",
            "alter table orders add constraint orders_a_unique unique (a);");
    assertThat(change.later())
        .containsExactly(
            "update orders set a = ... where a is null;",
            "alter table orders alter column a set not null;",
            "alter table orders drop column if exists a_before;");
  }

  @Test
  void aTypeChangesWithoutCuttingValues() {
    assertThat(statements("a varchar(10)", "a varchar(20)"))
        .containsExactly("alter table orders alter column a type varchar(20);");
    assertThat(statements("a varchar(20)", "a varchar(10)"))
        .containsExactly(
            "-- varchar(20) becomes varchar(10): see first that every value can",
            "alter table orders alter column a type varchar(10);");
    assertThat(statements("a text", "a int"))
        .containsExactly(
            "-- text becomes int: see first that every value can",
            "alter table orders alter column a type int using a::int;");
    assertThat(statements("a int", "a numeric(5, 2)"))
        .hasSize(2)
        .last()
        .asString()
        .doesNotContain("using");
  }

  @Test
  void aRuleHoldsForNewRowsAtOnceAndForOldOnesOnceTheyWereSeen() {
    SchemaChange change =
        change(
            orders("n int not null", "constraint orders_n_check check (n > 0)"),
            orders("n int not null", "constraint orders_n_check check (n > 1)"));

    assertThat(change.statements())
        .containsExactly(
            "alter table orders drop constraint if exists orders_n_check;",
            "alter table orders add constraint orders_n_check check (n > 1) not valid;");
    assertThat(change.later())
        .containsExactly("alter table orders validate constraint orders_n_check;");
  }

  @Test
  void rowsOfAValueThatIsGoneAreToGetAnother() {
    assertThat(
            statements(
                "constraint orders_s_check check (s in ('NEW', 'PAID', 'DONE'))",
                "constraint orders_s_check check (s in ('NEW', 'SENT'))"))
        .containsExactly(
            "alter table orders drop constraint if exists orders_s_check;",
            "-- rows that have a value that is gone cannot be read; give them another:",
            "-- update orders set s = ... where s in ('PAID', 'DONE');",
            "alter table orders add constraint orders_s_check check (s in ('NEW', 'SENT')) not valid;");
    assertThat(
            statements(
                "constraint orders_s_check check (s in ('NEW'))",
                "constraint orders_s_check check (s in ('NEW', 'SENT'))"))
        .hasSize(2);
  }

  @Test
  void tablesComeAtOnceAndGoLater() {
    Table lines = new Table("lines", "lines_id_seq", List.of("id bigint not null"), List.of());

    assertThat(change(List.of(table()), List.of(table(), lines)).made()).containsExactly(lines);
    SchemaChange gone = change(List.of(table(), lines), List.of(table()));
    assertThat(gone.statements()).isEmpty();
    assertThat(gone.later())
        .containsExactly("drop table if exists lines;", "drop sequence if exists lines_id_seq;");
  }

  @Test
  void idsThatOthersKnowKeepTheirKind() {
    List<Table> uuid = List.of(new Table("orders", "", List.of("id uuid not null", PK), List.of()));
    List<Table> text = List.of(new Table("orders", "", List.of("id text not null", PK), List.of()));

    assertThatThrownBy(() -> change(uuid, text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("orders.id would become text, and is uuid");
  }

  @Test
  void aVersionThatTheUserTookIsNotTakenAgain() {
    Map<String, String> kept = kept(orders());

    Migrations next =
        Migrations.plan(
            "shop",
            orders("note text"),
            kept,
            Set.of(Migrations.FOLDER + "V7__mine.sql", Migrations.FOLDER + "R__views.sql"));

    assertThat(next.change()).extracting(SchemaChange::name).containsExactly("V8__change_orders");
    assertThat(next.after().version()).isEqualTo(8);
  }

  @Test
  void aMigrationThatWasNeverCommittedIsMadeAnew() {
    Map<String, String> kept = kept(orders());
    kept.put(Migrations.FOLDER + "V2__change_orders.sql", "-- of a moment ago");

    Migrations next = Migrations.plan("shop", orders("note text"), kept, Set.of());

    assertThat(next.earlier()).extracting(PlannedFile::path).containsExactly(V1);
    assertThat(next.change()).extracting(SchemaChange::name).containsExactly("V2__change_orders");
  }

  @Test
  void aLockThatIsNoneIsNamedWithItsLine() {
    assertThatThrownBy(() -> Schema.read("version 1\ntable a\n  id uuid\n<<<<<<< HEAD\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("schema.lock:4 is no part of a table");
  }

  private static List<String> statements(String before, String now) {
    return change(orders(before), orders(now)).statements();
  }

  private static SchemaChange change(List<Table> before, List<Table> now) {
    return after(before, now).change().get(0);
  }

  private static Migrations after(List<Table> before, List<Table> now) {
    return Migrations.plan("shop", now, kept(before), Set.of());
  }

  private static Map<String, String> kept(List<Table> before) {
    Migrations first = Migrations.plan("shop", before, Map.of(), Set.of());
    Map<String, String> kept = new HashMap<>();
    kept.put(Schema.FILE, first.lock().text());
    kept.put(V1, "-- as it was");
    return kept;
  }

  private static List<Table> orders(String... lines) {
    return List.of(new Table("orders", "", Arrays.asList(lines), List.of()));
  }

  private static Table table() {
    return orders("id uuid").get(0);
  }
}
