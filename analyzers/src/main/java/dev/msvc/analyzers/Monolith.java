package dev.msvc.analyzers;

import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.code.Units;
import dev.msvc.analyzers.decompose.Decomposer;
import dev.msvc.analyzers.fact.DumpFile;
import dev.msvc.analyzers.history.GitHistory;
import dev.msvc.analyzers.parallel.Aside;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.plan.Adviser;
import dev.msvc.analyzers.risk.Risks;
import dev.msvc.analyzers.source.Dumps;
import dev.msvc.analyzers.source.SourceTree;
import dev.msvc.analyzers.source.TreeWalk;
import dev.msvc.analyzers.trace.TrafficReader;
import dev.msvc.analyzers.word.Questions;
import dev.msvc.analyzers.word.Renamed;
import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Facts;
import dev.msvc.model.Finding;
import dev.msvc.model.History;
import dev.msvc.model.Lock;
import dev.msvc.model.Question;
import dev.msvc.model.Remarks;
import dev.msvc.model.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source tree that can be analysed. */
public final class Monolith {
  private Monolith() {}

  /**
   * Reads a tree and proposes bounded contexts. Writes nothing anywhere; the same tree gives the
   * same result, whatever the machine.
   *
   * @throws dev.msvc.model.UserError where there is no Java to read
   */
  public static Analysis analyze(Path root, Progress progress) {
    return analyze(root, Inputs.NONE, progress);
  }

  /**
   * Reads a tree and what the user names beside it, and proposes bounded contexts. Where results
   * are kept between runs, an unchanged tree is not read again.
   *
   * @throws dev.msvc.model.UserError where there is no Java to read, or what is named is not there
   */
  public static Analysis analyze(Path root, Inputs inputs, Progress progress) {
    // analyzers walk expressions and statements recursively, and people write long ones
    return Workers.call(() -> read(root, inputs, progress));
  }

  private static Analysis read(Path root, Inputs inputs, Progress progress) {
    progress.step("looking for files", 0, 0);
    TreeWalk walk = TreeWalk.of(root);
    Store store = store(walk.root(), inputs, progress::note);
    Run run = new Run(root, walk, store, inputs, progress);
    return store == null
        ? run.conclude(run.look(() -> run.facts(Units.none())))
        : new AnalysisCache(store, inputs, progress::note).of(run);
  }

  /** Where results are kept; null for nowhere, as where it would be in the analysed tree. */
  private static @Nullable Store store(Path root, Inputs inputs, Consumer<String> talk) {
    Path folder = inputs.cache();
    if (folder == null) {
      return null;
    }
    if (folder.toAbsolutePath().normalize().startsWith(root)) {
      talk.accept("nothing is kept between runs: the folder for it is in the analysed one");
      return null;
    }
    return Store.open(folder, talk);
  }

  /**
   * All that files tell.
   *
   * @param code what the tree tells, with the schemas beside it
   */
  record Seen(Facts code, History history, Traffic traffic) {
    /** With what could not be read of all. */
    Facts facts() {
      return code.withUnread(history.unread()).withUnread(traffic.unread());
    }
  }

  /** One analysis, step by step; a step whose result was kept is not taken. */
  record Run(Path root, TreeWalk walk, @Nullable Store store, Inputs inputs, Progress progress) {
    /**
     * Reads the tree, and the schemas beside it.
     *
     * @param known files that need not be parsed again
     */
    Facts facts(Units known) {
      List<DumpFile> dumps = Dumps.of(inputs.schemas());
      return new FactReader(known, store, progress).read(SourceTree.open(root, walk), dumps);
    }

    /** Reads all else, and the history beside the tree. */
    Seen look(Supplier<Facts> reading) {
      Aside<GitHistory> past =
          new Aside<>(
              () -> inputs.history() ? GitHistory.read(root, store) : GitHistory.LEFT_ALONE);
      Facts code = reading.get();
      progress.step("reading the history", 0, 0);
      History history = past.get().of(code);
      if (!inputs.traces().isEmpty()) {
        progress.step("reading traces", 0, 0);
      }
      return new Seen(code, history, TrafficReader.read(inputs.traces(), code));
    }

    Analysis conclude(Seen seen) {
      progress.step("decomposing", 0, 0);
      return Monolith.conclude(seen.facts(), seen.history(), seen.traffic(), store, inputs);
    }
  }

  private static Analysis conclude(
      Facts facts, History history, Traffic traffic, @Nullable Store store, Inputs inputs) {
    Decomposition decomposition = decomposed(facts, history, store, inputs);
    Analysis analysis =
        new Analysis(facts, decomposition, new Advice("", "", "", ""), history, traffic, null);
    // all three go through all references, and none needs the others
    ContextMap map = new ContextMap(analysis);
    Aside<List<Finding>> findings = new Aside<>(() -> Risks.of(map));
    Aside<List<Question>> questions = new Aside<>(() -> Questions.of(map));
    Advice advice = Adviser.advise(facts, decomposition, inputs.word().roadmap());
    return analysis.advised(advice).remarked(new Remarks(findings.get(), questions.get()));
  }

  /**
   * The same facts with another word of the user, or with something else accepted: the places that
   * follow, without advice. Reads no file of the tree.
   *
   * @param root of the tree, in which nothing is kept
   * @throws dev.msvc.model.UserError where a line of the user's word names nothing
   */
  public static Analysis again(Path root, Analysis analysis, Inputs inputs) {
    Facts facts = analysis.facts();
    History history = analysis.history();
    Store store = store(real(root), inputs, talk -> {});
    return Workers.call(
        () ->
            new Analysis(
                facts,
                decomposed(facts, history, store, inputs),
                new Advice("", "", "", ""),
                history,
                analysis.traffic(),
                null));
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException gone) {
      return root.toAbsolutePath().normalize();
    }
  }

  private static Decomposition decomposed(
      Facts facts, History history, @Nullable Store store, Inputs inputs) {
    Lock lock = Renamed.in(inputs.lock(), facts, history);
    return Decomposer.decompose(facts, history, inputs.word(), lock, store);
  }
}
