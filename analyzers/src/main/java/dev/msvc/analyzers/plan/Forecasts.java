package dev.msvc.analyzers.plan;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.analyzers.entry.Reachability;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Forecast;
import dev.msvc.model.Place;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows calls from each entry point, and counts the places that would call across a boundary,
 * {@link Calls}. A class of no context runs on the side that calls it, an interface runs where what
 * implements it is; reading a relation of an entity that leads across is a call, and so is each
 * statement on a table of the other side. A place counts once however often it is reached, and as
 * repeated where a loop is on the way. Which branch runs is not known, so one request may do less.
 */
final class Forecasts {
  private static final int SIDES = 2;
  private static final int STATES = 4;
  private static final int WORST = 20;
  private static final int FIRST = 5;

  private record Site(Supplier<String> what, Place place) {}

  /** A place of a method where a relation is read. */
  private record Read(int by, MethodGraph.Edge edge, String target) {}

  private record Reached(EntryPoint entry, BitSet bits, int calls, int repeated) {}

  private final ContextMap map;
  private final MethodGraph graph;

  /** By method: the context of its type; empty for none. */
  private final String[] contexts;

  /** By method: the context of what the relation that it gets leads to; null where it gets none. */
  private final @Nullable String[] related;

  private final Calls calls;
  private final List<Read> reads = new ArrayList<>();

  /** Whether there are calls of which nobody knows what runs. */
  private final boolean open;

  Forecasts(ContextMap map) {
    this(map, new Calls(map));
  }

  Forecasts(ContextMap map, Calls calls) {
    this.map = map;
    this.calls = calls;
    this.graph = calls.graph();
    this.contexts = new String[graph.size()];
    this.related = new String[graph.size()];
    Map<MethodGraph.Method, String> relations = new HashMap<>();
    for (RelationFact each : map.facts().relations()) {
      if (each.kind() == RelationFact.Kind.ENTITY && !each.target().isEmpty()) {
        String property = each.property().substring(each.property().lastIndexOf('.') + 1);
        if (!property.isEmpty()) {
          String getter =
              "get" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
          relations.put(new MethodGraph.Method(each.className(), getter), each.target());
        }
      }
    }
    for (int i = 0; i < contexts.length; i++) {
      MethodGraph.Method method = graph.method(i);
      String target = relations.get(method);
      contexts[i] = calls.contextOf(method.type());
      related[i] = target == null ? null : map.contextOf(target);
    }
    boolean some = false;
    for (int i = 0; i < contexts.length; i++) {
      for (Calls.Site each : calls.of(i)) {
        some |= each.open();
        String target = related[each.edge().to()];
        if (target != null) {
          reads.add(new Read(i, each.edge(), target));
        }
      }
    }
    this.open = some;
  }

  /** What is to be expected when some contexts are on one side, and all else on the other. */
  Forecast of(List<String> contexts, List<Cut> cuts) {
    Set<String> inside = new HashSet<>(contexts);
    Walk likely = new Walk(inside, cuts, false);
    List<Reached> requests = likely.requests();
    int all = open ? new Walk(inside, cuts, true).crossing() : requests.size();
    return likely.forecast(requests, all - requests.size());
  }

  private final class Walk {
    private final Set<String> inside;
    private final List<Cut> cuts;
    private final boolean all;
    private final List<Site> sites = new ArrayList<>();
    private final BitSet[] own = new BitSet[graph.size() * STATES];
    private final Map<List<Object>, Integer> numbers = new HashMap<>();

    /**
     * @param all whether calls are followed, too, of which nobody knows what runs
     */
    Walk(Set<String> inside, List<Cut> cuts, boolean all) {
      this.inside = inside;
      this.cuts = cuts;
      this.all = all;
    }

    /** The side that a context is on: 1 inside, 0 outside, as its caller for what has none. */
    private int side(String context, int caller) {
      return context.isEmpty() ? caller : inside.contains(context) ? 1 : 0;
    }

    private int[] edges(int state) {
      return edges(state / STATES, state % STATES / SIDES, state % SIDES);
    }

