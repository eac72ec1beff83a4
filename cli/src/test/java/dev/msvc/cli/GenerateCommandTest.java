package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service is generated, and generated again after somebody worked on it. */
class GenerateCommandTest {
  private static final String SPEC =
      """
      name: orders   # ours
      package: com.acme.orders
      aggregates:
        Order:
          fields:
            number: string
      """;

  @TempDir Path root;

  @BeforeEach
  void aDescription() throws IOException {
    write("spec.yaml", SPEC);
  }

  private Run run(String... args) {
    return Run.msvc(with(args));
  }

  @Test
  void anImageThatIsOlderThanTheServiceIsSaid() throws IOException {
    write("spec.yaml", SPEC + "options: {java: 21}\n");
    write(
        "msvc.yaml", "schema: msvc/word/v1\norganisation: {baseImage: 'eclipse-temurin:17-jre'}\n");

    Run run = run("generate", "service", "orders", "--spec", "spec.yaml");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains(
            "orders/Dockerfile starts from eclipse-temurin:17-jre, which has Java 17, and the service is for 21:");
    write(
        "msvc.yaml",
        "schema: msvc/word/v1\norganisation: {baseImage: 'eclipse-temurin:{java}-jre'}\n");
    assertThat(run("generate", "code", "orders").err()).doesNotContain("Dockerfile");
    assertThat(read("orders/Dockerfile")).contains("\nFROM eclipse-temurin:21-jre\n");
  }

