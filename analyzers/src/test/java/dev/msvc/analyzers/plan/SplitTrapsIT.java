package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.ContextMap;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Extraction;
import dev.msvc.model.Operation;
import dev.msvc.model.SqlChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What databases of long-lived systems hold, and what would lose rows or ids on the way. */
class SplitTrapsIT extends OnPostgres {
  @Test
  void sequencesOfADumpAreMadeOnceWithTheirStepsAndForWhoMayUseThem() throws SQLException {
    nodes();
    role("clerk");
    run("GRANT SELECT, INSERT ON node TO clerk; GRANT USAGE ON node_id_seq TO clerk");

    run(changes().get(0).forward());

    assertThat(
            texts(
                "SELECT seqincrement FROM pg_sequence WHERE seqrelid ="
                    + " 'tree.node_id_seq'::regclass"))
        .containsExactly("50");
    run(changes().get(1).forward());
    run("SET ROLE clerk; INSERT INTO tree.node (name) VALUES ('by the clerk'); RESET ROLE");
    assertThat(count("SELECT count(*) FROM node WHERE name = 'by the clerk'")).isEqualTo(1);
  }

  @Test
  void noIdIsHandedOutTwiceHoweverOftenTheWriterChanges() throws SQLException {
    nodes();
    for (int i = 0; i < 2; i++) {
      run(changes().get(0).forward());
      run("INSERT INTO node (name) VALUES ('old')");
      run(changes().get(1).forward());
      run("INSERT INTO tree.node (name) SELECT 'new' FROM generate_series(1, 60)");
      run("INSERT INTO tree.node (id, name) VALUES (nextval('tree.asked_seq'), 'asked')");
      run("DELETE FROM tree.node WHERE id = (SELECT max(id) FROM tree.node)");
      long last = count("SELECT max(id) FROM tree.node");
      run(changes().get(1).back());
      run("INSERT INTO node (name) VALUES ('old again')");
      assertThat(count("SELECT id FROM node WHERE name = 'old again' ORDER BY id DESC LIMIT 1"))
          .isGreaterThan(last);
      run(changes().get(0).back());
    }
    assertThat(count("SELECT count(*) FROM node")).isEqualTo(4 + 2 * (1 + 60 + 1));
  }

  @Test
  void aTreeThatOneStatementWritesOrDeletesIsFollowed() throws SQLException {
    nodes();
    run(changes().get(0).forward());
    run("INSERT INTO node (id, parent, name) VALUES (2001, 2002, 'leaf'), (2002, NULL, 'root')");
    run("DELETE FROM node WHERE id IN (1, 2, 3)");
    assertThat(differences()).isZero();

    run(changes().get(1).forward());
    run("INSERT INTO tree.node (id, parent, name) VALUES (3001, 3002, 'l'), (3002, NULL, 'r')");
    run("DELETE FROM tree.node WHERE id IN (2001, 2002)");
    assertThat(differences()).isZero();
    assertThatThrownBy(() -> run("INSERT INTO tree.node (parent, name) VALUES (99999, 'lost')"))
        .hasMessageContaining("node_parent_fkey");
  }

  @Test
  void rowsThatAKeyFromOutsideTakesAlongAreGoneFromBothCopies() throws SQLException {
    nodes();
    run(changes().get(0).forward());
    run(changes().get(1).forward());

    run("DELETE FROM owner WHERE id = 1");

    assertThat(texts("SELECT name FROM tree.node ORDER BY id")).doesNotContain("c");
    assertThat(differences()).isZero();
    run(changes().get(1).back());
  }

  @Test
  void whatIsStillWrittenToTheOldTableAfterTheSwitchIsNotLost() throws SQLException {
    nodes();
    run(changes().get(0).forward());
    run(changes().get(1).forward());

    run("INSERT INTO node (id, name) VALUES (7, 'late'); UPDATE node SET name = 'B' WHERE id = 2");
    run("UPDATE tree.node SET name = 'later' WHERE id = 7; DELETE FROM node WHERE id = 3");

    assertThat(differences()).isZero();
    assertThat(texts("SELECT name FROM tree.node ORDER BY id"))
        .containsExactly("a", "B", "d", "later");
  }

  @Test
  void whomPoliciesHideRowsFromTheyHideTheCopyAndTheViewFrom() throws SQLException {
    nodes();
    role("guest");
    run(
        """
        ALTER TABLE node ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON node FOR SELECT TO guest USING (name <> 'b');
        GRANT SELECT ON node TO guest;
        """);
    for (SqlChange each : changes().subList(0, 4)) {
      run(each.forward());
    }
    for (String from : List.of("tree.node", "public.node")) {
      run("SET ROLE guest");
      assertThat(texts("SELECT name FROM %s ORDER BY id".formatted(from)))
          .as(from)
          .doesNotContain("b")
          .contains("a");
      run("RESET ROLE");
    }
  }

