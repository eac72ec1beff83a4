package dev.msvc.model.yaml;

import dev.msvc.model.Effort;
import dev.msvc.model.Extraction;
import dev.msvc.model.Forecast;
import dev.msvc.model.MigrationStep;
import dev.msvc.model.PlannedStep;
import dev.msvc.model.Roadmap;
import java.io.Writer;
import java.util.List;

/**
 * A roadmap in the form that {@code docs/roadmap.md} promises to programs: {@code msvc/roadmap/v1}.
 */
public final class RoadmapDocument {
  public static final String SCHEMA = "msvc/roadmap/v1";

  private RoadmapDocument() {}

  /**
   * Writes a roadmap.
   *
   * @param unseen what of the system is as good as not seen, each in a sentence
   */
  public static void write(Roadmap roadmap, List<String> unseen, Format format, Writer to) {
    try (Document document = new Document(format, to, SCHEMA)) {
      document.names("unseen", unseen);
      effort(document, "effort", roadmap.effort());
      extractions(document, "order", roadmap.order());
      extractions(document, "leave", roadmap.leave());
    }
  }

  private static void extractions(Document document, String name, List<Extraction> all) {
    document.list(
        name,
        all,
        each -> {
          document.field("context", each.name());
          document.names("contexts", each.contexts());
          document.field("verdict", each.verdict());
          document.optional("together", each.together());
          document.field("why", each.why());
          document.field("classes", each.classes());
          document.field("lines", each.lines());
          document.names("tables", each.tables());
          document.names("views", each.views());
          document.field("entryPoints", each.entryPoints());
          document.object(
              "boundary",
              () -> {
                document.field("offeredClasses", each.boundary().offered());
                document.field("callsIn", each.boundary().callsIn());
                document.field("neededClasses", each.boundary().needed());
                document.field("callsOut", each.boundary().callsOut());
                document.names("callersOfNoContext", each.boundary().unplaced());
              });
          effort(document, "effort", each.effort());
          effort(document, "coupling", each.coupling());
          document.object(
              "risk",
              () -> {
                document.field("level", each.risk().level());
                document.names("reasons", each.risk().reasons());
              });
          document.object("forecast", () -> forecast(document, each.forecast()));
          document.names("findings", each.findings());
          document.list("steps", each.steps(), step -> step(document, step));
          CutLists.cuts(document, each.cuts());
        });
  }

  private static void forecast(Document document, Forecast forecast) {
    document.field("requests", forecast.requests());
    document.field("requestsPerhaps", forecast.requestsPerhaps());
    document.field("calls", forecast.calls());
    document.field("repeated", forecast.repeated());
    document.field("lazyRelations", forecast.lazyRelations());
    document.field("transactions", forecast.transactions());
    document.field("perhaps", forecast.perhaps());
    document.field("unreached", forecast.unreached());
    document.list(
        "worst",
        forecast.worst(),
        request -> {
          document.field("id", request.id());
          document.optional("context", request.context());
          document.field("calls", request.calls());
          document.field("repeated", request.repeated());
          document.list(
              "crossings",
              request.crossings(),
              each -> {
                document.field("what", each.what());
                document.field("repeated", each.repeated());
                document.place(each.place());
              });
        });
  }

  private static void step(Document document, PlannedStep planned) {
    step(document, planned.step());
    document.field("state", planned.state());
    document.object("wayBack", () -> step(document, planned.step().inverse()));
    effort(document, "effort", planned.effort());
    document.list(
        "work",
        planned.work(),
        each -> {
          document.field("what", each.what());
          document.field("count", each.count());
          effort(document, "effort", each.effort());
        });
    document.names("cuts", planned.cuts());
  }

  private static void step(Document document, MigrationStep step) {
    document.field("id", step.id());
    document.field("title", step.title());
    document.field("how", step.how());
    document.field("doneWhen", step.doneWhen());
  }

  /** In person-days. */
  private static void effort(Document document, String name, Effort effort) {
    document.object(
        name,
        () -> {
          document.days("low", effort.low());
          document.days("high", effort.high());
        });
  }
}
