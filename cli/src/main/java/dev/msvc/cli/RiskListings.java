package dev.msvc.cli;

import static dev.msvc.cli.Listing.Column.shown;
import static dev.msvc.cli.Listing.Column.wide;

import dev.msvc.model.Finding;
import dev.msvc.model.Place;
import dev.msvc.model.yaml.AnalysisDocument;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The lists of {@code msvc get} about what kills migrations. */
final class RiskListings {
  private RiskListings() {}

  static Listing<Finding> findings(List<Finding> all, Supplier<AnalysisDocument> document) {
    return new Listing<>(
        "findings",
        all,
        Finding::id,
        finding -> finding.contexts()::contains,
        List.of(
            shown("RULE", each -> each.rule().replaceFirst("^MSVC-", "")),
            shown(
                "SEVERITY",
                each -> each.isAccepted() ? "accepted" : Listings.word(each.severity())),
            shown("PLACES", each -> each.places().size()),
            shown("FOUND", Finding::told),
            wide("CERTAINTY", each -> Listings.word(each.certainty())),
            wide("CONTEXTS", each -> String.join(", ", each.contexts())),
            wide("ID", Finding::id),
            wide("ACCEPTED", RiskListings::accepted),
            wide(
                "WHERE",
                each -> String.join(", ", each.places().stream().map(Place::toString).toList()))),
        items -> document.get().findings(items));
  }

  /** Why it may stay, and until when; empty where nobody says so. */
  static String accepted(Finding finding) {
    return finding
        .accepted()
        .map(
            line ->
                line.until().isEmpty()
                    ? line.reason()
                    : "%s (until %s)".formatted(line.reason(), line.until()))
        .orElse("");
  }

  /** Whether a finding is of a rule, named in full or by its start: F04, MSVC-F04-FOREIGN-LISTS. */
  static boolean isOf(String id, String rule) {
    String wanted = rule.toUpperCase(Locale.ROOT);
    String whole = wanted.startsWith("MSVC-") ? wanted : "MSVC-" + wanted;
    return id.startsWith(whole + "/") || id.startsWith(whole + "-");
  }
}
