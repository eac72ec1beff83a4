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
  private static final int CHARACTERS_AN_ERROR = 4;
  private static final int MOST = 4;

  private Nearest() {}

  /**
   * Names that differ by a typing error or a few, or in which what was typed is a word or begins
   * one; nearest first, five at most. Who typed something else altogether is better told nothing.
   */
  public static List<String> of(String name, Collection<String> known) {
    String typed = name.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, Math.min(MOST, typed.length() / CHARACTERS_AN_ERROR));
    record Near(String name, int distance) {}
    List<Near> near = new ArrayList<>();
    for (String each : known) {
      if (each.length() > LONG || typed.length() > LONG) {
        continue;
      }
      String lower = each.toLowerCase(Locale.ROOT);
      String last = lower.substring(lower.lastIndexOf('.') + 1);
      int distance = Math.min(distance(typed, lower), distance(typed, last));
      if (typed.length() > 2 && lower.length() == each.length() && startsWord(each, lower, typed)) {
        distance = Math.min(distance, tolerance);
      }
      // of two characters, one error leaves nothing alike
      if (distance <= tolerance && distance * 2 < typed.length()) {
        near.add(new Near(each, distance));
      }
    }
    near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
    return near.stream().map(Near::name).distinct().limit(SUGGESTIONS).toList();
  }

  /**
   * Whether a word of the name begins so: {@code order} one of {@code shop.OldOrder}, {@code art}
   * none of {@code party}.
   */
  private static boolean startsWord(String name, String lower, String typed) {
    for (int at = lower.indexOf(typed); at >= 0; at = lower.indexOf(typed, at + 1)) {
      if (at == 0
          || !Character.isLetterOrDigit(name.charAt(at - 1))
          || (Character.isUpperCase(name.charAt(at))
              && Character.isLowerCase(name.charAt(at - 1)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many characters must be put in, taken out, changed, or swapped with the next: optimal
   * string alignment, as Damerau's (1964) errors counted by Levenshtein (1966).
   */
  static int distance(String a, String b) {
    int[] beforePrevious = new int[b.length() + 1];
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
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      int[] swap = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