  private Run answered(String answers, String... args) {
    Terminal terminal = new Terminal(true, true, new BufferedReader(new StringReader(answers)));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        terminal,
        Map.of("CI", "1"),
        with(args));
  }

  private String[] with(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "-C";
    all[args.length + 1] = root.toString();
    return all;
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  private void generate() {
    Run run = run("generate", "compose", "orders", "--spec", "spec.yaml");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private SortedMap<String, String> tree(String folder) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        tree.put(root.resolve(folder).relativize(each).toString(), Files.readString(each));
      }
    }
    return tree;
  }

  @Test
  void aServiceIsWrittenWithItsDescriptionAndWhatMadeIt() throws IOException {
    Run run = run("generate", "service", "orders", "--spec", "spec.yaml");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("orders/service.yaml")).isEqualTo(SPEC);
    assertThat(read("orders/.msvc/base/compose.yaml")).isEqualTo(read("orders/compose.yaml"));
    assertThat(read("orders/.msvc/files.yaml"))
        .contains("schema: msvc/generated/v1\n")
        .contains("  compose.yaml: {part: compose, template: compose/base/compose.yaml, msvc: ");
    assertThat(run.out()).contains(" new\n", "next: cd orders && mvn spring-boot:test-run\n");
    assertThat(root.resolve("orders/.msvc/lock")).doesNotExist();
  }

  @Test
  void aSecondRunNeedsNoSpecAndChangesNothing() throws IOException {
    run("generate", "service", "orders", "--spec", "spec.yaml");
    SortedMap<String, String> before = tree("orders");

    Run run = run("generate", "service", "orders", "--exit-code");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains(" as they are\n");
    assertThat(tree("orders")).isEqualTo(before);
  }

  @Test
  void dryRunAndDiffWriteNothingAndTellWhatWouldChange() {
    Run tree = run("generate", "compose", "orders", "--spec", "spec.yaml", "--dry-run");
    Run diff = run("generate", "compose", "orders", "--spec", "spec.yaml", "--diff", "--exit-code");

    assertThat(tree.lines())
        .containsExactly(
            "orders/", "  + compose.yaml", "  + service.yaml", "orders: 2 files: 2 new");
    assertThat(tree.exitCode()).isZero();
    assertThat(diff.out()).contains("--- /dev/null\n+++ b/orders/compose.yaml\n");
    assertThat(diff.exitCode()).isEqualTo(4);
    assertThat(root.resolve("orders")).doesNotExist();
  }

  @Test
  void editsDeletionsAndStrangersSurvive() throws IOException {
    generate();
    String edited = read("orders/compose.yaml") + "# mine\n";
    write("orders/compose.yaml", edited);
    write("orders/mine.txt", "mine\n");

    Run run = run("generate", "compose", "orders");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("kept       orders/compose.yaml: you edited it\n");
    assertThat(read("orders/compose.yaml")).isEqualTo(edited);
    assertThat(read("orders/mine.txt")).isEqualTo("mine\n");

    Files.delete(root.resolve("orders/compose.yaml"));
    Run again = run("generate", "compose", "orders");

    assertThat(again.out())
        .contains(
            "kept       orders/compose.yaml: you deleted it; to have it again:"
                + " rm orders/.msvc/base/compose.yaml\n");
    assertThat(root.resolve("orders/compose.yaml")).doesNotExist();

    Files.delete(root.resolve("orders/.msvc/base/compose.yaml"));
    run("generate", "compose", "orders");
    assertThat(root.resolve("orders/compose.yaml")).exists();
  }

  @Test
  void aFileThatMsvcDidNotMakeIsNeverTouched() throws IOException {
    write("orders/compose.yaml", "mine: 1\n");

    Run run = run("generate", "compose", "orders", "--spec", "spec.yaml", "-y");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "untouched  orders/compose.yaml: it was there before, and msvc did not make it\n");
    assertThat(read("orders/compose.yaml")).isEqualTo("mine: 1\n");
    assertThat(root.resolve("orders/.msvc/base/compose.yaml")).doesNotExist();
  }

  @Test
  void aFolderOfOtherThingsIsAskedAbout() throws IOException {
    write("orders/src/Main.java", "class Main {}\n");
    String[] command = {"generate", "compose", "orders", "--spec", "spec.yaml"};

    Run run = run(command);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("nothing was written: orders holds files that msvc did not");
    assertThat(answered("n\n", command).exitCode()).isEqualTo(2);
    assertThat(root.resolve("orders/compose.yaml")).doesNotExist();
    assertThat(answered("y\n", command).exitCode()).isZero();
    assertThat(root.resolve("orders/compose.yaml")).exists();
  }

  private void template(String text) throws IOException {
    write("own/compose/base/compose.yaml.ftl", text);
  }

  @Test
  void aConflictIsMarkedListedAndStopsTheNextRun() throws IOException {
    template("a: 1\n");
    run("generate", "compose", "orders", "--spec", "spec.yaml", "--templates", "own");
    write("orders/compose.yaml", "a: 2\n");
    template("a: 3\n");
    String[] command = {"generate", "compose", "orders", "--templates", "own"};

    assertThat(run("generate", "compose", "orders", "--templates", "own", "--diff").exitCode())
        .isZero();
    assertThat(
            run("generate", "compose", "orders", "--templates", "own", "--diff", "--exit-code")
                .exitCode())
        .isEqualTo(5);
    assertThat(read("orders/compose.yaml")).isEqualTo("a: 2\n");

    Run run = run(command);

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out()).contains("conflict   orders/compose.yaml:1\n");
    assertThat(read("orders/compose.yaml"))
        .isEqualTo("<<<<<<< yours\na: 2\n=======\na: 3\n>>>>>>> generated\n");

    Run stopped = run(command);
    assertThat(stopped.exitCode()).isEqualTo(5);
    assertThat(stopped.err())
        .contains("error: a conflict of last time is still marked: orders/compose.yaml:1\n");

    write("orders/compose.yaml", "a: 2\n");
    Run done = run(command);
    assertThat(done.exitCode()).isZero();
    assertThat(read("orders/compose.yaml")).isEqualTo("a: 2\n");
  }

  @Test
  void whatIsNoLongerMadeGoesUnlessItWasEdited() throws IOException {
    write("own/compose/base/one.txt.ftl", "one\n");
    write("own/compose/base/deep/two.txt.ftl", "two\n");
    run("generate", "compose", "orders", "--spec", "spec.yaml", "--templates", "own");
    write("orders/one.txt", "mine\n");

    Run run = run("generate", "compose", "orders");

    assertThat(run.out())
        .contains("deleted    orders/deep/two.txt\n")
        .contains("kept       orders/one.txt: msvc no longer makes it, and you edited it\n");
    assertThat(root.resolve("orders/deep")).doesNotExist();
    assertThat(read("orders/one.txt")).isEqualTo("mine\n");
    assertThat(run("generate", "compose", "orders").out()).doesNotContain("one.txt");
  }

  @Test
  void theDescriptionInTheFolderIsTheTruthAndIsMergedWithAnotherOne() throws IOException {
    generate();
    write("orders/service.yaml", SPEC.replace("number: string", "number: text"));
    write("spec.yaml", SPEC + "  Customer: {fields: {name: string}}\n");

    Run run = run("generate", "compose", "orders", "--spec", "spec.yaml");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("orders/service.yaml")).contains("number: text", "Customer:");

    write("orders/service.yaml", read("orders/service.yaml").replace("text", "uuid"));
    write("spec.yaml", SPEC.replace("number: string", "number: int"));
    Run conflict = run("generate", "compose", "orders", "--spec", "spec.yaml");

    assertThat(conflict.exitCode()).isEqualTo(5);
    assertThat(conflict.err())
        .contains("orders/service.yaml and spec.yaml were changed in the same place");
  }

  @Test
  void aDescriptionThatTheUserPutThereIsNotReplaced() throws IOException {
    write("orders/service.yaml", SPEC.replace("string", "uuid"));

    Run run = run("generate", "compose", "orders", "--spec", "spec.yaml");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err())
        .contains("orders/service.yaml is there and says otherwise than spec.yaml");
  }

  @Test
  void aPackageThatIsTypedIsKept() throws IOException {
    run("generate", "compose", "orders", "--spec", "spec.yaml", "--package", "org.acme.shop");

    assertThat(read("orders/service.yaml"))
        .startsWith("name: orders   # ours\npackage: org.acme.shop\n");
    assertThat(run("generate", "compose", "orders", "--diff", "--exit-code").exitCode()).isZero();
    assertThat(run("generate", "compose", "orders", "--package", "a.class").err())
        .contains("error: 'a.class' is no package: 'class' is a word of Java's own\n");
  }

  @Test
  void eachServiceOfAStreamHasAFolder() throws IOException {
    write("all.yaml", "# all of ours\n---\n" + SPEC + "---\n" + SPEC.replace("orders", "stock"));

    Run run = run("generate", "compose", "--spec", "all.yaml", "--out", "services");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("services/orders/service.yaml")).isEqualTo("# all of ours\n" + SPEC);
    assertThat(read("services/stock/service.yaml")).isEqualTo(SPEC.replace("orders", "stock"));
    assertThat(run.lines())
        .containsExactly("services/orders: 2 files: 2 new", "services/stock: 2 files: 2 new");
  }

  @Test
  void onATerminalTheFirstDescriptionIsAskedFor() throws IOException {
    Run run =
        answered(
            "org.acme\n\nnumber: {type: string, max: 20}, total: money\n",
            "generate",
            "compose",
            "orders");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("orders/service.yaml"))
        .isEqualTo(
            """
            schema: msvc/service/v1
            name: orders
            package: org.acme
            aggregates:
              Order:
                fields:
                  number: {type: string, max: 20}
                  total: money
            """);
  }

  @Test
  void optionsSayWhatANewServiceKeeps() throws IOException {
    Run run =
        run(
            "generate",
            "compose",
            "orders",
            "--package",
            "com.acme.orders",
            "--aggregate",
            "Order: number: {type: string, max: 20}, total: decimal(12,2), note",
            "--aggregate",
            "Customer");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("orders/service.yaml"))
        .isEqualTo(
            """
            schema: msvc/service/v1
            name: orders
            package: com.acme.orders
            aggregates:
              Order:
                fields:
                  number: {type: string, max: 20}
                  total: decimal(12,2)
                  note: string
              Customer:
                fields:
                  name: string
            """);
    assertThat(run("generate", "compose", "orders", "--aggregate", "Other").err())
        .contains("orders/service.yaml says what orders keeps: add the aggregate there");
  }

  @Test
  void withNothingSaidAndNobodyToAskItBeginsSmallAndSaysSo() throws IOException {
    Run run = run("generate", "compose", "orders");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("nothing says what orders keeps, so it begins with Order {name: string}: edit")
        .contains("orders/service.yaml");
    assertThat(read("orders/service.yaml")).contains("  Order:\n    fields:\n      name: string\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/b",
        "ORDER",
        "-x",
        "x-",
        "1x",
        "a.b",
        "\u00fcber",
        "a b",
        "",
        ".",
        "a\\b",
        "default",
        "kubernetes",
        "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd"
      })
  void aNameThatIsNotSafeEverywhereIsRefused(String name) throws IOException {
    write("here/spec.yaml", SPEC);

    Run run = Run.msvc("generate", "service", name, "--spec", "spec.yaml", "-C", root + "/here");

    assertThat(run.exitCode()).isBetween(2, 3);
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactlyInAnyOrder(root.resolve("spec.yaml"), root.resolve("here/spec.yaml"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "    Order: {fields: {hashCode: int}} ~ 12:22: no field or command can be called 'hashCode'",
        "    Order: {fields: {on: {type: boolean, unique: true}}} ~ 12:22: 'on' cannot be unique",
        "    Order: {fields: {a: int}, events: {Made: {fields: {b: int}}}, emits: {create: Made}} ~ 12:56: nothing says what 'b' of event 'Made' is",
        "    Order: {fields: {a: {type: int, min: 1.2, max: 1.8}}} ~ 12:22: no number is between",
        "    Builder: {fields: {a: int}} ~ 12:5: 'Builder' is what protobuf's Java calls a class"
      })
  void whatNothingCanBeMadeOfIsRefusedWithItsPlace(String line, String message) throws IOException {
    String other = "---\nname: carts\naggregates:\n";
    write("all.yaml", SPEC.stripTrailing() + "\n\n" + other + "  # the line\n    " + line.strip());

    Run run = run("generate", "service", "--spec", "all.yaml");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("error: all.yaml:" + message).contains("hint:");
    assertThat(root.resolve("orders")).doesNotExist();
  }

  @Test
  void noSymbolicLinkIsFollowed() throws IOException {
    generate();
    Path outside = Files.createDirectory(root.resolve("outside"));
    Files.delete(root.resolve("orders/compose.yaml"));
    Files.createSymbolicLink(root.resolve("orders/compose.yaml"), outside.resolve("stolen"));
    template("a: 1\n");

    Run run = run("generate", "compose", "orders", "--templates", "own");

    assertThat(run.out()).contains("orders/compose.yaml: compose.yaml is a symbolic link");
    assertThat(outside.resolve("stolen")).doesNotExist();
  }

  @Test
  void pathsThatSomeDiscsTakeForTheSameAreNotWritten() throws IOException {
    write("orders/Compose.yaml", "mine: 1\n");

    Run run = run("generate", "compose", "orders", "--spec", "spec.yaml", "-y");

    assertThat(run.out())
        .contains("untouched  orders/compose.yaml: Compose.yaml is there, which some discs");
    assertThat(root.resolve("orders/compose.yaml")).doesNotExist();
  }

  @Test
  void templatesThatStandForNothingAreNamed() throws IOException {
    write("own/compos/base/compose.yaml.ftl", "a: 1\n");
    write("own/compose/base/notes.txt", "a: 1\n");

    Run run = run("generate", "compose", "orders", "--spec", "spec.yaml", "--templates", "own");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("warning: own/compos/base/compose.yaml.ftl stands for no template")
        .contains("warning: own/compose/base/notes.txt stands for no template");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[=\"freemarker.template.utility.Execute\"?new()(\"id\")]",
        "[=service?api.class]",
        "[=service.class]",
        "[=service.getClass()]",
        "[=service.name.value.toString()]",
        "[#include \"/etc/passwd\"]",
        "[#include \"../../../etc/passwd\"]",
        "[#include \"file:/etc/passwd\"]",
        "[#import \"/etc/passwd\" as p]",
        "[=.data_model.service.aggregates.getClass()]",
        "[=\"a\"?eval_json.class]"
      })
  void aTemplateSeesDataOnly(String template) throws IOException {
    template("a: " + template + "\n");

    Run run = run("generate", "compose", "orders", "--spec", "spec.yaml", "--templates", "own");

    assertThat(run.exitCode()).as(run.out()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("error: the template compose/base/compose.yaml.ftl")
        .contains(" is wrong: ");
    assertThat(root.resolve("orders")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[=name]|:1:6 is wrong: nothing is called 'name' here",
        "[=service.nmae]|:1:6 is wrong: nothing is called 'service.nmae' here",
        "[#if x|is wrong: Unexpected end of file reached.",
        "[=service.name?nope]|Unknown built-in: \"nope\"",
        "[#include \"compose.yaml.ftl\"]| is wrong: it, or what it includes, calls itself without an end",
        "[#macro a][@a/][/#macro][@a/]| is wrong: it, or what it includes, calls itself without an end",
        "[#list 1.. as i]0123456789 0123456789 0123456789[/#list]|:1:20 is wrong: it writes more than 16 MiB",
      })
  void whatIsWrongWithATemplateIsSaidWithItsPlace(String template, String said) throws IOException {
    template("a: " + template);

    Run run = run("generate", "compose", "orders", "--spec", "spec.yaml", "--templates", "own");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err().lines().findFirst().orElse(""))
        .startsWith("error: the template compose/base/compose.yaml.ftl")
        .contains(said);
    assertThat(run.err()).contains("'msvc templates show compose/base/compose.yaml' prints ours");
  }

  @Test
  void aTemplateThatOursReadIsBlamedForWhatIsWrongInIt() throws IOException {
    String shared = "service/java-spring/shared/rest.java.ftl";
    write("own/" + shared, "\n[#macro made of][=nothing][/#macro]");

    Run run = run("generate", "code", "orders", "--spec", "spec.yaml", "--templates", "own");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .startsWith(
            "error: the template " + shared + ":2:19 is wrong: nothing is called 'nothing'");
  }

  @Test
  void thePartThatIsLeftOutIsMadeByTheCommandThatIsSaid() {
    String said =
        run("generate", "service", "--spec", "spec.yaml", "--out", "all")
            .out()
            .lines()
            .filter(each -> each.startsWith("left out   istio"))
            .findFirst()
            .orElse("");

    assertThat(said).endsWith(" generate istio orders --out all/orders");
    assertThat(run("generate", "istio", "orders", "--out", "all/orders").exitCode()).isZero();
  }

  @Test
  void aServiceThatStoresNothingIsComposedWithoutADatabase() throws IOException {
    write("spec.yaml", SPEC + "options: {database: none}\n");

    generate();

    assertThat(read("orders/compose.yaml")).doesNotContainIgnoringCase("database", "postgres");
  }

  @Test
  void anAnswerThatIsNotSafeIsAskedForAgain() throws IOException {
    Run run =
        answered(
            "Org.Acme\norg.acme\nnumber: string\nOrder\ntotal: money\n",
            "generate",
            "compose",
            "orders");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("'Org.Acme' is no package", "'number: string' is no name of a type");
    assertThat(read("orders/service.yaml"))
        .endsWith("package: org.acme\naggregates:\n  Order:\n    fields:\n      total: money\n");
  }

  @Test
  void aServiceThatIsCalledLikeATypeOfJavaBeginsWithAnotherType() throws IOException {
    Run run = run("generate", "compose", "strings");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("strings/service.yaml")).contains("  StringEntry:");
  }

  @Test
  void aServiceOfALetterAndADigitHasATypeOfThatName() throws IOException {
    Run run = run("generate", "compose", "s3");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("s3/service.yaml")).contains("  S3:");
  }

  @Test
  void aPathOfATemplateLeadsNowhereElse() throws IOException {
    write("own/compose/base/[=service.description]/x.txt.ftl", "a\n");
    write("spec.yaml", SPEC + "description: ../../../../tmp\n");

    Run run = run("generate", "compose", "orders", "--spec", "spec.yaml", "--templates", "own");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(root.resolve("orders")).doesNotExist();
  }

  @Test
  void templatesAreListedShownAndCopied() throws IOException {
    assertThat(run("templates", "list").out()).contains("compose/base");
    assertThat(run("templates", "list", "-o", "name").lines())
        .contains("compose/base/compose.yaml")
        .noneMatch(each -> each.startsWith("report/"));
    assertThat(run("templates", "show", "compose/base/compose.yaml").out())
        .contains("[=service.name]");
    assertThat(run("templates", "show", "compos").err()).contains("did you mean compose");

    Run run = run("templates", "copy", "compose", "own");

    assertThat(run.err()).contains("use them: msvc generate service NAME --templates own");
    assertThat(read("own/compose/base/compose.yaml.ftl"))
        .isEqualTo(run("templates", "show", "compose/base/compose.yaml.ftl").out());
    assertThat(run("templates", "copy", "compose", "own").exitCode()).isEqualTo(3);
  }

  @Test
  void programsReadWhatBecomesOfEachFile() throws IOException {
    generate();
    write("orders/compose.yaml", read("orders/compose.yaml") + "# mine\n");

    Run run = run("generate", "compose", "orders", "--dry-run", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"schema\": \"msvc/generation/v1\"", "\"folder\": \"orders\"")
        .contains(
            """
                  "path": "compose.yaml",
                  "change": "edited",
                  "part": "compose",
                  "reason": "you edited it"
            """
                .stripTrailing());
  }

  @Test
  void aPartThatIsLeftOutIsNamedWithTheShortestCommandThatMakesIt() {
    Run run = run("generate", "service", "orders", "--spec", "spec.yaml", "--package", "a.b");

    assertThat(run.out()).contains("generate istio orders\n");
  }

  @Test
  void aMigrationThatIsCommittedStaysAndAChangeIsOneMore() throws Exception {
    String migrations = "orders/src/main/resources/db/migration/";
    try (Git git = Git.init().setDirectory(root.toFile()).call()) {
      run("generate", "code", "orders", "--spec", "spec.yaml");
      write("orders/service.yaml", SPEC + "      note: optional text\n");
      run("generate", "code", "orders");
      assertThat(read(migrations + "V1__orders.sql"))
          .as("what nobody has committed is made anew")
          .contains("note text");
      git.add().addFilepattern(".").call();
      git.commit().setMessage("Orders").setAuthor("Ann", "ann@acme.org").setSign(false).call();
    }
    SortedMap<String, String> before = tree(migrations);
    write("orders/service.yaml", SPEC + "      note: optional text\n      paid: boolean\n");

    Run run = run("generate", "code", "orders");

    assertThat(run.out()).contains("look at    " + migrations + "V2__change_orders.sql\n");
    SortedMap<String, String> after = tree(migrations);
    assertThat(after.remove("V2__change_orders.sql"))
        .contains("alter table orders add column if not exists paid boolean;");
    assertThat(after).isEqualTo(before);
    assertThat(run("generate", "code", "orders", "--diff", "--exit-code").exitCode()).isZero();
  }

  @Test
  void theOrganisationIsReadFromTheRepositoryAround() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    write("msvc.yaml", "organisation:\n  packagePrefix: org.acme\n");
    Path inner = Files.createDirectories(root.resolve("services"));
    write("own/compose/base/package.txt.ftl", "[=service.packageName]\n");
    write("services/spec.yaml", SPEC.replace("package: com.acme.orders\n", ""));
    List<String> args =
        List.of("generate", "compose", "orders", "--spec", "spec.yaml", "--templates", "../own");

    Run run =
        Run.msvc(
            Stream.concat(args.stream(), Stream.of("-C", inner.toString())).toArray(String[]::new));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(read("services/orders/package.txt")).isEqualTo("org.acme.orders\n");
  }
}
