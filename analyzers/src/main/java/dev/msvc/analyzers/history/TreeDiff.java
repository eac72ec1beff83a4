package dev.msvc.analyzers.history;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.msvc.model.SourceLanguage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Tells which source files differ between two states of a tree, by the ids that git gives to
 * folders and files: none is opened but those that may have got another name. For one thread.
 *
 * <p>Not by JGit's walk: that reads each folder again for each commit, and this keeps them, since
 * what is after one commit is before the next.
 */
final class TreeDiff implements AutoCloseable {
  /** A tree that names itself a million times over is small on the disc. */
  private static final int MOST_ENTRIES = 500_000;

  private static final int MOST_FOLDERS_DEEP = 500;
  private static final int KEPT_BYTES = 16 << 20;

  /** Where more have come or gone at once, nobody compares them. */
  private static final int MOST_RENAMED = 20;

  private static final byte[] EMPTY = {};

  private static final byte[][] SUFFIXES = suffixes();

  private final ObjectReader reader;
  private final Map<ObjectId, byte[]> trees = new HashMap<>();
  private int keptBytes;
  private final List<Leaf> changed = new ArrayList<>();
  private final List<Leaf> added = new ArrayList<>();
  private final List<Leaf> removed = new ArrayList<>();
  private int entries;

  TreeDiff(ObjectReader reader) {
    this.reader = reader;
  }

  private record Leaf(String path, ObjectId id) {
    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /**
   * Compares two trees.
   *
   * @param before null where there was nothing
   * @throws IOException where one cannot be read
   * @throws IndexOutOfBoundsException where one is damaged
   */
  Touched between(@Nullable ObjectId before, ObjectId after) throws IOException {
    changed.clear();
    added.clear();
    removed.clear();
    entries = 0;
    if (after.equals(before)) {
      return Touched.NOTHING;
    }
    compare(before, after, "", 0);
    int sources = changed.size() + Math.max(added.size(), removed.size());
    List<Move> moved = moves();
    List<String> paths = new ArrayList<>(changed.size() + added.size());
    changed.forEach(each -> paths.add(each.path()));
    added.forEach(each -> paths.add(each.path()));
    return new Touched(sources, paths, moved);
  }

  ObjectReader reader() {
    return reader;
  }

  private void compare(
      @Nullable ObjectId before, @Nullable ObjectId after, String folder, int depth)
      throws IOException {
    if (depth > MOST_FOLDERS_DEEP) {
      throw new IOException("folders nested deeper than " + MOST_FOLDERS_DEEP);
    }
    TreeCursor old = new TreeCursor(tree(before));
    TreeCursor young = new TreeCursor(tree(after));
    while (!old.isAtEnd() || !young.isAtEnd()) {
      if (++entries > MOST_ENTRIES) {
        throw new IOException("more than " + MOST_ENTRIES + " entries");
      }
      int order = old.isAtEnd() ? 1 : young.isAtEnd() ? -1 : old.compareTo(young);
      if (order < 0) {
        only(old, folder, removed, depth);
        old.advance();
      } else if (order > 0) {
        only(young, folder, added, depth);
        young.advance();
      } else {
        if (!old.hasSameId(young)) {
          both(old, young, folder, depth);
        }
        old.advance();
        young.advance();
      }
    }
  }

  private void only(TreeCursor entry, String folder, List<Leaf> leaves, int depth)
      throws IOException {
    if (entry.isTree()) {
      boolean gone = leaves == removed;
      String path = folder + entry.name() + "/";
      compare(gone ? entry.id() : null, gone ? null : entry.id(), path, depth + 1);
    } else if (isSource(entry)) {
      leaves.add(new Leaf(folder + entry.name(), entry.id()));
    }
  }

  private void both(TreeCursor old, TreeCursor young, String folder, int depth) throws IOException {
    if (old.isTree()) {
      compare(old.id(), young.id(), folder + old.name() + "/", depth + 1);
    } else if (isSource(young)) {
      changed.add(new Leaf(folder + young.name(), young.id()));
    }
  }

