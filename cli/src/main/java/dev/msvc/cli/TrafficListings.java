package dev.msvc.cli;

import static dev.msvc.cli.Listing.Column.shown;
import static dev.msvc.cli.Listing.Column.wide;

import dev.msvc.analyzers.trace.Loads;
import dev.msvc.cli.Listing.Column;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryTraffic;
import dev.msvc.model.Load;
import dev.msvc.model.Traffic;
import dev.msvc.model.Unmatched;
import dev.msvc.model.yaml.AnalysisDocument;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The list of {@code msvc get} about what runs, and the columns that it adds to others. */
final class TrafficListings {
  private final ContextMap map;
  private final Supplier<AnalysisDocument> document;

  TrafficListings(ContextMap map, Supplier<AnalysisDocument> document) {
    this.map = map;
    this.document = document;
  }

  /** Why the list is empty. */
  static String silent(Traffic traffic) {
    if (!traffic.isGiven()) {
      return "no traces or access logs are given; name them with --traces FILE";
    }
    return traffic.isEmpty() ? TrafficExplainer.matched(traffic).get(0) : "";
  }

  Listing<EntryTraffic> traffic() {
    Load load = Loads.of(map);
    return new Listing<>(
        "traffic",
        map.analysis().traffic().entries(),
        EntryTraffic::entry,
        each -> map.contextOf(each.className())::equals,
        List.of(
            shown("ENTRY POINT", EntryTraffic::entry),
            shown("CONTEXT", each -> dash(map.contextOf(each.className()))),
            shown("REQUESTS", EntryTraffic::requests),
            shown("SHARE", this::share),
            shown("ERRORS", EntryTraffic::errors),
            shown("P50", each -> duration(each.timed(), each.p50())),
            shown("P95", each -> duration(each.timed(), each.p95())),
            wide("TRACED", EntryTraffic::traced)),
        items -> document.get().traffic(items, load));
  }

  Listing<Unmatched> unmatched() {
    return new Listing<>(
        "unmatched",
        map.analysis().traffic().unmatched(),
        Unmatched::what,
        each -> context -> false,
        List.of(
            shown("KIND", each -> Listings.word(each.kind())),
            shown("WHAT", Unmatched::what),
            shown("COUNT", Unmatched::count)),
        items -> document.get().unmatched(items));
  }

  private Percent share(EntryTraffic entry) {
    long all = 0;
    for (EntryTraffic each : map.analysis().traffic().entries()) {
      all += each.requests();
    }
    return all == 0 ? Percent.NONE : new Percent((double) entry.requests() / all);
  }

  /** The column of contexts; none where nothing is known of what runs. */
  List<Column<BoundedContext>> load() {
    Load load = Loads.of(map);
    return load.contexts().isEmpty() ? List.of() : List.of(shown("LOAD", each -> load(load, each)));
  }

  private static long load(Load load, BoundedContext context) {
    Load.ContextLoad its = load.of(context.name());
    return its == null ? 0 : its.requests();
  }

  /** Microseconds in the unit that reads best. */
  static String duration(long timed, long micros) {
    if (timed == 0) {
      return "-";
    }
    if (micros < 10_000) {
      return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
    }
    return micros < 10_000_000
        ? String.format(Locale.ROOT, "%.0f ms", micros / 1e3)
        : String.format(Locale.ROOT, "%.0f s", micros / 1e6);
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
