package dev.msvc.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What git says of how a system was made: who changed which classes together.
 *
 * @param changes commits that changed classes, newest first; no merges, mass commits and bots
 * @param owners the teams or people that {@code CODEOWNERS} names for a top-level type, by its name
 * @param moves former paths of source files that are still there, and where they are today, both
 *     relative to the analysed folder
 * @param unread what could not be read, sorted
 */
public record History(
    HistorySummary summary,
    List<Change> changes,
    SortedMap<String, List<String>> owners,
    SortedMap<String, String> moves,
    List<Unread> unread) {
  /** Of fewer commits nothing is concluded about contexts. */
  public static final int ENOUGH = 100;

  private static final long TWO_YEARS = 730L * 24 * 60 * 60;

  /** There is no repository. */
  public static final History NONE =
      new History(HistorySummary.NONE, List.of(), new TreeMap<>(), new TreeMap<>(), List.of());

  public History {
    changes = List.copyOf(changes);
    unread = List.copyOf(unread);
  }

  /** Whether too few commits count to tell which classes belong together. */
  public boolean isThin() {
    return changes.size() < ENOUGH;
  }

  /** Whether any commit that counts changed a class. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether a commit was made in the last two years before the tip. */
  public boolean isRecent(Change change) {
    return change.time() >= summary.to() - TWO_YEARS;
  }

  /** Pairs of top-level types that were changed together, sorted by their names. */
  public List<Tie> ties() {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    Map<Long, double[]> sums = new HashMap<>();
    for (Change change : changes) {
      List<String> classes = change.classes();
      int[] ids = new int[classes.size()];
      for (int i = 0; i < ids.length; i++) {
        Integer known = numbers.putIfAbsent(classes.get(i), names.size());
        if (known == null) {
          names.add(classes.get(i));
        }
        ids[i] = known == null ? names.size() - 1 : known;
      }
      for (int i = 0; i < ids.length; i++) {
        for (int j = i + 1; j < ids.length; j++) {
          long pair = (long) Math.min(ids[i], ids[j]) << 32 | Math.max(ids[i], ids[j]);
          double[] sum = sums.computeIfAbsent(pair, key -> new double[2]);
          sum[0]++;
          sum[1] += 1.0 / (ids.length - 1);
        }
      }
    }
    List<Tie> ties = new ArrayList<>(sums.size());
    sums.forEach((pair, sum) -> ties.add(tie(names, pair, sum)));
    ties.sort(Comparator.comparing(Tie::first).thenComparing(Tie::second));
    return ties;
  }

  private static Tie tie(List<String> names, long pair, double[] sum) {
    String one = names.get((int) (pair >>> 32));
    String other = names.get((int) pair);
    boolean sorted = one.compareTo(other) < 0;
    return new Tie(sorted ? one : other, sorted ? other : one, (int) sum[0], sum[1]);
  }
}
