package dev.msvc.analyzers.trace;

import dev.msvc.analyzers.trace.SpanTree.Edges;
import dev.msvc.analyzers.trace.Traffics.Count;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryTraffic;
import dev.msvc.model.Facts;
import dev.msvc.model.Traffic;
import dev.msvc.model.TrafficSummary;
import dev.msvc.model.Unmatched;
import dev.msvc.model.Unread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads traces and access logs of any size, and matches them with the code. */
public final class TrafficReader {
  /** Spans that are kept to know who called whom; some 200 MB. */
  private static final int MOST_SPANS = 4_000_000;

  private static final int PLACES = 5;

  private final Facts facts;
  private final int mostSpans;
  private final List<Unread> unread = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private TrafficReader(Facts facts, int mostSpans) {
    this.facts = facts;
    this.mostSpans = mostSpans;
  }

  /**
   * What the files say of the code.
   *
   * @param named files and folders; none gives {@link Traffic#NONE}
   * @throws dev.msvc.model.UserError where one is missing
   */
  public static Traffic read(List<Path> named, Facts facts) {
    return read(named, facts, MOST_SPANS);
  }

  static Traffic read(List<Path> named, Facts facts, int mostSpans) {
    return named.isEmpty()
        ? Traffic.NONE
        : new TrafficReader(facts, mostSpans).read(TraceFile.of(named));
  }

  private Traffic read(List<TraceFile> files) {
    PathSample sample = new PathSample();
    Map<TraceFile, Long> units = new HashMap<>();
    for (TraceFile each : files) {
      sample.next();
      new TraceReader(sample, 1).read(each);
      units.put(each, sample.unit());
      if (sample.hasRaw()) {
        notes.add(
            "durations of %s were taken as %s"
                .formatted(each.name(), sample.unit() == 1 ? "microseconds" : "milliseconds"));
      }
    }
    Paths paths = Paths.of(facts.entryPoints(), sample.paths());
    notes.addAll(paths.notes());
    SpanTree tree = new SpanTree(mostSpans);
    Traffics traffics = new Traffics(facts, paths, tree);
    for (TraceFile each : files) {
      read(each, units.getOrDefault(each, 1000L), traffics);
    }
    return traffic(files.size(), traffics, tree, paths);
  }

  private void read(TraceFile file, long unit, Traffics traffics) {
    Map<String, int[]> broken = new TreeMap<>();
    Sink telling =
        new Sink() {
          @Override
          public void request(Request request) {
            traffics.request(request);
          }

          @Override
          public void span(Span span) {
            traffics.span(span);
          }

          @Override
          public void broken(int line, String reason) {
            traffics.broken(line, reason);
            int[] known = broken.computeIfAbsent(reason, key -> new int[1]);
            if (known[0]++ < PLACES) {
              unread.add(new Unread(file.name(), line, reason));
            }
          }
        };
    new TraceReader(telling, unit).read(file);
    broken.forEach(
        (reason, count) -> {
          if (count[0] > PLACES) {
            unread.add(
                new Unread(
                    file.name(),
                    0,
                    String.format(
                        Locale.ROOT, "%,d times: %s (the first are listed)", count[0], reason)));
          }
        });
  }

  private Traffic traffic(int files, Traffics traffics, SpanTree tree, Paths paths) {
    Edges edges = tree.edges();
    Count all = traffics.all;
    boolean logs = traffics.ofLogs.requests > 0;
    boolean traces = traffics.ofTraces.requests > 0 || all.spans > 0;
    Count base = logs ? traffics.ofLogs : traffics.ofTraces;
    if (logs && traces) {
      notes.add("volumes are those of the access logs; traces say what happens in a request");
    }
    if (tree.isFull()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "who calls whom is that of the first %,d spans: give fewer at a time",
              tree.size()));
    }
    TrafficSummary summary =
        new TrafficSummary(
            logs ? "access logs" : traces ? "traces" : "",
            files,
            all.from,
            all.to,
            base.requests,
            base.matched,
            base.assets,
            traffics.ofTraces.requests,
            all.spans,
            all.duplicates,
            edges.orphans(),
            edges.cyclic(),
            all.skewed,
            all.lines,
            all.broken,
            paths.prefixes(),
            notes);
    List<Unmatched> unmatched = new ArrayList<>(unmatched(traffics, logs));
    unmatched.sort(
        Comparator.comparing(Unmatched::kind)
            .thenComparingLong(each -> -each.count())
            .thenComparing(Unmatched::what));
    return new Traffic(
        summary,
        entries(traffics, logs),
        edges.calls(),
        edges.tables(),
        traffics.services(),
        unmatched,
        unread.stream().distinct().sorted().toList());
  }

  /** Requests of the source that counts; all else is in traces only. */
  private static List<Unmatched> unmatched(Traffics traffics, boolean logs) {
    List<Unmatched> all = new ArrayList<>();
    if (logs) {
      all.addAll(traffics.unmatchedLogged.biggest());
    }
    for (Unmatched each : traffics.unmatchedTraced.biggest()) {
      boolean request =
          each.kind() == Unmatched.Kind.REQUEST || each.kind() == Unmatched.Kind.AMBIGUOUS;
      if (!logs || !request) {
        all.add(each);
      }
    }
    return all;
  }

  private static List<EntryTraffic> entries(Traffics traffics, boolean logs) {
    List<EntryTraffic> entries = new ArrayList<>();
    for (String id : traffics.reached()) {
      EntryPoint entry = traffics.entry(id);
      Volume traced = traffics.traced.getOrDefault(id, new Volume());
      Volume logged = traffics.logged.getOrDefault(id, new Volume());
      // no access log tells of messages and jobs
      boolean web = entry != null && entry.path() != null && entry.path().startsWith("/");
      Volume counts = logs && (web || logged.requests() > 0) ? logged : traced;
      entries.add(
          new EntryTraffic(
              id,
              entry == null ? "" : entry.className(),
              counts.requests(),
              traced.requests(),
              counts.errors(),
              counts.timed(),
              counts.quantile(0.5),
              counts.quantile(0.95)));
    }
    entries.sort(
        Comparator.comparingLong((EntryTraffic each) -> -each.requests())
            .thenComparing(EntryTraffic::entry));
    return entries;
  }
}