    private int[] edges(int from, int caller, int looped) {
      List<Calls.Site> sites = calls.of(from);
      int[] after = new int[sites.stream().mapToInt(each -> each.runs().size()).sum()];
      int count = 0;
      for (Calls.Site site : sites) {
        MethodGraph.Edge edge = site.edge();
        int in = edge.repeated() ? 1 : looped;
        String target = related[edge.to()];
        boolean crosses =
            target != null && side(contexts[edge.to()], caller) != side(target, caller);
        for (Calls.Run run : all ? site.runs() : site.likely()) {
          int side = run.served() ? side(run.context(), caller) : caller;
          crosses |= side != caller;
          after[count++] = run.method() * STATES + side * SIDES + in;
        }
        if (crosses) {
          note(from, caller, looped, in, edge);
        }
      }
      return count == after.length ? after : Arrays.copyOf(after, count);
    }

    private void note(int from, int caller, int looped, int in, MethodGraph.Edge edge) {
      int site = site(List.of(from, edge.to(), edge.line()), () -> call(from, edge));
      bit(from * STATES + caller * SIDES + looped, site, in);
    }

    private Site call(int from, MethodGraph.Edge edge) {
      MethodGraph.Method by = graph.method(from);
      TypeFact type = map.type(graph.body(from).type());
      Place place =
          type == null
              ? new Place("", 0)
              : edge.line() == 0 ? type.place() : new Place(type.place().file(), edge.line());
      return new Site(() -> named(by) + " -> " + named(graph.method(edge.to())), place);
    }

    /** The number of a place; one for all where it is only asked whether there is any. */
    private int site(List<Object> key, Supplier<Site> site) {
      return all ? 0 : numbered(key, site);
    }

    private int numbered(List<Object> key, Supplier<Site> site) {
      return numbers.computeIfAbsent(
          key,
          each -> {
            sites.add(site.get());
            return sites.size() - 1;
          });
    }

    private void bit(int state, int site, int looped) {
      if (own[state] == null) {
        own[state] = new BitSet();
      }
      own[state].set(site * 2 + looped);
    }

    /** Statements on tables of the other side; one that joins them reads them, too. */
    private void data() {
      Map<String, Set<String>> joined = new HashMap<>();
      for (Cut cut : cuts) {
        if (cut.kind() == CutKind.JOIN) {
          cut.methods()
              .forEach(
                  each ->
                      joined.computeIfAbsent(each, any -> new HashSet<>()).addAll(cut.tables()));
        }
      }
      for (Cut cut : cuts) {
        if (cut.kind() == CutKind.FOREIGN_READ
            || cut.kind() == CutKind.FOREIGN_WRITE
            || cut.kind() == CutKind.JOIN) {
          for (String each : cut.methods()) {
            boolean again =
                cut.kind() == CutKind.FOREIGN_READ
                    && joined.getOrDefault(each, Set.of()).containsAll(cut.tables());
            if (!again) {
              statement(cut, each);
            }
          }
        }
      }
    }

    private void statement(Cut cut, String method) {
      int dot = method.lastIndexOf('.');
      String type = dot < 0 ? "" : method.substring(0, dot);
      String name = method.substring(dot + 1);
      List<Integer> nodes = new ArrayList<>(graph.inheriting(type, name));
      nodes.add(graph.find(type, name));
      nodes.removeIf(each -> each < 0);
      for (int node : nodes) {
        Place place = cut.places().isEmpty() ? new Place("", 0) : cut.places().get(0);
        int site = site(List.of(cut.id(), method), () -> new Site(cut::subject, place));
        for (int state = 0; state < STATES; state++) {
          bit(node * STATES + state, site, state % SIDES);
        }
      }
    }

    /** What each entry point reaches that crosses; nothing for those that stay on their side. */
    private void enter(BiConsumer<EntryPoint, BitSet> reaching) {
      data();
      Reachability reached = new Reachability(this::edges, own);
      for (EntryPoint each : map.facts().entryPoints()) {
        int node = graph.find(each.className(), each.method());
        if (node >= 0) {
          BitSet bits = new BitSet();
          for (int start : graph.runs(node)) {
            bits.or(reached.of(start * STATES + side(contexts[start], 0) * SIDES));
          }
          if (!bits.isEmpty()) {
            reaching.accept(each, bits);
          }
        }
      }
    }

