package dev.msvc.analyzers.history;

import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Unread;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Reads the commits that can be reached from a tip, those only that are not yet known. */
final class CommitLog {
  /** Folders are shared by commits that follow each other: one thread reads a run of them. */
  private static final int RUN = 64;

  private static final Comparator<LoggedCommit> NEWEST_FIRST =
      Comparator.comparingLong(LoggedCommit::time).reversed().thenComparing(LoggedCommit::id);

  private final Repository repository;
  private final Map<ObjectId, LoggedCommit> known;
  private final Set<ObjectId> ends;
  private final Map<ObjectId, LoggedCommit> reached = new HashMap<>();
  private final Map<ObjectId, ObjectId> trees = new HashMap<>();
  private final List<Unread> unread = new ArrayList<>();

  /**
   * @param known commits that need not be read again
   * @param ends commits whose parents are not in the repository, as in a shallow clone
   */
  CommitLog(Repository repository, Map<ObjectId, LoggedCommit> known, Set<ObjectId> ends) {
    this.repository = repository;
    this.known = known;
    this.ends = ends;
  }

  /** What could not be read. */
  List<Unread> unread() {
    return unread;
  }

  /** Whether all could be read, to the very first commit. */
  boolean isWhole() {
    return unread.isEmpty() && ends.isEmpty();
  }

  /** Whether there is another set of commits than was known. */
  boolean isNew() {
    return !reached.keySet().equals(known.keySet());
  }

  /** All commits, each before its parents, and the newer of two first. */
  List<LoggedCommit> from(ObjectId tip) {
    walk(tip);
    List<LoggedCommit> sorted = sorted();
    List<LoggedCommit> fresh =
        sorted.stream().filter(each -> !known.containsKey(each.id())).toList();
    Map<ObjectId, LoggedCommit> compared = compared(fresh);
    return sorted.stream().map(each -> compared.getOrDefault(each.id(), each)).toList();
  }

  private void walk(ObjectId tip) {
    Deque<ObjectId> open = new ArrayDeque<>(List.of(tip));
    Set<ObjectId> seen = new HashSet<>(open);
    List<String> broken = new ArrayList<>();
    try (ObjectReader reader = repository.newObjectReader()) {
      while (!open.isEmpty()) {
        ObjectId id = open.remove();
        LoggedCommit commit = known.get(id);
        if (commit == null) {
          commit = read(reader, id, broken);
        }
        if (commit != null) {
          reached.put(id, commit);
          commit.parents().stream().filter(seen::add).forEach(open::add);
        }
      }
    }
    tell(broken, "be read: what came before is not known");
  }

  private @Nullable LoggedCommit read(ObjectReader reader, ObjectId id, List<String> broken) {
    try {
      CommitText text = CommitText.read(reader, id);
      trees.put(id, text.tree());
      List<ObjectId> parents = ends.contains(id) ? List.of() : text.parents();
      return new LoggedCommit(id, parents, text.time(), text.author(), Touched.NOTHING);
    } catch (IOException | RuntimeException e) {
      broken.add(Damage.of(id, e));
      return null;
    }
  }

  private void tell(List<String> broken, String what) {
    if (!broken.isEmpty()) {
      String commits = broken.size() == 1 ? "1 commit" : broken.size() + " commits";
      String first = broken.get(0);
      unread.add(new Unread(".git", 0, "%s cannot %s; %s".formatted(commits, what, first)));
    }
  }

  private List<LoggedCommit> sorted() {
    Map<ObjectId, int[]> children = new HashMap<>();
    for (LoggedCommit each : reached.values()) {
      each.parents().forEach(id -> children.computeIfAbsent(id, key -> new int[1])[0]++);
    }
    PriorityQueue<LoggedCommit> ready = new PriorityQueue<>(NEWEST_FIRST);
    reached.values().stream().filter(each -> !children.containsKey(each.id())).forEach(ready::add);
    List<LoggedCommit> sorted = new ArrayList<>(reached.size());
    while (!ready.isEmpty()) {
      LoggedCommit next = ready.remove();
      sorted.add(next);
      for (ObjectId id : next.parents()) {
        LoggedCommit parent = reached.get(id);
        int[] left = children.get(id);
        if (parent != null && left != null && --left[0] == 0) {
          ready.add(parent);
        }
      }
    }
    return sorted;
  }

  /** Those that are no merges, with what they touched; not the ends, whose parents are not here. */
  private Map<ObjectId, LoggedCommit> compared(List<LoggedCommit> commits) {
    List<LoggedCommit> plain =
        commits.stream().filter(each -> !each.isMerge() && !ends.contains(each.id())).toList();
    List<List<LoggedCommit>> runs = new ArrayList<>();
    for (int i = 0; i < plain.size(); i += RUN) {
      runs.add(plain.subList(i, Math.min(plain.size(), i + RUN)));
    }
    List<String> broken = Collections.synchronizedList(new ArrayList<>());
    List<TreeDiff> opened = Collections.synchronizedList(new ArrayList<>());
    List<List<LoggedCommit>> results =
        Workers.map(
            runs,
            () -> {
              TreeDiff diff = new TreeDiff(repository.newObjectReader());
              opened.add(diff);
              return diff;
            },
            diff -> run -> compared(diff, run, broken));
    opened.forEach(TreeDiff::close);
    broken.sort(Comparator.naturalOrder());
    tell(broken, "be compared with what was before");
    Map<ObjectId, LoggedCommit> compared = new HashMap<>();
    results.forEach(run -> run.forEach(each -> compared.put(each.id(), each)));
    return compared;
  }

  private List<LoggedCommit> compared(TreeDiff diff, List<LoggedCommit> run, List<String> broken) {
    List<LoggedCommit> compared = new ArrayList<>();
    for (LoggedCommit each : run) {
      try {
        ObjectId before = each.parents().isEmpty() ? null : tree(each.parents().get(0), diff);
        Touched touched = diff.between(before, tree(each.id(), diff));
        compared.add(
            new LoggedCommit(each.id(), each.parents(), each.time(), each.author(), touched));
      } catch (IOException | RuntimeException e) {
        broken.add(Damage.of(each.id(), e));
      }
    }
    return compared;
  }

  private ObjectId tree(ObjectId commit, TreeDiff diff) throws IOException {
    ObjectId tree = trees.get(commit);
    return tree == null ? CommitText.read(diff.reader(), commit).tree() : tree;
  }
}
