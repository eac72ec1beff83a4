package dev.msvc.cli;

import dev.msvc.cluster.traffic.Declared;
import dev.msvc.cluster.traffic.Mirrored;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Stage;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.shift.WriterLedger;
import dev.msvc.model.shift.Writers;
import dev.msvc.model.yaml.JournalDocument;
import dev.msvc.model.yaml.PlainDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a shift: its plan, where it stands, what was done. */
final class ShiftScreen {
  private static final int PATHS = 3;

  private final Invocation call;
  private final ShiftFolder folder;
  private final ShiftPlan plan;
  private final Clock clock;

  ShiftScreen(Invocation call, ShiftFolder folder, ShiftPlan plan, Clock clock) {
    this.clock = clock;
    this.call = call;
    this.folder = folder;
    this.plan = plan;
  }

  static String word(ShiftState.Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What a shift is doing; {@code passed} where nothing is left of its plan. */
  static String word(ShiftState state, ShiftPlan plan) {
    return isThrough(state, plan) ? "passed" : word(state.phase());
  }

  private static boolean isThrough(ShiftState state, ShiftPlan plan) {
    return state.phase() == ShiftState.Phase.RUNNING && state.isThrough(plan);
  }

  /** What would be done. */
  int plan() {
    Console console = call.console();
    if (call.format().forPrograms()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", plan.name());
      fields.put("plan", folder.digest());
      List<Map<String, Object>> stages = new ArrayList<>();
      for (int i = 0; i < plan.stages().size(); i++) {
        Map<String, Object> stage = new LinkedHashMap<>();
        stage.put("step", plan.stages().get(i).step().title());
        stage.put("soak", plan.stages().get(i).soak().toString());
        stage.put("weights", plan.weights(i).service());
        stages.add(stage);
      }
      fields.put("stages", stages);
      PlainDocument.write("msvc/shift-plan/v1", fields, Notation.of(call.format()), console.data());
      return 0;
    }
    console.heading(
        "shift %s: from %s to %s".formatted(plan.name(), plan.monolith(), plan.service()));
    console.line(
        "router %s%s"
            .formatted(
                plan.router().kind(),
                plan.router().settings().entrySet().stream()
                    .map(each -> ", %s %s".formatted(each.getKey(), each.getValue()))
                    .collect(Collectors.joining())));
    plan.git()
        .ifPresent(
            git ->
                console.line(
                    "steps are commits to %s, branch %s of %s; a commit is waited for %s"
                        .formatted(
                            git.path(), git.branch(), git.repository(), words(git.patience()))));
    console.line("rules, in the order in which they are tried; all else goes to the monolith:");
    for (Rule each : plan.rules()) {
      console.line("  %-28s %s".formatted(each.id(), words(each)));
    }
    console.line("stages:");
    int number = 1;
    for (Stage each : plan.stages()) {
      console.line(
          "  %2d %-24s then watched for %s"
              .formatted(number++, each.step().title(), words(each.soak())));
    }
    plan.sticky()
        .ifPresent(
            each ->
                console.line(
                    "who says the same in %s %s keeps its arm while the weight grows"
                        .formatted(each.in().name().toLowerCase(Locale.ROOT), each.name())));
    SyncWords.of(plan).forEach(console::line);
    console.line(
        "%d bad windows of %s in a row bring all back to the monolith"
            .formatted(plan.tolerance().badWindows(), words(plan.tolerance().window())));
    return 0;
  }

  private static String words(Rule rule) {
    String methods =
        rule.match().methods().isEmpty() ? "all methods" : String.join(" ", rule.match().methods());
    String path = rule.match().path() + (rule.match().exact() ? "" : " and below");
    String who =
        rule.match()
            .selector()
            .map(
                each ->
                    " with %s %s: %s"
                        .formatted(
                            each.in().name().toLowerCase(Locale.ROOT),
                            each.name(),
                            String.join(", ", each.values())))
            .orElse("");
    return "%s %s%s".formatted(methods, path, who);
  }

  /** {@code 90s}, {@code 10m}, {@code 2h}. */
  static String words(Duration time) {
    long seconds = time.toSeconds();
    if (seconds % 3600 == 0 && seconds > 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** Where it stands; the live weights, where the router can be asked. */
  int status(Journal journal, Router router) {
    ShiftState state = journal.state(plan.weights(-1));
    Sight sight = null;
    String away = "";
    try {
      sight = router.look();
    } catch (UserError unreachable) {
      away = String.valueOf(unreachable.getMessage());
    }
    if (call.format().forPrograms()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", plan.name());
      fields.put("phase", word(state, plan));
      fields.put("stage", state.stage() + 1);
      fields.put("stages", plan.stages().size());
      fields.put("planUnderWay", state.plan().equals(folder.digest()));
      fields.put("expected", state.wanted().service());
      fields.put("live", sight == null ? Map.of() : sight.weights().service());
      fields.put("mirrored", sight == null ? Map.of() : mirrored(sight));
      fields.put("router", away);
      if (sight != null && sight.declared().isPresent()) {
        fields.put("git", git(sight.declared().get(), sight.weights()));
      }
      fields.put("writers", writers(journal).stream().map(ShiftScreen::fields).toList());
      fields.put("watched", !unwatched(state, journal.progress()));
      Map<String, Object> kept = JournalDocument.fields(journal);
      fields.put("progress", kept.get("progress"));
      PlainDocument.write(
          "msvc/shift-status/v1", fields, Notation.of(call.format()), call.console().data());
      return 0;
    }
    List<String> lines = lines(journal, sight, away);
    call.console().heading(lines.get(0));
    lines.subList(1, lines.size()).forEach(call.console()::line);
    return 0;
  }

  /**
   * Where it stands, the heading first.
   *
   * @param sight of its router; null where that cannot be asked
   * @param away why not
   */
  List<String> lines(Journal journal, @Nullable Sight sight, String away) {
    ShiftState state = journal.state(plan.weights(-1));
    List<String> lines = new ArrayList<>();
    boolean through = isThrough(state, plan);
    lines.add(
        "shift %s: %s".formatted(plan.name(), through ? "all stages passed" : word(state.phase())));
    if (!state.plan().isEmpty() && !state.plan().equals(folder.digest())) {
      lines.add("the plan was changed since it was started");
    }
    Progress progress = journal.progress();
    for (int i = 0; i < plan.stages().size(); i++) {
      Stage stage = plan.stages().get(i);
      lines.add(
          "  %s %2d %-24s %s"
              .formatted(
                  mark(i, state), i + 1, stage.step().title(), soak(i, stage, state, progress)));
    }
    Weights live = sight == null ? null : sight.weights();
    if (live == null) {
      lines.add("the router cannot be asked: " + away);
    } else {
      for (Rule each : plan.rules()) {
        int is = live.of(each.id(), Arm.SERVICE);
        int was = state.wanted().of(each.id(), Arm.SERVICE);
        lines.add(
            "  %-28s service %3d %%%s"
                .formatted(each.id(), is, is == was ? "" : ", and was to be %d %%".formatted(was)));
      }
    }
    if (sight != null && sight.declared().isPresent()) {
      lines.add(words(sight.declared().get(), sight.weights()));
    }
    writers(journal).forEach(each -> lines.add("  written by: " + each.words()));
    if (sight != null) {
      sight.mirrored().entrySet().stream()
          .filter(each -> !each.getValue().equals(Mirrored.NONE))
          .sorted(Map.Entry.comparingByKey())
          .forEach(each -> lines.add("  %-28s %s".formatted(each.getKey(), words(each))));
    }
    if (!progress.seen().equals(Instant.EPOCH)) {
      lines.add("last watched %s: %s".formatted(progress.seen(), progress.note()));
    }
    if (unwatched(state, progress)) {
      lines.add(
          "nobody watches it: it stays as it is; go on with msvc strangle start " + plan.name());
    }
    if (through) {
      lines.add(
          plan.kept().isEmpty()
              ? "next: msvc strangle finish " + plan.name()
              : "the monolith keeps what no stage moves: " + String.join(", ", plan.kept()));
    }
    return lines;
  }

  private static String words(Declared git, Weights live) {
    if (git.weights().isEmpty()) {
      return "the file in Git cannot be read: " + git.away().map(each -> each.message()).orElse("");
    }
    return git.says(live)
        ? "commit %s of %s is live".formatted(git.commit(), git.since())
        : "commit %s of %s is not live: Git says %s"
            .formatted(git.commit(), git.since(), git.weights().get().service());
  }

  private static Map<String, Object> git(Declared git, Weights live) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("commit", git.commit());
    fields.put("head", git.head());
    fields.put("says", git.weights().map(Weights::service).orElse(new TreeMap<>()));
    fields.put("live", git.says(live));
    fields.put("away", git.away().map(each -> each.message()).orElse(""));
    return fields;
  }

  /**
   * Who writes now; nothing where another plan was followed, or the journal is not to be believed.
   */
  private List<Writers.Writer> writers(Journal journal) {
    ShiftState state = journal.state(plan.weights(-1));
    boolean known = state.plan().isEmpty() || state.plan().equals(folder.digest());
    return known && journal.broken().isEmpty() ? Writers.of(plan, state).all() : List.of();
  }

  private static Map<String, Object> fields(Writers.Writer writer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("aggregate", writer.aggregate());
    fields.put("cohorts", writer.cohorts());
    fields.put("writer", Writers.Writer.word(writer.now()));
    fields.put("handedOverTo", writer.next().map(Writers.Writer::word).orElse(""));
    return fields;
  }

  private List<WriterLedger.Change> ledger(Journal journal) {
    return journal.broken().isEmpty()
        ? WriterLedger.of(plan, folder.digest(), journal.entries()).changes()
        : List.of();
  }

  private static Map<String, Object> fields(WriterLedger.Change change) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("entry", change.entry());
    fields.put("when", change.when().toString());
    fields.putAll(fields(change.writer()));
    return fields;
  }

  private static String words(Map.Entry<String, Mirrored> each) {
    Mirrored copies = each.getValue();
    List<String> most =
        copies.paths().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(PATHS)
            .map(path -> "%s %d".formatted(path.getKey(), path.getValue()))
            .toList();
    return "mirrored %d, differing %d%s, dropped %d%s"
        .formatted(
            copies.mirrored(),
            copies.differing(),
            copies.noisy() == 0 ? "" : ", noise %d".formatted(copies.noisy()),
            copies.dropped(),
            most.isEmpty() ? "" : ": " + String.join(", ", most));
  }

  private static Map<String, Object> mirrored(Sight sight) {
    Map<String, Object> rules = new TreeMap<>();
    sight
        .mirrored()
        .forEach(
            (rule, copies) -> {
              Map<String, Object> of = new LinkedHashMap<>();
              of.put("mirrored", copies.mirrored());
              of.put("differing", copies.differing());
              of.put("noisy", copies.noisy());
              of.put("dropped", copies.dropped());
              of.put("paths", copies.paths());
              rules.put(rule, of);
            });
    return rules;
  }

  /** Whether whoever watched it is gone for longer than it takes to look. */
  private boolean unwatched(ShiftState state, Progress progress) {
    Duration gone = Duration.between(progress.seen(), clock.instant());
    return state.phase() == ShiftState.Phase.RUNNING
        && !state.isThrough(plan)
        && gone.compareTo(plan.tolerance().window().multipliedBy(2)) > 0;
  }

  private static String mark(int stage, ShiftState state) {
    if (stage < state.stage() || (stage == state.stage() && state.passed())) {
      return "x";
    }
    return stage == state.stage() ? ">" : " ";
  }

  private static String soak(int index, Stage stage, ShiftState state, Progress progress) {
    return index == state.stage() && !state.passed()
        ? "%s of %s".formatted(words(progress.soaked()), words(stage.soak()))
        : words(stage.soak());
  }

  /**
   * What was done, from the first entry on.
   *
   * @param witnessed what is wrong beside what its chain tells
   */
  int audit(Journal journal, List<String> witnessed) {
    List<String> broken = new ArrayList<>(journal.broken());
    broken.addAll(witnessed);
    if (call.format().forPrograms()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", plan.name());
      fields.put("broken", broken);
      fields.put("entries", JournalDocument.fields(journal).get("entries"));
      fields.put("writers", ledger(journal).stream().map(ShiftScreen::fields).toList());
      PlainDocument.write(
          "msvc/shift-audit/v1", fields, Notation.of(call.format()), call.console().data());
    } else {
      Grid grid = new Grid("#NO", "WHEN", "BY", "WHAT", "STAGE", "WEIGHTS", "REASON");
      for (Entry each : journal.entries()) {
        grid.row(
            each.number(),
            each.when(),
            each.by(),
            each.event().name().toLowerCase(Locale.ROOT),
            each.stage() < 0 ? "-" : String.valueOf(each.stage() + 1),
            changed(each),
            each.reason());
      }
      grid.lines(Text.WIDTH).forEach(call.console()::line);
      ledger(journal)
          .forEach(
              each ->
                  call.console()
                      .line("since entry %d: %s".formatted(each.entry(), each.writer().words())));
      if (call.has("--verify")) {
        broken.forEach(call.console()::line);
        if (broken.isEmpty()) {
          call.console()
              .line(
                  "%d entries, each follows from the one before; the last is %s"
                      .formatted(journal.entries().size(), head(journal)));
        }
      }
    }
    return broken.isEmpty() ? 0 : 1;
  }

  private static String head(Journal journal) {
    return journal.head().isEmpty() ? "none" : journal.head().substring(0, 12);
  }

  private static String changed(Entry entry) {
    List<String> changed = new ArrayList<>();
    for (String each : entry.to().service().keySet()) {
      int from = entry.from().of(each, Arm.SERVICE);
      int to = entry.to().of(each, Arm.SERVICE);
      if (from != to) {
        changed.add("%s %d->%d".formatted(each, from, to));
      }
    }
    return String.join(" ", changed);
  }
}
