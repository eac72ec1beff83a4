package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Extraction;
import dev.msvc.model.Roadmap;
import dev.msvc.model.SqlChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the SQL of a roadmap on a real PostgreSQL: there, and all the way back. */
class DatabaseSplitIT extends OnPostgres {
  private static final Path SHOP = Path.of("..", "examples", "shop");

  @Test
  void everyContextOfTheShopIsSplitOffAndPutBackWithNothingChanged() throws Exception {
    ContextMap map = new ContextMap(Monolith.analyze(SHOP, Progress.NONE));
    shop();
    Roadmap roadmap = Roadmaps.of(map);
    List<Extraction> all = new ArrayList<>(roadmap.order());
    all.addAll(roadmap.leave());
    String before = dump();
    int split = 0;
    for (Extraction each : all) {
      List<SqlChange> changes = DatabaseSplit.of(map, each);
      List<SqlChange> reversible = changes.stream().filter(SqlChange::isReversible).toList();
      for (int far = 1; far <= reversible.size(); far++) {
        for (int i = 0; i < far; i++) {
          run(reversible.get(i).forward());
        }
        for (int i = far - 1; i >= 0; i--) {
          run(reversible.get(i).back());
        }
        assertThat(dump()).as(each.name() + " " + far).isEqualTo(before);
      }
      split += changes.isEmpty() ? 0 : 1;
    }
    assertThat(split).isGreaterThan(4);
  }

  @Test
  void theShopIsSplitOffContextByContextToTheEnd() throws Exception {
    ContextMap map = new ContextMap(Monolith.analyze(SHOP, Progress.NONE));
    shop();
    long rows = count("SELECT count(*) FROM products");
    for (Extraction each : Roadmaps.of(map).order()) {
      for (SqlChange change : DatabaseSplit.of(map, each)) {
        run(change.forward());
      }
    }

    assertThat(count("SELECT count(*) FROM product.products")).isEqualTo(rows);
    assertThat(count("SELECT count(*) FROM public.products")).isEqualTo(rows);
    assertThat(
            count(
                "SELECT count(*) FROM pg_namespace WHERE nspname LIKE '%\\_split' OR nspname LIKE"
                    + " '%\\_retired'"))
        .isZero();
  }

  @Test
  void whateverIsWrittenOnTheWayIsThereAfterTheWayBack() throws Exception {
    hard();
    List<SqlChange> changes = changes();
    String before = schema();
    run(changes.get(0).forward());
    run("INSERT INTO \"order\" (note) VALUES ('after expand'); DELETE FROM tags WHERE tag = 'b'");
    assertThat(differences()).isZero();

    run(changes.get(1).forward());
    run(
        """
        INSERT INTO sales."order" (note, customer_id) VALUES ('after switch', 1);
        UPDATE sales."order" SET note = 'changed', amount = 7 WHERE note = 'first';
        UPDATE sales.tags SET tag = 'z' WHERE tag = 'a';
        DELETE FROM sales.line WHERE qty = 2;
        """);
    assertThat(differences()).isZero();
    assertThat(texts("SELECT note || amount || twice FROM public.\"order\" ORDER BY id"))
        .contains("changed714", "after switch00");
    // fired once, at the side that was written
    assertThat(count("SELECT count(*) FROM audit WHERE what = 'after switch'")).isEqualTo(1);

    run(changes.get(2).forward());
    run(changes.get(3).forward());
    run("UPDATE sales.\"order\" SET note = 'late' WHERE note = 'after switch'");
    assertThat(texts("SELECT note FROM open_orders")).contains("late");

    for (int i = 3; i >= 0; i--) {
      run(changes.get(i).back());
    }
    assertThat(schema()).isEqualTo(before);
    assertThat(texts("SELECT note FROM \"order\"")).contains("changed", "late", "after expand");
    run("INSERT INTO \"order\" (note) VALUES ('new id')");
  }

  @Test
  void copiesThatDifferStopTheSwitch() throws Exception {
    hard();
    List<SqlChange> changes = changes();
    run(changes.get(0).forward());
    run("DELETE FROM sales.tags WHERE tag = 'a'");

    assertThatThrownBy(() -> run(changes.get(1).forward()))
        .hasMessageContaining("both copies differ, nothing was changed: tags: 2");
  }

  private static List<SqlChange> changes() {
    ContextMap map =
        new Contexts()
            .type("sales", "a.A")
            .type("sales", "a.B")
            .type("sales", "a.C")
            .table("sales", "order")
            .table("sales", "line")
            .table("sales", "tags")
            .type("people", "b.A")
            .type("people", "b.B")
            .type("people", "b.C")
            .table("people", "customer")
            .key("order", "customer_id", "customer")
            .map();
    Roadmap roadmap = Roadmaps.of(map);
    return Stream.concat(roadmap.order().stream(), roadmap.leave().stream())
        .filter(each -> each.name().equals("sales"))
        .map(each -> DatabaseSplit.of(map, each))
        .findFirst()
        .orElseThrow();
  }

