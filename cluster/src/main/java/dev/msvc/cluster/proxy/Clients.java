package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.PerClient;
import dev.msvc.model.shift.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests by client, while a rule is split. It keeps no names: a client is one of some
 * thousands of cells, and two that share one count as one, so that what it says is too much rather
 * than too little.
 */
final class Clients {
  private static final int BITS = 12;

  private final List<AtomicIntegerArray> byRule = new ArrayList<>();
  private final List<LongAdder> unknown = new ArrayList<>();

  Clients(int rules) {
    for (int i = 0; i < rules; i++) {
      byRule.add(new AtomicIntegerArray(1 << BITS));
      unknown.add(new LongAdder());
    }
  }

  /**
   * A request came.
   *
   * @param client its hash; empty for one of whom nothing tells who it is
   */
  void came(int rule, OptionalInt client) {
    if (client.isPresent()) {
      byRule.get(rule).incrementAndGet(client.getAsInt() >>> (Integer.SIZE - BITS));
    } else {
      unknown.get(rule).increment();
    }
  }

  PerClient perClient(List<Rule> rules) {
    SortedMap<String, Double> known = new TreeMap<>();
    double[] total = new double[1 << BITS];
    double strangers = 0;
    for (int i = 0; i < rules.size(); i++) {
      double[] cells = new double[1 << BITS];
      for (int cell = 0; cell < cells.length; cell++) {
        cells[cell] = byRule.get(i).get(cell);
        total[cell] += cells[cell];
      }
      double unknowns = (double) unknown.get(i).sum();
      strangers += unknowns;
      double of = each(cells, unknowns);
      if (of > 0) {
        known.put(rules.get(i).id(), of);
      }
    }
    double all = strangers;
    for (double each : total) {
      all += each;
    }
    return new PerClient(known, Math.max(1, each(total, strangers)), (long) all);
  }

  private static double each(double[] cells, double strangers) {
    double sum = strangers;
    double squares = strangers;
    for (double each : cells) {
      sum += each;
      squares += each * each;
    }
    return sum == 0 ? 0 : squares / sum;
  }
}
