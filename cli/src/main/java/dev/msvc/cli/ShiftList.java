package dev.msvc.cli;

import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Predecessor;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Shifts;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.PlainDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code msvc strangle status} without a name: all shifts of the folder, in their order. */
final class ShiftList {
  private final Invocation call;

  ShiftList(Invocation call) {
    this.call = call;
  }

  /**
   * One shift.
   *
   * @param wrong why nothing can be said of it; empty where it can
   * @param live empty where its router cannot be asked
   * @param away why not
   */
  private record Line(
      String name,
      Optional<ShiftPlan> plan,
      Optional<Journal> journal,
      Optional<Weights> live,
      String away,
      Optional<UserError> wrong) {
    static Line wrong(String name, Optional<ShiftPlan> plan, UserError wrong) {
      return new Line(name, plan, Optional.empty(), Optional.empty(), "", Optional.of(wrong));
    }
  }

  int run() {
    SortedMap<String, ShiftPlan> plans = new TreeMap<>();
    List<Line> unread = new ArrayList<>();
    // the name is no shift's: it stands for its folder
    for (ShiftFolder each : new ShiftFolder(call.directory(), "all").all()) {
      try {
        plans.put(each.name(), each.plan());
      } catch (UserError wrong) {
        unread.add(Line.wrong(each.name(), Optional.empty(), wrong));
      }
    }
    List<Line> lines = new ArrayList<>();
    Shifts shifts = new Shifts(plans);
    lines.addAll(AtOnce.each(shifts.order(), name -> line(shifts.plan(name))));
    lines.addAll(unread);
    if (lines.isEmpty()) {
      throw new UserError(
          "there is no shift in strangle/",
          "propose one: msvc strangle plan NAME (docs/strangle.md)");
    }
    if (call.format().forPrograms()) {
      PlainDocument.write(
          "msvc/shift-list/v1",
          Map.of("shifts", lines.stream().map(ShiftList::fields).toList()),
          Notation.of(call.format()),
          call.console().data());
    } else {
      Grid grid = new Grid("SHIFT", "AFTER", "STATE", "STAGE", "READS", "LAST WATCHED");
      lines.forEach(each -> row(grid, each));
      grid.lines(Text.WIDTH).forEach(call.console()::line);
      lines.forEach(
          each ->
              each.wrong()
                  .ifPresent(
                      wrong ->
                          call.console().say("%s: %s".formatted(each.name(), wrong.message()))));
    }
    return lines.stream()
        .flatMap(each -> each.wrong().stream())
        .mapToInt(UserError::exitCode)
        .max()
        .orElse(0);
  }

  private Line line(ShiftPlan plan) {
    ShiftFolder folder = new ShiftFolder(call.directory(), plan.name());
    try (ShiftPlace place = ShiftPlace.of(call, folder, plan)) {
      Journal journal = place.store().read();
      try {
        Sight sight = place.router().look();
        return new Line(
            plan.name(),
            Optional.of(plan),
            Optional.of(journal),
            Optional.of(sight.weights()),
            "",
            Optional.empty());
      } catch (UserError away) {
        return new Line(
            plan.name(),
            Optional.of(plan),
            Optional.of(journal),
            Optional.empty(),
            away.message(),
            Optional.empty());
      }
    } catch (UserError wrong) {
      return Line.wrong(plan.name(), Optional.of(plan), wrong);
    }
  }

  private static String after(ShiftPlan plan) {
    return plan.after().stream()
        .map(
            each ->
                each.weight().isEmpty()
                    ? each.shift()
                    : "%s (%d %%)".formatted(each.shift(), each.weight().getAsInt()))
        .collect(Collectors.joining(", "));
  }

  private static void row(Grid grid, Line line) {
    if (line.plan().isEmpty() || line.journal().isEmpty()) {
      grid.row(line.name(), line.plan().map(ShiftList::after).orElse(""), "unknown", "", "", "");
      return;
    }
    ShiftPlan plan = line.plan().get();
    ShiftState state = line.journal().get().state(plan.weights(-1));
    Instant seen = line.journal().get().progress().seen();
    int stage = state.stage();
    grid.row(
        line.name(),
        after(plan),
        ShiftScreen.word(state, plan),
        stage < 0
            ? "- of %d".formatted(plan.stages().size())
            : "%d of %d, %s"
                .formatted(
                    stage + 1, plan.stages().size(), plan.stages().get(stage).step().title()),
        reads(plan, state.weights(), line.live()),
        seen.equals(Instant.EPOCH) ? "never" : ago(seen));
  }

  /** What the service has of the reads: live, and as it was written where that is another. */
  private static String reads(ShiftPlan plan, Weights written, Optional<Weights> live) {
    String expected = reads(plan, written);
    String now = live.map(each -> reads(plan, each)).orElse("?");
    return now.equals(expected) ? now : "%s, and was to be %s".formatted(now, expected);
  }

  private static String reads(ShiftPlan plan, Weights weights) {
    IntSummaryStatistics all =
        plan.rules().stream()
            .filter(each -> each.kind() == Rule.Kind.READ)
            .mapToInt(each -> weights.of(each.id(), Arm.SERVICE))
            .summaryStatistics();
    if (all.getCount() == 0) {
      return "-";
    }
    return all.getMin() == all.getMax()
        ? "%d %%".formatted(all.getMin())
        : "%d to %d %%".formatted(all.getMin(), all.getMax());
  }

  private static String ago(Instant seen) {
    Duration gone = Duration.between(seen, Clock.systemUTC().instant());
    long seconds = Math.max(0, gone.toSeconds());
    if (seconds < 120) {
      return "%d s ago".formatted(seconds);
    }
    return seconds < 7200
        ? "%d min ago".formatted(seconds / 60)
        : seconds < 172_800
            ? "%d h ago".formatted(seconds / 3600)
            : "%d days ago".formatted(seconds / 86_400);
  }

  private static Map<String, Object> fields(Line line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", line.name());
    line.plan()
        .ifPresent(
            each -> fields.put("after", each.after().stream().map(Predecessor::shift).toList()));
    line.wrong().ifPresent(each -> fields.put("wrong", each.message()));
    if (line.plan().isPresent() && line.journal().isPresent()) {
      ShiftPlan plan = line.plan().get();
      ShiftState state = line.journal().get().state(plan.weights(-1));
      fields.put("phase", ShiftScreen.word(state, plan));
      fields.put("stage", state.stage() + 1);
      fields.put("stages", plan.stages().size());
      fields.put("expected", state.wanted().service());
      fields.put("live", line.live().<Object>map(Weights::service).orElse(Map.of()));
      fields.put("router", line.away());
      Instant seen = line.journal().get().progress().seen();
      fields.put("seen", seen.equals(Instant.EPOCH) ? "" : seen.toString());
    }
    return fields;
  }
}
