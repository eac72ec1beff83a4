package dev.msvc.analyzers.cut;

import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The list of what the boundaries of a decomposition cut, whatever made it. */
public final class Cuts {
  private static final int MOST_FOR_COUNT = 9;

  private Cuts() {}

  /** All cuts, those that hurt most first; those of one id are one. */
  public static List<Cut> of(ContextMap map) {
    Boundary boundary = new Boundary(map);
    Map<String, Cut> all = new LinkedHashMap<>();
    Stream.of(
            TransactionCuts.of(boundary),
            AccessCuts.of(boundary),
            ColumnCuts.of(boundary),
            DatabaseCuts.of(boundary),
            JoinCuts.of(boundary),
            KeyCuts.of(boundary))
        .flatMap(Collection::stream)
        .forEach(cut -> all.merge(cut.id(), cut, Cuts::both));
    return all.values().stream().sorted().toList();
  }

  /** Transactions that a context begins, and that write tables of others alone. */
  public static List<Cut> begunIn(ContextMap map, String context) {
    Map<String, Cut> all = new LinkedHashMap<>();
    TransactionCuts.begunIn(new Boundary(map), context)
        .forEach(cut -> all.merge(cut.id(), cut, Cuts::both));
    return all.values().stream().sorted().toList();
  }

  /** Two of one name, as overloaded methods have them. */
  private static Cut both(Cut one, Cut other) {
    return new Cut(
        one.id(),
        one.kind(),
        one.from(),
        one.to(),
        sorted(one.contexts(), other.contexts()),
        one.subject(),
        one.what(),
        one.advice(),
        one.remedy(),
        one.why(),
        sorted(one.tables(), other.tables()),
        sorted(one.uncertain(), other.uncertain()),
        sorted(one.methods(), other.methods()),
        one.text(),
        Math.max(one.hurts(), other.hurts()),
        places(Stream.concat(one.places().stream(), other.places().stream()).toList()),
        surest(one.certainty(), other.certainty()));
  }

  private static List<String> sorted(List<String> one, List<String> other) {
    TreeSet<String> all = new TreeSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  static List<Place> places(Collection<Place> places) {
    return List.copyOf(new TreeSet<>(places));
  }

  static Certainty surest(Certainty one, Certainty other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /**
   * How much something hurts.
   *
   * @param base by its kind: tens
   * @param count how often: adds at most nine
   */
  static int hurts(int base, int count, Certainty certainty) {
    int more = Math.min(MOST_FOR_COUNT, 31 - Integer.numberOfLeadingZeros(Math.max(1, count)));
    return Math.max(1, base + more - (certainty == Certainty.GUESSED ? 10 : 0));
  }

  /** A method as it is named in a list. */
  static String method(String className, String method) {
    return method.isEmpty() ? className : className + "." + method;
  }

  /** The last part of a class's name, and of a method's the last two. */
  public static String simple(String className) {
    int module = className.indexOf('@');
    String bare = module < 0 ? className : className.substring(0, module);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** At most three, and how many more. */
  static String few(Collection<String> names) {
    List<String> all = new ArrayList<>(names);
    return all.size() <= 4
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, 3)) + " and " + (all.size() - 3) + " more";
  }

  /** Whether a name holds one of these words as a whole one. */
  static boolean hasWord(Pattern words, String name) {
    String bare = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Matcher found = words.matcher(bare);
    while (found.find()) {
      boolean begins = found.start() == 0 || !Character.isLetter(bare.charAt(found.start() - 1));
      boolean ends = found.end() == bare.length() || !Character.isLetter(bare.charAt(found.end()));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }
}
