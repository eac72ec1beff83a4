package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that write the user's word, on a small system on disc. */
class WordCommandsTest {
  @TempDir Path root;

  @BeforeEach
  void aSystemOfTwoAggregates() throws IOException {
    for (String name : new String[] {"Order", "Customer"}) {
      String low = name.toLowerCase(java.util.Locale.ROOT);
      java("%s".formatted(name), "@jakarta.persistence.Entity public class %s { Long id; }", name);
      java(
          name + "Repository",
          "public class %1$sRepository { %1$s find() { return new %1$s(); } void save(%1$s x) {} }",
          name);
      java(
          name + "Service",
          "public class %1$sService { %1$sRepository all; %1$s get() { return all.find(); }"
              + " void put(%1$s x) { all.save(x); } }",
          name);
      java(
          name + "Controller",
          "@org.springframework.web.bind.annotation.RestController public class %1$sController {"
              + " %1$sService service; @org.springframework.web.bind.annotation.GetMapping(\"/"
              + low
              + "\") %1$s get() { return service.get(); } }",
          name);
    }
  }

  private void java(String name, String text, Object... of) throws IOException {
    Path file = root.resolve("src/main/java/shop/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package shop;\n" + text.formatted(of) + "\n");
  }

  private Run run(String... args) {
    return Run.on(root, args);
  }

  private String word() throws IOException {
    return Files.readString(root.resolve("msvc.yaml"));
  }

  @Test
  void aMoveIsShownWithItsFiguresAndWritten() throws IOException {
    Run run = run("move", "OrderController", "--to", "customer", "-y");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("+      - shop.OrderController")
        .contains("shop.OrderController: order -> customer")
        .contains("Customer is written down, too: a class says which context customer is, and no")
        .contains("crossing references");
    assertThat(run.err()).contains("wrote msvc.yaml");
    assertThat(word())
        .isEqualTo(
            """
            schema: msvc/word/v1
            contexts:
              customer:
                classes:
                  - shop.Customer
                  - shop.OrderController
            """);
    assertThat(run("explain", "OrderController").out())
        .contains("in context customer, pinned by msvc.yaml:6");
    assertThat(run("move", "OrderController", "--to", "customer", "-y").err())
        .contains("says so already");
  }

  @Test
  void aDiffWritesNothingAndSaysSoInItsExitCode() {
    Run run = run("merge", "customer", "order", "--as", "sales", "--diff", "--exit-code");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("+    as: sales").contains("FOREIGN").contains("METRIC");
    assertThat(root.resolve("msvc.yaml")).doesNotExist();
    assertThat(run("merge", "customer", "order", "--diff").exitCode()).isZero();
  }

  @Test
  void ofManyMovesTheWaysAreShownAndNotEach() throws IOException {
    for (int i = 1; i <= 12; i++) {
      java("OrderStep" + i, "class OrderStep%1$d { OrderService orders; Order at; }", i);
    }

    Run run = run("merge", "customer", "order", "--diff");

    assertThat(run.out())
        .contains("  order -> customer: 16 classes and 1 table, as Order, OrderController, OrderRe")
        .doesNotContain("OrderStep7");
  }

  @Test
  void aNewNameMovesNothing() {
    assertThat(run("rename", "order", "sales", "--diff").out())
        .contains("order gets the name sales\nno class and no table changes its place\n")
        .containsPattern("(?m)^order -> sales +[0-9]+ +1 ")
        .doesNotContainPattern("(?m)^sales ");
  }

  @Test
  void withoutATerminalNothingIsAskedAndNothingWritten() {
    Run run = run("rename", "order", "sales");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("say -y");
    assertThat(root.resolve("msvc.yaml")).doesNotExist();
  }

  @Test
  void onATerminalTheAnswerDecides() throws IOException {
    assertThat(answered("n\n", "rename", "order", "sales").err()).contains("nothing was written");
    assertThat(root.resolve("msvc.yaml")).doesNotExist();
    assertThat(answered("y\n", "rename", "order", "sales").err()).contains("wrote");
    assertThat(word()).contains("  sales:\n    classes:\n      - shop.Order\n");
    assertThat(run("get", "contexts", "-o", "name").out()).isEqualTo("customer\nsales\n");
  }

