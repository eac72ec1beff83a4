package dev.msvc.model.yaml;

import dev.msvc.model.Cut;
import dev.msvc.model.Metric;
import dev.msvc.model.Remedy;
import java.util.List;

/** What the boundaries between contexts cut, and figures of them, as lists. */
final class CutLists {
  private CutLists() {}

  static void metrics(Document document, List<Metric> metrics) {
    document.list(
        "metrics",
        metrics,
        metric -> {
          document.field("name", metric.name());
          document.optional("variant", metric.variant());
          document.optional("context", metric.context());
          if (Double.isNaN(metric.value())) {
            document.optional("value", null);
          } else {
            document.ratio("value", metric.value());
          }
          document.field("meaning", metric.meaning());
          document.field("source", metric.source());
        });
  }

  static void cuts(Document document, List<Cut> cuts) {
    document.list(
        "cuts",
        cuts,
        cut -> {
          document.field("id", cut.id());
          document.field("kind", cut.kind());
          document.field("from", cut.from());
          document.field("to", cut.to());
          document.names("contexts", cut.contexts());
          document.field("subject", cut.subject());
          document.field("what", cut.what());
          document.field("advice", cut.advice());
          Remedy remedy = cut.remedy();
          document.optional("remedy", remedy == null ? "" : Document.word(remedy));
          document.optional("why", cut.why());
          document.names("tables", cut.tables());
          document.names("uncertain", cut.uncertain());
          document.names("methods", cut.methods());
          document.optional("text", cut.text());
          document.field("hurts", cut.hurts());
          document.list("places", cut.places(), document::place);
          document.field("certainty", cut.certainty());
        });
  }
}
