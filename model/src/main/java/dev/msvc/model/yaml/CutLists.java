package dev.msvc.model.yaml;

import dev.msvc.model.Cut;
import dev.msvc.model.Remedy;
import java.util.List;

/** What the boundaries between contexts cut, as a list. */
final class CutLists {
  private CutLists() {}

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
