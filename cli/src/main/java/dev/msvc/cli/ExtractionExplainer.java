package dev.msvc.cli;

import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Counted;
import dev.msvc.model.Cut;
import dev.msvc.model.Extraction;
import dev.msvc.model.Forecast;
import dev.msvc.model.PlannedStep;
import dev.msvc.model.Remedy;
import dev.msvc.model.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The steps of one context, each with its way back. */
final class ExtractionExplainer {
  private static final int MOSTLY = 3;

  private final ContextMap map;

  ExtractionExplainer(ContextMap map) {
    this.map = map;
  }

  Explanation of(Extraction extraction) {
    List<Section> sections = new ArrayList<>();
    for (PlannedStep each : extraction.steps()) {
      sections.add(step(sections.size() + 1, each));
    }
    sections.add(risk(extraction));
    sections.add(forecast(extraction.forecast()));
    sections.add(new Section("Cuts, what hurts most first", cuts(extraction.cuts())));
    return new Explanation(
        "roadmap", RoadmapScreen.named(extraction), verdict(extraction), sections);
  }

  private static String verdict(Extraction extraction) {
    String together = extraction.together().isEmpty() ? "" : extraction.together() + "; ";
    return "%s%s: %s. %s (%s), %s, %s: %s person-days, %s of them for what it shares with the rest"
        .formatted(
            together,
            said(extraction.verdict()),
            extraction.why(),
            Counted.of(extraction.classes(), "class", "classes"),
            TrafficExplainer.count(extraction.lines(), "line"),
            TrafficExplainer.count(extraction.tables().size(), "table")
                + (extraction.views().isEmpty()
                    ? ""
                    : ", "
                        + Counted.of(
                            extraction.views().size(),
                            "view or unknown name",
                            "views or unknown names")),
            TrafficExplainer.count(extraction.entryPoints(), "entry point"),
            extraction.effort(),
            extraction.coupling());
  }

  private static String said(Extraction.Verdict verdict) {
    return switch (verdict) {
      case EXTRACT -> "to be taken out";
      case HELD, UNKNOWN -> "to be left for now";
      case STAY, LIBRARY, SMALL, LAYER, REST -> "to be left";
    };
  }

  private static Section step(int number, PlannedStep planned) {
    List<Line> lines = new ArrayList<>();
    String most =
        planned.work().stream()
            .limit(MOSTLY)
            .map(each -> "%s (%s)".formatted(each.what(), each.effort()))
            .collect(Collectors.joining(", "));
    lines.add(new Line("back: " + planned.step().inverse().how(), ""));
    if (!most.isEmpty()) {
      lines.add(new Line("mostly: " + most, ""));
    }
    lines.add(new Line("done when " + planned.step().doneWhen(), ""));
    lines.add(new Line("how: " + planned.step().how(), ""));
    planned.work().stream()
        .skip(MOSTLY)
        .forEach(
            each -> lines.add(new Line("also: %s (%s)".formatted(each.what(), each.effort()), "")));
    String title =
        "%d. %s%s: %s days%s"
            .formatted(
                number,
                planned.state() == StepState.TODO ? "" : Listings.word(planned.state()) + ": ",
                planned.step().title(),
                planned.effort(),
                dealtWith(planned));
    return new Section(title, lines);
  }

  private static String dealtWith(PlannedStep planned) {
    int cuts = planned.cuts().size();
    return cuts == 0 ? "" : cuts == 1 ? ", 1 cut" : ", %,d cuts".formatted(cuts);
  }

  private static List<Line> cuts(List<Cut> cuts) {
    List<Line> lines = new ArrayList<>();
    for (Cut cut : cuts) {
      Remedy remedy = cut.remedy();
      String what = "%s %s".formatted(Listings.word(cut.kind()), cut.subject());
      lines.add(
          new Line(
              remedy == null ? what : what + ": " + Listings.word(remedy),
              cut.places().isEmpty() ? "" : cut.places().get(0).toString()));
    }
    return lines;
  }

  private Section forecast(Forecast forecast) {
    List<Line> lines = new ArrayList<>();
    for (Forecast.Request each : forecast.worst()) {
      for (Forecast.Crossing crossing : each.crossings()) {
        String loop = crossing.repeated() ? ", in a loop" : "";
        lines.add(
            new Line(
                "%s: %s%s".formatted(each.id(), crossing.what(), loop),
                crossing.place().toString()));
      }
      int more = each.calls() - each.crossings().size();
      if (more > 0) {
        lines.add(new Line("%s: %,d more".formatted(each.id(), more), ""));
      }
    }
    String title =
        "Forecast: %s; %s, %s"
            .formatted(
                crossing(forecast),
                TrafficExplainer.count(forecast.lazyRelations(), "lazy read"),
                broken(forecast.transactions()));
    lines.addAll(new ExplainedLines(map).hiddenTransactions());
    if (!forecast.isKnown()) {
      lines.add(new Line(forecast.unknown(), ""));
    } else if (forecast.worst().isEmpty()) {
      lines.add(new Line("no path from an entry point that is seen surely calls across", ""));
    }
    if (forecast.requestsPerhaps() > 0) {
      lines.add(
          new Line(
              "perhaps: one of many implementations runs, and the others do not call across", ""));
    }
    return new Section(title, lines);
  }

  private static String crossing(Forecast forecast) {
    if (!forecast.isKnown()) {
      return "which entry points cross is not known";
    }
    int perhaps = forecast.requestsPerhaps();
    return "%s%s; at most %s in one, %,d of them in loops"
        .formatted(
            Counted.of(forecast.requests(), "entry point crosses", "entry points cross"),
            perhaps == 0 ? "" : ", %,d more perhaps".formatted(perhaps),
            TrafficExplainer.count(forecast.calls(), "call"),
            forecast.repeated());
  }

  private String broken(int transactions) {
    String counted = TrafficExplainer.count(transactions, "transaction") + " broken";
    return !map.hidesTransactions()
        ? counted
        : transactions == 0 ? "transactions not known" : counted + ", others are not known";
  }

  private static Section risk(Extraction extraction) {
    List<Line> lines = new ArrayList<>();
    extraction.risk().reasons().forEach(each -> lines.add(new Line(each, "")));
    if (!extraction.findings().isEmpty()) {
      lines.add(
          new Line(
              "findings that concern it, most dangerous first: "
                  + String.join(", ", extraction.findings()),
              ""));
    }
    return new Section("Risk: " + Listings.word(extraction.risk().level()), lines);
  }
}
