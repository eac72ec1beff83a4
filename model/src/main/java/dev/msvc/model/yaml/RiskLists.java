package dev.msvc.model.yaml;

import dev.msvc.model.Finding;
import dev.msvc.model.Trait;
import dev.msvc.model.Word.Accepted;
import java.util.List;

/** The lists of an analysis about what kills migrations. */
final class RiskLists {
  private RiskLists() {}

  static void traits(Document document, List<Trait> traits) {
    document.list(
        "traits",
        traits,
        trait -> {
          document.field("kind", trait.kind());
          document.field("name", trait.name());
          document.field("detail", trait.detail());
          document.className("class", "module", trait.className());
          document.optional("method", trait.method());
          document.place(trait.place());
          document.field("certainty", trait.certainty());
        });
  }

  static void findings(Document document, List<Finding> findings) {
    document.list(
        "findings",
        findings,
        finding -> {
          document.field("id", finding.id());
          document.field("rule", finding.rule());
          document.field("severity", finding.severity());
          document.field("subject", finding.subject());
          document.field("message", finding.message());
          document.field("remedy", finding.remedy());
          document.names("contexts", finding.contexts());
          document.field("certainty", finding.certainty());
          document.optional("accepted", finding.accepted().map(Accepted::reason).orElse(""));
          document.optional("acceptedUntil", finding.accepted().map(Accepted::until).orElse(""));
          document.list(
              "evidence",
              finding.evidence(),
              each -> {
                document.field("what", each.what());
                document.place(each.place());
              });
        });
  }
}
