package dev.msvc.analyzers.code;

import dev.msvc.analyzers.cache.Codec;
import dev.msvc.analyzers.cache.DamagedException;
import dev.msvc.analyzers.cache.Hash;
import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Files as they were parsed in earlier runs, by what they hold, so that only those that changed are
 * parsed. They are kept in bundles: one that changes is written again with few others.
 */
public final class Units {
  private static final int BUNDLES = 64;
  private static final Codec<Bundle> CODEC = Codec.of(Bundle.class);

  /** A file that could be parsed, with what it held. */
  private record Kept(Hash hash, SourceUnit unit) {}

  private record Bundle(List<Kept> files) {}

  private static final Codec<Outlines> OUTLINES = Codec.of(Outlines.class);

  private record Outlines(List<SourceUnit> units) {}

  private final @Nullable Store store;
  private final String root;
  private final Map<String, Hash> hashes;
  private final Map<Integer, Map<String, Kept>> loaded = new ConcurrentHashMap<>();

  private List<SourceUnit> now = List.of();

  private Units(@Nullable Store store, String root, Map<String, Hash> hashes) {
    this.store = store;
    this.root = root;
    this.hashes = hashes;
  }

  /** Knows none, and keeps none. */
  public static Units none() {
    return new Units(null, "", Map.of());
  }

  /**
   * Those of a folder.
   *
   * @param hashes what each file holds now, where that is known
   */
  public static Units of(Store store, String root, Map<String, Hash> hashes) {
    return new Units(store, root, hashes);
  }

  private static int bundle(String file) {
    return Math.floorMod(file.hashCode(), BUNDLES);
  }

  /** The file as it was parsed; null where it changed, or is not known. */
  @Nullable SourceUnit find(String file, String module) {
    Hash hash = hashes.get(file);
    if (store == null || hash == null) {
      return null;
    }
    Kept kept = loaded.computeIfAbsent(bundle(file), this::load).get(file);
    return kept != null && kept.hash().equals(hash) && kept.unit().module().equals(module)
        ? kept.unit()
        : null;
  }

  /**
   * How the lines of a file moved since it was parsed; null where more of it changed, or it is not
   * known any more.
   *
   * @param before what it held then
   * @param now gives it as it is, for a module
   */
  public @Nullable MovedLines moved(String file, Hash before, Function<String, JavaSource> now) {
    Kept kept = loaded.computeIfAbsent(bundle(file), this::load).get(file);
    if (kept == null || !kept.hash().equals(before)) {
      return null;
    }
    SourceUnit unit = CodeReader.read(now.apply(kept.unit().module()));
    return unit == null ? null : MovedLines.between(kept.unit(), unit);
  }

  /** What this program knows of libraries, as it was parsed, or else is parsed now. */
  List<SourceUnit> outlines(Supplier<List<SourceUnit>> parsing) {
    if (store == null) {
      return parsing.get();
    }
    String key = store.key("outlines").add(OUTLINES.shape()).hex();
    return store.kept(key, OUTLINES, () -> new Outlines(parsing.get())).units();
  }

  private Map<String, Kept> load(int bundle) {
    Map<String, Kept> files = new HashMap<>();
    byte[] bytes = store == null ? null : store.read(key(bundle));
    try {
      if (bytes != null) {
        CODEC.read(bytes).files().forEach(each -> files.put(each.unit().file(), each));
      }
    } catch (DamagedException damaged) {
      Objects.requireNonNull(store).drop(key(bundle));
    }
    return files;
  }

  private String key(int bundle) {
    return Objects.requireNonNull(store)
        .key("units")
        .add(CODEC.shape())
        .add(root)
        .add(bundle)
        .hex();
  }

  /** Notes what was parsed now, or found. */
  void read(List<SourceUnit> units) {
    now = units;
  }

  /** Keeps what was read for the next run; no file may have changed since it was hashed. */
  public void keep() {
    if (store == null) {
      return;
    }
    List<List<Kept>> bundles = new ArrayList<>();
    for (int i = 0; i < BUNDLES; i++) {
      bundles.add(new ArrayList<>());
    }
    for (SourceUnit each : now) {
      Hash hash = hashes.get(each.file());
      if (hash != null) {
        bundles.get(bundle(each.file())).add(new Kept(hash, each));
      }
    }
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < BUNDLES; i++) {
      if (!isAsLoaded(loaded.getOrDefault(i, Map.of()), bundles.get(i))) {
        changed.add(i);
      }
    }
    Workers.each(
        changed, each -> store.write(key(each), CODEC.write(new Bundle(bundles.get(each)))));
  }

  private static boolean isAsLoaded(Map<String, Kept> before, List<Kept> now) {
    return before.size() == now.size()
        && now.stream()
            .allMatch(
                each -> {
                  Kept known = before.get(each.unit().file());
                  return known != null
                      && known.hash().equals(each.hash())
                      && known.unit().module().equals(each.unit().module());
                });
  }
}
