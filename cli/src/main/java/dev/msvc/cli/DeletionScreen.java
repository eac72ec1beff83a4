package dev.msvc.cli;

import dev.msvc.model.Counted;
import dev.msvc.model.shift.Deletion;
import dev.msvc.model.shift.ShiftPlan;
import java.util.List;

/** Shows what of a monolith can go. */
final class DeletionScreen {
  private static final int SHOWN = 10;

  private final Invocation call;
  private final ShiftPlan plan;

  DeletionScreen(Invocation call, ShiftPlan plan) {
    this.call = call;
    this.plan = plan;
  }

  void print(Deletion deletion) {
    int cut = deletion.cut().values().stream().mapToInt(DeletionScreen::lines).sum();
    call.told(
        "%s answered by the service; %s of the monolith can go%s"
            .formatted(
                Counted.of(deletion.answered().size(), "entry point is", "entry points are"),
                Counted.of(deletion.removed().size(), "file", "files"),
                cut == 0 ? "" : ", and " + Counted.of(cut, "line of others", "lines of others")));
    list("goes", List.copyOf(deletion.removed().keySet()));
    list(
        "changes",
        deletion.cut().entrySet().stream()
            .map(
                each ->
                    "%s (%s)"
                        .formatted(
                            each.getKey(), Counted.of(lines(each.getValue()), "line", "lines")))
            .toList());
    list(
        "stays with the monolith",
        deletion.staying().stream()
            .map(each -> "%s (%s)".formatted(each.entry().id(), String.join(", ", each.methods())))
            .toList());
    list(
        "is kept",
        deletion.kept().stream().map(each -> "%s %s".formatted(each.type(), each.why())).toList());
    list(
        "only what goes used, and stays",
        deletion.idle().stream().map(each -> "%s %s".formatted(each.type(), each.why())).toList());
    list(
        "must be changed by hand, since they use what goes",
        deletion.byHand().entrySet().stream()
            .map(each -> "%s: %s".formatted(each.getKey(), String.join(", ", each.getValue())))
            .toList());
    if (deletion.isEmpty()) {
      call.told("nothing of the monolith can go: see why above");
    }
  }

  private void list(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    call.told(title + ":");
    boolean all = call.format() == Format.WIDE;
    int shown = all ? lines.size() : Math.min(SHOWN, lines.size());
    lines.subList(0, shown).forEach(each -> call.told("  " + each));
    if (shown < lines.size()) {
      call.told(
          "  %,d more: msvc strangle finish %s --diff -o wide"
              .formatted(lines.size() - shown, plan.name()));
    }
  }

  private static int lines(List<Deletion.Lines> lines) {
    return lines.stream().mapToInt(each -> each.last() - each.first() + 1).sum();
  }
}
