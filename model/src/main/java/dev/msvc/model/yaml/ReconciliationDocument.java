package dev.msvc.model.yaml;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Reconciliation;
import dev.msvc.model.shift.SyncWord;
import dev.msvc.model.shift.TableComparison;
import java.io.Writer;
import java.util.Locale;

/**
 * What came of comparing tables, in the form that {@code docs/schemas} promises to programs: {@code
 * msvc/reconcile/v1}.
 */
public final class ReconciliationDocument {
  public static final String SCHEMA = "msvc/reconcile/v1";

  private ReconciliationDocument() {}

  /**
   * Writes it.
   *
   * @param name of the shift
   */
  public static void write(String name, Reconciliation made, Format format, Writer to) {
    try (Document document = new Document(format, to, SCHEMA)) {
      document.field("name", name);
      document.field(
          "outcome", !made.isWhole() ? "unknown" : made.mismatches() > 0 ? "different" : "same");
      document.field("mismatches", made.mismatches());
      document.list("tables", made.tables(), each -> table(document, each));
    }
  }

  private static void table(Document document, TableComparison table) {
    document.field("aggregate", table.pair().aggregate());
    for (Arm each : Arm.values()) {
      document.object(
          each.name().toLowerCase(Locale.ROOT),
          () -> {
            document.field("table", table.pair().table(each));
            document.field("where", table.pair().where().getOrDefault(each, ""));
            document.field("rows", table.rows().getOrDefault(each, 0L));
            document.field("digest", table.digests().getOrDefault(each, ""));
          });
    }
    document.names("key", table.pair().key().stream().map(SyncWord.Column::monolith).toList());
    document.field("missing", table.missing());
    document.field("extra", table.extra());
    document.field("differing", table.differing());
    document.field("settled", table.settled());
    document.field("allowed", table.pair().mismatches());
    document.list(
        "first",
        table.first(),
        each -> {
          document.field("key", each.key());
          document.field("kind", each.kind());
        });
    document.field("why", table.why());
  }
}
