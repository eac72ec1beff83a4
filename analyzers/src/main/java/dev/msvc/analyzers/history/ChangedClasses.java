package dev.msvc.analyzers.history;

import dev.msvc.model.Change;
import dev.msvc.model.History;
import dev.msvc.model.HistorySummary;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells which of today's classes commits of the past changed. */
final class ChangedClasses {
  /** Where Zimmermann et al. (2004) stop to take what changed together for related. */
  private static final int MOST_FILES = 30;

  private static final int LEAST_FILES = 8;

  private final String prefix;
  private final Map<String, List<String>> classes = new HashMap<>();
  private final int massLimit;

  ChangedClasses(String prefix, List<TypeFact> types) {
    this.prefix = prefix;
    for (TypeFact each : types) {
      if (each.isTopLevel()) {
        classes
            .computeIfAbsent(prefix + each.place().file(), file -> new ArrayList<>())
            .add(each.name());
      }
    }
    massLimit = Math.max(LEAST_FILES, Math.min(MOST_FILES, classes.size() / 4));
  }

  History history(GitHistory git) {
    List<LoggedCommit> commits = git.commits();
    if (commits.isEmpty()) {
      return new History(
          HistorySummary.none(git.state()), List.of(), owners(git), new TreeMap<>(), git.unread());
    }
    People people = new People(git.mailmap(), commits.stream().map(LoggedCommit::author).toList());
    List<Move> uncommitted = git.uncommitted().moves(classes.keySet());
    Map<String, String> everMoved = moves(uncommitted, commits);
    Map<String, String> movedSince = new HashMap<>();
    follow(uncommitted, movedSince, true);
    List<Change> changes = new ArrayList<>();
    int merges = 0;
    int mass = 0;
    int bots = 0;
    for (LoggedCommit each : commits) {
      if (each.isMerge()) {
        merges++;
        continue;
      }
      Touched touched = each.touched();
      if (people.isBot(each.author())) {
        bots++;
      } else if (touched.sources() > massLimit) {
        mass++;
      } else {
        List<String> changed = changed(touched.changed(), movedSince, everMoved);
        if (!changed.isEmpty()) {
          changes.add(
              new Change(
                  each.id().name(),
                  each.time(),
                  people.of(each.author()),
                  changed,
                  touched.sources()));
        }
      }
      follow(touched.moved(), movedSince, true);
    }
    long first = commits.stream().mapToLong(LoggedCommit::time).min().orElse(0);
    HistorySummary summary =
        new HistorySummary(
            commits.size() - merges,
            merges,
            mass,
            bots,
            massLimit,
            first,
            commits.get(0).time(),
            git.state());
    return new History(summary, changes, owners(git), today(everMoved), git.unread());
  }

  private SortedMap<String, List<String>> owners(GitHistory git) {
    SortedMap<String, List<String>> owners = new TreeMap<>();
    classes.forEach(
        (file, names) -> {
          List<String> found = git.owners().of(file);
          if (!found.isEmpty()) {
            names.forEach(each -> owners.put(each, found));
          }
        });
    return owners;
  }

  private List<String> changed(
      List<String> paths, Map<String, String> movedSince, Map<String, String> everMoved) {
    TreeSet<String> changed = new TreeSet<>();
    for (String path : paths) {
      String now = movedSince.getOrDefault(path, path);
      List<String> found = classes.get(now);
      if (found == null) {
        // on a branch that did not yet know of the move
        found = classes.getOrDefault(everMoved.getOrDefault(now, now), List.of());
      }
      changed.addAll(found);
    }
    return new ArrayList<>(changed);
  }

  /** Former paths and what became of them; the last move of a path is the one that counts. */
  private static Map<String, String> moves(List<Move> uncommitted, List<LoggedCommit> commits) {
    Map<String, String> moves = new HashMap<>();
    follow(uncommitted, moves, false);
    commits.forEach(each -> follow(each.touched().moved(), moves, false));
    return moves;
  }

  private static void follow(List<Move> moved, Map<String, String> moves, boolean replace) {
    Map<String, String> added = new HashMap<>();
    for (Move each : moved) {
      added.put(each.from(), moves.getOrDefault(each.to(), each.to()));
    }
    added.forEach(
        (from, to) -> {
          if (replace) {
            moves.put(from, to);
          } else {
            moves.putIfAbsent(from, to);
          }
        });
  }

  /** Former paths of files that are still there, relative to the analysed folder. */
  private SortedMap<String, String> today(Map<String, String> moves) {
    SortedMap<String, String> today = new TreeMap<>();
    moves.forEach(
        (from, to) -> {
          if (from.startsWith(prefix) && classes.containsKey(to) && !classes.containsKey(from)) {
            today.put(from.substring(prefix.length()), to.substring(prefix.length()));
          }
        });
    return today;
  }
}
