package dev.msvc.analyzers.draft;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.service.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate, as routes and methods may call it.
 *
 * @param parts names of what is part of it
 * @param table of its rows, as it is compared; empty for none that is known
 * @param tables of its rows and those of its parts
 */
record Subject(TypeName name, Set<String> parts, String table, Set<String> tables) {
  /** How well its whole name fits. */
  static final int WHOLE = 100;

  /** How well a word names it: 0 for not at all, more where fewer words are left out. */
  int fit(String word) {
    String plain = plain(word);
    List<String> words = Wish.words(name.value());
    for (int skipped = 0; skipped < words.size(); skipped++) {
      String rest = String.join("", words.subList(skipped, words.size()));
      boolean is = plain.equals(rest) || plain.equals(plural(rest));
      if (is && (skipped == 0 || rest.length() > 3)) {
        return WHOLE - skipped;
      }
    }
    return 0;
  }

  boolean hasPart(String word) {
    String plain = plain(word);
    return parts.stream()
        .map(Subject::plain)
        .anyMatch(each -> plain.equals(each) || plain.equals(plural(each)));
  }

  /** The words by which it is called, one and several. */
  Set<String> words() {
    Set<String> all = new TreeSet<>();
    for (String each : Wish.words(name.value())) {
      all.add(each);
      all.add(plural(each));
    }
    return all;
  }

  /** The one that a word names best; null where none does. */
  static @Nullable Subject best(List<Subject> all, String word) {
    Subject best = null;
    for (Subject each : all) {
      int fit = each.fit(word);
      if (fit > 0 && (best == null || fit > best.fit(word))) {
        best = each;
      }
    }
    return best;
  }

  /** The literal and the variable parts of a path. */
  static List<String> segments(EntryPoint entry) {
    List<String> all = new ArrayList<>();
    for (String each : String.valueOf(entry.path()).split("/+", -1)) {
      if (!each.isEmpty()) {
        all.add(each);
      }
    }
    return all;
  }

  static boolean isVariable(String segment) {
    return !segment.matches("[A-Za-z0-9][A-Za-z0-9._~-]*");
  }

  private static String plain(String word) {
    return word.replaceAll("\\.[a-z]{2,5}$", "")
        .replaceAll("[^A-Za-z0-9]", "")
        .toLowerCase(Locale.ROOT);
  }

  static String plural(String word) {
    return word.matches(".*[^aeiou]y")
        ? word.substring(0, word.length() - 1) + "ies"
        : word + (word.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
  }
}
