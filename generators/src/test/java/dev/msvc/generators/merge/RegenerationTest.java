package dev.msvc.generators.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.generators.merge.FileChange.Kind;
import dev.msvc.generators.merge.Regeneration.There;
import dev.msvc.model.PlannedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a second run makes of files that users have edited. */
class RegenerationTest {
  private static final String PATH = "pom.xml";

  /** One file: as it was made, as it is there, as it would be made now. */
  private static FileChange change(
      String path, @Nullable String base, @Nullable String there, @Nullable String now) {
    Map<String, String> made = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    if (base != null) {
      made.put(path, base);
    }
    if (there != null) {
      texts.put(path, there);
    }
    List<PlannedFile> planned =
        now == null ? List.of() : List.of(new PlannedFile(path, now, "template"));
    List<FileChange> changes =
        Regeneration.plan(planned, made, new There(texts, Map.of()), List.of());
    assertThat(changes).hasSizeLessThan(2);
    return changes.isEmpty() ? new FileChange(path, Kind.SAME, "", "", "") : changes.get(0);
  }

  private static Kind kind(@Nullable String base, @Nullable String there, @Nullable String now) {
    return change(PATH, base, there, now).kind();
  }

  @Test
  void eachCaseHasItsKind() {
    assertThat(kind(null, null, "a\n")).isEqualTo(Kind.CREATED);
    assertThat(kind("a\n", "a\n", "b\n")).isEqualTo(Kind.UPDATED);
    assertThat(kind("a\n", "a\n", "a\n")).isEqualTo(Kind.SAME);
    assertThat(kind("a\n", "b\n", "b\n")).isEqualTo(Kind.SAME);
    assertThat(kind("a\n", "mine\n", "a\n")).isEqualTo(Kind.EDITED);
    assertThat(kind("a\n", "mine\n", "b\n")).isEqualTo(Kind.CONFLICT);
    assertThat(kind("a\n", null, "b\n")).isEqualTo(Kind.DELETED);
    assertThat(kind(null, "mine\n", "a\n")).isEqualTo(Kind.FOREIGN);
    assertThat(kind(null, "a\n", "a\n")).isEqualTo(Kind.SAME);
    assertThat(kind("a\n", "a\n", null)).isEqualTo(Kind.REMOVED);
    assertThat(kind("a\n", "mine\n", null)).isEqualTo(Kind.UNMADE);
    assertThat(kind("a\n", null, null)).isEqualTo(Kind.SAME);
  }

  @Test
  void linesOfBothStay() {
    FileChange change =
        change(PATH, "a\nb\nc\nd\ne\n", "a\nb\nc\nd\nmine\ne\n", "a\nb2\nc\nd\ne\n");

    assertThat(change.kind()).isEqualTo(Kind.MERGED);
    assertThat(change.after()).isEqualTo("a\nb2\nc\nd\nmine\ne\n");
  }

  @Test
  void aConflictIsMarkedAndItsLineIsKnown() {
    FileChange change = change(PATH, "a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n");

    assertThat(change.after())
        .isEqualTo("a\n<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> generated\nc\n");
    assertThat(change.conflictLine()).isEqualTo(2);
    assertThat(Regeneration.markedLine(change.after())).isEqualTo(2);
    assertThat(Regeneration.markedLine("a\n=======\nb\n")).isZero();
  }

  @Test
  void lineEndsAreTheUsers() {
    String crlf = "a\r\nb\r\nc\r\nd\r\nmine\r\n";

    assertThat(kind("a\nb\n", "a\r\nb\r\n", "a\nb\n")).isEqualTo(Kind.SAME);
    assertThat(change(PATH, "a\nb\n", "a\r\nb\r\n", "a\nc\n").after()).isEqualTo("a\r\nc\r\n");
    assertThat(change(PATH, "a\nb\nc\nd\n", crlf, "x\nb\nc\nd\n").after())
        .isEqualTo("x\r\nb\r\nc\r\nd\r\nmine\r\n");
  }

