package dev.msvc.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant. */
public final class Nearest {
  private static final int SUGGESTIONS = 5;
  private static final int LONG = 100;

  private Nearest() {}

  /** Names that differ little from what was typed, or hold it; nearest first, five at most. */
  public static List<String> of(String name, Collection<String> known) {
    String typed = name.toLowerCase(Locale.ROOT);
    int tolerance = typed.length() < 4 ? 1 : Math.max(2, typed.length() / 3);
    record Near(String name, int distance) {}
    List<Near> near = new ArrayList<>();
    for (String each : known) {
      if (each.length() > LONG || typed.length() > LONG) {
        continue;
      }
      String lower = each.toLowerCase(Locale.ROOT);
      String last = lower.substring(lower.lastIndexOf('.') + 1);
      int distance = Math.min(distance(typed, lower), distance(typed, last));
      if (typed.length() > 2 && lower.contains(typed)) {
        distance = Math.min(distance, tolerance);
      }
      if (distance <= tolerance) {
        near.add(new Near(each, distance));
      }
    }
    near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
    return near.stream().map(Near::name).distinct().limit(SUGGESTIONS).toList();
  }

  /** How many characters must be put in, taken out or changed (Levenshtein 1966). */
  public static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(changed, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
