package dev.msvc.cli;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Analysis;
import java.nio.file.Path;

/** Where analyses come from: the analyzers, or a test's own facts. */
interface Source {
  Analysis analyze(Path root, Inputs inputs, Progress progress);
}
