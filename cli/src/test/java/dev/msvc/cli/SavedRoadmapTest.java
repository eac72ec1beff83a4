package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.msvc.analyzers.Monolith;
import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.yaml.SavedRoadmapDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided is kept, with all that the user writes into it. */
class SavedRoadmapTest {
  private static final Path SCHEMA =
      Path.of("..", "docs", "schemas", "roadmap-file-v1.schema.json");

  @TempDir Path root;

  @BeforeEach
  void aSystemOfFourContexts() throws IOException {
    StringBuilder word = new StringBuilder("contexts:\n");
    for (String name : new String[] {"Cart", "Order", "Stock", "User"}) {
      String low = name.toLowerCase(Locale.ROOT);
      java(
          name,
          "@jakarta.persistence.Entity @jakarta.persistence.Table(name = \"%ss\") public class %s"
              + " { @jakarta.persistence.Id Long id; }",
          low,
          name);
      java(name + "Repository", "public class %sRepository { public void save() {} }", name);
      java(
          name + "Service",
          "public class %1$sService { %1$sRepository all; public void put() { all.save(); } }",
          name);
      java(
          name + "Controller",
          "@org.springframework.web.bind.annotation.RestController public class %1$sController {"
              + " %1$sService service; @org.springframework.web.bind.annotation.GetMapping(\"/%2$s\")"
              + " public void get() { service.put(); } }",
          name,
          low);
      word.append("  %s: {packages: [shop.%s]}\n".formatted(low, low));
    }
    uses("Cart", "User");
    uses("Order", "Cart", "Stock", "User");
    Files.writeString(root.resolve("msvc.yaml"), word);
  }

  private void java(String name, String text, Object... of) throws IOException {
    String low = name.replaceAll("(?<=[a-z])[A-Z].*", "").toLowerCase(Locale.ROOT);
    Path file = root.resolve("src/main/java/shop/" + low + "/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package shop." + low + ";\n" + text.formatted(of) + "\n");
  }

  private void uses(String name, String... others) throws IOException {
    StringBuilder calls = new StringBuilder();
    for (String each : others) {
      calls.append(
          " void of%s(shop.%s.%sService x) { x.put(); }"
              .formatted(each, each.toLowerCase(Locale.ROOT), each));
    }
    java(name + "Uses", "public class %sUses {%s }", name, calls);
  }

  private Run run(String... args) {
    return Run.on(root, args);
  }

  private Run answered(String answer, String... args) {
    return Run.answered(root, answer, args);
  }

  private String saved() throws IOException {
    return Files.readString(root.resolve("msvc-roadmap.yaml"));
  }

  private void edit(String from, String to) throws IOException {
    String text = saved();
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    Files.writeString(
        root.resolve("msvc-roadmap.yaml"),
        text.substring(0, at) + to + text.substring(at + from.length()));
  }

  @Test
  void itIsShownAskedForAndWrittenOnceAndTheSameAgain() throws IOException {
    assertThat(run("roadmap", "--save").exitCode()).isEqualTo(2);
    assertThat(run("roadmap", "--diff", "--exit-code").exitCode()).isEqualTo(4);
    assertThat(answered("n\n", "roadmap", "--save").err()).contains("nothing was written");
    assertThat(root.resolve("msvc-roadmap.yaml")).doesNotExist();

    Run run = answered("y\n", "roadmap", "--save");

    assertThat(run.out())
        .contains("+++ b/msvc-roadmap.yaml", "msvc-roadmap.yaml: 3 in order (stock, user, order)");
    assertThat(run.lines()).hasSizeLessThanOrEqualTo(50);
    String text = saved();
    assertThat(text)
        .contains("  - context: stock\n    contexts: [stock]\n    verdict: extract\n")
        .contains("      - step: split-code\n        state: todo\n")
        .contains("    tables:\n      - stocks\n")
        .contains(
            "      - {id: \"GET /stock\", method: GET, path: \"/stock\","
                + " by: shop.stock.StockController.get}\n")
        .contains("    classes:\n      - shop.stock.Stock\n")
        .contains("leave:\n  - context: cart\n");
    assertThat(run("roadmap", "--save", "-y", "--exit-code").exitCode()).isZero();
    assertThat(saved()).isEqualTo(text);
  }

