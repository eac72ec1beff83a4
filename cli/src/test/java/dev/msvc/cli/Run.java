package dev.msvc.cli;

import dev.msvc.model.Analysis;
import java.io.StringWriter;
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

  List<String> lines() {
    return out.lines().toList();
  }
}
