package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Analysis;
import dev.msvc.model.Change;
import dev.msvc.model.Coverage;
import dev.msvc.model.History;
import dev.msvc.model.HistoryState;
import dev.msvc.model.HistorySummary;
import dev.msvc.model.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzeCommandTest {
  @Test
  void whereManyTablesAreNeverWrittenTheFirstScreenSaysSo(@TempDir Path root) throws IOException {
    for (String each : List.of("Order", "Line", "Customer", "Address")) {
      Files.writeString(
          root.resolve(each + ".java"),
          "@jakarta.persistence.Entity class %s { @jakarta.persistence.Id Long id; }"
              .formatted(each));
    }
    Files.writeString(
        root.resolve("Orders.java"),
        "class Orders { jakarta.persistence.EntityManager em; void add(Order o) { em.persist(o); } }");

    assertThat(Run.on(root, "analyze").out())
        .contains("no code is seen to write 3 of the 4 that it uses: some writes are not known");

    Files.writeString(
        root.resolve("Lines.java"),
        "class Lines { jakarta.persistence.EntityManager em; void add(Line l) { em.persist(l); } }");

    assertThat(Run.on(root, "analyze").out()).doesNotContain("no code is seen to write");
  }

  @Test
  void tablesThatEnversFillsAreNotAmongThoseThatNobodyWrites(@TempDir Path root)
      throws IOException {
    StringBuilder writes = new StringBuilder();
    for (String each : List.of("Order", "Line", "Customer")) {
      Files.writeString(
          root.resolve(each + ".java"),
          "@org.hibernate.envers.Audited @jakarta.persistence.Entity class %s { @jakarta.persistence.Id Long id; }"
              .formatted(each));
      writes.append("void add(%s it) { em.persist(it); } ".formatted(each));
    }
    Files.writeString(
        root.resolve("Store.java"),
        "class Store { jakarta.persistence.EntityManager em; %s }".formatted(writes));

    assertThat(Run.on(root, "get", "tables", "-o", "name").out()).contains("Order_AUD");
    assertThat(Run.on(root, "analyze").out()).doesNotContain("no code is seen to write");
  }

  @Test
  void whereNoWriteWasSeenNothingIsSaidOfWhoWrites(@TempDir Path root) throws IOException {
    Files.writeString(
        root.resolve("Order.java"),
        "@jakarta.persistence.Entity class Order { @jakarta.persistence.Id Long id; }");

    assertThat(Run.on(root, "analyze").out())
        .contains("No code was seen to write any of 1 table: who does is not known")
        .doesNotContain("None of 1 table");
  }

  @Test
  void whereHardlyAnyWriteIsInATransactionThatIsSeenThatIsSaid(@TempDir Path root)
      throws IOException {
    StringBuilder writes = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      writes.append("void w%d() { jdbc.update(\"delete from t%d\"); }\n".formatted(i, i));
    }
    Path dao = root.resolve("Dao.java");
    String text =
        """
        import org.springframework.transaction.annotation.Transactional;
        class Dao {
          org.springframework.jdbc.core.JdbcTemplate jdbc;
          %s
          %s void all() { w0(); w1(); w2(); }
        }
        """;
    Files.writeString(dao, text.formatted(writes, ""));
    Run without = Run.on(root, "analyze");
    Run page = Run.on(root, "export", "html");
    Run document = Run.on(root, "export", "markdown");
    Run contexts = Run.on(root, "get", "contexts", "-o", "wide");
    Run json = Run.on(root, "roadmap", "-o", "json");
    Run budget = Run.on(root, "roadmap", "--budget", "transactions=0");
    Files.writeString(dao, text.formatted(writes, "@Transactional"));
    Run with = Run.on(root, "analyze");

    assertThat(without.out())
        .contains(
            "  transactions               0 of 10    0%  of the tables written: what ties the others is"
                + " not known\n");
    assertThat(page.out()).contains("Written tables in transactions");
    assertThat(document.out()).contains("written tables in transactions");
    assertThat(contexts.out()).contains("  not known  ");
    assertThat(json.out())
        .contains("Which transactions cross is not known: 0 of 10 written tables are in one");
    assertThat(budget.out()).contains("Which transactions cross is not known");
    assertThat(budget.err())
        .contains(
            "the budget was checked for what is seen alone: Which transactions cross is not known");
    assertThat(budget.exitCode()).isEqualTo(7);
    assertThat(with.out()).doesNotContain("  transactions  ");
  }

  @Test
  void firstScreenAnswersInTheOrderOfDoubt() {
    Run run = msvc(Shop.small(), "analyze");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Understood: 131 types in 7,412 lines, 1 module                             the rest: msvc get unread
              Java files              118 of 119   99%  left out: 37 of tests, 2 generated
              Kotlin files                2 of 3   66%  declarations, and calls where they are plain
              statements                41 of 43   95%  SQL and JPQL
              mappings                  23 of 23  100%  entities and mappers
              migrations                12 of 12  100%  migrations and schema files
              calls               2,310 of 2,402   96%  whose receiver is known
              commits                 none found        no git repository: what changes together is not known

            Other contexts write 1 of 4 tables                                        places: msvc explain TABLE
              TABLE     OWNER    WRITERS         FOREIGN WRITES
              products  catalog  catalog, order               1
              no code touches 1 table: msvc get tables --sort-by touched

            What kills migrations: 7 findings, most dangerous first                       all: msvc get findings
              F01  the schema gives reporting a right or way in, to tables of order: who is that?
              F04  1 statement of order joins tables of catalog
              F02  1 trigger and 1 procedure on tables of order

            Start with: catalog                                                             msvc explain catalog
              nothing of it depends on others: 0 outgoing and 2 incoming references
            Leave alone for now: order                                                        msvc explain order
              it writes products, which catalog owns, in 1 transaction

            2 contexts                                                      members: msvc get classes -b CONTEXT
              CONTEXT  CLASSES  TABLES  ENTRY POINTS  CROSSING  OUT  IN  FOREIGN TABLES
              catalog        2       1             0       40%    0   2               0
              order          2       2             2       29%    2   0               1
              in no context: 1 shared, 1 to split, 0 technical; why: msvc get shared
              1 question to decide: msvc get questions
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE,      99, 120, 99 of 120   82%  changed these classes; contexts follow from 100 on",
    "WHOLE,     100, 120, 100 of 120   83%  changed these classes",
    "SHALLOW,     1,   1, 1 of 1  100%  a shallow clone: git fetch --unshallow brings the rest",
    "LEFT_ALONE,  0,   0, not read        as --no-history says",
    "NO_COMMIT,   0,   0, none found        what changes together is not known",
    "UNREADABLE,  0,   0, not read        see msvc get unread"
  })
  void howMuchOfTheHistoryWasThereIsSaid(HistoryState state, int counted, int all, String said) {
    Analysis shop = Shop.small();
    History history =
        new History(
            new HistorySummary(all, 0, 0, 0, 30, 0, 0, state),
            Collections.nCopies(counted, new Change("c", 0, "Ann", List.of("Order"), 1)),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of());
    Analysis known = new Analysis(shop.facts(), shop.decomposition(), shop.advice(), history);

    assertThat(msvc(known, "analyze").lines())
        .anySatisfy(line -> assertThat(line).startsWith("  commits ").contains(said))
        .allMatch(line -> line.length() <= 100);
    assertThat(msvc(known, "analyze", "-o", "json").out())
        .contains("\"state\": \"" + state.word() + "\"", "\"counted\": " + counted);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 300})
  void firstScreenFitsAtAnySize(int contexts) {
    Analysis large = Shop.large(contexts, 3, "");

    assertThat(msvc(large, "analyze", "/a/long/path/".repeat(20)).lines())
        .hasSizeLessThanOrEqualTo(40)
        .allMatch(line -> line.length() <= 100);
    assertThat(msvc(large, "analyze", "/of/20/characters/").lines())
        .hasSizeLessThanOrEqualTo(40)
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void longNamesLoseTheirMiddleAndStillFit() {
    Run run = msvc(Shop.large(300, 3, "_name".repeat(2000)), "analyze");

    assertThat(run.lines()).hasSizeLessThanOrEqualTo(40).allMatch(line -> line.length() <= 100);
    assertThat(run.out()).contains("..");
  }

  @Test
  void terminalEscapesInNamesAreShownAndNotObeyed() {
    Analysis analysis = Shop.large(3, 1, "\u001b[31m\u009b2J\u202e\r\n\u0007");

    assertThat(msvc(analysis, "analyze").out())
        .contains("\\x1b[31m")
        .doesNotContain("\u001b", "\u009b", "\u202e", "\r", "\u0007");
    assertThat(msvc(analysis, "get", "tables", "-o", "wide").out()).doesNotContain("\u001b");
    assertThat(msvc(analysis, "get", "tables", "-o", "name").out()).doesNotContain("\u001b");
    assertThat(msvc(analysis, "export", "markdown").out()).doesNotContain("\u001b");
    assertThat(msvc(analysis, "analyze", "-o", "json").out()).doesNotContain("\u001b");
    assertThat(msvc(analysis, "analyze", "-o", "yaml").out()).doesNotContain("\u001b");
  }

  @Test
  void tooLittleUnderstoodIsSaidFirstAndInTheExitCode() {
    Analysis thin = Shop.with(coverage(new Share(30, 30), new Share(9, 20)));

    Run run = msvc(thin, "analyze");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.lines().get(0))
        .isEqualTo(
            "Not enough to judge: only 9 of 20 SQL statements were understood (see msvc get"
                + " unread)");
    assertThat(run.out()).contains("Start with: catalog");
  }

  @Test
  void documentsStayPureWhenTooLittleWasUnderstood() {
    Run run = msvc(Shop.with(coverage(new Share(5, 30), Share.NONE)), "analyze", "-o", "json");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).startsWith("{");
    assertThat(run.err()).contains("only 5 of 30 Java files were understood");
  }

  @Test
  void aFailedAnalyzerIsSaidFirstAndTheRestIsGiven() {
    Coverage failed =
        coverage(new Share(30, 30), Share.NONE).withFailed(List.of("Mains: StackOverflowError"));

    Run text = msvc(Shop.with(failed), "analyze");
    Run json = msvc(Shop.with(failed), "analyze", "-o", "json");

    assertThat(text.exitCode()).isEqualTo(70);
    assertThat(text.lines().get(0))
        .isEqualTo("A bug in msvc: facts are missing, please report: Mains: StackOverflowError");
    assertThat(text.out()).contains("Start with: catalog");
    assertThat(json.exitCode()).isEqualTo(70);
    assertThat(json.out()).contains("\"failed\": [ \"Mains: StackOverflowError\" ]");
    assertThat(json.err()).contains("facts are missing");
  }

  @Test
  void fewFilesAreNoReasonToDoubt() {
    Run run = msvc(Shop.with(coverage(new Share(5, 19), new Share(1, 19))), "analyze");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().get(0)).startsWith("Understood: ");
  }

  @Test
  void followUpCommandsNameTheFolder() {
    assertThat(msvc(Shop.small(), "analyze", "../my shop").out())
        .contains("msvc -C '../my shop' get unread");
    assertThat(msvc(Shop.small(), "-C", "../shop", "analyze").out())
        .contains("msvc -C ../shop get unread");
  }

  @Test
  void colourIsForTerminalsThatWantIt() {
    Terminal terminal = new Terminal(true, true);
    Source source = (root, inputs, progress) -> Shop.small();

    assertThat(msvc(source, terminal, Map.of(), "analyze").out()).contains("\u001b[1m");
    assertThat(msvc(source, terminal, Map.of("NO_COLOR", "1"), "analyze").out())
        .doesNotContain("\u001b");
    assertThat(msvc(source, terminal, Map.of("CI", "true"), "analyze").out())
        .doesNotContain("\u001b");
    assertThat(msvc(source, terminal, Map.of(), "analyze", "--no-color").out())
        .doesNotContain("\u001b");
    assertThat(msvc(source, Terminal.NONE, Map.of(), "analyze").out()).doesNotContain("\u001b");
  }

  @Test
  void verboseRunsSayTheirSteps() {
    Source source =
        (root, inputs, progress) -> {
          progress.step("reading", 1, 2);
          progress.step("reading", 2, 2);
          progress.step("deciding", 0, 0);
          return Shop.small();
        };

    assertThat(msvc(source, "analyze", "-v").err()).isEqualTo("reading 1 of 2\ndeciding\n");
    assertThat(msvc(source, "analyze").err()).isEmpty();
    assertThat(msvc(source, "analyze", "-v", "--no-progress").err()).isEmpty();
  }

  private static Coverage coverage(Share files, Share statements) {
    return Coverage.of(files, statements, Share.NONE, Share.NONE, Share.NONE, Map.of());
  }
}
