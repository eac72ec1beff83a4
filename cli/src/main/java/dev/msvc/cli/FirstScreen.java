package dev.msvc.cli;

import dev.msvc.analyzers.word.Acceptance;
import dev.msvc.analyzers.word.Questions;
import dev.msvc.model.Advice;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Counted;
import dev.msvc.model.Coverage;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Finding;
import dev.msvc.model.History;
import dev.msvc.model.Lock;
import dev.msvc.model.Ownership;
import dev.msvc.model.Share;
import dev.msvc.model.ShellWord;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.Unseen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What {@code msvc analyze} prints: at most forty lines of a hundred columns at any size.
 *
 * <p>In the order in which a reader who doubts it would ask: how much was understood, what is
 * broken, where to start, what to leave alone, what there is.
 */
final class FirstScreen {
  private static final int TABLES = 3;
  private static final int CONTEXTS = 8;
  private static final int FINDINGS = 3;
  private static final int REASON_LINES = 2;
  private static final String THIN =
      "changed these classes; contexts follow from %d on".formatted(History.ENOUGH);

  private final Console console;
  private final Analyzed analyzed;
  private final ContextMap map;
  private final boolean everything;
  private final List<String> decisions;
  private final List<Finding> findings;

  FirstScreen(Console console, Analyzed analyzed, boolean everything) {
    this.console = console;
    this.analyzed = analyzed;
    this.map = analyzed.map();
    this.everything = everything;
    this.decisions = decisions();
    this.findings = analyzed.findings();
  }

  void print() {
    if (analyzed.isThin()) {
      line(analyzed.thinness());
    }
    unseen();
    understood();
    console.line();
    contested();
    unwritten();
    untouched();
    dangers();
    new HistoryExplainer(map).telling().forEach(each -> line("  " + each));
    console.line();
    advice();
    console.line();
    contexts();
    rest();
  }

  private void unseen() {
    Text.wrapped(Unseen.sentences(map.unseen()), Text.WIDTH).forEach(console::line);
  }

  private void understood() {
    SourceSummary summary = map.facts().summary();
    Coverage coverage = map.facts().coverage();
    heading(
        "Understood: %s in %s lines, %s"
            .formatted(
                count(summary.types(), "type"),
                number(summary.lines()),
                count(summary.modules(), "module")),
        "the rest: " + analyzed.next("get unread"));
    share("Java files", coverage.files(), leftOut(summary));
    coverage
        .otherLanguages()
        .forEach(
            (language, share) ->
                share(language + " files", share, "declarations, and calls where they are plain"));
    share("statements", coverage.statements(), "SQL and JPQL");
    share("mappings", coverage.mappings(), "entities and mappers");
    share("migrations", coverage.migrations(), "migrations and schema files");
    share("calls", coverage.calls(), "whose receiver is known");
    if (coverage.hidesEntryPoints()) {
      share("entry points", coverage.entryPoints(), "the others are of interfaces in no source");
    }
    if (map.hidesTransactions()) {
      share(
          "transactions",
          map.writtenInTransactions(),
          "of the tables written: what ties the others is not known");
    }
    commits(map.analysis().history());
    TrafficExplainer.matched(map.analysis().traffic()).forEach(each -> line("  " + each));
  }

  /** Contexts follow from what changed together, too: who has less of it gets others. */
  private void commits(History history) {
    Share counted = new Share(history.changes().size(), history.summary().commits());
    switch (history.summary().state()) {
      case WHOLE -> share("commits", counted, history.isThin() ? THIN : "changed these classes");
      case SHALLOW ->
          share("commits", counted, "a shallow clone: git fetch --unshallow brings the rest");
      case NO_COMMIT -> share("commits", Share.NONE, "what changes together is not known");
      case NO_REPOSITORY ->
          share("commits", Share.NONE, "no git repository: what changes together is not known");
      case LEFT_ALONE ->
          row("commits", "not read", "", "as --no-history says: with them, contexts may differ");
      case UNREADABLE -> row("commits", "not read", "", "see " + analyzed.next("get unread"));
    }
  }

  private static String leftOut(SourceSummary summary) {
    List<String> left = new ArrayList<>();
    if (summary.testFiles() > 0) {
      left.add(number(summary.testFiles()) + " of tests");
    }
    if (summary.generatedFiles() > 0) {
      left.add(number(summary.generatedFiles()) + " generated");
    }
    return left.isEmpty() ? "" : "left out: " + String.join(", ", left);
  }

  private void share(String what, Share share, String note) {
    String of =
        share.all() == 0
            ? "none found"
            : "%s of %s".formatted(number(share.read()), number(share.all()));
    String percent = share.all() == 0 ? "" : percent(share);
    row(what, of, percent, note);
  }

