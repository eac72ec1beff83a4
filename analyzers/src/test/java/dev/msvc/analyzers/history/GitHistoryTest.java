package dev.msvc.analyzers.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Change;
import dev.msvc.model.History;
import dev.msvc.model.HistoryState;
import dev.msvc.model.Tie;
import dev.msvc.model.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {
  @TempDir Path root;

  @Test
  void aCommitSaysWhoChangedWhichClassesTogether() {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order", "orders.OrderService", "stock.Item");
      RevCommit second = repo.by("Bob", "bob@acme.org").change("orders.Order", "stock.Item");

      History history = repo.history();

      assertThat(history.changes()).hasSize(2);
      Change newest = history.changes().get(0);
      assertThat(newest.id()).isEqualTo(second.name());
      assertThat(newest.author()).isEqualTo("Bob");
      assertThat(newest.classes()).containsExactly("com.acme.orders.Order", "com.acme.stock.Item");
      assertThat(newest.files()).isEqualTo(2);
      assertThat(history.summary().commits()).isEqualTo(2);
    }
  }

  @Test
  void aTieWeighsLessTheMoreACommitChanged() {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order", "orders.OrderService", "stock.Item");
      repo.change("orders.Order", "stock.Item");

      assertThat(repo.history().ties())
          .containsExactly(
              new Tie("com.acme.orders.Order", "com.acme.orders.OrderService", 1, 0.5),
              new Tie("com.acme.orders.Order", "com.acme.stock.Item", 2, 1.5),
              new Tie("com.acme.orders.OrderService", "com.acme.stock.Item", 1, 0.5));
    }
  }

  @Test
  void aClassThatIsRenamedAndNotYetCommittedIsKnown() throws IOException {
    String text = "package a; class %s {\n  int first;\n  int second;\n  int third;\n}\n";
    try (Repo repo = new Repo(root)) {
      repo.file("a/Order.java", text.formatted("Order")).commit("one");
      repo.file("a/Other.java", "package a;\nclass Other {}\n").commit("two");
      Files.delete(root.resolve("a/Order.java"));
      repo.file("a/Purchase.java", text.formatted("Purchase"));
      repo.file("a/Fresh.java", "package a;\nclass Fresh {}\n");

      History history = repo.history();

      assertThat(history.moves()).containsExactly(Map.entry("a/Order.java", "a/Purchase.java"));
      assertThat(history.changes())
          .extracting(Change::classes)
          .containsExactly(List.of("a.Other"), List.of("a.Purchase"));
    }
  }

  @Test
  void mergesAreLeftOutAndWhatTheyJoinIsRead() {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order", "stock.Item");
      repo.branch("side").change("orders.Order");
      repo.branch("main").change("stock.Item");
      repo.merge("side");

      History history = repo.history();

      assertThat(history.summary().merges()).isEqualTo(1);
      assertThat(history.changes())
          .extracting(Change::classes)
          .containsExactly(
              List.of("com.acme.stock.Item"),
              List.of("com.acme.orders.Order"),
              List.of("com.acme.orders.Order", "com.acme.stock.Item"));
    }
  }

  @Test
  void aCommitThatTouchesALargePartOfTheFilesIsLeftOut() {
    try (Repo repo = new Repo(root)) {
      String[] many = new String[9];
      for (int i = 0; i < many.length; i++) {
        many[i] = "orders.Order" + i;
      }
      repo.change(many);
      repo.change(many[0], many[1]);

      History history = repo.history();

      assertThat(history.summary().massLimit()).isEqualTo(8);
      assertThat(history.summary().mass()).isEqualTo(1);
      assertThat(history.changes()).hasSize(1);
    }
  }

  @Test
  void aFileThatMovedKeepsItsHistory() {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order", "stock.Item");
      repo.classes("sales.Order").remove("src/main/java/com/acme/orders/Order.java");
      repo.commit("move");

      History history = repo.history();

      // a move with the new package in it is no change of the class
      assertThat(history.changes())
          .extracting(Change::classes)
          .containsExactly(List.of("com.acme.sales.Order", "com.acme.stock.Item"));
      assertThat(history.moves())
          .containsOnly(
              Map.entry(
                  "src/main/java/com/acme/orders/Order.java",
                  "src/main/java/com/acme/sales/Order.java"));
    }
  }

  @Test
  void aFileThatMovedAsItIsIsKnownByItsContentWhateverItsName() {
    try (Repo repo = new Repo(root)) {
      String text = "package com.acme;\n\nclass Odd { }\n";
      repo.file("src/main/java/com/acme/First.java", text).commit("first");
      repo.remove("src/main/java/com/acme/First.java")
          .file("src/main/java/com/acme/Second.java", text)
          .commit("second");

      assertThat(repo.history().changes()).hasSize(1);
      assertThat(repo.history().moves()).hasSize(1);
    }
  }

  private static String priced(String name, int field) {
    return """
        package com.acme;

        import java.math.BigDecimal;

        class %1$s {
          BigDecimal price%2$d;
          BigDecimal net() { return price; }
          BigDecimal gross() { return price.add(price); }
          void reset() { price = null; }
        }
        """
        .formatted(name, field);
  }

  @Test
  void aClassThatGotAnotherNameIsKnownByItsLinesAndIsChanged() {
    try (Repo repo = new Repo(root)) {
      repo.file("src/main/java/com/acme/Price.java", priced("Price", 1)).commit("first");
      repo.remove("src/main/java/com/acme/Price.java")
          .file("src/main/java/com/acme/Amount.java", priced("Amount", 2))
          .commit("second");

      assertThat(repo.history().moves())
          .containsExactly(
              Map.entry("src/main/java/com/acme/Price.java", "src/main/java/com/acme/Amount.java"));
      assertThat(repo.history().changes())
          .extracting(Change::classes)
          .containsExactly(List.of("com.acme.Amount"), List.of("com.acme.Amount"));
    }
  }

  @Test
  void aNewClassIsNotTakenForARemovedOneThatSharesOnlyItsLicenceAndImports() {
    try (Repo repo = new Repo(root)) {
      String head =
          "/*\n * Licensed.\n * To all.\n * For free.\n */\npackage com.acme;\nimport a.A;\nimport a.B;\n";
      repo.file("src/main/java/com/acme/Price.java", head + "class Price {\n  int net;\n}\n")
          .commit("first");
      repo.remove("src/main/java/com/acme/Price.java")
          .file("src/main/java/com/acme/Road.java", head + "class Road {\n  String name;\n}\n")
          .commit("second");

      assertThat(repo.history().moves()).isEmpty();
    }
  }

  @Test
  void twoFilesOfOneNameAreNotTakenForMovedOnes() {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Item", "stock.Item");
      repo.classes("sales.Item", "shop.Item")
          .remove("src/main/java/com/acme/orders/Item.java")
          .remove("src/main/java/com/acme/stock/Item.java")
          .commit("new ones");

      assertThat(repo.history().moves()).isEmpty();
      assertThat(repo.history().changes())
          .extracting(Change::classes)
          .containsExactly(List.of("com.acme.sales.Item", "com.acme.shop.Item"));
    }
  }

  @Test
  void aChangeOnABranchThatDidNotKnowOfTheMoveCounts() {
    try (Repo repo = new Repo(root)) {
      repo.file("README", "shop").change("orders.Order");
      repo.branch("side");
      repo.branch("main").classes("sales.Order");
      repo.remove("src/main/java/com/acme/orders/Order.java").commit("move");
      repo.branch("side").file("notes", "x").change("orders.Order");
      repo.remove("src/main/java/com/acme/orders/Order.java").commit("not needed here");
      repo.branch("main").merge("side");

      assertThat(repo.history().changes())
          .extracting(Change::classes)
          .containsExactly(List.of("com.acme.sales.Order"), List.of("com.acme.sales.Order"));
    }
  }

  @Test
  void aMailmapSaysWhoIsWho() {
    try (Repo repo = new Repo(root)) {
      repo.file(
          ".mailmap",
          """
          # comment
          Ann Archer <ann@acme.org> <ann@home.example>
          Robert Baker <bob@acme.org> bob <BOB@old.example>
          """);
      repo.by("annie", "ann@home.example").change("orders.Order");
      repo.by("bob", "bob@old.example").change("orders.Order");
      repo.by("bill", "bob@old.example").change("orders.Order");

      assertThat(repo.history().changes())
          .extracting(Change::author)
          .containsExactly("bill", "Robert Baker", "Ann Archer");
    }
  }

  @Test
  void programsAreNoPeople() {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order");
      repo.by("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com")
          .change("orders.Order");
      repo.by("Acme Bot", "ci@acme.org").change("orders.Order");
      repo.by("Tom Abbot", "abbot@acme.org").change("orders.Order");

      History history = repo.history();

      assertThat(history.summary().bots()).isEqualTo(2);
      assertThat(history.changes())
          .extracting(Change::author)
          .containsExactly("Tom Abbot", "Ann Archer");
    }
  }

  @Test
  void anAddressIsNeverAName() {
    try (Repo repo = new Repo(root)) {
      repo.by("carol@acme.org", "carol@acme.org").change("orders.Order");
      repo.by("", "dave@acme.org").change("orders.Order");

      assertThat(repo.history().changes())
          .extracting(Change::author)
          .containsExactly("dave", "carol");
    }
  }

  @Test
  void onlyTheAnalysedFolderOfARepositoryIsLookedAt() {
    try (Repo repo = new Repo(root)) {
      repo.file("shop/src/main/java/com/acme/Shop.java", "package com.acme; class Shop { }");
      repo.change("orders.Order");

      History history = Repo.history(root.resolve("shop"));

      assertThat(history.changes())
          .extracting(Change::classes)
          .containsExactly(List.of("com.acme.Shop"));
    }
  }

  @Test
  void aFolderInNoRepositoryHasNoHistory() throws IOException {
    Path folder = Files.createDirectories(root.resolve("src/main/java/com/acme"));
    Files.writeString(folder.resolve("Shop.java"), "package com.acme; class Shop { }");

    assertThat(Repo.history(root)).isEqualTo(History.NONE);
  }

  @Test
  void aRepositoryWithoutACommitHasNoHistory() {
    try (Repo repo = new Repo(root)) {
      repo.classes("orders.Order");

      assertThat(repo.history().isEmpty()).isTrue();
      assertThat(repo.history().summary().state()).isEqualTo(HistoryState.NO_COMMIT);
    }
  }

  @Test
  void historyIsReadOnlyWhereItIsAskedFor() {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order");

      History history = Monolith.analyze(root, Inputs.NONE, Progress.NONE).history();

      assertThat(history.isEmpty()).isTrue();
      assertThat(history.summary().state()).isEqualTo(HistoryState.LEFT_ALONE);
      assertThat(repo.history().summary().state()).isEqualTo(HistoryState.WHOLE);
    }
  }

  @Test
  void nothingInTheTreeOrItsRepositoryIsTouched() throws IOException {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order", "stock.Item");
      repo.change("orders.Order");
      SortedMap<String, String> before = state(root);

      assertThat(repo.history().changes()).hasSize(2);

      assertThat(state(root)).isEqualTo(before);
    }
  }

  @Test
  void aMissingObjectIsSaidAndTheRestIsRead() throws IOException {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order");
      RevCommit second = repo.change("orders.Order", "stock.Item");
      repo.change("stock.Item");
      repo.git.getRepository().close();
      delete(second.getTree().name());

      History history = repo.history();

      assertThat(history.changes())
          .extracting(Change::classes)
          .containsExactly(List.of("com.acme.orders.Order"));
      assertThat(history.unread())
          .containsExactly(
              new Unread(
                  ".git",
                  0,
                  "2 commits cannot be compared with what was before; %s: an object is missing"
                      .formatted(smaller(repo, second))));
    }
  }

  @Test
  void historyEndsWhereACommitIsMissing() throws IOException {
    try (Repo repo = new Repo(root)) {
      RevCommit first = repo.change("orders.Order");
      repo.change("orders.Order", "stock.Item");
      repo.change("stock.Item");
      delete(first.name());

      History history = repo.history();

      assertThat(history.changes())
          .extracting(Change::classes)
          .contains(List.of("com.acme.stock.Item"));
      assertThat(history.unread())
          .extracting(Unread::reason)
          .contains(
              "1 commit cannot be read: what came before is not known; %s: an object is missing"
                  .formatted(first.abbreviate(10).name()));
    }
  }

  @Test
  void aRepositoryThatCannotBeOpenedIsSaid() throws IOException {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order");
      Files.writeString(root.resolve(".git/config"), "[core");

      History history = repo.history();

      assertThat(history.changes()).isEmpty();
      assertThat(history.summary().state()).isEqualTo(HistoryState.UNREADABLE);
      assertThat(history.unread()).hasSize(1);
      assertThat(history.unread().get(0).reason()).startsWith("the history cannot be read: ");
    }
  }

  @Test
  void aShallowCloneIsSaidAndItsLastCommitIsNotTakenForAChangeOfAll() throws IOException {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order");
      RevCommit second = repo.change("orders.Order", "stock.Item");
      repo.change("stock.Item");
      Files.writeString(root.resolve(".git/shallow"), second.name() + "\n");

      History history = repo.history();

      assertThat(history.summary().state()).isEqualTo(HistoryState.SHALLOW);
      assertThat(history.summary().commits()).isEqualTo(2);
      assertThat(history.changes())
          .extracting(Change::classes)
          .containsExactly(List.of("com.acme.stock.Item"));
    }
  }

  private String smaller(Repo repo, RevCommit broken) throws IOException {
    String tip = repo.git.getRepository().resolve("HEAD").name().substring(0, 10);
    String id = broken.name().substring(0, 10);
    return tip.compareTo(id) < 0 ? tip : id;
  }

  private void delete(String object) throws IOException {
    Files.delete(
        root.resolve(".git/objects").resolve(object.substring(0, 2)).resolve(object.substring(2)));
  }

  /** All files and folders with their sizes and the times of their last changes. */
  private static SortedMap<String, String> state(Path root) throws IOException {
    SortedMap<String, String> state = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.toList()) {
        state.put(each.toString(), Files.size(each) + " " + Files.getLastModifiedTime(each));
      }
    }
    return state;
  }
}
