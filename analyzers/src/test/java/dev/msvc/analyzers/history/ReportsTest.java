package dev.msvc.analyzers.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.AuthorWork;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Change;
import dev.msvc.model.ChangePatterns;
import dev.msvc.model.CoChange;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextTeam;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.HistoryState;
import dev.msvc.model.HistorySummary;
import dev.msvc.model.TeamShare;
import dev.msvc.model.Teams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
  private static final long DAY = 86_400;

  @TempDir Path folder;
  private final List<Change> changes = new ArrayList<>();
  private final SortedMap<String, List<String>> owners = new TreeMap<>();

  private void commits(int count, String author, long day, String... classes) {
    for (int i = 0; i < count; i++) {
      changes.add(
          new Change(
              "c" + changes.size(),
              day * DAY,
              author,
              Stream.of(classes).sorted().toList(),
              classes.length));
    }
  }

  /** Order and Line are in orders, Item is in stock. */
  private ContextMap map() {
    HistorySummary summary =
        new HistorySummary(changes.size(), 0, 0, 0, 30, 0, 2000 * DAY, HistoryState.WHOLE);
    History history = new History(summary, changes, owners, new TreeMap<>(), List.of());
    Analysis analysed;
    try (Repo repo = new Repo(folder)) {
      repo.classes("orders.Order", "orders.Line", "stock.Item");
      analysed = Monolith.analyze(folder, Progress.NONE);
    }
    Facts facts = analysed.facts();
    Decomposition none = analysed.decomposition();
    Decomposition decomposition =
        new Decomposition(
            List.of(
                context("orders", "com.acme.orders.Line", "com.acme.orders.Order"),
                context("stock", "com.acme.stock.Item")),
            List.of(),
            List.of(),
            List.of(),
            none.owners(),
            List.of());
    return new ContextMap(new Analysis(facts, decomposition, new Advice("", "", "", ""), history));
  }

  private static BoundedContext context(String name, String... classes) {
    return new BoundedContext(
        name,
        List.of(classes),
        List.of(),
        List.of(),
        new BoundedContext.Coupling(0, 0, 0, 0, 0, 0, 0));
  }

  private static final String ORDER = "com.acme.orders.Order";
  private static final String LINE = "com.acme.orders.Line";
  private static final String ITEM = "com.acme.stock.Item";

  @Test
  void theBusFactorIsTheFewestWhoMadeMoreThanHalf() {
    commits(60, "Ann", 100, ORDER);
    commits(30, "Bob", 1990, ORDER);
    commits(25, "Cy", 1990, ORDER);

    Teams teams = TeamReport.of(map());

    ContextTeam orders = teams.contexts().get(0);
    assertThat(orders.commits()).isEqualTo(115);
    assertThat(orders.recent()).isEqualTo(55);
    // Ann alone has 60 of 115, and is gone
    assertThat(orders.busFactor()).isEqualTo(1);
    assertThat(orders.stillHere()).isZero();
    assertThat(orders.authors()).extracting("author").containsExactly("Bob", "Cy");
  }

  @Test
  void halfIsNotMoreThanHalf() {
    commits(30, "Ann", 1990, ORDER);
    commits(30, "Bob", 1990, ORDER);

    assertThat(TeamReport.of(map()).contexts().get(0).busFactor()).isEqualTo(2);
  }

  @Test
  void aContextStraddlesWhenPeopleFromElsewhereDoMore() {
    commits(40, "Ann", 1990, ITEM);
    commits(30, "Ann", 1990, ORDER);
    commits(20, "Bob", 1990, ORDER);

    Teams teams = TeamReport.of(map());

    assertThat(teams.contexts().get(0).context()).isEqualTo("orders");
    assertThat(teams.contexts().get(0).straddles()).isTrue();
    assertThat(teams.contexts().get(0).teams())
        .containsExactly(new TeamShare("stock", 0.6), new TeamShare("orders", 0.4));
    assertThat(teams.contexts().get(1).straddles()).isFalse();
    assertThat(teams.authors().get(0))
        .isEqualTo(new AuthorWork("Ann", 70, "stock", 40 / 70.0, List.of("stock", "orders")));
  }

  @Test
  void codeOwnersSayWhoseAContextIs() {
    commits(30, "Ann", 1990, ORDER);
    commits(30, "Bob", 1990, ORDER);
    owners.put(ORDER, List.of("@acme/sales"));
    owners.put(LINE, List.of("@acme/billing"));
    owners.put(ITEM, List.of("@acme/sales"));

    Teams teams = TeamReport.of(map());

    assertThat(teams.codeOwners()).isTrue();
    assertThat(teams.contexts())
        .filteredOn(ContextTeam::straddles)
        .extracting(ContextTeam::context)
        .containsExactly("orders");
  }

  @Test
  void nothingIsSaidOfThinEvidence() {
    commits(49, "Ann", 1990, ORDER, ITEM);

    assertThat(TeamReport.of(map()).silent())
        .isEqualTo(
            "49 commits of the last two years changed classes of contexts: 50 are needed to judge");
    assertThat(TeamReport.of(map()).contexts()).isEmpty();
    assertThat(ChangeReport.of(map()).silent())
        .isEqualTo("49 commits changed two or more classes of contexts: 100 are needed to judge");
    assertThat(ChangeReport.of(map()).pairs()).isEmpty();
  }

  @Test
  void aPairHasSupportAndConfidence() {
    commits(90, "Ann", 1000, LINE, ORDER);
    commits(10, "Ann", 1990, ITEM, ORDER);
    commits(2, "Bob", 1990, ITEM);

    ChangePatterns patterns = ChangeReport.of(map());

    assertThat(patterns.joint()).isEqualTo(100);
    assertThat(patterns.crossing()).isEqualTo(10);
    assertThat(patterns.crossingShare()).isEqualTo(0.1);
    // across contexts first
    assertThat(patterns.pairs())
        .containsExactly(
            new CoChange(ITEM, ORDER, 10, 10 / 12.0, 1990 * DAY),
            new CoChange(LINE, ORDER, 90, 1, 1000 * DAY));
    assertThat(patterns.contexts().get(0).sharedShare()).isEqualTo(0.1);
  }
}