  @Test
  void whoMayReadSomeColumnsMayReadTheSameOfTheCopyAndTheView() throws SQLException {
    nodes();
    role("guest");
    run("GRANT SELECT (id, name) ON node TO guest");
    for (SqlChange each : changes().subList(0, 4)) {
      run(each.forward());
    }
    for (String from : List.of("tree.node", "public.node")) {
      run("SET ROLE guest");
      assertThat(texts("SELECT name FROM %s ORDER BY id".formatted(from))).as(from).contains("b");
      assertThatThrownBy(() -> run("SELECT owner FROM %s".formatted(from)))
          .as(from)
          .hasMessageContaining("permission");
      run("RESET ROLE");
    }
  }

  @Test
  void aViewKeepsItsBarrierWhenItIsRemade() throws SQLException {
    nodes();
    run(
        "CREATE VIEW roots WITH (security_barrier = true) AS SELECT * FROM node WHERE parent IS"
            + " NULL");
    for (SqlChange each : changes().subList(0, 4)) {
      run(each.forward());
    }
    assertThat(texts("SELECT reloptions FROM pg_class WHERE relname = 'roots'"))
        .containsExactly("{security_barrier=true}");
  }

  @Test
  void aMappedClassThatIsNoTableStopsNothing(@TempDir Path home) throws Exception {
    Path schema = Files.createDirectories(home.resolve("src/main/resources/db/migration"));
    Files.writeString(schema.resolve("V1__a.sql"), "CREATE TABLE fruit (id int PRIMARY KEY);");
    Path code = Files.createDirectories(home.resolve("src/main/java/shop"));
    for (String each : List.of("Fruit", "FruitInfo")) {
      Files.writeString(
          code.resolve(each + ".java"),
          "package shop; import jakarta.persistence.*; @Entity class %s { @Id int id; }"
              .formatted(each));
    }
    ContextMap map = new ContextMap(Monolith.analyze(home, Progress.NONE));
    var roadmap = Roadmaps.of(map);
    List<SqlChange> changes =
        Stream.concat(roadmap.order().stream(), roadmap.leave().stream())
            .flatMap(each -> DatabaseSplit.of(map, each).stream())
            .toList();
    run("CREATE TABLE fruit (id int PRIMARY KEY); INSERT INTO fruit VALUES (1)");

    assertThat(changes).hasSize(5);
    assertThat(changes.get(0).forward()).contains("look whether these are tables: FruitInfo");
    for (int i = 0; i < 4; i++) {
      run(changes.get(i).forward());
    }
    for (int i = 3; i >= 0; i--) {
      run(changes.get(i).back());
    }
    for (SqlChange each : changes) {
      run(each.forward());
    }
    assertThat(count("SELECT count(*) FROM fruit")).isEqualTo(1);
  }

  private static List<SqlChange> changes() {
    ContextMap map =
        new Contexts()
            .type("tree", "a.A")
            .type("tree", "a.B")
            .type("tree", "a.C")
            .table("tree", "node")
            .object("node_id_seq", DatabaseObjectKind.SEQUENCE, List.of("node"), Operation.SELECT)
            .object("asked_seq", DatabaseObjectKind.SEQUENCE, List.of("node"), Operation.SELECT)
            .object("gone_seq", DatabaseObjectKind.SEQUENCE, List.of("node"), Operation.SELECT)
            .type("people", "b.A")
            .type("people", "b.B")
            .type("people", "b.C")
            .table("people", "owner")
            .map();
    var roadmap = Roadmaps.of(map);
    return Stream.concat(roadmap.order().stream(), roadmap.leave().stream())
        .filter(each -> each.name().equals("tree"))
        .map((Extraction each) -> DatabaseSplit.of(map, each))
        .findFirst()
        .orElseThrow();
  }

  /** As a dump writes it: the sequence first, and a default that takes from it. */
  private void nodes() throws SQLException {
    run(
        """
        CREATE SEQUENCE asked_seq INCREMENT BY 50;
        CREATE TABLE owner (id int PRIMARY KEY);
        CREATE TABLE node (
          id bigint NOT NULL,
          parent bigint,
          owner int REFERENCES owner ON DELETE CASCADE,
          name text);
        CREATE SEQUENCE node_id_seq INCREMENT BY 50;
        ALTER TABLE node ALTER COLUMN id SET DEFAULT nextval('node_id_seq'::regclass);
        SELECT setval('node_id_seq', 4);
        ALTER TABLE node ADD PRIMARY KEY (id);
        ALTER TABLE node ADD FOREIGN KEY (parent) REFERENCES node;
        INSERT INTO owner VALUES (1);
        INSERT INTO node (id, parent, owner, name)
          VALUES (1, NULL, NULL, 'a'), (2, 1, NULL, 'b'), (3, 2, 1, 'c'), (4, NULL, NULL, 'd');
        """);
  }

  private void role(String name) throws SQLException {
    if (count("SELECT count(*) FROM pg_roles WHERE rolname = '%s'".formatted(name)) == 0) {
      run("CREATE ROLE " + name);
    }
  }

  private long differences() throws SQLException {
    return count("SELECT sum(differences) FROM tree_split.msvc_differences()");
  }
}