  private static boolean isSource(TreeCursor entry) {
    if (entry.isSubmodule()) {
      return false;
    }
    for (byte[] suffix : SUFFIXES) {
      if (entry.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }

  private static byte[][] suffixes() {
    SourceLanguage[] languages = SourceLanguage.values();
    byte[][] suffixes = new byte[languages.length][];
    for (int i = 0; i < suffixes.length; i++) {
      suffixes[i] = ("." + languages[i].extension()).getBytes(US_ASCII);
    }
    return suffixes;
  }

  private byte[] tree(@Nullable ObjectId id) throws IOException {
    if (id == null) {
      return EMPTY;
    }
    byte[] known = trees.get(id);
    if (known == null) {
      known = reader.open(id, Constants.OBJ_TREE).getBytes();
      keptBytes += known.length;
      if (keptBytes > KEPT_BYTES) {
        trees.clear();
        keptBytes = known.length;
      }
      trees.put(id, known);
    }
    return known;
  }

  /**
   * Takes those out of what was added and removed that are one file: of the same content, or else
   * of a name that only one on each side has. That is what happens to a Java file whose package
   * moves: its first line changes, its name does not. What is left over on both sides is compared
   * by its lines, as that of a class that got another name; such a one is changed, too.
   */
  private List<Move> moves() throws IOException {
    if (added.isEmpty() || removed.isEmpty()) {
      return List.of();
    }
    List<Move> moves = new ArrayList<>();
    Map<ObjectId, List<Leaf>> contents = new HashMap<>();
    removed.forEach(each -> contents.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each));
    Set<Leaf> matched = new HashSet<>();
    for (Leaf each : added) {
      List<Leaf> same = contents.getOrDefault(each.id(), List.of());
      if (!same.isEmpty()) {
        Leaf from = named(same, each.name());
        same.remove(from);
        matched.add(from);
        matched.add(each);
        moves.add(new Move(from.path(), each.path()));
      }
    }
    added.removeAll(matched);
    removed.removeAll(matched);
    Map<String, List<Leaf>> gone = byName(removed);
    Map<String, List<Leaf>> come = byName(added);
    come.forEach(
        (name, to) -> {
          List<Leaf> from = gone.getOrDefault(name, List.of());
          if (from.size() == 1 && to.size() == 1) {
            moves.add(new Move(from.get(0).path(), to.get(0).path()));
            matched.add(from.get(0));
            matched.add(to.get(0));
          }
        });
    added.removeAll(matched);
    removed.removeAll(matched);
    renamed(moves);
    return moves;
  }

  private void renamed(List<Move> moves) throws IOException {
    if (added.isEmpty()
        || removed.isEmpty()
        || added.size() > MOST_RENAMED
        || removed.size() > MOST_RENAMED) {
      return;
    }
    record Pair(Leaf from, Leaf to, double likeness) {}
    Likeness likeness = new Likeness(reader);
    List<Pair> pairs = new ArrayList<>();
    for (Leaf from : removed) {
      for (Leaf to : added) {
        double common = suffix(from).equals(suffix(to)) ? likeness.of(from.id(), to.id()) : 0;
        if (common >= Likeness.HALF) {
          pairs.add(new Pair(from, to, common));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble((Pair each) -> -each.likeness())
            .thenComparing(each -> each.from().path())
            .thenComparing(each -> each.to().path()));
    Set<Leaf> taken = new HashSet<>();
    for (Pair each : pairs) {
      if (!taken.contains(each.from()) && !taken.contains(each.to())) {
        taken.add(each.from());
        taken.add(each.to());
        moves.add(new Move(each.from().path(), each.to().path()));
      }
    }
  }

  private static String suffix(Leaf leaf) {
    return leaf.path().substring(leaf.path().lastIndexOf('.') + 1);
  }

  private static Leaf named(List<Leaf> leaves, String name) {
    for (Leaf each : leaves) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return leaves.get(0);
  }

  private static Map<String, List<Leaf>> byName(List<Leaf> leaves) {
    Map<String, List<Leaf>> byName = new LinkedHashMap<>();
    leaves.forEach(
        each -> byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
    return byName;
  }

  @Override
  public void close() {
    reader.close();
  }
}
