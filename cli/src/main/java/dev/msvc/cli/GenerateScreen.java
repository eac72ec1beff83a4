package dev.msvc.cli;

import dev.msvc.generators.merge.FileChange;
import dev.msvc.generators.merge.FileChange.Kind;
import dev.msvc.generators.service.Blueprint;
import dev.msvc.generators.service.Part;
import dev.msvc.model.Counted;
import dev.msvc.model.service.MadeFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Tells what generating does, or did. */
final class GenerateScreen {
  private static final int SHOWN = 40;
  private static final int NAMED = 10;

  private final Console console;
  private final String command;
  private final boolean everything;

  /**
   * @param command that was typed, for commands to type next
   * @param everything whether nothing is cut short
   */
  GenerateScreen(Console console, String command, boolean everything) {
    this.console = console;
    this.command = command;
    this.everything = everything;
  }

  /** Every path, one a line, for other programs. */
  void names(List<ServicePlan> plans) {
    for (ServicePlan plan : plans) {
      for (FileChange each : plan.changes()) {
        console.line(plan.folder().shown() + "/" + each.path());
      }
    }
  }

  /** What there would be. */
  void tree(List<ServicePlan> plans) {
    if (plans.size() == 1) {
      ServicePlan plan = plans.get(0);
      FileTree tree = new FileTree(plan.changes());
      console.line(plan.folder().shown() + "/");
      tree.lines(everything ? Integer.MAX_VALUE : SHOWN - 2)
          .forEach(each -> console.line("  " + each));
      console.line(counts(plan));
      if (!everything && tree.isCut()) {
        console.line("all %,d: %s".formatted(plan.changes().size(), command + " -o wide"));
      }
      return;
    }
    int shown = everything ? plans.size() : Math.min(plans.size(), SHOWN - 1);
    plans.subList(0, shown).forEach(each -> console.line(counts(each)));
    if (shown < plans.size()) {
      console.line("%,d more: %s".formatted(plans.size() - shown, command + " -o wide"));
    }
  }

  /** What would change, line by line. */
  void diff(List<ServicePlan> plans) {
    List<String> lines = new ArrayList<>();
    int files = 0;
    for (ServicePlan plan : plans) {
      for (FileChange each : plan.changes()) {
        if (each.kind().changes()) {
          files++;
          lines.addAll(
              TextDiff.of(plan.folder().shown() + "/" + each.path(), each.before(), each.after()));
        }
      }
    }
    int shown = everything || lines.size() <= SHOWN ? lines.size() : SHOWN - 2;
    lines.subList(0, shown).forEach(console::difference);
    if (shown < lines.size()) {
      console.line(
          "%s, of %s in all: %s"
              .formatted(
                  Counted.of(lines.size() - shown, "more line", "more lines"),
                  Counted.of(files, "file", "files"),
                  command + " -o wide"));
    }
    for (ServicePlan plan : plans) {
      told(plan, Kind.CONFLICT, "conflict");
    }
    if (files == 0) {
      console.say("nothing would change");
    }
  }

  /**
   * What was done, what was not and why, and what to do next.
   *
   * @param part the command that makes one part
   */
  void summary(List<ServicePlan> plans, UnaryOperator<String> part) {
    if (plans.size() > 1) {
      int shown = everything ? plans.size() : Math.min(plans.size(), SHOWN - NAMED);
      plans.subList(0, shown).forEach(each -> console.line(counts(each)));
      if (shown < plans.size()) {
        console.line("%,d more".formatted(plans.size() - shown));
      }
      plans.forEach(each -> told(each, Kind.CONFLICT, "conflict"));
      return;
    }
    ServicePlan plan = plans.get(0);
    console.line(counts(plan));
    told(plan, Kind.CONFLICT, "conflict");
    changed(plan).forEach(console::line);
    told(plan, Kind.FOREIGN, "untouched");
    told(plan, Kind.DELETED, "kept");
    told(plan, Kind.UNMADE, "kept");
    told(plan, Kind.EDITED, "kept");
    told(plan, Kind.REMOVED, "deleted");
    for (Part each : plan.leftOut()) {
      console.line(
          "left out   %s (%s), which %s does not ask for: %s"
              .formatted(
                  each.name(), each.does(), "organisation in msvc.yaml", part.apply(each.name())));
    }
    next(plan).forEach(console::line);
  }

