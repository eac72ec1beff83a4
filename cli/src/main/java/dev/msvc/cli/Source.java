package dev.msvc.cli;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Analysis;
import java.nio.file.Path;
import java.util.List;

/** Where analyses come from: the analyzers, or a test's own facts. */
interface Source {
  Analysis analyze(Path root, Progress progress);

  /** The same with dumps of the database, which only the analyzers read. */
  default Analysis analyze(Path root, List<Path> schemas, Progress progress) {
    return analyze(root, progress);
  }

  /** The analyzers. */
  static Source analyzers() {
    return new Source() {
      @Override
      public Analysis analyze(Path root, Progress progress) {
        return Monolith.analyze(root, progress);
      }

      @Override
      public Analysis analyze(Path root, List<Path> schemas, Progress progress) {
        return Monolith.analyze(root, schemas, progress);
      }
    };
  }
}