    /** How many entry points cross. */
    int crossing() {
      AtomicInteger count = new AtomicInteger();
      enter((entry, bits) -> count.incrementAndGet());
      return count.get();
    }

    List<Reached> requests() {
      List<Reached> requests = new ArrayList<>();
      enter((entry, bits) -> requests.add(reached(entry, bits)));
      requests.sort(
          Comparator.comparingInt((Reached each) -> -each.calls() - 2 * each.repeated())
              .thenComparing(each -> each.entry().id()));
      return requests;
    }

    Forecast forecast(List<Reached> requests, int requestsPerhaps) {
      int sure = 0;
      int perhaps = 0;
      for (Cut cut : cuts) {
        if (cut.kind() == CutKind.TRANSACTION) {
          sure += cut.certainty() == Certainty.GUESSED ? 0 : 1;
          perhaps += cut.certainty() == Certainty.GUESSED ? 1 : 0;
        }
      }
      return new Forecast(
          requests.size(),
          requestsPerhaps,
          requests.stream().mapToInt(Reached::calls).max().orElse(0),
          requests.stream().mapToInt(Reached::repeated).max().orElse(0),
          lazyReads(),
          sure,
          perhaps,
          requests.isEmpty() && requestsPerhaps == 0 ? unreached() : 0,
          requests.stream().limit(WORST).map(this::request).toList());
    }

    /** Places that call across or are given what is there, whoever begins that. */
    private int unreached() {
      for (int i = 0; i < contexts.length; i++) {
        if (!contexts[i].isEmpty()) {
          edges(i, side(contexts[i], 0), 0);
        }
      }
      return sites.isEmpty() ? wired() : sites.size();
    }

    private int wired() {
      return (int)
          map.facts().references().stream()
              .filter(each -> each.kind() == ReferenceKind.WIRED)
              .filter(
                  each -> {
                    String from = calls.contextOf(each.from());
                    String to = calls.contextOf(each.to());
                    return !from.isEmpty() && !to.isEmpty() && side(from, 0) != side(to, 0);
                  })
              .map(each -> List.of(each.from(), each.line()))
              .distinct()
              .count();
    }

    private int lazyReads() {
      Set<List<Integer>> places = new HashSet<>();
      for (Read each : reads) {
        String entity = contexts[each.edge().to()];
        for (int caller = 0; caller < SIDES; caller++) {
          if (side(entity, caller) != side(each.target(), caller)) {
            places.add(List.of(each.by(), each.edge().to(), each.edge().line()));
          }
        }
      }
      return places.size();
    }

    private static Reached reached(EntryPoint entry, BitSet bits) {
      int calls = 0;
      int repeated = 0;
      for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit / 2 * 2 + 2)) {
        calls++;
        repeated += bits.get(bit / 2 * 2 + 1) ? 1 : 0;
      }
      return new Reached(entry, bits, calls, repeated);
    }

    private Forecast.Request request(Reached of) {
      BitSet bits = of.bits();
      List<Forecast.Crossing> crossings = new ArrayList<>();
      for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit / 2 * 2 + 2)) {
        Site site = sites.get(bit / 2);
        crossings.add(
            new Forecast.Crossing(site.what().get(), bits.get(bit / 2 * 2 + 1), site.place()));
      }
      crossings.sort(
          Comparator.comparing((Forecast.Crossing each) -> !each.repeated())
              .thenComparing(Forecast.Crossing::place)
              .thenComparing(Forecast.Crossing::what));
      return new Forecast.Request(
          of.entry().id(),
          map.contextOf(of.entry().className()),
          of.calls(),
          of.repeated(),
          crossings.subList(0, Math.min(FIRST, crossings.size())));
    }
  }

  private static String named(MethodGraph.Method method) {
    String type = method.type();
    int module = type.indexOf('@');
    String bare = module < 0 ? type : type.substring(0, module);
    return bare.substring(bare.lastIndexOf('.') + 1) + "." + method.name();
  }
}
