package dev.msvc.analyzers.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.msvc.model.SourceLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/**
 * Source files that were committed and are gone from the work tree, so that what became of them is
 * known before it is committed, whether git was told of it or not.
 *
 * @param committed paths of the last commit, below the analysed folder
 * @param gone those of them that are not there, with their lines as {@link Likeness} has them
 */
record Uncommitted(Path top, Set<String> committed, SortedMap<String, Map<String, Integer>> gone) {
  static final Uncommitted NONE = new Uncommitted(Path.of(""), Set.of(), new TreeMap<>());

  /** Where more are gone at once, nobody compares them. */
  private static final int MOST = 20;

  private record Pair(String from, String to, double likeness) {}

  /** What is gone since a commit. */
  static Uncommitted since(ObjectId commit, GitFolder folder) throws IOException {
    Path top = folder.top();
    Set<String> committed = new HashSet<>();
    SortedMap<String, ObjectId> gone = new TreeMap<>();
    try (RevWalk commits = new RevWalk(folder.repository());
        TreeWalk walk = new TreeWalk(folder.repository())) {
      walk.addTree(commits.parseCommit(commit).getTree());
      walk.setRecursive(true);
      String prefix = folder.prefix();
      if (!prefix.isEmpty()) {
        walk.setFilter(PathFilter.create(prefix.substring(0, prefix.length() - 1)));
      }
      while (walk.next()) {
        String path = walk.getPathString();
        if (FileMode.REGULAR_FILE.equals(walk.getRawMode(0)) && SourceLanguage.of(path) != null) {
          committed.add(path);
          if (!Files.exists(top.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            gone.put(path, walk.getObjectId(0));
          }
        }
      }
    }
    if (gone.isEmpty() || gone.size() > MOST) {
      return NONE;
    }
    SortedMap<String, Map<String, Integer>> lines = new TreeMap<>();
    for (Map.Entry<String, ObjectId> each : gone.entrySet()) {
      ObjectLoader loader = folder.repository().open(each.getValue());
      if (loader.getSize() <= Likeness.LARGEST) {
        lines.put(each.getKey(), Likeness.lines(new String(loader.getBytes(), ISO_8859_1)));
      }
    }
    return new Uncommitted(top, committed, lines);
  }

  /**
   * What became of them, where a new file is like one.
   *
   * @param files that there are, by their paths in the repository
   */
  List<Move> moves(Collection<String> files) {
    List<String> added =
        gone.isEmpty()
            ? List.of()
            : files.stream().filter(each -> !committed.contains(each)).sorted().toList();
    List<Pair> pairs = new ArrayList<>();
    for (String to : added.size() > MOST ? List.<String>of() : added) {
      Map<String, Integer> lines = lines(to);
      gone.forEach(
          (from, former) -> {
            double likeness = suffix(from).equals(suffix(to)) ? Likeness.of(former, lines) : 0;
            if (likeness >= Likeness.HALF) {
              pairs.add(new Pair(from, to, likeness));
            }
          });
    }
    pairs.sort(
        Comparator.comparingDouble((Pair each) -> -each.likeness())
            .thenComparing(Pair::from)
            .thenComparing(Pair::to));
    List<Move> moves = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Pair each : pairs) {
      if (!taken.contains(each.from()) && !taken.contains(each.to())) {
        taken.addAll(List.of(each.from(), each.to()));
        moves.add(new Move(each.from(), each.to()));
      }
    }
    return moves;
  }

  private Map<String, Integer> lines(String path) {
    try {
      Path file = top.resolve(path);
      return Files.size(file) > Likeness.LARGEST
          ? Map.of()
          : Likeness.lines(Files.readString(file, ISO_8859_1));
    } catch (IOException unreadable) {
      return Map.of();
    }
  }

  private static String suffix(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