  @Test
  void programsReadWhatWasWritten() throws IOException {
    run("roadmap", "--save", "-y");

    SavedRoadmap roadmap = SavedRoadmapDocument.read(saved());

    SavedRoadmap.Part stock = roadmap.order().get(0);
    assertThat(stock.name()).isEqualTo("stock");
    assertThat(stock.tables()).containsExactly("stocks");
    assertThat(stock.classes()).hasSize(4).contains("shop.stock.StockService");
    assertThat(stock.entryPoints())
        .containsExactly(
            new SavedRoadmap.Entry(
                "GET /stock", "GET", "/stock", "shop.stock.StockController.get"));
    assertThat(stock.steps()).hasSize(5);
    assertThat(roadmap.leave()).extracting(SavedRoadmap.Part::name).containsExactly("cart");
  }

  @Test
  void whatTheUserWritesStaysAndTheRestIsMadeAnew() throws IOException {
    run("roadmap", "--save", "-y");
    edit("schema:", "# ours\nschema:");
    edit("        state: todo\n", "        state: done # in May\n        note: \"PR 17\"\n");
    edit("  - context: user\n", "\n  # the hard one\n  - context: user # see wiki\n");
    edit(
        "    tables:\n      - users\n",
        "    x-team: {name: blue, size: 5}\n    tables:\n      - users # 2 GB\n");
    edit("days: ", "days: 9");
    String edited = saved();

    assertThat(run("roadmap", "--save", "-y").out().lines().filter(each -> each.startsWith("-")))
        .hasSize(2)
        .contains("--- a/msvc-roadmap.yaml")
        .anyMatch(each -> each.startsWith("-days: 9"));

    assertThat(saved())
        .contains("\n# ours\nschema:", "state: done # in May\n        note: \"PR 17\"\n")
        .contains("\n\n  # the hard one\n  - context: user # see wiki\n")
        .contains("    x-team: {name: blue, size: 5}\n", "      - users # 2 GB\n")
        .doesNotContain("\ndays: 9");
    assertThat(saved().lines().filter(each -> each.contains("#")).toList())
        .containsExactlyElementsOf(edited.lines().filter(each -> each.contains("#")).toList());
    assertThat(run("roadmap", "--diff").err()).contains("says so already");
    assertThat(run("roadmap").out())
        .contains("1 of 5 steps done; ", " person-days left of ")
        .contains("as kept in msvc-roadmap.yaml");
    assertThat(run("roadmap", "-b", "stock").out()).contains("\n1. done: split the code of stock");
    assertThat(run("roadmap", "-o", "json").out()).contains("\"state\": \"done\"");
  }

  @Test
  void programsGetTheRoadmapAndThePersonBesideThemTheChange() throws IOException {
    Run run = run("roadmap", "--save", "-y", "-o", "json");

    assertThat(new ObjectMapper().readTree(run.out()).get("schema").asText())
        .isEqualTo("msvc/roadmap/v1");
    assertThat(run.err()).contains("+++ b/msvc-roadmap.yaml", "wrote msvc-roadmap.yaml");
    assertThat(saved()).contains("  - context: stock\n");
    Run again = run("roadmap", "--save", "-y", "-o", "json");
    assertThat(again.out()).startsWith("{");
    assertThat(again.err()).contains("says so already");
  }

  @Test
  void theOrderThatWasDecidedHoldsUntilItIsDecidedAnew() throws IOException {
    run("roadmap", "--save", "-y");
    String text = saved();
    int stock = text.indexOf("  - context: stock");
    int user = text.indexOf("  - context: user");
    int order = text.indexOf("  - context: order");
    Files.writeString(
        root.resolve("msvc-roadmap.yaml"),
        text.substring(0, stock)
            + text.substring(user, order)
            + text.substring(stock, user)
            + text.substring(order));

    assertThat(run("roadmap").out())
        .containsSubsequence("1  user", "2  stock", "3  order")
        .contains("Decided anew, the order would be another");
    assertThat(run("analyze").out()).contains("Start with: user");
    assertThat(run("roadmap", "--reorder", "--diff").out())
        .contains("the order is stock, user, order; it was user, stock, order");
  }

