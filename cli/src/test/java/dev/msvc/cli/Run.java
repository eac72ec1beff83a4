package dev.msvc.cli;

import dev.msvc.analyzers.Monolith;
import dev.msvc.model.Analysis;
import java.io.BufferedReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one command printed, and how it ended. */
record Run(int exitCode, String out, String err) {
  private static final Map<String, String> NO_ENVIRONMENT = Map.of();

  /** Runs a command on facts of the test's own. */
  static Run msvc(Analysis analysis, String... args) {
    return msvc((root, inputs, progress) -> analysis, args);
  }

  /** Runs a command that analyses nothing. */
  static Run msvc(String... args) {
    return msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        args);
  }

  static Run msvc(Source source, String... args) {
    return msvc(source, Terminal.NONE, NO_ENVIRONMENT, args);
  }

  static Run msvc(Source source, Terminal terminal, Map<String, String> env, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Msvc.run(out, err, terminal, env, source, args);
    return new Run(exitCode, out.toString(), err.toString());
  }

  /** Runs a command on a system on disc. */
  static Run on(Path root, String... args) {
    return msvc(Monolith::analyze, there(root, args));
  }

  /** The same, with somebody who answers what is asked. */
  static Run answered(Path root, String answer, String... args) {
    Terminal terminal = new Terminal(true, true, new BufferedReader(new StringReader(answer)));
    return msvc(Monolith::analyze, terminal, Map.of("CI", "1"), there(root, args));
  }

  /** Arguments that name the folder, too. */
  static String[] there(Path root, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("-C", root.toString()));
    return all.toArray(String[]::new);
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
