package dev.msvc.analyzers;

import dev.msvc.model.Lock;
import dev.msvc.model.Word;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis reads beside the source tree.
 *
 * @param schemas dumps or other definitions of the database, files and folders of any size
 * @param traces traces and access logs of the running system, files and folders of any size
 * @param history whether to read the history of the repository around the tree
 * @param word what the user says of contexts
 * @param lock what was accepted
 * @param cache the folder where results are kept between runs; null to keep nothing
 */
public record Inputs(
    List<Path> schemas,
    List<Path> traces,
    boolean history,
    Word word,
    Lock lock,
    @Nullable Path cache) {
  /** The source tree alone. */
  public static final Inputs NONE =
      new Inputs(List.of(), List.of(), false, Word.NONE, Lock.NONE, null);

  public Inputs {
    schemas = List.copyOf(schemas);
    traces = List.copyOf(traces);
  }

  public Inputs withSchemas(List<Path> others) {
    return new Inputs(others, traces, history, word, lock, cache);
  }

  public Inputs withTraces(List<Path> others) {
    return new Inputs(schemas, others, history, word, lock, cache);
  }

  public Inputs withHistory(boolean read) {
    return new Inputs(schemas, traces, read, word, lock, cache);
  }

  /** The same with the user's word and what was accepted. */
  public Inputs told(Word said, Lock accepted) {
    return new Inputs(schemas, traces, history, said, accepted, cache);
  }

  /** The same, with results kept in a folder between runs. */
  public Inputs withCache(@Nullable Path folder) {
    return new Inputs(schemas, traces, history, word, lock, folder);
  }
}
