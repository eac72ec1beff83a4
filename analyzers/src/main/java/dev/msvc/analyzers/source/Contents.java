package dev.msvc.analyzers.source;

import dev.msvc.analyzers.cache.Codec;
import dev.msvc.analyzers.cache.DamagedException;
import dev.msvc.analyzers.cache.Hash;
import dev.msvc.analyzers.cache.Key;
import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.TreeWalk.Found;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What files hold, as hashes. A file is read again only where its size, times or inode say that it
 * may have changed, as git does: one that changed just before it was read is not trusted to show
 * that in its times.
 */
public final class Contents {
  /** Times of files may be as rough as this. */
  private static final long ROUGH_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final Codec<Index> CODEC = Codec.of(Index.class);

  /** What the file system says of a file; times in nanoseconds since 1970. */
  private record Stamp(long size, long modified, long changed, long inode, long device) {
    /**
     * Written out: what a record brings along is made at run time, which takes a tenth of a second.
     */
    boolean is(@Nullable Stamp other) {
      return other != null
          && size == other.size
          && modified == other.modified
          && changed == other.changed
          && inode == other.inode
          && device == other.device;
    }
  }

  private record Known(String file, Stamp stamp, Hash hash) {}

  private record Index(List<Known> files) {}

  /** A file by its name in the key. */
  private record Named(String name, Path path) {}

  /**
   * A file as it is now; without a hash where it cannot be read.
   *
   * @param known what was known of it, if that still holds
   * @param sure whether it may be known from now on
   */
  private record Seen(
      String name,
      @Nullable Stamp stamp,
      @Nullable Hash hash,
      @Nullable Known known,
      boolean sure) {}

  private final TreeWalk walk;
  private final List<Concern> concerns;
  private final List<Seen> seen;
  private final Map<Path, List<Named>> beside;
  private final Map<String, Seen> byName;

  private Contents(
      TreeWalk walk, List<Seen> seen, Map<Path, List<Named>> beside, Map<String, Seen> byName) {
    this.walk = walk;
    this.concerns = Concern.all(walk);
    this.seen = seen;
    this.beside = beside;
    this.byName = byName;
  }

  /**
   * Looks at all files that a walk found, and some beside them.
   *
   * @param more files and folders, which need not be there
   * @param store remembers the hashes
   */
  public static Contents of(TreeWalk walk, List<Path> more, Store store) {
    List<Named> all = new ArrayList<>();
    for (Found each : walk.files()) {
      all.add(new Named(each.file(), each.path()));
    }
    Map<Path, List<Named>> beside = new LinkedHashMap<>();
    more.forEach(each -> beside.computeIfAbsent(each, Contents::beside));
    beside.values().forEach(all::addAll);
    String key = store.key("files").add(CODEC.shape()).add(walk.root().toString()).hex();
    Map<String, Known> known = known(store, key);
    List<Seen> seen = Workers.map(all, each -> seen(each, known.get(each.name())));
    List<Known> sure = new ArrayList<>();
    boolean changed = known.size() != seen.size();
    for (Seen each : seen) {
      if (each.sure() && each.stamp() != null && each.hash() != null) {
        Known before = each.known();
        sure.add(before == null ? new Known(each.name(), each.stamp(), each.hash()) : before);
        changed |= before == null;
      }
    }
    if (changed) {
      store.write(key, CODEC.write(new Index(sure)));
    }
    Map<String, Seen> byName = new HashMap<>();
    seen.forEach(each -> byName.put(each.name(), each));
    return new Contents(walk, seen, beside, byName);
  }

  private static Map<String, Known> known(Store store, String key) {
    Map<String, Known> known = new HashMap<>();
    byte[] kept = store.read(key);
    try {
      if (kept != null) {
        CODEC.read(kept).files().forEach(each -> known.put(each.file(), each));
      }
    } catch (DamagedException damaged) {
      store.drop(key);
    }
    return known;
  }

