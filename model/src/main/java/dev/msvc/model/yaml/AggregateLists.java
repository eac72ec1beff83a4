package dev.msvc.model.yaml;

import dev.msvc.model.Aggregate;
import dev.msvc.model.Aggregate.Part;
import java.util.List;

/** The list of aggregates of an analysis. */
final class AggregateLists {
  private AggregateLists() {}

  static void aggregates(Document document, List<Aggregate> aggregates) {
    document.list(
        "aggregates",
        aggregates,
        aggregate -> {
          document.field("name", aggregate.name());
          document.optional("context", aggregate.context());
          document.object("root", () -> part(document, aggregate.root()));
          parts(document, "members", aggregate.members());
          parts(document, "values", aggregate.values());
          parts(document, "repositories", aggregate.repositories());
          parts(document, "events", aggregate.events());
          document.names("tables", aggregate.tables());
          document.names("contexts", aggregate.contexts());
          document.field("certainty", aggregate.certainty());
        });
  }

  private static void parts(Document document, String name, List<Part> parts) {
    document.list(name, parts, each -> part(document, each));
  }

  private static void part(Document document, Part part) {
    document.className("class", "module", part.className());
    document.optional("table", part.table());
    document.field("why", part.why());
    document.place(part.place());
    document.field("certainty", part.certainty());
  }
}