  private void row(String what, String much, String percent, String note) {
    line("  %-12s %21s  %4s  %s".formatted(what, much, percent, note).stripTrailing());
  }

  /** Rounded down: only all is 100 %. */
  static String percent(Share share) {
    return share.read() * 100L / share.all() + "%";
  }

  private void contested() {
    List<TableFact> contested = map.contestedTables();
    int tables = map.facts().tables().size();
    if (tables == 0) {
      heading("No tables were found", analyzed.next("get unread"));
      return;
    }
    if (contested.isEmpty()) {
      // where no write was seen at all, silence proves nothing
      boolean written =
          map.facts().accesses().stream()
              .anyMatch(each -> each.op().writes() && !each.isMigration());
      heading(
          (written
                  ? "None of %s is written from outside the context that owns it"
                  : "No code was seen to write any of %s: who does is not known")
              .formatted(count(tables, "table")),
          analyzed.next("get tables"));
      long crossing = written ? Writers.crossing(map) : 0;
      if (crossing > 0) {
        line(
            "  but %s tables of several contexts: %s"
                .formatted(
                    Counted.of(crossing, "transaction writes", "transactions write"),
                    analyzed.next("get cuts")));
      }
      int outside = Writers.fromOutside(map);
      if (outside > 0) {
        line(
            "  classes of no context write %s: %s"
                .formatted(number(outside), analyzed.next("get tables --sort-by writers")));
      }
      return;
    }
    heading(
        "Other contexts write %s of %s".formatted(number(contested.size()), count(tables, "table")),
        "places: " + analyzed.next("explain TABLE"));
    Grid grid = new Grid("  TABLE", "OWNER", "WRITERS", "#FOREIGN WRITES");
    for (TableFact table : first(contested, TABLES)) {
      Ownership ownership = map.ownership(table.name());
      grid.row(
          "  " + table.name(),
          dash(ownership.owner()),
          Writers.of(map, table.name()),
          number(map.foreignWrites(table.name())));
    }
    print(grid);
    more(contested.size(), TABLES, "get tables --sort-by writers");
  }

  /** Not what a mapping fills by itself, as Envers does tables of old states. */
  private boolean isUsed(TableFact table) {
    return map.isTouched(table)
        && (table.linkedBy().isEmpty()
            || !table.entities().isEmpty()
            || !map.accesses(table.name()).isEmpty());
  }

  /** Where many are used and nobody writes them, writes are missing, and with them what crosses. */
  private void unwritten() {
    int used = 0;
    int written = 0;
    for (TableFact table : map.facts().tables()) {
      boolean view = table.kind() == TableKind.VIEW || table.kind() == TableKind.MATERIALIZED_VIEW;
      if (!view && isUsed(table)) {
        used++;
        written +=
            map.accesses(table.name()).stream()
                    .anyMatch(each -> each.op().writes() && !each.isMigration())
                ? 1
                : 0;
      }
    }
    int unwritten = used - written;
    if (written > 0 && unwritten > 2 && unwritten * 3 >= used) {
      line(
          "  no code is seen to write %s of the %s that it uses: some writes are not known"
              .formatted(number(unwritten), number(used)));
    }
  }

  private void untouched() {
    int untouched = 0;
    for (TableFact table : map.facts().tables()) {
      untouched += map.isTouched(table) ? 0 : 1;
    }
    if (untouched > 0) {
      line(
          "  no code touches %s: %s"
              .formatted(count(untouched, "table"), analyzed.next("get tables --sort-by touched")));
    }
  }

  /** One of each rule; those on tables with several writers stand above already. */
  private void dangers() {
    if (findings.isEmpty()) {
      return;
    }
    List<Finding> open = findings.stream().filter(each -> !each.isAccepted()).toList();
    int accepted = findings.size() - open.size();
    console.line();
    heading(
        "What kills migrations: %s%s, most dangerous first"
            .formatted(
                count(open.size(), "finding"),
                accepted == 0 ? "" : " and " + number(accepted) + " accepted"),
        "all: " + analyzed.next("get findings"));
    Set<String> rules = new HashSet<>(Set.of("MSVC-F06-MANY-WRITERS"));
    int shown = 0;
    for (Finding each : open) {
      if (shown < FINDINGS && rules.add(each.rule())) {
        line("  %s  %s".formatted(each.rule().substring("MSVC-".length(), 8), each.told()));
        shown++;
      }
    }
  }

  private void advice() {
    Advice advice = map.analysis().advice();
    advise("Start with", advice.startWith(), advice.why(), "No context is easy to start with");
    advise(
        "Leave alone for now",
        advice.leaveAlone(),
        advice.whyNot(),
        "No context must be left alone");
  }

