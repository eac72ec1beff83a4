package dev.msvc.analyzers.trace;

import dev.msvc.model.Unmatched;
import dev.msvc.model.Unmatched.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what was not matched, without what might be anybody's. */
final class Tally {
  private static final int DISTINCT = 20_000;
  private static final int SHOWN = 50;
  private static final int MANY = 20;
  private static final int LONGEST = 40;
  private static final int SEGMENTS = 6;

  private final Set<String> words;
  private final Map<Kind, Map<String, Long>> counts = new EnumMap<>(Kind.class);

  /**
   * Counts from none.
   *
   * @param words segments of paths that stand in the code
   */
  Tally(Set<String> words) {
    this.words = words;
  }

  void add(Kind kind, String what) {
    Map<String, Long> of = counts.computeIfAbsent(kind, key -> new HashMap<>());
    boolean room = of.size() < DISTINCT || of.containsKey(what);
    of.merge(room ? what : "(others)", 1L, Long::sum);
  }

  /**
   * A method and a path in which what may be an id, a name or a secret is a star: of what the code
   * does not know, the first word is kept.
   */
  void addRequest(Kind kind, Request request) {
    String path = request.path().isEmpty() ? request.route() : request.path();
    StringBuilder shown = new StringBuilder(request.method());
    shown.append(request.method().isEmpty() ? "" : " ");
    List<String> segments = Routes.segments(path);
    boolean foreign = false;
    for (String each : segments.subList(0, Math.min(segments.size(), SEGMENTS))) {
      boolean known = words.contains(each);
      shown.append('/').append(known || (!foreign && isPlain(each)) ? each : "*");
      foreign |= !known;
    }
    shown.append(segments.isEmpty() ? "/" : segments.size() > SEGMENTS ? "/..." : "");
    add(kind, shown.toString());
  }

  private static boolean isPlain(String segment) {
    if (segment.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      boolean version = i == 1 && segment.charAt(0) == 'v' && segment.length() <= 3;
      boolean digit = c >= '0' && c <= '9' && !version;
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean word = letter || "-_.{}".indexOf(c) >= 0;
      if (digit || !(word || version)) {
        return false;
      }
    }
    return true;
  }

  long count(Kind kind) {
    return counts.getOrDefault(kind, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The biggest of each kind. */
  List<Unmatched> biggest() {
    List<Unmatched> all = new ArrayList<>();
    counts.forEach(
        (kind, of) -> {
          List<Unmatched> some = new ArrayList<>();
          Map<String, Long> grouped = kind == Kind.REQUEST ? grouped(of) : of;
          grouped.forEach((what, count) -> some.add(new Unmatched(kind, what, count)));
          some.sort(
              Comparator.comparingLong((Unmatched each) -> -each.count())
                  .thenComparing(Unmatched::what));
          all.addAll(some.subList(0, Math.min(SHOWN, some.size())));
        });
    return all;
  }

  /** Where many different segments follow the same, they are names of things or people. */
  private static Map<String, Long> grouped(Map<String, Long> counts) {
    Map<String, Long> now = counts;
    for (int depth = 1; depth <= SEGMENTS; depth++) {
      Map<String, Set<String>> following = new HashMap<>();
      for (String each : now.keySet()) {
        String[] parts = each.split("/", -1);
        if (parts.length > depth) {
          following.computeIfAbsent(front(parts, depth), key -> new HashSet<>()).add(parts[depth]);
        }
      }
      Map<String, Long> next = new HashMap<>();
      for (Map.Entry<String, Long> each : now.entrySet()) {
        String[] parts = each.getKey().split("/", -1);
        if (parts.length > depth
            && following.getOrDefault(front(parts, depth), Set.of()).size() > MANY) {
          parts[depth] = "*";
        }
        next.merge(String.join("/", parts), each.getValue(), Long::sum);
      }
      now = next;
    }
    return now;
  }

  private static String front(String[] parts, int depth) {
    return String.join("/", List.of(parts).subList(0, depth));
  }
}
