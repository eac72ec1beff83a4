package dev.msvc.analyzers.trace;

import dev.msvc.analyzers.trace.Routes.Match;
import dev.msvc.model.EntryPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entry point of a request whose path may have something in front that the code does not
 * tell, as the name of the application in its container, or lack something that a proxy took away.
 */
final class Paths {
  private static final int MOST = 5;
  private static final int CANDIDATES = 20;
  private static final int REMEMBERED = 1 << 16;

  private final Routes routes;
  private final List<Change> changes;
  private final List<String> notes;
  private final Map<String, Found> remembered = new HashMap<>();

  /** What is taken from the front of a path, or put there. */
  private record Change(List<String> segments, boolean taken) {
    @Nullable List<String> of(List<String> path) {
      if (!taken) {
        List<String> longer = new ArrayList<>(segments);
        longer.addAll(path);
        return longer;
      }
      boolean fits =
          path.size() >= segments.size() && path.subList(0, segments.size()).equals(segments);
      return fits ? path.subList(segments.size(), path.size()) : null;
    }

    /** The fewest literal segments that tell more than the change itself. */
    int least() {
      return taken ? 1 : segments.size() + 1;
    }

    @Override
    public String toString() {
      return "/" + String.join("/", segments);
    }
  }

  /** Who serves a request; null for nobody. */
  private record Found(@Nullable Match match) {}

  /** Requests of a sample that are alike. */
  private record Alike(String method, List<String> path, long count) {}

  private Paths(Routes routes, List<Change> changes, List<String> notes) {
    this.routes = routes;
    this.changes = List.copyOf(changes);
    this.notes = List.copyOf(notes);
  }

  /**
   * Finds what stands in front of paths so that most of a sample fit the code.
   *
   * @param sample methods and paths, with how often each was seen
   */
  static Paths of(List<EntryPoint> entries, Map<List<String>, Long> sample) {
    Routes routes = new Routes(entries);
    List<Alike> left = new ArrayList<>();
    sample.forEach(
        (each, count) -> {
          Alike alike = new Alike(each.get(0), Routes.segments(each.get(1)), count);
          Match match = routes.find(alike.method(), alike.path());
          if (match == null || match.literals() == 0) {
            left.add(alike);
          }
        });
    List<Change> chosen = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    while (chosen.size() < MOST) {
      List<Scored> scored = new ArrayList<>();
      for (Change each : candidates(entries, left)) {
        Scored score = scored(routes, each, left);
        if (score.isLikely()) {
          scored.add(score);
        }
      }
      if (scored.isEmpty()) {
        break;
      }
      scored.sort(Scored.ORDER);
      Scored best = scored.get(0);
      chosen.add(best.change());
      rival(routes, best, scored, left).ifPresent(notes::add);
      left.removeIf(each -> literal(routes, best.change(), each) != null);
    }
    return new Paths(routes, chosen, notes);
  }

  /** The most frequent ones only: a front that few have is not the front of all. */
  private static List<Change> candidates(List<EntryPoint> entries, List<Alike> left) {
    Map<Change, Long> taken = new HashMap<>();
    for (Alike each : left) {
      for (int i = 1; i <= 2 && i <= each.path().size(); i++) {
        Change change = new Change(List.copyOf(each.path().subList(0, i)), true);
        taken.merge(change, each.count(), Long::sum);
      }
    }
    Map<Change, Long> put = new HashMap<>();
    for (EntryPoint each : entries) {
      String path = each.path();
      List<String> segments =
          path == null || !path.startsWith("/") ? List.of() : Routes.segments(path);
      for (int i = 1; i <= 2 && i < segments.size(); i++) {
        List<String> front = List.copyOf(segments.subList(0, i));
        if (front.stream().noneMatch(part -> part.contains("{") || part.contains("*"))) {
          put.merge(new Change(front, false), 1L, Long::sum);
        }
      }
    }
    List<Change> candidates = new ArrayList<>(most(taken));
    candidates.addAll(most(put));
    return candidates;
  }

