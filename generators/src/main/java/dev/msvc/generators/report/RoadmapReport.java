package dev.msvc.generators.report;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Counted;
import dev.msvc.model.Cut;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Extraction;
import dev.msvc.model.Forecast;
import dev.msvc.model.MigrationStep;
import dev.msvc.model.PlannedStep;
import dev.msvc.model.Remedy;
import dev.msvc.model.Roadmap;
import dev.msvc.model.StepState;
import dev.msvc.model.Unseen;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A roadmap as a document to read; long lists end with how many more, and where they are. */
public final class RoadmapReport {
  private static final int ROWS = 60;
  private static final int CHAPTERS = 15;
  private static final int DRAWN = 20;
  private static final int CUTS = 25;
  private static final int REQUESTS = 5;
  private static final int NAMES = 20;
  private static final int WORK = 3;

  private final ContextMap map;
  private final Roadmap roadmap;
  private final boolean whole;

  /**
   * @param whole whether it is all of it, and not the part of one context
   */
  public RoadmapReport(ContextMap map, Roadmap roadmap, boolean whole) {
    this.map = map;
    this.roadmap = roadmap;
    this.whole = whole;
  }

  /** The roadmap alone, for people. */
  public void markdown(Writer to) {
    Map<String, Object> data = new HashMap<>(data());
    data.put("h", "#");
    Templates.BUNDLED.render("report/roadmap-alone", data, to);
  }

  /** A row of the order. */
  public record Row(
      String number,
      String name,
      String with,
      int classes,
      int tables,
      int entryPoints,
      int cuts,
      String days,
      String coupling,
      String risk,
      String done,
      String why) {}

  /** What is left in the monolith. */
  public record Left(String name, String why) {}

  /** One of the five steps, whatever it is of. */
  public record Kind(String title, String how, String doneWhen, String wayBack) {}

  /** A step of one context. */
  public record Step(String title, String state, String days, int cuts, String mostly) {}

  /** A cut and what to do about it. */
  public record Severed(String kind, String subject, String advice, String place) {}

  /** What an entry point does across the boundary. */
  public record Request(String id, int calls, int repeated, String first) {}

  /** A context on its way. */
  public record Chapter(
      Row row,
      String together,
      int lines,
      String size,
      List<String> risks,
      List<Step> steps,
      String forecast,
      List<Request> requests,
      List<Severed> cuts,
      List<String> tables,
      List<String> entryPoints,
      String rest) {}

  /** A box of the picture. */
  public record Box(String id, String label, String risk) {}

  /** What the template is filled with. */
  Map<String, Object> data() {
    List<Row> rows = new ArrayList<>();
    List<Chapter> chapters = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    for (Extraction each : roadmap.order()) {
      int number = rows.size() + 1;
      Row row = row(each, number);
      rows.add(row);
      if (chapters.size() < CHAPTERS) {
        chapters.add(chapter(each, row));
      }
      if (boxes.size() < DRAWN) {
        String label = "%d. %s: %s days".formatted(number, each.name(), each.effort());
        boxes.add(new Box("s" + number, label, word(each.risk().level())));
      }
    }
    if (!whole && rows.isEmpty()) {
      roadmap.leave().forEach(each -> chapters.add(chapter(each, row(each, 0))));
    }
    List<Left> left =
        roadmap.leave().stream()
            .map(each -> new Left(String.join(", ", each.contexts()), each.why()))
            .toList();
    String done = roadmap.hasBegun() ? roadmap.left().toString() : "";
    Map<String, Object> data = new HashMap<>();
    data.put("h", "##");
    data.put("unseen", Unseen.sentences(map.unseen()));
    data.put("whole", whole);
    data.put("count", rows.size());
    data.put("order", first(rows, ROWS));
    data.put("left", first(left, ROWS));
    data.put("moreLeft", Math.max(0, left.size() - ROWS));
    data.put("days", roadmap.effort().toString());
    data.put("daysLeft", done);
    data.put("boxes", boxes);
    data.put("steps", kinds());
    data.put("chapters", chapters);
    data.put("more", Math.max(0, rows.size() - chapters.size()));
    return data;
  }

  private Row row(Extraction each, int number) {
    List<String> others = new ArrayList<>(each.contexts());
    others.remove(each.name());
    return new Row(
        whole && number > 0 ? Integer.toString(number) : "",
        each.name(),
        String.join(", ", others),
        each.classes(),
        each.tables().size(),
        each.entryPoints(),
        each.cuts().size(),
        each.effort().toString(),
        each.coupling().toString(),
        word(each.risk().level()),
        each.done() == 0 ? "" : "%d of %d".formatted(each.done(), each.steps().size()),
        each.why());
  }

