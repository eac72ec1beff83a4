package dev.msvc.analyzers.trace;

import dev.msvc.analyzers.trace.CodeNames.Code;
import dev.msvc.analyzers.trace.Routes.Match;
import dev.msvc.analyzers.trace.SeenTables.Use;
import dev.msvc.analyzers.trace.SpanTree.Ran;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
import dev.msvc.model.ServiceTraffic;
import dev.msvc.model.Unmatched.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Matches requests and spans with the code as they are read, and adds them up. */
final class Traffics implements Sink {
  private static final long LONGEST_MICROS = 14L * 24 * 60 * 60 * 1_000_000;
  private static final Set<String> ASSETS =
      Set.of(
          "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "svg", "ico", "webp", "avif",
          "woff", "woff2", "ttf", "eot", "otf");

  private final Paths paths;
  private final CodeNames code;
  private final SeenTables tables;
  private final SpanTree tree;
  private final Map<String, List<EntryPoint>> listeners = new HashMap<>();
  private final Map<String, EntryPoint> entries = new TreeMap<>();

  final Map<String, Volume> logged = new HashMap<>();
  final Map<String, Volume> traced = new HashMap<>();
  final Tally unmatchedLogged;
  final Tally unmatchedTraced;
  private final Map<String, long[]> services = new TreeMap<>();
  final Count ofLogs = new Count();
  final Count ofTraces = new Count();
  final Count all = new Count();

  /** Sums of one source, or of all. */
  static final class Count {
    long requests;
    long matched;
    long assets;
    long spans;
    long duplicates;
    long skewed;
    long lines;
    long broken;
    long from;
    long to;
  }

  Traffics(Facts facts, Paths paths, SpanTree tree) {
    this.paths = paths;
    this.tree = tree;
    this.code = new CodeNames(facts);
    this.tables = new SeenTables(facts.tables());
    this.unmatchedLogged = new Tally(paths.words());
    this.unmatchedTraced = new Tally(paths.words());
    for (EntryPoint each : facts.entryPoints()) {
      entries.put(each.id(), each);
      if (each.kind() == EntryPointKind.LISTENER && each.path() != null) {
        listeners.computeIfAbsent(each.path(), key -> new ArrayList<>()).add(each);
      }
    }
  }