  private static List<Change> most(Map<Change, Long> counts) {
    Comparator<Map.Entry<Change, Long>> order =
        Comparator.comparingLong((Map.Entry<Change, Long> each) -> -each.getValue())
            .thenComparing(each -> each.getKey().toString());
    return counts.entrySet().stream()
        .sorted(order)
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many requests fit with a change, of those that it can be made to. */
  private record Scored(Change change, long fit, long of, int entries) {
    static final Comparator<Scored> ORDER =
        Comparator.comparingLong((Scored each) -> -each.fit)
            .thenComparing(each -> !each.change.taken())
            .thenComparingInt(each -> each.change.segments().size())
            .thenComparing(each -> each.change.toString());

    /** One path that fits may do so by chance. */
    boolean isLikely() {
      return fit * 2 >= of && entries >= 2;
    }
  }

  private static Scored scored(Routes routes, Change change, List<Alike> left) {
    long fit = 0;
    long of = 0;
    Set<String> entries = new HashSet<>();
    for (Alike each : left) {
      Match match = literal(routes, change, each);
      of += change.of(each.path()) == null ? 0 : each.count();
      if (match != null) {
        fit += each.count();
        match.entries().forEach(entry -> entries.add(entry.id()));
      }
    }
    return new Scored(change, fit, of, entries.size());
  }

  private static @Nullable Match literal(Routes routes, Change change, Alike each) {
    List<String> path = change.of(each.path());
    Match match = path == null ? null : routes.find(each.method(), path);
    return match != null && match.literals() >= change.least() ? match : null;
  }

  /** Says where the same requests would fit other entry points as well. */
  private static Optional<String> rival(
      Routes routes, Scored best, List<Scored> scored, List<Alike> left) {
    for (Scored other : scored) {
      long both = 0;
      for (Alike each : left) {
        Match one = literal(routes, best.change(), each);
        Match two = other.equals(best) ? null : literal(routes, other.change(), each);
        both += one != null && two != null && !one.equals(two) ? each.count() : 0;
      }
      if (both * 2 >= best.fit()) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "paths were read as behind %s; of %,d requests looked at, %,d would fit other entry"
                    + " points behind %s",
                best.change(),
                best.fit(),
                both,
                other.change()));
      }
    }
    return Optional.empty();
  }

  /** Who serves it; null for nobody. */
  @Nullable Match find(String method, String path) {
    String key = method + " " + path;
    Found known = remembered.get(key);
    if (known == null) {
      if (remembered.size() >= REMEMBERED) {
        remembered.clear();
      }
      known = new Found(look(method, Routes.segments(path)));
      remembered.put(key, known);
    }
    return known.match();
  }

  private @Nullable Match look(String method, List<String> path) {
    Match asItIs = routes.find(method, path);
    if (asItIs != null && asItIs.literals() > 0) {
      return asItIs;
    }
    for (Change each : changes) {
      Match match = literal(routes, each, new Alike(method, path, 1));
      if (match != null) {
        return match;
      }
    }
    for (Change each : changes) {
      List<String> changed = each.taken() ? each.of(path) : null;
      Match match = changed == null ? null : routes.find(method, changed);
      if (match != null) {
        return match;
      }
    }
    return asItIs;
  }

  /** What stands in front of paths; with a minus what requests lack. */
  List<String> prefixes() {
    Map<String, String> sorted = new TreeMap<>();
    changes.forEach(each -> sorted.put(each.toString(), (each.taken() ? "" : "-") + each));
    return List.copyOf(sorted.values());
  }

  /** Segments that stand in the code, or in front of all that it serves. */
  Set<String> words() {
    Set<String> words = new HashSet<>(routes.words());
    changes.forEach(each -> words.addAll(each.segments()));
    return words;
  }

  List<String> notes() {
    return notes;
  }
}
