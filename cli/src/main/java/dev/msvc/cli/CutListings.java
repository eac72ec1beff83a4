package dev.msvc.cli;

import static dev.msvc.cli.Listing.Column.shown;
import static dev.msvc.cli.Listing.Column.wide;

import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.analyzers.cut.Metrics;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Metric;
import dev.msvc.model.Place;
import dev.msvc.model.Remedy;
import dev.msvc.model.yaml.AnalysisDocument;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The lists of {@code msvc get} about boundaries. */
final class CutListings {
  private final ContextMap map;
  private final Supplier<AnalysisDocument> document;

  CutListings(ContextMap map, Supplier<AnalysisDocument> document) {
    this.map = map;
    this.document = document;
  }

  Listing<Cut> cuts() {
    return new Listing<>(
        "cuts",
        Cuts.of(map),
        Cut::id,
        cut -> cut::concerns,
        List.of(
            shown("KIND", cut -> Listings.word(cut.kind())),
            shown("FROM", Cut::from),
            shown("TO", Cut::to),
            shown("WHAT", Cut::subject),
            shown("REMEDY", cut -> remedy(cut.remedy())),
            shown("HURTS", Cut::hurts),
            wide("IT IS", CutListings::sentence),
            wide("DO", Cut::advice),
            wide("WHY", cut -> cut.why().isEmpty() ? "-" : cut.why()),
            wide("CERTAINTY", cut -> Listings.word(cut.certainty())),
            wide(
                "WHERE",
                cut ->
                    cut.places().stream().map(Place::toString).collect(Collectors.joining(", "))),
            wide("ID", Cut::id)),
        items -> document.get().cuts(items));
  }

  Listing<Metric> metrics() {
    return new Listing<>(
        "metrics",
        Metrics.of(map),
        Metric::id,
        metric -> metric.context()::equals,
        List.of(
            shown("NAME", Metric::name),
            shown("VARIANT", metric -> dash(metric.variant())),
            shown("CONTEXT", metric -> dash(metric.context())),
            shown("VALUE", CutListings::value),
            shown("MEANING", Metric::meaning),
            wide("SOURCE", Metric::source)),
        items -> document.get().metrics(items));
  }

  static String value(Metric metric) {
    if (Double.isNaN(metric.value())) {
      return "-";
    }
    return String.format(Locale.ROOT, metric.isCount() ? "%.0f" : "%.3f", metric.value());
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String remedy(@org.jspecify.annotations.Nullable Remedy remedy) {
    return remedy == null ? "-" : Listings.word(remedy);
  }

  private static String sentence(Cut cut) {
    return cut.text().isEmpty() ? cut.what() : cut.what() + ": " + cut.text();
  }
}
