package dev.msvc.cli;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Analysis;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc analyze}. */
final class AnalyzeCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            "analyze",
            "reads a monolith and proposes bounded contexts, with evidence",
            "msvc analyze",
            "msvc analyze ~/src/shop",
            "msvc analyze -o json > analysis.json");
    spec.addPositional(Spec.argument(0, false, "DIR", "the monolith (default: this folder)"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String argument = call.argument(0);
    Path root = argument == null ? call.directory() : call.directory().resolve(argument);
    Analysis analysis = Monolith.analyze(root, Progress.NONE);
    call.console().line(analysis.facts().summary().files() + " files");
    return 0;
  }
}
