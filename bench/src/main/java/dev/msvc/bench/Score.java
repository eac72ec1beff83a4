package dev.msvc.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Found facts against true ones, for each system and for all together. */
final class Score {
  /** A share of fewer than this says little: it is told and not held to a bar. */
  private static final int ENOUGH = 40;

  private static final int LISTED = 50;

  /** What was right of how many, by the figure's name. */
  private record Sum(int part, int whole, double bar) {
    Sum plus(int more, int of) {
      return new Sum(part + more, whole + of, bar);
    }
  }

  private final Bench bench;
  private final Map<String, Sum> sums = new LinkedHashMap<>();
  private String system = "";

  Score(Bench bench) {
    this.bench = bench;
  }

  void system(String name) {
    this.system = name;
    bench.detail("== " + name);
  }

  /**
   * How many of the true facts were found, and how many of those found are true.
   *
   * @param open what is not wrong when it is found
   * @param how what to say about a found fact that is wrong
   */
  <T extends Comparable<T>> void of(
      String kind,
      double recall,
      double precision,
      Set<T> found,
      Set<T> must,
      Collection<T> open,
      Function<T, String> how) {
    SortedSet<T> missed = new TreeSet<>(must);
    missed.removeAll(found);
    recall(kind, recall, must.size() - missed.size(), must.size());
    SortedSet<T> wrong = new TreeSet<>(found);
    wrong.removeAll(must);
    int unsure = wrong.size();
    wrong.removeAll(new TreeSet<>(open));
    unsure -= wrong.size();
    int judged = found.size() - unsure;
    share(kind + ".precision", precision, judged - wrong.size(), judged);
    if (unsure > 0) {
      bench.detail(kind + " not judged: " + unsure);
    }
    list(kind + " missed", missed, each -> "");
    list(kind + " wrong", wrong, how);
  }

  void recall(String kind, double bar, int part, int whole) {
    share(kind + ".recall", bar, part, whole);
  }

  void share(String figure, double bar, int part, int whole) {
    if (whole == 0) {
      return;
    }
    sums.merge(figure, new Sum(part, whole, bar), (old, added) -> old.plus(part, whole));
    print(system + "." + figure, new Sum(part, whole, bar), whole >= ENOUGH);
  }

  /** All systems together. */
  void total() {
    sums.forEach((figure, sum) -> print("all." + figure, sum, true));
  }

  private void print(String name, Sum sum, boolean held) {
    double share = (double) sum.part() / sum.whole();
    String spread = "%d of %d".formatted(sum.part(), sum.whole());
    bench.figure(
        held
            ? Figure.atLeast(sum.bar(), "facts." + name, share, spread)
            : Figure.told("facts." + name, share, spread));
  }

  <T> void list(String title, SortedSet<T> facts, Function<T, String> how) {
    if (!facts.isEmpty()) {
      bench.detail(title + ": " + facts.size());
      facts.stream()
          .limit(LISTED)
          .forEach(fact -> bench.detail("  " + fact + " " + how.apply(fact)));
    }
  }
}