  private Run answered(String answer, String... args) {
    return Run.answered(root, answer, args);
  }

  @Test
  void aSplitAndAPinAreWritten() throws IOException {
    assertThat(run("split", "order", "OrderController", "--as", "front", "-y").exitCode()).isZero();
    assertThat(run("pin", "shop.Customer", "-y").exitCode()).isZero();

    assertThat(run("explain", "OrderController").out()).contains("in context front, pinned by");
    assertThat(run("explain", "class/shop.Customer").out()).contains("in context customer, pinned");
  }

  @Test
  void aFileThatIsChangedMeanwhileIsLeftAlone() throws IOException {
    Source slow =
        (at, inputs, progress) -> {
          try {
            Files.writeString(at.resolve("msvc.yaml"), "# somebody else\n");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return Monolith.analyze(at, inputs, progress);
        };

    Run run = Run.msvc(slow, Run.there(root, "rename", "order", "sales", "-y"));

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("msvc.yaml was changed meanwhile");
    assertThat(word()).isEqualTo("# somebody else\n");
  }

  @Test
  void aBadLineStopsEveryCommandWithItsPlace() throws IOException {
    Files.writeString(root.resolve("msvc.yaml"), "contexts:\n  a:\n    classes: [shop.Ordr]\n");

    for (String command : new String[] {"analyze", "get contexts", "pin shop.Order"}) {
      Run run = run(command.split(" "));
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err())
          .isEqualTo(
              """
              error: msvc.yaml:3:15: there is no class shop.Ordr
              hint:  did you mean shop.Order? If it was deleted, delete this line
              """);
    }
  }

  @Test
  void aNameThatNoContextCanHaveIsRefusedAsThat() {
    String said =
        """
        error: 'My_Orders' cannot name a context
        hint:  use lower-case letters, digits and '-', at most 63
        """;

    assertThat(run("rename", "order", "My_Orders")).isEqualTo(new Run(3, "", said));
    assertThat(run("merge", "order", "customer", "--as", "My_Orders"))
        .isEqualTo(new Run(3, "", said));
    assertThat(run("split", "order", "OrderController", "--as", "My_Orders"))
        .isEqualTo(new Run(3, "", said));
  }

  @Test
  void whatIsInAnotherContextIsNotSplitOffThisOne() {
    assertThat(run("split", "order", "CustomerController", "--as", "web", "--diff"))
        .isEqualTo(
            new Run(
                3,
                "",
                """
                error: shop.CustomerController is in customer, not in order
                hint:  move it there first: msvc move shop.CustomerController --to order
                """));
  }

  @Test
  void aPackageOfPackagesSaysHowItIsNamed() throws IOException {
    Path below = root.resolve("src/main/java/far/off/Lamp.java");
    Files.createDirectories(below.getParent());
    Files.writeString(below, "package far.off; class Lamp {}");

    assertThat(run("move", "far", "--to", "order").err())
        .isEqualToNormalizingNewlines(
            """
            error: the package 'far' has no classes of its own
            hint:  with those of the packages below it, it is called far..
            """);
    assertThat(run("move", "package/far", "--to", "order").err())
        .endsWith("it is called package/far..\n");
    assertThat(run("move", "package/far..", "--to", "order", "-y").exitCode()).isZero();
  }

  @Test
  void unknownNamesSayWhatThereIs() {
    assertThat(run("move", "Ordr", "--to", "order").err())
        .contains("did you mean Order, shop.Order");
    assertThat(run("move", "Order", "--to", "ordr").err()).contains("did you mean order");
    assertThat(run("move", "Order").exitCode()).isEqualTo(2);
    assertThat(run("rename", "order", "customer").err()).contains("there is a context 'customer'");
    assertThat(run("merge", "order").exitCode()).isEqualTo(2);
  }
}
