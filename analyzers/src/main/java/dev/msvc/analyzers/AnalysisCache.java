package dev.msvc.analyzers;

import dev.msvc.analyzers.cache.Codec;
import dev.msvc.analyzers.cache.DamagedException;
import dev.msvc.analyzers.cache.Key;
import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.code.Units;
import dev.msvc.analyzers.parallel.Aside;
import dev.msvc.analyzers.source.Contents;
import dev.msvc.analyzers.source.TreeWalk;
import dev.msvc.analyzers.sql.KeptStatements;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.Analysis;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whole analyses, parsed files and statements; an analysis is kept under all that they depend on:
 * this program, every file that is looked at, the commit that is checked out, and the inputs beside
 * the tree.
 */
final class AnalysisCache {
  private final Store store;
  private final Inputs inputs;
  private final Consumer<String> talk;

  AnalysisCache(Store store, Inputs inputs, Consumer<String> talk) {
    this.store = store;
    this.inputs = inputs;
    this.talk = talk;
  }

  /** The analysis of a tree: the one that was kept, or else the one that is made now. */
  Analysis of(
      TreeWalk walk,
      Function<Units, Monolith.Seen> reading,
      Function<Monolith.Seen, Analysis> concluding) {
    Codec<Analysis> codec = Codec.of(Analysis.class);
    Looked looked = look(codec, walk);
    String key = looked.key();
    Analysis kept = kept(codec, key);
    if (kept != null) {
      return kept;
    }
    Units known = Units.of(store, walk.root().toString(), looked.contents().hashes());
    KeptStatements statements =
        KeptStatements.of(store, walk.root().toString(), SqlReader.shared());
    Monolith.Seen seen = reading.apply(known);
    // no file is read after this, and conclusions leave a processor idle now and then
    Aside<Boolean> keeping = new Aside<>(() -> isKept(codec, walk, key, seen, known, statements));
    Analysis made = concluding.apply(seen);
    if (keeping.get()) {
      write(codec, key, made);
    }
    return made;
  }

  /** Keeps what was read, if it was the same all the while; tells whether it was. */
  private boolean isKept(
      Codec<Analysis> codec,
      TreeWalk walk,
      String key,
      Monolith.Seen seen,
      Units known,
      KeptStatements statements) {
    if (!seen.facts().coverage().failed().isEmpty()) {
      return false;
    }
    // what was written to while it was read may be seen half old and half new
    if (!key.equals(look(codec, TreeWalk.of(walk.root())).key())) {
      talk.accept("not kept: the folder changed while it was read");
      return false;
    }
    keep(known, statements);
    return true;
  }

  private @Nullable Analysis kept(Codec<Analysis> codec, String key) {
    byte[] bytes = store.read(key);
    try {
      return bytes == null ? null : codec.read(bytes);
    } catch (DamagedException damaged) {
      talk.accept("what was kept is damaged and was dropped: " + damaged.getMessage());
      store.drop(key);
      return null;
    }
  }

  private void keep(Units known, KeptStatements statements) {
    try {
      known.keep();
      statements.keep(SqlReader.shared());
    } catch (OutOfMemoryError cannot) {
      talk.accept("not kept: " + cannot.getMessage());
    }
  }

  private void write(Codec<Analysis> codec, String key, Analysis made) {
    try {
      store.write(key, codec.write(made));
    } catch (IllegalArgumentException | OutOfMemoryError cannot) {
      // the answer is there, and is not to be lost for want of a copy
      talk.accept("not kept: " + cannot.getMessage());
    }
  }

  /** What there is now, and the key of its analysis. */
  private record Looked(Contents contents, String key) {}

  private Looked look(Codec<Analysis> codec, TreeWalk walk) {
    List<Path> beside = new ArrayList<>();
    List<String> options = new ArrayList<>();
    for (RecordComponent each : Inputs.class.getRecordComponents()) {
      // where things are kept says nothing of what they are
      if (!each.getName().equals("cache")) {
        options.add(each.getName());
        sort(value(each), beside, options);
      }
    }
    CheckedOut checkedOut = CheckedOut.of(walk.root());
    beside.addAll(checkedOut.files());
    Key key = store.key("analysis").add(codec.shape()).add(checkedOut.commit());
    options.forEach(key::add);
    Contents contents = Contents.of(walk, beside, store);
    return new Looked(contents, contents.addTo(key).hex());
  }

  private @Nullable Object value(RecordComponent component) {
    try {
      return component.getAccessor().invoke(inputs);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Paths are what their files hold, all else is what it says. */
  private static void sort(@Nullable Object value, List<Path> paths, List<String> options) {
    if (value instanceof Path path) {
      paths.add(path);
      options.add("file " + path);
    } else if (value instanceof Collection<?> all) {
      options.add("%d of".formatted(all.size()));
      all.forEach(each -> sort(each, paths, options));
    } else {
      options.add(Objects.toString(value));
    }
  }
}