  /** What callers of an earlier contract will say. */
  void contracts(List<ContractCheck.Outcome> contracts) {
    for (ContractCheck.Outcome each : contracts) {
      if (!each.said().isEmpty()) {
        console.line("contract   " + each.said());
      }
      int shown = everything ? each.breaks().size() : Math.min(each.breaks().size(), NAMED);
      each.breaks().subList(0, shown).forEach(line -> console.line("breaks     " + line));
      if (shown < each.breaks().size()) {
        console.line(
            "breaks     %,d more: %s -o wide".formatted(each.breaks().size() - shown, command));
      }
    }
  }

  /** Migrations that come to those that are there. */
  private static List<String> changed(ServicePlan plan) {
    List<FileChange> all =
        plan.changes().stream().filter(each -> each.path().startsWith(Blueprint.ONCE)).toList();
    return all.size() < 2
        ? List.of()
        : all.stream()
            .filter(each -> each.kind() == Kind.CREATED || each.kind() == Kind.UPDATED)
            .map(each -> "look at    %s/%s".formatted(plan.folder().shown(), each.path()))
            .toList();
  }

  private static boolean made(ServicePlan plan, String path) {
    return plan.changes().stream()
        .anyMatch(each -> each.path().equals(path) && each.kind() != Kind.DELETED);
  }

  private List<String> next(ServicePlan plan) {
    if (plan.conflicts()) {
      return List.of(
          "next: take the marks out of the files in conflict, then " + command + " --diff");
    }
    String folder = plan.folder().shown();
    if (made(plan, "pom.xml")) {
      return List.of("next: cd %s && mvn spring-boot:test-run".formatted(folder));
    }
    if (made(plan, "compose.yaml")) {
      return List.of("next: cd %s && docker compose up --build".formatted(folder));
    }
    return List.of("next: cd " + folder);
  }

  private static String counts(ServicePlan plan) {
    List<String> counts = new ArrayList<>();
    for (Kind each :
        List.of(
            Kind.CREATED, Kind.UPDATED, Kind.MERGED, Kind.CONFLICT, Kind.REMOVED, Kind.DELETED)) {
      long count = plan.count(each);
      if (count > 0) {
        counts.add("%,d %s".formatted(count, word(each)));
      }
    }
    long same =
        plan.count(Kind.SAME)
            + plan.count(Kind.EDITED)
            + plan.count(Kind.FOREIGN)
            + plan.count(Kind.UNMADE);
    if (same > 0) {
      counts.add("%,d as they are".formatted(same));
    }
    return "%s: %,d files: %s"
        .formatted(plan.folder().shown(), plan.changes().size(), String.join(", ", counts));
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case CREATED -> "new";
      case CONFLICT -> "in conflict";
      case REMOVED -> "deleted";
      case DELETED -> "deleted by you";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }

  private void told(ServicePlan plan, Kind kind, String label) {
    List<FileChange> all = plan.changes().stream().filter(each -> each.kind() == kind).toList();
    int shown = everything ? all.size() : Math.min(all.size(), NAMED);
    for (FileChange each : all.subList(0, shown)) {
      String path = plan.folder().shown() + "/" + each.path();
      String place = each.conflictLine() > 0 ? path + ":" + each.conflictLine() : path;
      String why = each.reason().isEmpty() ? "" : ": " + each.reason();
      String back =
          kind == Kind.DELETED
              ? "; to have it again: rm %s/%s%s"
                  .formatted(plan.folder().shown(), MadeFiles.BASE, each.path())
              : "";
      console.line("%-10s %s%s%s".formatted(label, place, why, back));
    }
    if (shown < all.size()) {
      console.line("%-10s %,d more: %s -o wide".formatted(label, all.size() - shown, command));
    }
  }
}