  private Chapter chapter(Extraction each, Row row) {
    List<Severed> cuts = first(each.cuts(), CUTS).stream().map(RoadmapReport::severed).toList();
    List<Request> requests =
        first(each.forecast().worst(), REQUESTS).stream().map(RoadmapReport::request).toList();
    List<String> entryPoints =
        each.contexts().stream()
            .flatMap(context -> map.entryPoints(context).stream())
            .map(EntryPoint::id)
            .sorted()
            .toList();
    int more = each.cuts().size() - cuts.size();
    return new Chapter(
        row,
        each.together(),
        each.lines(),
        size(each),
        each.risk().reasons(),
        each.steps().stream().map(RoadmapReport::step).toList(),
        forecast(each.forecast()),
        requests,
        cuts,
        cut(each.tables()),
        cut(entryPoints),
        more > 0
            ? "%d more, less grave: msvc roadmap -b %s -o wide".formatted(more, each.name())
            : "");
  }

  private static Step step(PlannedStep planned) {
    String mostly =
        planned.work().stream()
            .limit(WORK)
            .map(each -> "%s (%s)".formatted(each.what(), each.effort()))
            .collect(Collectors.joining("; "));
    int more = planned.work().size() - WORK;
    return new Step(
        planned.step().title(),
        planned.state() == StepState.TODO ? "" : word(planned.state()),
        planned.effort().toString(),
        planned.cuts().size(),
        more > 0 ? mostly + "; and more" : mostly);
  }

  private static Severed severed(Cut cut) {
    Remedy remedy = cut.remedy();
    return new Severed(
        word(cut.kind()),
        cut.subject(),
        remedy == null ? cut.advice() : word(remedy) + ": " + cut.advice(),
        cut.places().isEmpty() ? "" : cut.places().get(0).toString());
  }

  private static Request request(Forecast.Request each) {
    return new Request(
        each.id(),
        each.calls(),
        each.repeated(),
        each.crossings().isEmpty() ? "" : each.crossings().get(0).what());
  }

  private static String forecast(Forecast forecast) {
    if (!forecast.isKnown()) {
      return "Which entry points call across the boundary is not known: %s."
          .formatted(forecast.unknown());
    }
    String perhaps =
        forecast.requestsPerhaps() == 0
            ? ""
            : " %s perhaps, where one of many implementations runs."
                .formatted(
                    Counted.of(forecast.requestsPerhaps(), "entry point does", "entry points do"));
    return forecast.requests() == 0
        ? "No path from an entry point that is seen surely calls across the boundary." + perhaps
        : "%s across the boundary; one of them at most at %s, of which it reaches %,d once a row."
                .formatted(
                    Counted.of(forecast.requests(), "entry point calls", "entry points call"),
                    Counted.of(forecast.calls(), "place", "places"),
                    forecast.repeated())
            + " %s a lazy relation across it. %s both sides, %,d perhaps."
                .formatted(
                    Counted.of(forecast.lazyRelations(), "place reads", "places read"),
                    Counted.of(
                        forecast.transactions(),
                        "transaction surely writes",
                        "transactions surely write"),
                    forecast.perhaps())
            + perhaps;
  }

  private static String size(Extraction each) {
    return "%s (%s), %s, %s"
        .formatted(
            Counted.of(each.classes(), "class", "classes"),
            Counted.of(each.lines(), "line", "lines"),
            Counted.of(each.tables().size(), "table", "tables"),
            Counted.of(each.entryPoints(), "entry point", "entry points"));
  }

  /** The steps, said of any context. */
  private static List<Kind> kinds() {
    String any = "a context";
    List<MigrationStep> steps =
        List.of(
            new MigrationStep.SplitCode(any, true),
            new MigrationStep.SplitDatabase(any, true),
            new MigrationStep.DefineService(any, true),
            new MigrationStep.UseService(any, true),
            new MigrationStep.DeleteOldCode(any, true));
    return steps.stream()
        .map(each -> new Kind(each.title(), each.how(), each.doneWhen(), each.inverse().how()))
        .toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> List<T> first(List<T> all, int count) {
    return all.size() <= count ? all : all.subList(0, count);
  }

  private static List<String> cut(List<String> all) {
    List<String> cut = new ArrayList<>(first(all, NAMES));
    if (all.size() > NAMES) {
      cut.add("and %d more".formatted(all.size() - NAMES));
    }
    return cut;
  }
}
