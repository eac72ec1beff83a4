package dev.msvc.analyzers.trace;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.CallTraffic;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryTraffic;
import dev.msvc.model.Load;
import dev.msvc.model.Load.ContextLoad;
import dev.msvc.model.Load.Edge;
import dev.msvc.model.TableTraffic;
import dev.msvc.model.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up what runs by contexts. */
public final class Loads {
  private final ContextMap map;
  private final Traffic traffic;
  private final Map<String, EntryTraffic> entries = new HashMap<>();
  private final Map<List<String>, Sum> edges = new HashMap<>();

  private static final class Sum {
    long calls;
    long reads;
    long writes;
    double volume;
  }

  private Loads(ContextMap map) {
    this.map = map;
    this.traffic = map.analysis().traffic();
    traffic.entries().forEach(each -> entries.put(each.entry(), each));
  }

  /** The load of each context, and what crosses between them; nothing where nothing is known. */
  public static Load of(ContextMap map) {
    return map.analysis().traffic().isEmpty()
        ? new Load(List.of(), List.of())
        : new Loads(map).load();
  }

  private Load load() {
    for (CallTraffic each : traffic.calls()) {
      Sum sum = sum(map.contextOf(each.from()), map.contextOf(each.to()));
      sum.calls += each.calls();
      sum.volume += scaled(each.entry(), each.calls());
    }
    for (TableTraffic each : traffic.tables()) {
      Sum sum = sum(map.contextOf(each.className()), map.ownership(each.table()).owner());
      sum.reads += each.reads();
      sum.writes += each.writes();
      sum.volume += scaled(each.entry(), each.reads() + each.writes());
    }
    List<Edge> crossing = new ArrayList<>();
    edges.forEach(
        (pair, sum) -> {
          String from = pair.get(0);
          String to = pair.get(1);
          if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
            crossing.add(
                new Edge(from, to, sum.calls, sum.reads, sum.writes, Math.round(sum.volume)));
          }
        });
    crossing.sort(
        Comparator.comparingLong((Edge each) -> -each.volume())
            .thenComparing(Edge::from)
            .thenComparing(Edge::to));
    return new Load(contexts(crossing), crossing);
  }

  private Sum sum(String from, String to) {
    return edges.computeIfAbsent(List.of(from, to), key -> new Sum());
  }

  /** As often as it happens in all requests, where traces are a sample of them. */
  private double scaled(String entry, long seen) {
    EntryTraffic its = entries.get(entry);
    return its == null || its.traced() == 0 ? seen : (double) seen * its.requests() / its.traced();
  }

  private List<ContextLoad> contexts(List<Edge> crossing) {
    Map<String, long[]> served = new HashMap<>();
    long all = 0;
    for (EntryTraffic each : traffic.entries()) {
      long[] sums = served.computeIfAbsent(map.contextOf(each.className()), key -> new long[2]);
      sums[0] += each.requests();
      sums[1] += each.errors();
      all += each.requests();
    }
    List<ContextLoad> contexts = new ArrayList<>();
    for (BoundedContext each : map.decomposition().contexts()) {
      String name = each.name();
      long[] sums = served.getOrDefault(name, new long[2]);
      long in = 0;
      long out = 0;
      long foreign = 0;
      for (Edge edge : crossing) {
        in += edge.to().equals(name) ? edge.calls() : 0;
        out += edge.from().equals(name) ? edge.calls() : 0;
        foreign += edge.from().equals(name) ? edge.reads() + edge.writes() : 0;
      }
      double share = all == 0 ? 0 : (double) sums[0] / all;
      contexts.add(new ContextLoad(name, sums[0], share, sums[1], in, out, foreign));
    }
    contexts.sort(
        Comparator.comparingLong((ContextLoad each) -> -each.requests())
            .thenComparing(ContextLoad::context));
    return contexts;
  }
}