  @Test
  void whatIsSkippedIsLeftWithItsReason() throws IOException {
    run("roadmap", "--save", "-y");
    edit("    verdict: extract\n", "    verdict: extract\n    skip: true\n    reason: bought\n");

    assertThat(run("roadmap").out()).contains("stock: msvc-roadmap.yaml skips it: bought");
    assertThat(run("roadmap", "--save", "-y").out()).contains("left now: stock");
    assertThat(saved())
        .containsSubsequence(
            "leave:\n  - context: stock\n", "    skip: true\n    reason: bought\n");
  }

  @Test
  void whatTheCodeNoLongerHasIsKeptWhereTheUserHasSaidSomethingOfIt() throws IOException {
    run("roadmap", "--save", "-y");
    edit("        state: todo\n", "        state: done # at last\n");
    Path code = root.resolve("src/main/java/shop");
    for (String each : List.of("Stock", "User")) {
      for (String kind : List.of("", "Repository", "Service", "Controller")) {
        Files.delete(code.resolve(each.toLowerCase(Locale.ROOT) + "/" + each + kind + ".java"));
      }
    }
    Path word = root.resolve("msvc.yaml");
    Files.writeString(word, Files.readString(word).replaceAll("  (stock|user): .*\n", ""));

    assertThat(run("roadmap").out())
        .contains("differs from the code of today", "no longer there: stock, user");
    run("roadmap", "--save", "-y");

    assertThat(saved())
        .containsSubsequence("\ngone:\n  - context: stock\n", "        state: done # at last\n")
        .doesNotContain("  - context: user\n");
    assertThat(run("roadmap").out()).doesNotContain("differs from the code of today");
  }

  @Test
  void aContextThatIsCalledOtherwiseIsFoundByItsClasses() throws IOException {
    run("roadmap", "--save", "-y");
    edit("        state: todo\n", "        state: doing # soon\n");
    Path word = root.resolve("msvc.yaml");
    Files.writeString(word, Files.readString(word).replace("  stock:", "  depot:"));
    assertThat(run("roadmap").out()).contains("(stock is called depot now): msvc roadmap --diff");

    run("roadmap", "--save", "-y");

    assertThat(saved())
        .containsSubsequence("  - context: depot\n", "        state: doing # soon\n")
        .doesNotContain("stock:", "gone:");
  }

  @Test
  void whatWasAcceptedIsFoundByItsIdAfterARename() throws IOException {
    run("accept", "-y");
    run("roadmap", "--save", "-y");
    edit("        state: todo\n", "        # behind a flag\n        state: doing\n");
    run("rename", "stock", "depot", "-y");

    run("roadmap", "--save", "-y");

    assertThat(saved())
        .contains("  - context: depot\n    id: stock\n")
        .contains("        # behind a flag\n        state: doing\n")
        .doesNotContain("gone:");
  }

  @Test
  void aCommentWhoseLineIsGoneStandsBeforeWhatWasAroundIt() throws IOException {
    run("roadmap", "--save", "-y");
    edit("      - shop.stock.Stock\n", "      # moves last\n      - shop.stock.Stock # yes\n");
    Files.delete(root.resolve("src/main/java/shop/stock/Stock.java"));

    run("roadmap", "--save", "-y");

    assertThat(saved()).contains("    # moves last\n    # yes\n    classes:\n");
  }

  @Test
  void whereSqlWasWrittenIsNotedAndStays() throws IOException {
    run("roadmap", "--save", "-y", "--sql", "sql");

    assertThat(root.resolve("sql/01-stock-1-expand.sql")).exists();
    assertThat(saved()).contains("    sql: sql/01-stock-\n");
    assertThat(run("roadmap", "--diff").err()).contains("says so already");
  }

  @Test
  void whatWasWrittenIsSummedUpAndNamedOneByOneWhenAsked() {
    Run run = run("roadmap", "--sql", "sql");

    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .containsPattern("wrote [0-9]+ scripts to sql, for [0-9]+ contexts?; try them on a copy")
        .doesNotContain("1-expand.sql");
    assertThat(run("roadmap", "-v", "--sql", "again").err())
        .contains("\nagain/01-stock-1-expand.sql\n");
  }

  @Test
  void aPlaceOfSqlIsNotedAsItIsSeenFromTheFolder() throws IOException {
    run("roadmap", "--save", "-y", "--sql", root.toAbsolutePath().resolve("sql").toString());

    assertThat(saved()).contains("    sql: sql/01-stock-\n");
  }

