package dev.msvc.cli;

import dev.msvc.analyzers.retire.Retirement;
import dev.msvc.cluster.gate.Gates;
import dev.msvc.cluster.traffic.Finishing;
import dev.msvc.cluster.traffic.Quiet;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.generators.merge.Patch;
import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Contract;
import dev.msvc.model.shift.Deletion;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Reconciliation;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code msvc strangle finish}: proves that nothing reaches the monolith any more, and then says
 * what of it can go, as a patch, and what the router may hold instead of weights.
 */
final class ShiftFinish {
  private static final String USUAL = "7d";
  private static final String PATCH = "monolith.patch";

  private final Invocation call;
  private final ShiftFolder folder;
  private final ShiftPlan plan;
  private final ShiftPlace place;
  private final Clock clock;

  ShiftFinish(Invocation call, ShiftFolder folder, ShiftPlan plan, ShiftPlace place, Clock clock) {
    this.call = call;
    this.folder = folder;
    this.plan = plan;
    this.place = place;
    this.clock = clock;
  }

  static void options(CommandSpec spec) {
    spec.addOption(
        Spec.option(
            new String[] {"--over"},
            "TIME",
            "finish: how long nothing may have reached the monolith (" + USUAL + ")"));
    spec.addOption(
        Spec.list("--access-log", "FILE", "finish: of the monolith, for who asks past the router"));
  }

  int run() {
    Finishing finishing =
        new Finishing(
            plan, folder.digest(), place.router(), place.store(), clock, ClusterAccess.who(call));
    finishing.requireUnchanged();
    Journal journal = place.store().read();
    refuse(journal);
    Duration over = over();
    List<Quiet> evidence = evidence(finishing, over);
    evidence.forEach(each -> call.told(each.words()));
    int proven = proven(evidence);
    if (proven != 0) {
      call.console()
          .say(
              proven == 1
                  ? "nothing was written: see who asks, and finish when nobody does"
                  : "nothing was written: that is too little to delete code by; come again,"
                      + " or name --access-log FILE");
      return proven;
    }
    Analyzed analyzed = Analyzed.told(call);
    if (analyzed.exitCode() != 0) {
      call.console().say("nothing was written: too little was understood to delete code by");
      return analyzed.exitCode();
    }
    Path root = call.directory().toString().isEmpty() ? Path.of(".") : call.directory();
    Deletion deletion = Retirement.of(analyzed.map(), plan, root);
    SortedMap<String, byte[]> files = files(deletion, root);
    new DeletionScreen(call, plan).print(deletion);
    if (call.has("--diff")) {
      files.forEach(
          (name, text) -> {
            call.told("# " + name);
            new String(text, StandardCharsets.UTF_8).lines().forEach(call::told);
          });
      return 0;
    }
    return write(finishing, files, evidence);
  }

  private int write(Finishing finishing, SortedMap<String, byte[]> files, List<Quiet> evidence) {
    Path target = folder.beside(".finish");
    String shown = "strangle/%s.finish".formatted(folder.name());
    String obstacle = new SafePath(call.directory(), shown).obstacle();
    if (!obstacle.isEmpty()) {
      throw new UserError(obstacle, "put a folder of your own there");
    }
    boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (there && !isSame(target, files)) {
      throw new UserError(
          shown + " is there, and says something else", "move it away, and run it again", 5);
    }
    call.console().flush();
    if (!call.has("-y")) {
      if (!call.console().asks()) {
        throw new UserError(
            "nobody is there to be asked, and nothing was written",
            "see it with --diff; then say yes with -y",
            2);
      }
      if (!call.console().confirm("write %s, and call the shift finished?".formatted(shown))) {
        return 2;
      }
    }
    return place
        .turns()
        .during(
            () -> {
              if (!there) {
                new Workspace().swap(target, files);
              }
              finishing.finish(
                  String.join(
                      "; ",
                      evidence.stream()
                          .filter(each -> each.verdict() == Verdict.PASS)
                          .map(Quiet::words)
                          .toList()));
              call.told(
                  "git apply %s/%s%s"
                      .formatted(
                          shown,
                          PATCH,
                          files.size() > 1 ? "; then give the router what is beside it" : ""));
              return 0;
            });
  }

  private void refuse(Journal journal) {
    ShiftState state = journal.state(plan.weights(-1));
    Optional<Reconciliation> rows =
        state.isThrough(plan) ? new ShiftReconcile(call, folder, plan).agreed() : Optional.empty();
    List<String> reasons = Contract.refusals(plan, journal, clock.instant(), rows);
    if (!reasons.isEmpty() && state.phase() != ShiftState.Phase.FINISHED) {
      throw new UserError(
          "%s cannot be finished: %s".formatted(plan.name(), String.join("; ", reasons)),
          "msvc strangle status " + plan.name());
    }
  }

  private Duration over() {
    String text = call.option("--over");
    return Rollout.time(text == null ? USUAL : text);
  }

  /** Each source by itself: one that sees something refutes all that see nothing. */
  private List<Quiet> evidence(Finishing finishing, Duration over) {
    List<Quiet> evidence = new ArrayList<>();
    evidence.add(
        plan.metrics().isPresent()
            ? new Gates(plan.metrics(), call.env(), List::of).quiet(over)
            : finishing.counted(over));
    List<String> logs = call.options("--access-log");
    if (!logs.isEmpty()) {
      evidence.add(new QuietLog(plan, over, clock.instant()).read(call.directory(), logs));
    }
    return evidence;
  }

  private static int proven(List<Quiet> evidence) {
    if (evidence.stream().anyMatch(each -> each.verdict() == Verdict.FAIL)) {
      return 1;
    }
    return evidence.stream().anyMatch(each -> each.verdict() == Verdict.PASS) ? 0 : 7;
  }

  private SortedMap<String, byte[]> files(Deletion deletion, Path root) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Patch patch = new Patch();
    deletion
        .removed()
        .keySet()
        .forEach(
            file -> patch.remove(file, bytes(root, file), Files.isExecutable(root.resolve(file))));
    deletion
        .cut()
        .forEach(
            (file, lines) -> {
              byte[] before = bytes(root, file);
              patch.change(file, before, without(before, lines));
            });
    files.put(PATCH, patch.bytes());
    if (RouterFiles.knows(plan.router().kind())) {
      for (PlannedFile each : RouterFiles.finished(plan, folder.shown())) {
        files.put(each.path(), each.text().getBytes(StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /** A file without some lines; the others byte for byte. */
  static byte[] without(byte[] before, List<Deletion.Lines> lines) {
    ByteArrayOutputStream after = new ByteArrayOutputStream(before.length);
    int line = 1;
    int from = 0;
    for (int i = 0; i < before.length; i++) {
      if (before[i] == '\n' || i == before.length - 1) {
        int at = line;
        if (lines.stream().noneMatch(each -> each.first() <= at && at <= each.last())) {
          after.write(before, from, i + 1 - from);
        }
        from = i + 1;
        line++;
      }
    }
    return after.toByteArray();
  }

  private static boolean isSame(Path target, Map<String, byte[]> files) {
    return files.entrySet().stream()
        .allMatch(
            each -> {
              Path file = target.resolve(each.getKey());
              return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                  && Arrays.equals(bytes(target, each.getKey()), each.getValue());
            });
  }

  private static byte[] bytes(Path root, String file) {
    try {
      return Files.readAllBytes(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