  @Test
  void aMixOfLineEndsStaysOneInLinesThatNobodyChanged() {
    assertThat(change(PATH, "a\nb\nc\nd\n", "a\r\nb\nc\r\nd\r\nmine\r\n", "x\nb\nc\nd\n").after())
        .isEqualTo("x\r\nb\nc\r\nd\r\nmine\r\n");
  }

  @Test
  void aMissingLastNewlineStaysMissing() {
    assertThat(change(PATH, "a\nb\n", "a\nb", "a\nc\n").after()).isEqualTo("a\nc");
    assertThat(change(PATH, "a\nb\nc\n", "mine\nb\nc", "a\nb\nc\nd\n").after())
        .isEqualTo("mine\nb\nc\nd");
  }

  @Test
  void whatIsNoTextIsNeverTouched() {
    List<FileChange> changes =
        Regeneration.plan(
            List.of(new PlannedFile("bin/run", "new\n", "t")),
            Map.of("bin/run", "old\n"),
            new There(Map.of(), Map.of("bin/run", "it is a symbolic link")),
            List.of());

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).kind()).isEqualTo(Kind.FOREIGN);
    assertThat(changes.get(0).reason()).isEqualTo("it is a symbolic link");
  }

  @Test
  void aLockIsWrittenAsItIsMadeFromWhatIsThere() {
    List<FileChange> changes =
        Regeneration.plan(
            List.of(new PlannedFile("proto.lock", "a: 1\nb: 2\n", "t")),
            Map.of("proto.lock", "a: 1\n"),
            new There(Map.of("proto.lock", "a: 1\nmerged: by hand\n"), Map.of()),
            List.of("proto.lock"));

    assertThat(changes.get(0).kind()).isEqualTo(Kind.UPDATED);
    assertThat(changes.get(0).after()).isEqualTo("a: 1\nb: 2\n");
  }

  private static FileChange yaml(String base, String yours, String now) {
    return change("deployment.yaml", base, yours, now);
  }

  @Test
  void neighbouringKeysAreMergedByWhatTheySay() {
    FileChange change =
        yaml(
            "spec:\n  replicas: 2\n  paused: false\n",
            "spec:\n  replicas: 5   # for Friday\n  paused: false\n",
            "spec:\n  replicas: 2\n  paused: true\n  minReadySeconds: 5\n");

    assertThat(change.kind()).isEqualTo(Kind.MERGED);
    assertThat(change.after())
        .isEqualTo("spec:\n  replicas: 5   # for Friday\n  paused: true\n  minReadySeconds: 5\n");
  }

  @Test
  void itemsOfListsAreTheSameByName() {
    FileChange change =
        yaml(
            """
            containers:
              - name: orders
                image: a:1
                env:
                  - name: ONE
                    value: "1"
                  - name: TWO
                    value: "2"
            """,
            """
            containers:
              - name: orders
                image: a:1
                env:
                  # ours
                  - name: ONE
                    value: "11"
                  - name: MINE
                    value: x
              - name: sidecar
                image: proxy
            """,
            """
            containers:
              - name: orders
                image: a:2
                env:
                  - name: ONE
                    value: "1"
                  - name: TWO
                    value: "3"
                  - name: THREE
                    value: "3"
            """);

    assertThat(change.after())
        .isEqualTo(
            """
            containers:
              - name: orders
                image: a:2
                env:
                  # ours
                  - name: ONE
                    value: "11"
                  - name: THREE
                    value: "3"
                  - name: MINE
                    value: x
              - name: sidecar
                image: proxy
            """);
    assertThat(change.kind()).isEqualTo(Kind.MERGED);
  }

  @Test
  void documentsOfAFileAreTheSameByKindAndName() {
    FileChange change =
        yaml(
            "kind: A\nmetadata:\n  name: x\nv: 1\n---\nkind: B\nmetadata:\n  name: x\nv: 1\n",
            "kind: A\nmetadata:\n  name: x\nv: 2\n---\nkind: B\nmetadata:\n  name: x\nv: 1\nw: 1\n",
            "kind: A\nmetadata:\n  name: x\nv: 1\nu: 1\n---\nkind: B\nmetadata:\n  name: x\nv: 3\n");

    assertThat(change.kind()).isEqualTo(Kind.MERGED);
    assertThat(change.after())
        .isEqualTo(
            "kind: A\nmetadata:\n  name: x\nv: 2\nu: 1\n---\nkind: B\nmetadata:\n  name: x\nv: 3\nw: 1\n");
  }

  @Test
  void anObjectThatMovesToANamespaceIsTheSameOne() {
    FileChange change =
        yaml(
            "kind: A\nmetadata:\n  name: x\nv: 1\nw: 1\n",
            "kind: A # ours\nmetadata:\n  name: x\nv: 2\nw: 1\n",
            "kind: A\nmetadata:\n  name: x\n  namespace: care\nv: 1\nw: 2\n");

    assertThat(change.kind()).isEqualTo(Kind.MERGED);
    assertThat(change.after())
        .isEqualTo("kind: A # ours\nmetadata:\n  name: x\n  namespace: care\nv: 2\nw: 2\n");
  }

  @Test
  void objectsOfOneNameInTwoNamespacesAreTwo() {
    String one = "kind: A\nmetadata:\n  name: x\n  namespace: one\nv: 1\n---\n";
    String two = "kind: A\nmetadata:\n  name: x\n  namespace: two\nv: 1\n";

    FileChange change =
        yaml(one + two, one.replace("v: 1", "v: 2") + two, one.replace("v: 1", "v: 1\nu: 1") + two);

    assertThat(change.kind()).isEqualTo(Kind.MERGED);
    assertThat(change.after()).isEqualTo(one.replace("v: 1", "v: 2\nu: 1") + two);
  }

  @Test
  void whereBothChangeOneKeyOnlyItsLinesAreInConflict() {
    FileChange change =
        yaml(
            "spec:\n  replicas: 2\n  paused: false\n",
            "spec:\n  replicas: 5\n  paused: false\n",
            "spec:\n  replicas: 3\n  paused: true\n");

    assertThat(change.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(change.after())
        .isEqualTo(
            """
            spec:
            <<<<<<< yours
              replicas: 5
            =======
              replicas: 3
            >>>>>>> generated
              paused: true
            """);
  }

  @Test
  void aKeyThatBothAddIsThereOnce() {
    FileChange change =
        yaml(
            "labels:\n  a: 1\n  b: 1\n  c: 1\n",
            "labels:\n  team: x\n  a: 1\n  b: 1\n  c: 1\n",
            "labels:\n  a: 1\n  b: 1\n  c: 1\n  team: x\n");

    assertThat(change.after()).isEqualTo("labels:\n  team: x\n  a: 1\n  b: 1\n  c: 1\n");
  }

  @Test
  void aScalarOfManyLinesIsMergedByLine() {
    FileChange change =
        yaml(
            "data:\n  conf: |\n    a\n    b\n    c\n    d\n  x: 1\n",
            "data:\n  conf: |\n    mine\n    b\n    c\n    d\n  x: 2\n",
            "data:\n  conf: |\n    a\n    b\n    c\n    theirs\n  x: 1\n");

    assertThat(change.kind()).isEqualTo(Kind.MERGED);
    assertThat(change.after())
        .isEqualTo("data:\n  conf: |\n    mine\n    b\n    c\n    theirs\n  x: 2\n");
  }

  @Test
  void theUsersIndentStays() {
    FileChange change =
        yaml(
            "a:\n  b: 1\n  list:\n    - name: x\n      v: 1\n",
            "a:\n    b: 2\n    list:\n    - name: x\n      v: 1\n",
            "a:\n  b: 1\n  c: 1\n  list:\n    - name: x\n      v: 2\n    - name: y\n      v: 1\n");

    assertThat(change.kind()).isEqualTo(Kind.MERGED);
    assertThat(change.after())
        .isEqualTo(
            "a:\n    b: 2\n    c: 1\n    list:\n    - name: x\n      v: 2\n    - name: y\n      v: 1\n");
  }

  @Test
  void whatIsNoYamlIsMergedByLine() {
    FileChange change = yaml("{{ a }}\nb\n", "{{ a }}\nmine\n", "{{ a }}\ntheirs\n");

    assertThat(change.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(change.after())
        .isEqualTo("{{ a }}\n<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> generated\n");
  }
}
