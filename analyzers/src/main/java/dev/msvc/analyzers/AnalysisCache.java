package dev.msvc.analyzers;

import dev.msvc.analyzers.Monolith.Run;
import dev.msvc.analyzers.Monolith.Seen;
import dev.msvc.analyzers.cache.Codec;
import dev.msvc.analyzers.cache.Components;
import dev.msvc.analyzers.cache.DamagedException;
import dev.msvc.analyzers.cache.Hash;
import dev.msvc.analyzers.cache.Key;
import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.code.MovedLines;
import dev.msvc.analyzers.code.Units;
import dev.msvc.analyzers.parallel.Aside;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.Contents;
import dev.msvc.analyzers.source.TreeWalk;
import dev.msvc.analyzers.sql.KeptStatements;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.Remarks;
import dev.msvc.model.Traffic;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Analyses, parsed files and statements. An analysis is kept in two parts, each under all that it
 * depends on: facts under this program, every file of the tree and the schemas beside it;
 * conclusions also under the commit that is checked out, what the user says, and all else beside.
 */
final class AnalysisCache {
  private static final Codec<Facts> FACTS = Codec.of(Facts.class);
  private static final Codec<Base> BASE = Codec.of(Base.class);
  private static final Codec<Concluded> CONCLUDED = Codec.of(Concluded.class);

  /** Inputs that no fact of the code depends on; where things are kept says nothing at all. */
  private static final Set<String> NO_FACTS = Set.of("traces", "history", "word", "lock");

  private static final String NOTHING = "cache";

  /** In so many files lines may have moved; where it is more, all is read anew. */
  private static final int MOST_MOVED = 100;

  /**
   * What was read in full: where its facts are, and what each file of main code held.
   *
   * @param code sorted by file
   */
  private record Base(String facts, List<Held> code) {}

  private record Held(String file, Hash hash) {}

  /** What an analysis is beside the facts of the code. */
  private record Concluded(
      History history,
      Traffic traffic,
      Decomposition decomposition,
      Advice advice,
      @Nullable Remarks remarks) {}

  private final Store store;
  private final Inputs inputs;
  private final Consumer<String> talk;

  AnalysisCache(Store store, Inputs inputs, Consumer<String> talk) {
    this.store = store;
    this.inputs = inputs;
    this.talk = talk;
  }

  /** The analysis of a tree: the one that was kept, or else what of it is kept and the rest. */
  Analysis of(Run run) {
    Looked looked = look(run.walk());
    List<@Nullable Object> kept =
        Workers.map(
            List.<Supplier<@Nullable Object>>of(
                () -> kept(FACTS, looked.facts()), () -> kept(CONCLUDED, looked.conclusions())),
            Supplier::get);
    Facts facts = (Facts) kept.get(0);
    Concluded concluded = (Concluded) kept.get(1);
    if (facts == null) {
      Facts moved = moved(run, looked);
      return moved == null ? anew(run, looked) : concluded(run, looked, moved, true);
    }
    if (concluded == null) {
      return concluded(run, looked, facts, false);
    }
    return new Analysis(
        new Seen(facts, concluded.history(), concluded.traffic()).facts(),
        concluded.decomposition(),
        concluded.advice(),
        concluded.history(),
        concluded.traffic(),
        concluded.remarks());
  }

  private Analysis concluded(Run run, Looked looked, Facts facts, boolean found) {
    Seen seen = run.look(() -> facts);
    Analysis made = run.conclude(seen);
    if (isUnchanged(run, looked)) {
      if (found) {
        write(FACTS, looked.facts(), facts);
      }
      write(CONCLUDED, looked.conclusions(), concluded(made));
    }
    return made;
  }

  /** Facts of a tree that was read, of which only lines moved since; null where more did. */
  private @Nullable Facts moved(Run run, Looked looked) {
    Base base = kept(BASE, looked.around());
    Map<String, Hash> code = looked.contents().code();
    if (base == null || base.code().size() != code.size()) {
      return null;
    }
    Units known = Units.of(store, run.walk().root().toString(), looked.contents().hashes());
    List<MovedLines> all = new ArrayList<>();
    for (Held each : base.code()) {
      Hash now = code.get(each.file());
      if (now == null || (!now.equals(each.hash()) && all.size() == MOST_MOVED)) {
        return null;
      }
      if (!now.equals(each.hash())) {
        MovedLines moved =
            known.moved(each.file(), each.hash(), module -> source(looked, each.file(), module));
        if (moved == null) {
          return null;
        }
        all.add(moved);
      }
    }
    Facts facts = kept(FACTS, base.facts());
    return facts == null ? null : MovedFacts.of(facts, all);
  }

  private static JavaSource source(Looked looked, String file, String module) {
    return FactReader.source(Objects.requireNonNull(looked.contents().source(file, module)));
  }

