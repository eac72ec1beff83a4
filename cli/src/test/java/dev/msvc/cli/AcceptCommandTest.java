package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted stays. */
class AcceptCommandTest {
  @TempDir Path root;

  @BeforeEach
  void aSystemOfTwoAggregates() throws IOException {
    for (String name : new String[] {"Order", "Customer"}) {
      java("shop", name, "public class %s { Long id; }", name);
      java("shop", name + "Dao", "public class %1$sDao { %1$s find() { return null; } }", name);
      java("shop", name + "Desk", "public class %1$sDesk { %1$sDao d; %1$s x; }", name);
    }
  }

  private void java(String folder, String name, String text, Object... of) throws IOException {
    Path file = root.resolve("src/main/java/" + folder + "/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "package " + folder.replace('/', '.') + ";\n" + text.formatted(of) + "\n");
  }

  private Run run(String... args) {
    return Run.on(root, args);
  }

  @Test
  void placesAndIdsAreWrittenOnceAndTheSameAgain() throws IOException {
    assertThat(run("accept").exitCode()).isEqualTo(2);
    assertThat(root.resolve("msvc.lock")).doesNotExist();
    assertThat(run("accept", "-y").exitCode()).isZero();

    String lock = Files.readString(root.resolve("msvc.lock"));
    assertThat(lock)
        .contains(
            """
            contexts:
              customer: customer
              order: order
            classes:
              shop.Customer: customer
              shop.CustomerDao: customer
              shop.CustomerDesk: customer
              shop.Order: order
            """);
    assertThat(run("accept", "-y", "--exit-code").exitCode()).isZero();
    assertThat(Files.readString(root.resolve("msvc.lock"))).isEqualTo(lock);
  }

  @Test
  void whatIsNewIsPlacedAndTheRestStaysEvenWhereThePackageChanges() throws IOException {
    run("accept", "-y");
    Files.delete(root.resolve("src/main/java/shop/OrderDesk.java"));
    java("other", "OrderDesk", "public class OrderDesk { shop.CustomerDao d; shop.Customer c; }");
    java("shop", "Parcel", "public class Parcel { Order of; OrderDao from; }");

    assertThat(run("get", "classes", "-b", "order", "-o", "name").lines())
        .containsExactly("other.OrderDesk", "shop.Order", "shop.OrderDao", "shop.Parcel");
    assertThat(run("accept", "--diff").out())
        .contains("1 not accepted so far\n  shop.Parcel: order\n")
        .contains("1 accepted under another name, and still there\n")
        .contains("  shop.OrderDesk is other.OrderDesk\n")
        .doesNotContain("gone today")
        .contains("-  shop.OrderDesk: order\n")
        .contains("+  other.OrderDesk: order\n");
  }

  @Test
  void aDeletedClassIsListedAndARenamedContextKeepsItsId() throws IOException {
    run("accept", "-y");
    Files.delete(root.resolve("src/main/java/shop/OrderDesk.java"));
    run("rename", "order", "sales", "-y");

    assertThat(run("get", "contexts").err()).contains("1 accepted is gone: msvc");
    assertThat(run("analyze").out()).contains("6 places accepted, 1 gone: msvc");
    assertThat(run("accept", "-y").out())
        .contains("1 accepted before, and gone today\n  shop.OrderDesk\n");
    assertThat(Files.readString(root.resolve("msvc.lock")))
        .contains("  order: sales\n")
        .doesNotContain("OrderDesk");
  }

  @Test
  void aLockThatLostWhatItHeldIsRefused() throws IOException {
    Files.writeString(root.resolve("msvc.lock"), "");

    assertThat(run("get", "contexts"))
        .isEqualTo(
            new Run(
                3,
                "",
                """
                error: msvc.lock is empty: what it held is lost
                hint:  take the file from git again, or delete it to begin anew
                """));
  }

  @Test
  void aHalfMergedLockIsRefusedWithItsLine() throws IOException {
    Files.writeString(root.resolve("msvc.lock"), "schema: msvc/lock/v1\n<<<<<<< HEAD\n");

    Run run = run("get", "contexts");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("msvc.lock:2:1: a merge was not finished");
  }

  @Test
  void questionsComeWithTheCommandThatAnswersThem() throws IOException {
    Files.writeString(root.resolve("msvc.yaml"), "contexts: {order: {classes: [shop.Order]}}\n");
    java(
        "shop",
        "OrderReport",
        "public class OrderReport { Order a; OrderDao b; OrderDesk c;"
            + " Customer d; CustomerDao e; }");

    Run run = run("get", "questions", "-o", "json");

    assertThat(run.out())
        .startsWith("{\n  \"schema\": \"msvc/questions/v1\"")
        .contains("\"command\": [ \"pin\", \"shop.Customer\", \"shop.CustomerDao\" ]")
        .contains(
            "\"command\": [ \"move\", \"shop.Customer\", \"shop.CustomerDao\", \"--to\", \"order\""
                + " ]");
    assertThat(run("get", "questions").out())
        .contains("Do Customer and CustomerDao belong to customer or to order?")
        .contains(
            "  msvc move Customer CustomerDao --to order  |  msvc pin Customer CustomerDao\n");
    assertThat(run("pin", "Customer", "CustomerDao", "-y").exitCode()).isZero();
    assertThat(run("get", "questions").out()).doesNotContain("Do Customer and CustomerDao");
  }
}
