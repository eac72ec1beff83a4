package dev.msvc.model.yaml;

import dev.msvc.model.Verdict;
import dev.msvc.model.Violation;
import dev.msvc.model.Word;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** What {@code msvc check} found: {@code msvc/check/v1}. */
public final class CheckDocument {
  private CheckDocument() {}

  /** Writes all of it. */
  public static void write(Verdict verdict, Format format, Writer to) {
    try (Document document = new Document(format, to, "msvc/check/v1")) {
      document.field("known", verdict.known());
      document.field("accepted", verdict.accepted());
      document.list("new", verdict.fresh(), each -> violation(document, verdict, each));
      document.list("belowThreshold", verdict.low(), each -> violation(document, verdict, each));
      document.names("gone", verdict.gone());
      document.list(
          "moved",
          List.copyOf(verdict.moved().entrySet()),
          (Map.Entry<String, String> each) -> {
            document.field("from", each.getKey());
            document.field("to", each.getValue());
          });
      document.list(
          "unmet",
          verdict.unmet(),
          each -> {
            document.field("id", each.id().text());
            document.field("line", each.id().line());
          });
    }
  }

  private static void violation(Document document, Verdict verdict, Violation violation) {
    document.field("id", violation.id());
    document.field("rule", violation.rule());
    document.field("severity", violation.severity());
    document.names("contexts", violation.contexts());
    document.field("what", violation.what());
    document.field("remedy", violation.remedy());
    Word.Accepted word = verdict.expired().get(violation.id());
    document.optional("acceptedUntil", word == null ? "" : word.until());
    document.list("places", violation.places(), document::place);
  }
}
