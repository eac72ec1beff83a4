package dev.msvc.cli;

import dev.msvc.analyzers.trace.Loads;
import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryTraffic;
import dev.msvc.model.Load;
import dev.msvc.model.TableTraffic;
import dev.msvc.model.Traffic;
import dev.msvc.model.TrafficSummary;
import dev.msvc.model.Unmatched;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what traces and access logs say of one thing; nothing where there are none. */
final class TrafficExplainer {
  private static final int FEW = 5;

  private final ContextMap map;
  private final Traffic traffic;

  TrafficExplainer(ContextMap map) {
    this.map = map;
    this.traffic = map.analysis().traffic();
  }

  /** How much was matched, in at most two lines; none where nothing was given. */
  static List<String> matched(Traffic traffic) {
    List<String> lines = new ArrayList<>();
    if (!traffic.isGiven()) {
      return lines;
    }
    TrafficSummary summary = traffic.summary();
    if (summary.source().isEmpty()) {
      lines.add("traces: nothing in %s was understood".formatted(files(summary)));
      return lines;
    }
    String share =
        summary.requests() == 0 ? "" : summary.matched() * 100 / summary.requests() + "%";
    lines.add(
        "%-12s %21s  %4s  requests of %s%s"
            .formatted(
                "traffic",
                "%s of %s".formatted(number(summary.matched()), number(summary.requests())),
                share,
                summary.source(),
                window(summary)));
    if (summary.matched() * 2 < summary.requests()) {
      traffic.unmatched().stream()
          .filter(each -> each.kind() == Unmatched.Kind.REQUEST)
          .findFirst()
          .ifPresent(
              each ->
                  lines.add(
                      "             no entry point is known for %s (%s requests)"
                          .formatted(each.what(), number(each.count()))));
    }
    return lines;
  }

  private static String files(TrafficSummary summary) {
    return summary.files() == 1 ? "the file" : "the %d files".formatted(summary.files());
  }

  private static String window(TrafficSummary summary) {
    if (summary.from() == 0) {
      return "";
    }
    String from = HistoryListings.day(summary.from() / 1000);
    String to = HistoryListings.day(summary.to() / 1000);
    return from.equals(to) ? ", " + from : ", %s to %s".formatted(from, to);
  }

  Section load(String context) {
    List<Line> lines = new ArrayList<>();
    Load load = Loads.of(map);
    Load.ContextLoad its = load.of(context);
    if (its != null) {
      lines.add(
          line(
              "%s, %s of all; %s answered with an error"
                  .formatted(
                      count(its.requests(), "request"),
                      new Percent(its.share()),
                      number(its.errors()))));
      traffic.entries().stream()
          .filter(each -> map.contextOf(each.className()).equals(context))
          .limit(FEW)
          .forEach(each -> lines.add(line(each.entry() + ": " + figures(each))));
      load.edges().stream()
          .filter(each -> each.from().equals(context) || each.to().equals(context))
          .limit(FEW)
          .forEach(
              each ->
                  lines.add(
                      line(
                          "%s -> %s: %s calls, %s reads, %s writes seen; %s in all requests"
                              .formatted(
                                  each.from(),
                                  each.to(),
                                  number(each.calls()),
                                  number(each.reads()),
                                  number(each.writes()),
                                  number(each.volume())))));
    }
    return new Section("Its load", lines);
  }

  Section entry(EntryPoint entry) {
    List<Line> lines = new ArrayList<>();
    for (EntryTraffic each : traffic.entries()) {
      if (each.entry().equals(entry.id())) {
        lines.add(line(figures(each)));
        within(each).forEach(text -> lines.add(line(text)));
      }
    }
    if (lines.isEmpty() && !traffic.isEmpty()) {
      lines.add(line("no request was seen"));
    }
    return new Section("Its load", lines);
  }

  private static String figures(EntryTraffic entry) {
    String times =
        entry.timed() == 0
            ? ""
            : "; half within %s, 95 of 100 within %s"
                .formatted(
                    TrafficListings.duration(entry.timed(), entry.p50()),
                    TrafficListings.duration(entry.timed(), entry.p95()));
    return "%s, %s%s"
        .formatted(count(entry.requests(), "request"), count(entry.errors(), "error"), times);
  }

  /** What happens in one request, on average, by table. */
  private List<String> within(EntryTraffic entry) {
    Map<String, long[]> sums = new TreeMap<>();
    for (TableTraffic each : traffic.tables()) {
      if (each.entry().equals(entry.entry())) {
        long[] sum = sums.computeIfAbsent(each.table(), key -> new long[2]);
        sum[0] += each.reads();
        sum[1] += each.writes();
      }
    }
    List<String> lines = new ArrayList<>();
    sums.entrySet().stream()
        .sorted(Comparator.comparingLong(each -> -each.getValue()[0] - each.getValue()[1]))
        .limit(FEW)
        .forEach(
            each ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%s: %.1f reads, %.1f writes a request",
                        owned(each.getKey()),
                        (double) each.getValue()[0] / Math.max(1, entry.traced()),
                        (double) each.getValue()[1] / Math.max(1, entry.traced()))));
    return lines;
  }

  private String owned(String table) {
    return new ExplainedLines(map).owned(table);
  }

  /** What is to be known before the figures are read. */
  static List<String> told(Traffic traffic) {
    List<String> told = new ArrayList<>();
    TrafficSummary summary = traffic.summary();
    if (traffic.isEmpty()) {
      return told;
    }
    told.add(
        "matched %s of %s of %s%s"
            .formatted(
                number(summary.matched()),
                count(summary.requests(), "request"),
                summary.source(),
                window(summary)));
    if (!summary.prefixes().isEmpty()) {
      told.add("paths are behind " + String.join(", ", summary.prefixes()));
    }
    told.addAll(summary.notes());
    return told;
  }

  static String count(long count, String what) {
    return number(count) + " " + what + (count == 1 ? "" : "s");
  }

  private static Line line(String text) {
    return new Line(text, "");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