  static boolean isAsset(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/')
        && ASSETS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  @Nullable EntryPoint entry(String id) {
    return entries.get(id);
  }

  @Override
  public void broken(int line, String reason) {
    all.lines++;
    all.broken++;
  }

  @Override
  public void request(Request request) {
    all.lines++;
    seen(request.millis(), 0);
    Match match = match(request);
    count(request, match, ofLogs, logged, unmatchedLogged);
  }

  private @Nullable Match match(Request request) {
    Match byRoute =
        request.route().isEmpty() ? null : paths.find(request.method(), request.route());
    if (byRoute != null && byRoute.literals() > 0) {
      return byRoute;
    }
    Match byPath = request.path().isEmpty() ? null : paths.find(request.method(), request.path());
    return byPath == null ? byRoute : byPath;
  }

  /** The one that serves a request; null for none, or for several that are not of one class. */
  private static @Nullable EntryPoint only(@Nullable Match match) {
    if (match == null) {
      return null;
    }
    EntryPoint first = match.entries().get(0);
    boolean same =
        match.entries().stream().allMatch(each -> each.className().equals(first.className()));
    return same ? first : null;
  }

  /** Id of the entry point that serves it; empty for none. */
  private String count(
      Request request, @Nullable Match match, Count count, Map<String, Volume> to, Tally missed) {
    EntryPoint entry = only(match);
    if (entry == null && isAsset(request.path())) {
      count.assets++;
      return "";
    }
    count.requests++;
    if (entry != null) {
      count.matched++;
      to.computeIfAbsent(entry.id(), key -> new Volume()).add(timed(request));
      return entry.id();
    }
    missed.addRequest(match == null ? Kind.REQUEST : Kind.AMBIGUOUS, request);
    return "";
  }

  /** Without a duration that cannot be. */
  private Request timed(Request request) {
    if (request.micros() < -1 || request.micros() > LONGEST_MICROS) {
      all.skewed++;
      return request.lasting(-1);
    }
    return request;
  }

  private void seen(long millis, long lasting) {
    if (millis > 0) {
      all.from = all.from == 0 ? millis : Math.min(all.from, millis);
      all.to = Math.max(all.to, millis + Math.max(0, lasting));
    }
  }

  @Override
  public void span(Span span) {
    all.lines++;
    if (span.id().isEmpty()) {
      all.broken++;
      return;
    }
    if (tree.contains(span)) {
      all.duplicates++;
      return;
    }
    all.spans++;
    long lasting = span.duration() > LONGEST_MICROS ? 0 : span.duration() / 1000;
    seen(span.micros() / 1000, lasting);
    long[] service = services.computeIfAbsent(span.service(), key -> new long[3]);
    service[2]++;
    Code ran = code.of(span);
    String entry = entry(span, ran, service);
    List<Use> uses = tables.of(span);
    for (Use each : uses) {
      if (each.table().isEmpty()) {
        boolean named = !each.told().isEmpty();
        unmatchedTraced.add(
            named ? Kind.TABLE : Kind.STATEMENT,
            named ? each.told().toLowerCase(Locale.ROOT) : SeenTables.verb(span));
      }
    }
    if (ran.className().isEmpty() && !ran.told().isEmpty()) {
      unmatchedTraced.add(Kind.CLASS, ran.told());
    }
    EntryPoint served = entries.get(entry);
    String className =
        ran.className().isEmpty() && served != null ? served.className() : ran.className();
    tree.add(span, new Ran(className, entry, uses));
  }

  /** Id of the entry point that a span starts; empty for none. */
  private String entry(Span span, Code ran, long[] service) {
    if (span.isRequest()) {
      Request told = span.request();
      String path = told.path().isEmpty() && told.route().isEmpty() ? named(span) : told.path();
      Request request =
          new Request(
              told.service(),
              told.method(),
              told.route(),
              AccessLines.path(path),
              told.failed(),
              told.millis(),
              told.micros());
      Match match = match(request);
      String entry = count(request, match, ofTraces, traced, unmatchedTraced);
      service[0]++;
      service[1] += entry.isEmpty() ? 0 : 1;
      return entry;
    }
    List<EntryPoint> taking =
        span.isMessage() ? listeners.getOrDefault(span.destination(), List.of()) : List.of();
    EntryPoint handler = code.handler(ran);
    if (handler == null && taking.size() == 1) {
      handler = taking.get(0);
    }
    if (handler != null) {
      Request served = new Request(span.service(), "", "", "", span.failed(), 0, span.duration());
      traced.computeIfAbsent(handler.id(), key -> new Volume()).add(timed(served));
      return handler.id();
    }
    if (span.isMessage()) {
      String destination = span.destination();
      unmatchedTraced.add(Kind.MESSAGE, destination.isEmpty() ? "(no destination)" : destination);
    }
    return "";
  }

  /** The path in a name as {@code GET /orders/{id}}. */
  private static String named(Span span) {
    int slash = span.name().indexOf('/');
    return slash < 0 ? "" : span.name().substring(slash);
  }

  /** Entry points that were reached. */
  Set<String> reached() {
    Set<String> reached = new TreeSet<>(logged.keySet());
    reached.addAll(traced.keySet());
    return reached;
  }

  List<ServiceTraffic> services() {
    List<ServiceTraffic> sorted = new ArrayList<>();
    services.forEach(
        (name, sums) -> sorted.add(new ServiceTraffic(name, sums[0], sums[1], sums[2])));
    return sorted;
  }
}
