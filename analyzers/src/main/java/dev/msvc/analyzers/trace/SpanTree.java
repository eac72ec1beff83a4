package dev.msvc.analyzers.trace;

import dev.msvc.analyzers.trace.SeenTables.Use;
import dev.msvc.model.CallTraffic;
import dev.msvc.model.TableTraffic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The spans of all traces, as what they ran and who called them. A span takes some forty bytes:
 * there is a most.
 */
final class SpanTree {
  private static final int DEEPEST = 256;

  private final int most;
  private final Map<Ran, Ran> interned = new HashMap<>();
  private long[] keys = new long[1024];
  private long[] parents = new long[1024];
  private Ran[] rans = new Ran[1024];
  private int[] slots = new int[4096];
  private int size;

  private long orphans;
  private long cyclic;

  /**
   * What a span ran.
   *
   * @param className empty for none that is known
   * @param entry id of the entry point that it starts; empty for none
   * @param uses tables that it touches
   */
  record Ran(String className, String entry, List<Use> uses) {
    static final Ran NOTHING = new Ran("", "", List.of());

    Ran {
      uses = List.copyOf(uses);
    }
  }

  SpanTree(int most) {
    this.most = most;
  }

  /** Whether no more are taken. */
  boolean isFull() {
    return size >= most;
  }

  int size() {
    return size;
  }

  /** Whether it is there already. */
  boolean contains(Span span) {
    return slots[slot(key(span))] != 0;
  }

  /** Takes a span that is not there yet. */
  void add(Span span, Ran ran) {
    if (isFull()) {
      return;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      parents = Arrays.copyOf(parents, size * 2);
      rans = Arrays.copyOf(rans, size * 2);
    }
    if (size * 2 >= slots.length) {
      slots = new int[slots.length * 2];
      for (int i = 0; i < size; i++) {
        slots[slot(keys[i])] = i + 1;
      }
    }
    long key = key(span);
    keys[size] = key;
    // a server's span with the id of its client's is below that
    String parent = span.shared() ? span.id() : span.parent();
    parents[size] = parent.isEmpty() ? 0 : hash(span.trace(), parent) << 1;
    rans[size] = interned.computeIfAbsent(ran, each -> each);
    slots[slot(key)] = ++size;
  }

  /** The last bit tells servers that have their client's id from their client. */
  private static long key(Span span) {
    return (hash(span.trace(), span.id()) << 1) | (span.shared() ? 1 : 0);
  }

  /** 62 bits of both names, never none; ids are random already. */
  private static long hash(String trace, String id) {
    long hash = 0x2545F4914F6CDD1DL;
    for (int i = 0; i < trace.length(); i++) {
      hash = (hash ^ trace.charAt(i)) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ (id.charAt(i) + 0x100)) * 0x100000001B3L;
      hash ^= hash >>> 31;
    }
    return (hash >>> 2) | 1;
  }

  private int slot(long key) {
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & (slots.length - 1);
    while (slots[at] != 0 && keys[slots[at] - 1] != key) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  /** Calls and statements, by who is around them. */
  record Edges(List<CallTraffic> calls, List<TableTraffic> tables, long orphans, long cyclic) {}

  Edges edges() {
    Map<List<String>, long[]> calls = new HashMap<>();
    Map<List<String>, long[]> tables = new HashMap<>();
    orphans = 0;
    cyclic = 0;
    for (int i = 0; i < size; i++) {
      Around around = around(i);
      Ran ran = rans[i];
      String entry = ran.entry().isEmpty() ? around.entry : ran.entry();
      String own = ran.className();
      if (!own.isEmpty() && !around.className.isEmpty() && !own.equals(around.className)) {
        calls.computeIfAbsent(List.of(entry, around.className, own), key -> new long[1])[0]++;
      }
      for (Use each : ran.uses()) {
        if (!each.table().isEmpty()) {
          List<String> key = List.of(entry, own.isEmpty() ? around.className : own, each.table());
          tables.computeIfAbsent(key, none -> new long[2])[each.write() ? 1 : 0]++;
        }
      }
    }
    return new Edges(calls(calls), tables(tables), orphans, cyclic);
  }

  private record Around(String className, String entry) {}

  /** The nearest class and the nearest entry point above a span. */
  private Around around(int span) {
    String className = "";
    String entry = "";
    int at = span;
    int steps = 0;
    while (parents[at] != 0 && (className.isEmpty() || entry.isEmpty())) {
      int above = above(at);
      if (above < 0) {
        orphans += steps == 0 ? 1 : 0;
        break;
      }
      if (++steps > DEEPEST) {
        cyclic++;
        return new Around("", "");
      }
      at = above;
      className = className.isEmpty() ? rans[at].className() : className;
      entry = entry.isEmpty() ? rans[at].entry() : entry;
    }
    return new Around(className, entry);
  }

  /** The span around one; -1 where it is not there. */
  private int above(int span) {
    long parent = parents[span];
    // what a server with its client's id calls is below the server
    int server = (keys[span] & 1) == 0 ? slots[slot(parent | 1)] : 0;
    return (server == 0 ? slots[slot(parent)] : server) - 1;
  }

  private static List<CallTraffic> calls(Map<List<String>, long[]> sums) {
    List<CallTraffic> calls = new ArrayList<>();
    sums.forEach(
        (key, sum) -> calls.add(new CallTraffic(key.get(0), key.get(1), key.get(2), sum[0])));
    calls.sort(
        Comparator.comparingLong((CallTraffic each) -> -each.calls())
            .thenComparing(CallTraffic::from)
            .thenComparing(CallTraffic::to)
            .thenComparing(CallTraffic::entry));
    return calls;
  }

  private static List<TableTraffic> tables(Map<List<String>, long[]> sums) {
    List<TableTraffic> tables = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            tables.add(new TableTraffic(key.get(0), key.get(1), key.get(2), sum[0], sum[1])));
    tables.sort(
        Comparator.comparingLong((TableTraffic each) -> -each.reads() - each.writes())
            .thenComparing(TableTraffic::table)
            .thenComparing(TableTraffic::className)
            .thenComparing(TableTraffic::entry));
    return tables;
  }
}
