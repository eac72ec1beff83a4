package dev.msvc.cli;

import dev.msvc.model.Extraction;
import dev.msvc.model.Roadmap;
import dev.msvc.model.Unseen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of extraction on one screen, with why each is where it is. */
final class RoadmapScreen {
  private static final int TAKEN = 10;
  private static final int LEFT = 5;
  private static final String INDENT = "     ";

  private final Console console;
  private final Analyzed analyzed;
  private final boolean everything;

  RoadmapScreen(Console console, Analyzed analyzed, boolean everything) {
    this.console = console;
    this.analyzed = analyzed;
    this.everything = everything;
  }

  /**
   * @param differences what is said of a roadmap that is kept
   */
  void print(Roadmap roadmap, List<String> differences) {
    Text.wrapped(Unseen.sentences(analyzed.map().unseen()), Text.WIDTH).forEach(console::line);
    Text.wrapped(analyzed.map().hiddenTransactions(), Text.WIDTH).forEach(console::line);
    if (roadmap.order().isEmpty()) {
      console.heading("Nothing can be taken out as it is");
      roadmap.leave().stream()
          .filter(each -> each.verdict() == Extraction.Verdict.HELD)
          .min(Comparator.comparingDouble(each -> each.coupling().middle()))
          .ifPresent(this::hint);
    } else {
      heading(
          !analyzed.word().saved().isEmpty()
              ? "Order of extraction, as kept in msvc-roadmap.yaml"
              : analyzed.word().isSilentOnOrder()
                  ? "Order of extraction, least coupled first"
                  : "Order of extraction, as you say, then least coupled first",
          "steps: " + analyzed.next("roadmap -b CONTEXT"));
      order(first(roadmap.order(), TAKEN));
      rest(roadmap.order().size() - TAKEN);
      console.line(
          "  %s person-days%s, at %s; what findings ask for comes on top"
              .formatted(
                  roadmap.left(),
                  roadmap.hasBegun() ? " left of %s".formatted(roadmap.effort()) : " in all",
                  analyzed.word().rates().isEmpty()
                      ? "the rates of docs/roadmap.md"
                      : "your rates"));
    }
    if (!roadmap.leave().isEmpty()) {
      console.line();
      console.heading("Leave in the monolith");
      for (Extraction each : first(roadmap.leave(), LEFT)) {
        said("  " + named(each) + ": ", each.why());
      }
      rest(roadmap.leave().size() - LEFT);
    }
    if (!differences.isEmpty()) {
      console.line();
      differences.forEach(console::line);
    }
    if (!analyzed.footnote().isEmpty()) {
      console.line(analyzed.footnote());
    }
  }

  /** How the one that is coupled least is planned all the same. */
  private void hint(Extraction least) {
    console.line("  Coupled least is %s, %s person-days.".formatted(named(least), least.effort()));
    console.line(
        "  To plan it all the same, write in msvc.yaml: roadmap: {first: [%s]}"
            .formatted(least.name()));
    console.line();
  }

  private void order(List<Extraction> taken) {
    Grid grid =
        new Grid(
            "  #",
            "CONTEXT",
            "#CLASSES",
            "#TABLES",
            "#CUTS",
            "#CALLS",
            "#DAYS",
            "#COUPLING",
            "RISK");
    List<String> reasons = new ArrayList<>();
    for (Extraction each : taken) {
      grid.row(
          "%3d".formatted(reasons.size() + 1),
          named(each),
          each.classes(),
          each.tables().size(),
          each.cuts().size(),
          each.boundary().callsIn() + each.boundary().callsOut(),
          each.effort(),
          each.coupling(),
          Listings.word(each.risk().level()));
      String done =
          each.done() == 0
              ? ""
              : "%d of %d steps done; ".formatted(each.done(), each.steps().size());
      String together = each.together().isEmpty() ? "" : each.together() + "; ";
      reasons.add(done + together + each.why());
    }
    List<String> lines = grid.lines(Text.WIDTH);
    console.line(lines.get(0));
    for (int i = 0; i < reasons.size(); i++) {
      console.line(lines.get(i + 1));
      said(INDENT, reasons.get(i));
    }
  }

  static String named(Extraction extraction) {
    int others = extraction.contexts().size() - 1;
    return others == 0
        ? extraction.name()
        : "%s and %s".formatted(extraction.name(), others == 1 ? "1 other" : others + " others");
  }

  private void said(String before, String text) {
    if (everything) {
      console.line(before + text);
    } else {
      console.line(before + Text.shortenedEnd(text, Text.WIDTH - before.length()));
    }
  }

  private <T> List<T> first(List<T> all, int count) {
    return everything || all.size() <= count ? all : all.subList(0, count);
  }

  private void rest(int more) {
    if (!everything && more > 0) {
      console.line("  %,d more: %s".formatted(more, analyzed.next("roadmap -o wide")));
    }
  }

  private void heading(String left, String right) {
    console.heading(
        left + " ".repeat(Math.max(2, Text.WIDTH - left.length() - right.length())) + right);
  }
}
