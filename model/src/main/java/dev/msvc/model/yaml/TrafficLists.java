package dev.msvc.model.yaml;

import dev.msvc.model.EntryTraffic;
import dev.msvc.model.Load;
import dev.msvc.model.Traffic;
import dev.msvc.model.TrafficSummary;
import dev.msvc.model.Unmatched;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs, as lists. */
final class TrafficLists {
  private TrafficLists() {}

  static void traffic(Document document, Traffic traffic, Load load) {
    document.object("traffic", () -> all(document, traffic, traffic.entries(), load));
  }

  static void all(Document document, Traffic traffic, List<EntryTraffic> entries, Load load) {
    summary(document, traffic.summary());
    entries(document, entries);
    load(document, load);
    document.list(
        "calls",
        traffic.calls(),
        each -> {
          document.optional("entry", each.entry());
          document.className("from", "fromModule", each.from());
          document.className("to", "toModule", each.to());
          document.field("calls", each.calls());
        });
    document.list(
        "statements",
        traffic.tables(),
        each -> {
          document.optional("entry", each.entry());
          document.className("class", "module", each.className());
          document.field("table", each.table());
          document.field("reads", each.reads());
          document.field("writes", each.writes());
        });
    document.list(
        "services",
        traffic.services(),
        each -> {
          document.optional("name", each.name());
          document.field("requests", each.requests());
          document.field("matched", each.matched());
          document.field("spans", each.spans());
        });
    unmatched(document, traffic.unmatched());
  }

  static void unmatched(Document document, List<Unmatched> unmatched) {
    document.list(
        "unmatched",
        unmatched,
        each -> {
          document.field("kind", each.kind());
          document.field("what", each.what());
          document.field("count", each.count());
        });
  }

  private static void summary(Document document, TrafficSummary summary) {
    document.optional("source", summary.source());
    document.field("files", summary.files());
    document.optional("from", moment(summary.from()));
    document.optional("to", moment(summary.to()));
    document.field("requests", summary.requests());
    document.field("matched", summary.matched());
    document.field("assets", summary.assets());
    document.field("traced", summary.traced());
    document.field("spans", summary.spans());
    document.field("duplicates", summary.duplicates());
    document.field("orphans", summary.orphans());
    document.field("cyclic", summary.cyclic());
    document.field("skewed", summary.skewed());
    document.field("lines", summary.lines());
    document.field("broken", summary.broken());
    document.names("prefixes", summary.prefixes());
    document.names("notes", summary.notes());
  }

  private static @Nullable String moment(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis).toString();
  }

  private static void entries(Document document, List<EntryTraffic> entries) {
    document.list(
        "entries",
        entries,
        each -> {
          document.field("entry", each.entry());
          document.field("requests", each.requests());
          document.field("traced", each.traced());
          document.field("errors", each.errors());
          document.field("timed", each.timed());
          document.field("p50Micros", each.p50());
          document.field("p95Micros", each.p95());
        });
  }

  private static void load(Document document, Load load) {
    document.list(
        "contexts",
        load.contexts(),
        each -> {
          document.field("context", each.context());
          document.field("requests", each.requests());
          document.ratio("share", each.share());
          document.field("errors", each.errors());
          document.field("callsIn", each.callsIn());
          document.field("callsOut", each.callsOut());
          document.field("foreignStatements", each.foreignStatements());
        });
    document.list(
        "edges",
        load.edges(),
        each -> {
          document.field("from", each.from());
          document.field("to", each.to());
          document.field("calls", each.calls());
          document.field("reads", each.reads());
          document.field("writes", each.writes());
          document.field("volume", each.volume());
        });
  }
}