  /** A file by its path, and those in a folder by theirs. */
  private static List<Named> beside(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(new Named(path.toAbsolutePath().toString(), path));
    }
    try (Stream<Path> files = Files.walk(path, TreeWalk.MAX_DEPTH)) {
      return files
          .filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .map(each -> new Named(each.toAbsolutePath().toString(), each))
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of(new Named(path + " cannot be read", path));
    }
  }

  private static Seen seen(Named file, @Nullable Known known) {
    Stamp before = stamp(file.path());
    if (known != null && known.stamp().is(before)) {
      return new Seen(file.name(), before, known.hash(), known, true);
    }
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    try (InputStream in = Files.newInputStream(file.path())) {
      Hash hash = Hash.of(in);
      boolean sure =
          before != null
              && before.is(stamp(file.path()))
              && Math.max(before.modified(), before.changed()) < now - ROUGH_NANOS;
      return new Seen(file.name(), before, hash, null, sure);
    } catch (IOException unreadable) {
      return new Seen(file.name(), before, null, null, false);
    }
  }

  /** Null where the file system cannot tell, or there is no such file. */
  private static @Nullable Stamp stamp(Path path) {
    try {
      Map<String, Object> its =
          Files.readAttributes(path, "unix:size,lastModifiedTime,ctime,ino,dev");
      return new Stamp(
          number(its, "size"),
          nanos(its, "lastModifiedTime"),
          nanos(its, "ctime"),
          number(its, "ino"),
          number(its, "dev"));
    } catch (IOException | RuntimeException unknown) {
      return null;
    }
  }

  private static long number(Map<String, Object> its, String name) {
    return (Long) Objects.requireNonNull(its.get(name));
  }

  private static long nanos(Map<String, Object> its, String name) {
    return ((FileTime) Objects.requireNonNull(its.get(name))).to(TimeUnit.NANOSECONDS);
  }

  /** What each file holds that could be read, by its path in the tree. */
  public Map<String, Hash> hashes() {
    Map<String, Hash> hashes = new HashMap<>();
    for (Seen each : seen) {
      if (each.hash() != null) {
        hashes.put(each.name(), each.hash());
      }
    }
    return hashes;
  }

  /** What each file of main code holds that could be read and whose place says what it is. */
  public Map<String, Hash> code() {
    Map<String, Hash> hashes = new HashMap<>();
    for (int i = 0; i < concerns.size(); i++) {
      Hash hash = seen.get(i).hash();
      if (concerns.get(i) == Concern.CODE && hash != null) {
        hashes.put(seen.get(i).name(), hash);
      }
    }
    return hashes;
  }

  /** A file of main code as it is now; null where there is none. */
  public @Nullable JavaFile source(String file, String module) {
    for (Found each : walk.files()) {
      if (each.file().equals(file)) {
        return new JavaFile(file, module, each.path(), each.size());
      }
    }
    return null;
  }

  /** Adds the files of the tree with what they hold, and what the walk met besides. */
  public void addTree(Key key) {
    addTree(key, true);
  }

  /** The same, but of main code only that it is there. */
  public void addAround(Key key) {
    addTree(key, false);
  }

  private void addTree(Key key, boolean code) {
    key.add(walk.root().toString()).add(walk.files().size());
    for (int i = 0; i < walk.files().size(); i++) {
      key.add(walk.files().get(i).output() ? 1 : 0);
      Concern concern = concerns.get(i);
      if (concern == Concern.CONTENT || (code && concern == Concern.CODE)) {
        add(seen.get(i), key);
      } else {
        key.add(seen.get(i).name());
      }
    }
    key.add(walk.modules().toString()).add(walk.unread().toString());
  }

  /** Adds a file beside the tree, or all in a folder, with what they hold. */
  public void add(Path path, Key key) {
    List<Named> all = beside.getOrDefault(path, List.of());
    key.add(all.size());
    for (Named each : all) {
      add(Objects.requireNonNull(byName.get(each.name())), key);
    }
  }

  private static void add(Seen each, Key key) {
    key.add(each.name());
    if (each.hash() == null) {
      key.add(0);
    } else {
      key.add(1).add(each.hash().high()).add(each.hash().low());
    }
  }
}
