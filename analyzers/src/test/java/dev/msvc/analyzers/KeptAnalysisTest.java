package dev.msvc.analyzers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Analysis;
import dev.msvc.model.Lock;
import dev.msvc.model.Unread;
import dev.msvc.model.yaml.WordDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a whole analysis between runs, and when it is believed. */
class KeptAnalysisTest {
  @TempDir private Path folder;
  private Path root;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void system() throws IOException {
    root = Files.createDirectories(folder.resolve("system"));
    write("a/Order.java", "package a; class Order { Item item; }");
    write("a/Item.java", "package a; class Item {}");
    write("schema.sql", "create table items (id int);");
  }

  private Path write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    // as if it had been there for a while: what is new may change again within the clock's tick
    return Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
  }

  private Path cache() {
    return folder.resolve("cache/msvc");
  }

  /** Whether something is concluded again. */
  private boolean reads(Inputs inputs) {
    return steps(inputs).contains("decomposing");
  }

  private Set<String> steps(Inputs inputs) {
    Set<String> steps = ConcurrentHashMap.newKeySet();
    Analysis analysis =
        Monolith.analyze(
            root,
            inputs.withCache(cache()),
            new Progress() {
              @Override
              public void step(String what, int done, int total) {
                steps.add(what);
              }

              @Override
              public void note(String sentence) {
                said.add(sentence);
              }
            });
    assertThat(analysis).isEqualTo(Monolith.analyze(root, inputs, Progress.NONE));
    return steps;
  }

  private boolean reads() {
    return reads(Inputs.NONE);
  }

  @Test
  void anUnchangedTreeIsNotReadAgain() {
    assertThat(reads()).isTrue();
    assertThat(reads()).isFalse();
    assertThat(said).isEmpty();
  }

  @Test
  void everyKindOfChangeIsSeen() throws IOException {
    reads();

    write("a/Item.java", "package a; class Item { Order o; }");
    assertThat(reads()).as("changed").isTrue();

    write("schema.sql", "create table items (id int, name text);");
    assertThat(reads()).as("a script changed").isTrue();

    write("a/New.java", "package a; class New {}");
    assertThat(reads()).as("added").isTrue();

    Files.move(root.resolve("a/New.java"), root.resolve("a/Old.java"));
    assertThat(reads()).as("renamed").isTrue();

    Files.delete(root.resolve("a/Old.java"));
    // what was found before the file came was kept, too
    assertThat(reads()).as("deleted").isFalse();

    write("a/pom.xml", "<project/>");
    assertThat(reads()).as("another module").isTrue();
    assertThat(reads()).isFalse();
  }

  @Test
  void anotherPathInAnApiDocumentIsAnotherRoute() throws IOException {
    write(
        "a/Hello.java",
        "package a; @org.springframework.web.bind.annotation.RestController"
            + " class Hello implements HelloApi { public Object hello() { return null; } }");
    String yaml = "openapi: 3.0.0\npaths:\n  /hello:\n    get: {operationId: hello}\n";
    String json =
        "{\"swagger\": \"2.0\", \"paths\": {\"/hello\": {\"get\": {\"operationId\": \"hello\"}}}}";
    for (String text : List.of(yaml, json)) {
      String file = "src/main/resources/api." + (text == yaml ? "yaml" : "json");
      write(file, text);
      assertThat(routes()).as(file).containsExactly("GET /hello");
      assertThat(routes()).as("kept").containsExactly("GET /hello");

      write(file, text.replace("/hello", "/hullo"));
      assertThat(routes()).as(file).containsExactly("GET /hullo");
      Files.delete(root.resolve(file));
      assertThat(routes()).as("deleted").isEmpty();
    }
  }

  private List<String> routes() {
    return Monolith.analyze(root, Inputs.NONE.withCache(cache()), Progress.NONE)
        .facts()
        .entryPoints()
        .stream()
        .map(each -> each.id())
        .toList();
  }

  /** Whether facts are looked for again. */
  private boolean analyses() {
    return steps(Inputs.NONE).contains("analysing");
  }

  @Test
  void whereOnlyLinesMoveNothingIsAnalysedAgain() throws IOException {
    String service =
        """
        package a;
        import org.springframework.transaction.annotation.Transactional;
        class Service {
          Item item;
          @Transactional
          void save(org.springframework.jdbc.core.JdbcTemplate jdbc, java.util.List<Item> all) {
            for (Item each : all) {
              jdbc.update("update items set id = 1");
            }
            new Runnable() {
              public void run() { jdbc.update("delete from items"); }
            }.run();
          }
        }
        """;
    write("a/Service.java", service);
    assertThat(analyses()).isTrue();

    write("a/Service.java", service.replace("  Item item;", "  // the item\n\n  Item item;"));
    write("a/Item.java", "/** An item. */\npackage a; class Item {}");
    assertThat(analyses()).as("comments").isFalse();
    write("a/Service.java", service.replace("    for (", "    /* each */\n    for ("));
    assertThat(analyses()).as("others").isFalse();
    write("a/Service.java", service);
    write("a/Item.java", "package a; class Item {\n}");
    assertThat(analyses()).as("one line is two: which of them is said of the class?").isTrue();
    write("a/Service.java", service.replace("id = 1", "id = 2").replace("  void", "\n  void"));
    assertThat(analyses()).as("a text").isTrue();
    write("a/Service.java", service.replace("id = 1", "id = 2"));
    assertThat(analyses()).as("since the last that was read").isFalse();
  }

  @Test
  void linesOfSchemasInCodeAreCountedAgain() throws IOException {
    String migration =
        """
        package db.migration;
        public class V2__More extends org.flywaydb.core.api.migration.BaseJavaMigration {
          public void migrate(org.flywaydb.core.api.migration.Context context) throws Exception {
            context.getConnection().createStatement().execute("create table more (id int)");
          }
        }
        """;
    write("src/main/java/db/migration/V2__More.java", migration);
    assertThat(analyses()).isTrue();

    write(
        "src/main/java/db/migration/V2__More.java", migration.replace("    context", "\n context"));

    assertThat(analyses()).isTrue();
  }

  @Test
  void testsCountByBeingThere() throws IOException {
    write("src/main/java/b/More.java", "package b; class More {}");
    write("src/test/java/b/MoreTest.java", "package b; class MoreTest {}");
    assertThat(reads()).isTrue();

    write("src/test/java/b/MoreTest.java", "package b; class MoreTest { More more; }");
    assertThat(reads()).as("another text").isFalse();
    Files.delete(root.resolve("src/test/java/b/MoreTest.java"));
    assertThat(reads()).as("gone").isTrue();
  }

  @Test
  void whatMakesAModuleOneForTestsCounts() throws IOException {
    String junit =
        "<project><dependencies><dependency><groupId>org.testng</groupId>"
            + "<artifactId>testng</artifactId></dependency></dependencies></project>";
    write("b-tests/pom.xml", junit);
    write("b-tests/src/main/java/b/More.java", "package b; class More {}");
    assertThat(reads()).isTrue();

    write(
        "b-tests/src/main/java/b/More.java", "package b; import org.testng.Assert; class More {}");
    assertThat(reads()).as("another import").isTrue();
    assertThat(reads()).isFalse();
    write("b-tests/pom.xml", "<project/>");
    assertThat(reads()).as("another build file").isTrue();
  }

  @Test
  void aFileOfTheSameSizeAndTimeIsSeenToHaveChanged() throws IOException {
    Path file = write("a/Item.java", "package a; class Item { int a; }");
    FileTime time = Files.getLastModifiedTime(file);
    reads();

    Files.writeString(file, "package a; class Item { Order a; }".replace("Order", "int  "));
    Files.writeString(file, "package a; class Item { int b; }");
    Files.setLastModifiedTime(file, time);

    assertThat(reads()).isTrue();
  }

  @Test
  void inputsBesideTheTreeCount() throws IOException {
    Path dump = Files.writeString(folder.resolve("dump.sql"), "create table more (id int);");
    Inputs with = Inputs.NONE.withSchemas(List.of(dump));
    reads();

    assertThat(reads(with)).as("with a dump").isTrue();
    assertThat(reads(with)).isFalse();
    Files.writeString(dump, "create table other (id int);");
    assertThat(reads(with)).as("with another dump").isTrue();
    assertThat(reads()).isFalse();
  }

  @Test
  void anotherCommitCounts() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".git/refs/heads/main", "1111\n");
    reads();

    write(".git/refs/heads/main", "2222\n");
    assertThat(reads()).isTrue();

    Files.delete(root.resolve(".git/refs/heads/main"));
    write(".git/packed-refs", "# pack-refs\n3333 refs/heads/main\n");
    assertThat(reads()).isTrue();
    write(".mailmap", "A <a@b>\n");
    assertThat(reads()).isTrue();
    assertThat(reads()).isFalse();
  }

  @Test
  void whatTheUserSaysLeavesTheFactsAsTheyAre() throws IOException {
    reads();
    Path file = write("msvc.yaml", "shared: [a.Item]");
    Inputs told = Inputs.NONE.told(WordDocument.read(Files.readString(file)), Lock.NONE);

    assertThat(steps(told)).contains("decomposing").doesNotContain("reading");
    assertThat(steps(told)).containsExactly("looking for files");
  }

  @Test
  void whatIsDamagedIsDroppedAndReadAgain() throws IOException {
    reads();
    for (Path each : kept()) {
      byte[] bytes = Files.readAllBytes(each);
      bytes[bytes.length / 2] ^= 4;
      Files.write(each, bytes);
    }

    assertThat(reads()).isTrue();
    assertThat(said).isNotEmpty().allMatch(each -> each.contains("damaged and was dropped"));
    assertThat(reads()).isFalse();
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      return files.toList();
    }
  }

  @Test
  void nothingIsKeptInTheAnalysedFolder() {
    Path inside = root.resolve("cache");

    Monolith.analyze(root, Inputs.NONE.withCache(inside), Progress.NONE);

    assertThat(inside).doesNotExist();
  }

  @Test
  void whatCannotBeReadIsSeenWhenItCan() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("a/Gone.java"), Path.of("Nothing.java"));
    reads();
    assertThat(reads()).isFalse();

    Files.delete(link);

    assertThat(reads()).isTrue();
    assertThat(Monolith.analyze(root, Inputs.NONE.withCache(cache()), Progress.NONE).facts())
        .satisfies(facts -> assertThat(facts.unread()).extracting(Unread::file).isEmpty());
  }
}