  private Analysis anew(Run run, Looked looked) {
    String root = run.walk().root().toString();
    Units known = Units.of(store, root, looked.contents().hashes());
    KeptStatements statements = KeptStatements.of(store, root, SqlReader.shared());
    Seen seen = run.look(() -> run.facts(known));
    // no file is read after this, and conclusions leave a processor idle now and then
    Aside<Boolean> keeping =
        new Aside<>(
            () -> {
              boolean good = seen.code().coverage().failed().isEmpty() && isUnchanged(run, looked);
              if (good) {
                keep(known, statements);
                write(FACTS, looked.facts(), seen.code());
                write(BASE, looked.around(), base(looked));
              }
              return good;
            });
    Analysis made = run.conclude(seen);
    if (keeping.get()) {
      write(CONCLUDED, looked.conclusions(), concluded(made));
    }
    return made;
  }

  private static Base base(Looked looked) {
    List<Held> code = new ArrayList<>();
    looked.contents().code().forEach((file, hash) -> code.add(new Held(file, hash)));
    code.sort(Comparator.comparing(Held::file));
    return new Base(looked.facts(), code);
  }

  private static Concluded concluded(Analysis made) {
    return new Concluded(
        made.history(), made.traffic(), made.decomposition(), made.advice(), made.remarks());
  }

  /** What was written to while it was read may be seen half old and half new. */
  private boolean isUnchanged(Run run, Looked looked) {
    boolean same = looked.conclusions().equals(look(TreeWalk.of(run.walk().root())).conclusions());
    if (!same) {
      talk.accept("not kept: the folder changed while it was read");
    }
    return same;
  }

  private <T> @Nullable T kept(Codec<T> codec, String key) {
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

  private <T> void write(Codec<T> codec, String key, T made) {
    try {
      store.write(key, codec.write(made));
    } catch (IllegalArgumentException | OutOfMemoryError cannot) {
      // the answer is there, and is not to be lost for want of a copy
      talk.accept("not kept: " + cannot.getMessage());
    }
  }

  /**
   * What there is now.
   *
   * @param contents of the files of the tree
   * @param around key of all that facts depend on but what main code holds
   * @param facts key of what the code tells
   * @param conclusions key of what follows from that and from all else
   */
  private record Looked(Contents contents, String around, String facts, String conclusions) {}

  private Looked look(TreeWalk walk) {
    Beside schemas = new Beside();
    Beside others = new Beside();
    for (RecordComponent each : Inputs.class.getRecordComponents()) {
      String name = each.getName();
      if (!name.equals(NOTHING)) {
        (NO_FACTS.contains(name) ? others : schemas).add(name, Components.value(each, inputs));
      }
    }
    CheckedOut checkedOut = CheckedOut.of(walk.root());
    others.paths.addAll(checkedOut.files());
    List<Path> all = new ArrayList<>(schemas.paths);
    all.addAll(others.paths);
    Contents contents = Contents.of(walk, all, store);
    Key around = store.key("around").add(BASE.shape()).add(FACTS.shape());
    contents.addAround(around);
    Key facts = store.key("facts").add(FACTS.shape());
    contents.addTree(facts);
    for (Key key : List.of(around, facts)) {
      schemas.options.forEach(key::add);
      schemas.paths.forEach(each -> contents.add(each, key));
    }
    String code = facts.hex();
    Key conclusions = store.key("conclusions").add(CONCLUDED.shape()).add(code);
    others.options.forEach(conclusions::add);
    others.paths.forEach(each -> contents.add(each, conclusions));
    return new Looked(contents, around.hex(), code, conclusions.add(checkedOut.commit()).hex());
  }

  /** Inputs beside the tree: paths are what their files hold, all else is what it says. */
  private static final class Beside {
    private final List<Path> paths = new ArrayList<>();
    private final List<String> options = new ArrayList<>();

    void add(String name, @Nullable Object value) {
      options.add(name);
      add(value);
    }

    private void add(@Nullable Object value) {
      if (value instanceof Path path) {
        paths.add(path);
        options.add("file " + path);
      } else if (value instanceof Collection<?> all) {
        options.add("%d of".formatted(all.size()));
        all.forEach(this::add);
      } else if (value instanceof Record) {
        // not by its own text, which takes longer to be made than all the rest
        options.add(value.getClass().getName());
        for (RecordComponent each : value.getClass().getRecordComponents()) {
          add(each.getName(), Components.value(each, value));
        }
      } else if (value instanceof Optional<?> some) {
        add(some.isPresent() ? List.of(some.get()) : List.of());
      } else if (value instanceof Map<?, ?> all) {
        add(all.keySet());
        add(all.values());
      } else {
        options.add(Objects.toString(value));
      }
    }
  }
}