  private void advise(String verb, String name, String reason, String nothing) {
    if (name.isEmpty()) {
      console.heading(nothing);
    } else {
      String explain = analyzed.next("explain " + ShellWord.of(name));
      boolean fits = explain.length() <= Text.WIDTH / 2;
      heading(
          verb + ": " + Text.shortened(name, 30),
          fits ? explain : analyzed.next("explain CONTEXT"));
    }
    List<String> lines = Text.wrapped(Text.shortenedEnd(reason, 1000), Text.WIDTH - 2);
    for (int i = 0; i < Math.min(lines.size(), REASON_LINES); i++) {
      boolean cut = i == REASON_LINES - 1 && lines.size() > REASON_LINES;
      line("  " + (cut ? Text.shortenedEnd(lines.get(i) + " ...", Text.WIDTH - 2) : lines.get(i)));
    }
  }

  private void contexts() {
    List<BoundedContext> contexts = map.decomposition().contexts();
    if (contexts.isEmpty()) {
      heading("No contexts were found", analyzed.next("get shared"));
      return;
    }
    heading(
        "%s".formatted(count(contexts.size(), "context")),
        "members: " + analyzed.next("get classes -b CONTEXT"));
    Grid grid =
        new Grid(
            "  CONTEXT",
            "#CLASSES",
            "#TABLES",
            "#ENTRY POINTS",
            "#CROSSING",
            "#OUT",
            "#IN",
            "#FOREIGN TABLES");
    List<BoundedContext> biggest = biggest(contexts);
    int shown = CONTEXTS - decisions.size();
    for (BoundedContext context : first(biggest, shown)) {
      BoundedContext.Coupling coupling = context.coupling();
      grid.row(
          "  " + context.name(),
          number(context.classes().size()),
          number(map.tablesWithRows(context).size()),
          number(map.entryPoints(context.name()).size()),
          Math.round(coupling.share() * 100) + "%",
          number(coupling.outgoing()),
          number(coupling.incoming()),
          number(coupling.foreignReads() + coupling.foreignWrites()));
    }
    print(grid);
    more(contexts.size(), shown, "get contexts");
  }

  /** Most classes first. */
  static List<BoundedContext> biggest(List<BoundedContext> contexts) {
    List<BoundedContext> sorted = new ArrayList<>(contexts);
    sorted.sort(
        (a, b) -> {
          int bySize = Integer.compare(b.classes().size(), a.classes().size());
          return bySize != 0 ? bySize : a.name().compareTo(b.name());
        });
    return sorted;
  }

  private void rest() {
    Decomposition decomposition = map.decomposition();
    line(
        "  in no context: %s shared, %s to split, %s technical; why: %s"
            .formatted(
                number(decomposition.shared().size()),
                number(decomposition.mustSplit().size()),
                number(decomposition.technical().size()),
                analyzed.next("get shared")));
    decisions.forEach(this::line);
    if (!analyzed.footnote().isEmpty()) {
      console.line(analyzed.footnote());
    }
  }

  /** What a person has to decide, and what was accepted. */
  private List<String> decisions() {
    List<String> lines = new ArrayList<>();
    int questions = Questions.of(map).size();
    if (questions > 0) {
      String command = analyzed.next("get questions");
      lines.add("  %s to decide: %s".formatted(count(questions, "question"), command));
    }
    Lock lock = analyzed.lock();
    if (!lock.isEmpty()) {
      int fresh = Acceptance.fresh(map).size();
      int gone = analyzed.gone().size();
      lines.add(
          "  %s accepted%s%s: %s"
              .formatted(
                  count(lock.classes().size() + lock.unplaced().size(), "place"),
                  fresh == 0 ? "" : ", " + number(fresh) + " new since",
                  gone == 0 ? "" : ", " + number(gone) + " gone",
                  analyzed.next("accept --diff")));
    }
    return lines;
  }

  private <T> List<T> first(List<T> all, int count) {
    return everything || all.size() <= count ? all : all.subList(0, count);
  }

  private void more(int all, int shown, String command) {
    if (!everything && all > shown) {
      line("  %s more: %s".formatted(number(all - shown), analyzed.next(command)));
    }
  }

  /** What there is, and the command that leads to it at the end of the line, or on one below. */
  private void heading(String left, String right) {
    if (Text.printable(left).length() + right.length() + 2 > Text.WIDTH) {
      console.heading(Text.shortenedEnd(left, Text.WIDTH));
      line("  " + right);
      return;
    }
    String text = Text.printable(left);
    console.heading(text + " ".repeat(Text.WIDTH - text.length() - right.length()) + right);
  }

  private void print(Grid grid) {
    grid.lines(Text.WIDTH).forEach(console::line);
  }

  private void line(String text) {
    console.line(
        Text.isProse(text)
            ? Text.shortenedEnd(text, Text.WIDTH)
            : Text.shortened(text, Text.WIDTH));
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String count(int count, String what) {
    return number(count) + " " + what + (count == 1 ? "" : "s");
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