  @Test
  void aDiffWritesNothingElseEither() {
    assertThat(run("roadmap", "--diff", "--out", "r.md", "--sql", "sql").exitCode()).isZero();

    assertThat(root.resolve("r.md")).doesNotExist();
    assertThat(root.resolve("sql")).doesNotExist();
  }

  @Test
  void whatIsOverTheBudgetIsNotKept() throws IOException {
    java(
        "OrderController",
        "@org.springframework.web.bind.annotation.RestController public class OrderController {"
            + " shop.user.UserService users;"
            + " @org.springframework.web.bind.annotation.GetMapping(\"/order\")"
            + " public void get() { users.put(); } }");

    Run run = run("roadmap", "--save", "-y", "--budget", "calls=0");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("over the budget: ", "msvc-roadmap.yaml was not written: it is over the budget");
    assertThat(root.resolve("msvc-roadmap.yaml")).doesNotExist();
  }

  @Test
  void whatABudgetCannotJudgeIsSaidAndKept() {
    Run run = run("roadmap", "--save", "-y", "--budget", "calls=999");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.err()).contains("the budget was checked for what is seen alone: stock: ");
    assertThat(root.resolve("msvc-roadmap.yaml")).exists();
  }

  @Test
  void lineEndsOfWindowsAreNoDifference() throws IOException {
    run("roadmap", "--save", "-y");
    Files.writeString(root.resolve("msvc-roadmap.yaml"), saved().replace("\n", "\r\n"));

    assertThat(run("roadmap").out()).doesNotContain("differs from the code of today");
  }

  @Test
  void aFileThatIsChangedMeanwhileIsLeftAlone() throws IOException {
    Source slow =
        (at, inputs, progress) -> {
          try {
            Files.writeString(at.resolve("msvc-roadmap.yaml"), "# somebody else\n");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return Monolith.analyze(at, inputs, progress);
        };

    Run run = Run.msvc(slow, Run.there(root, "roadmap", "--save", "-y"));

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(saved()).isEqualTo("# somebody else\n");
  }

  @Test
  void namesThatYamlWouldTakeForSomethingElseAreReadBack() throws IOException {
    String hostile = "|`<x>\"]\n# y: {*a";
    Files.writeString(
        root.resolve("msvc.yaml"),
        "roadmap: {first: [\"big.c0000.Service0|`<x>\\\"]\\n# y: {*a\"]}\n");

    Run run = Run.msvc(Shop.large(3, 2, hostile), Run.there(root, "roadmap", "--save", "-y"));

    assertThat(run.err()).contains("wrote msvc-roadmap.yaml");
    SavedRoadmap.Part part = SavedRoadmapDocument.read(saved()).order().get(0);
    assertThat(part.name()).isEqualTo("context0000" + hostile);
    assertThat(part.classes()).containsExactly("big.c0000.Service0" + hostile);
    assertThat(part.tables()).containsExactly("t_0000_0" + hostile, "t_0000_1" + hostile);
    assertThat(part.entryPoints().get(0).path()).isEqualTo("/c0" + hostile);
    assertThat(Run.msvc(Shop.large(3, 2, hostile), Run.there(root, "roadmap", "--diff")).err())
        .contains("says so already");
  }

  @Test
  void oneContextAloneIsNotKept() {
    assertThat(run("roadmap", "-b", "stock", "--save").exitCode()).isEqualTo(2);
  }

  @Test
  void itsSchemaNamesEveryField() throws IOException {
    run("roadmap", "--save", "-y", "--sql", "sql");
    JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(saved());
    JsonNode schema = new ObjectMapper().readTree(Files.readString(SCHEMA));
    Set<String> fields = new TreeSet<>();
    collect(document, fields);

    assertThat(fields).hasSizeGreaterThan(25);
    assertThat(fields).allMatch(field -> schema.toString().contains("\"" + field + "\":"));
    assertThat(List.of("skip", "reason", "note", "gone"))
        .allMatch(field -> schema.toString().contains("\"" + field + "\":"));
  }

  private static void collect(JsonNode node, Set<String> fields) {
    node.fieldNames().forEachRemaining(fields::add);
    node.forEach(each -> collect(each, fields));
  }
}