  /** All that makes it hard: identity, a computed column, no key, a trigger, a view, a cascade. */
  private void hard() throws SQLException {
    run(
        """
        CREATE TABLE customer (id int PRIMARY KEY, best_order int);
        CREATE TABLE "order" (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          gone int,
          customer_id int CONSTRAINT fk_customer REFERENCES customer ON DELETE SET NULL,
          parent bigint REFERENCES "order",
          amount int NOT NULL DEFAULT 0 CHECK (amount >= 0),
          twice int GENERATED ALWAYS AS (amount * 2) STORED,
          note varchar(20));
        ALTER TABLE "order" DROP COLUMN gone;
        ALTER TABLE customer ADD CONSTRAINT fk_best FOREIGN KEY (best_order) REFERENCES "order";
        CREATE INDEX order_note ON "order" (lower(note)) WHERE amount > 0;
        CREATE TABLE line (
          id serial PRIMARY KEY,
          order_id bigint NOT NULL REFERENCES "order" (id) ON DELETE CASCADE,
          qty int);
        CREATE TABLE tags (order_id bigint REFERENCES "order", tag text);
        CREATE TABLE audit (what text);
        CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN INSERT INTO public.audit VALUES (NEW.note); RETURN NEW; END $$;
        CREATE TRIGGER note AFTER INSERT ON "order" FOR EACH ROW EXECUTE FUNCTION noted();
        CREATE VIEW open_orders AS SELECT o.id, o.note, c.id AS customer
          FROM "order" o LEFT JOIN customer c ON c.id = o.customer_id;
        INSERT INTO customer VALUES (1);
        INSERT INTO "order" (customer_id, amount, note) VALUES (1, 5, 'first'), (NULL, 0, NULL);
        INSERT INTO line (order_id, qty) VALUES (1, 1), (1, 2);
        INSERT INTO tags VALUES (1, 'a'), (1, 'a'), (2, 'b');
        """);
    if (count("SELECT count(*) FROM pg_roles WHERE rolname = 'reporting'") == 0) {
      run("CREATE ROLE reporting");
    }
    run("GRANT SELECT ON \"order\" TO reporting");
  }

  private long differences() throws SQLException {
    return count("SELECT sum(differences) FROM sales_split.msvc_differences()");
  }

  private void shop() throws IOException, SQLException {
    try (Stream<Path> files = Files.list(SHOP.resolve("src/main/resources/db/migration"))) {
      for (Path each : files.sorted(Comparator.comparing(Path::toString)).toList()) {
        run(Files.readString(each));
      }
    }
    run(
        """
        INSERT INTO customers (id, email) VALUES (900, 'a@b'), (901, 'c@d');
        INSERT INTO products (id, sku, name, price_amount, price_currency, status)
          VALUES (900, 'S900', 'Cup', 3.50, 'EUR', 'ACTIVE');
        INSERT INTO orders (id, order_number, customer_id, status, placed_at)
          VALUES (900, 'N900', 900, 'NEW', TIMESTAMP '2024-02-29 12:00');
        INSERT INTO customer_roles VALUES (900, 'ADMIN'), (900, 'ADMIN');
        """);
  }

  private String dump() throws SQLException {
    StringBuilder dump = new StringBuilder(schema());
    for (String table :
        texts(
            "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                + " 'public'::regnamespace ORDER BY 1")) {
      dump.append(table).append('\n');
      dump.append(String.join("\n", texts("SELECT t::text FROM %s t ORDER BY 1".formatted(table))));
      dump.append('\n');
    }
    return dump.toString();
  }

  private String schema() throws SQLException {
    List<String> all = new ArrayList<>();
    all.addAll(
        texts("SELECT nspname::text FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' ORDER BY 1"));
    all.addAll(
        texts(
            """
            SELECT concat_ws(' ', table_name, ordinal_position, column_name, data_type,
              character_maximum_length, is_nullable, column_default, is_identity,
              identity_generation, is_generated)
            FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1
            """));
    all.addAll(
        texts(
            """
            SELECT concat_ws(' ', conrelid::regclass, conname, contype, convalidated,
              pg_get_constraintdef(oid))
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1
            """));
    all.addAll(texts("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"));
    all.addAll(
        texts(
            "SELECT viewname || ' ' || definition FROM pg_views WHERE schemaname = 'public' ORDER"
                + " BY 1"));
    all.addAll(
        texts(
            "SELECT concat_ws(' ', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger WHERE NOT"
                + " tgisinternal ORDER BY 1"));
    all.addAll(
        texts(
            "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace ="
                + " 'public'::regnamespace ORDER BY 1"));
    all.addAll(
        texts(
            "SELECT concat_ws(' ', oid::regclass, relkind, relacl) FROM pg_class WHERE relnamespace"
                + " = 'public'::regnamespace ORDER BY 1"));
    return String.join("\n", all) + "\n";
  }
}
