package dev.msvc.analyzers.history;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.Change;
import dev.msvc.model.ChangePatterns;
import dev.msvc.model.ClassChange;
import dev.msvc.model.CoChange;
import dev.msvc.model.ContextChange;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Counted;
import dev.msvc.model.History;
import dev.msvc.model.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Says what changes and what changes together; see {@code docs/history.md} for what is counted. */
public final class ChangeReport {
  private static final int FEWEST_COMMITS = 100;
  private static final int SUPPORT = 5;
  private static final double CONFIDENCE = 0.5;

  private final ContextMap map;
  private final History history;
  private final Map<String, Tally> classes = new HashMap<>();
  private final Map<String, int[]> contexts = new HashMap<>();
  private int joint;
  private int crossing;

  private ChangeReport(ContextMap map) {
    this.map = map;
    this.history = map.analysis().history();
  }

  private static final class Tally {
    private int commits;
    private int recent;
    private final Set<String> authors = new HashSet<>();
    private @Nullable CoChange partner;
  }

  /** What changes, and what changes together. */
  public static ChangePatterns of(ContextMap map) {
    return new ChangeReport(map).patterns();
  }

  private ChangePatterns patterns() {
    history.changes().forEach(this::count);
    String silent = silent();
    if (!silent.isEmpty()) {
      return new ChangePatterns(silent, joint, crossing, List.of(), List.of(), List.of());
    }
    List<CoChange> pairs = pairs();
    return new ChangePatterns(silent, joint, crossing, classes(), contexts(), pairs);
  }

  private String silent() {
    if (history.isEmpty()) {
      return Evidence.none(history);
    }
    return joint < FEWEST_COMMITS
        ? "%s changed two or more classes of contexts: %d are needed to judge"
            .formatted(Counted.of(joint, "commit", "commits"), FEWEST_COMMITS)
        : "";
  }

  private void count(Change change) {
    boolean isRecent = history.isRecent(change);
    for (String each : change.classes()) {
      Tally tally = classes.computeIfAbsent(each, name -> new Tally());
      tally.commits++;
      tally.recent += isRecent ? 1 : 0;
      tally.authors.add(change.author());
    }
    SortedSet<String> touched = TeamReport.touched(map, change);
    for (String each : touched) {
      int[] sums = contexts.computeIfAbsent(each, name -> new int[3]);
      sums[0]++;
      sums[1] += isRecent ? 1 : 0;
      sums[2] += touched.size() > 1 ? 1 : 0;
    }
    long placed = change.classes().stream().filter(each -> !map.contextOf(each).isEmpty()).count();
    if (placed > 1) {
      joint++;
      crossing += touched.size() > 1 ? 1 : 0;
    }
  }

  private List<CoChange> pairs() {
    List<Tie> strong = new ArrayList<>();
    for (Tie each : history.ties()) {
      if (each.commits() >= SUPPORT) {
        strong.add(each);
      }
    }
    Map<List<String>, Long> last = last(strong);
    List<CoChange> pairs = new ArrayList<>();
    for (Tie each : strong) {
      CoChange pair = pair(each, last.getOrDefault(List.of(each.first(), each.second()), 0L));
      note(each.first(), pair);
      note(each.second(), pair);
      if (pair.confidence() >= CONFIDENCE) {
        pairs.add(pair);
      }
    }
    pairs.sort(
        comparing((CoChange each) -> !crosses(each.from(), each.to()))
            .thenComparing(comparingInt(CoChange::commits).reversed())
            .thenComparing(CoChange::from)
            .thenComparing(CoChange::to));
    return pairs;
  }

  private Map<List<String>, Long> last(List<Tie> ties) {
    Set<List<String>> wanted = new HashSet<>();
    ties.forEach(each -> wanted.add(List.of(each.first(), each.second())));
    Map<List<String>, Long> last = new HashMap<>();
    for (Change change : history.changes()) {
      List<String> names = change.classes();
      for (int i = 0; i < names.size(); i++) {
        for (int j = i + 1; j < names.size(); j++) {
          List<String> pair = List.of(names.get(i), names.get(j));
          if (wanted.contains(pair)) {
            last.merge(pair, change.time(), Math::max);
          }
        }
      }
    }
    return last;
  }

  /** From the one that is changed less often: its changes say more of the other's. */
  private CoChange pair(Tie tie, long last) {
    int first = commits(tie.first());
    int second = commits(tie.second());
    boolean forward = first <= second;
    return new CoChange(
        forward ? tie.first() : tie.second(),
        forward ? tie.second() : tie.first(),
        tie.commits(),
        (double) tie.commits() / Math.min(first, second),
        last);
  }

  private int commits(String className) {
    Tally tally = classes.get(className);
    return tally == null ? 0 : tally.commits;
  }

  private void note(String className, CoChange pair) {
    Tally tally = classes.get(className);
    if (tally != null && (tally.partner == null || pair.commits() > tally.partner.commits())) {
      tally.partner = pair;
    }
  }

  private boolean crosses(String from, String to) {
    return crosses(map, from, to);
  }

  /** Whether two classes are in different contexts. */
  public static boolean crosses(ContextMap map, String one, String other) {
    String context = map.contextOf(one);
    String otherContext = map.contextOf(other);
    return !context.isEmpty() && !otherContext.isEmpty() && !context.equals(otherContext);
  }

  private List<ClassChange> classes() {
    List<ClassChange> changes = new ArrayList<>();
    classes.forEach(
        (name, tally) ->
            changes.add(
                new ClassChange(
                    name, tally.commits, tally.recent, tally.authors.size(), tally.partner)));
    changes.sort(
        comparingInt(ClassChange::recent)
            .reversed()
            .thenComparing(comparingInt(ClassChange::commits).reversed())
            .thenComparing(ClassChange::className));
    return changes;
  }

  private List<ContextChange> contexts() {
    List<ContextChange> changes = new ArrayList<>();
    for (BoundedContext each : map.decomposition().contexts()) {
      int[] sums = contexts.getOrDefault(each.name(), new int[3]);
      changes.add(new ContextChange(each.name(), sums[0], sums[1], sums[2]));
    }
    changes.sort(
        comparingInt(ContextChange::commits).reversed().thenComparing(ContextChange::context));
    return changes;
  }
}
