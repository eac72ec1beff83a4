package dev.msvc.cli;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that turns what was thrown into words and an exit code. */
final class Failures {
  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  int usage(ParameterException wrong) {
    CommandSpec spec = wrong.getCommandLine().getCommandSpec();
    List<String> near = List.of();
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      near = near(unmatched.getUnmatched().get(0), spec);
    }
    String name = spec.qualifiedName();
    String help = "'" + name + " --help' shows what there is";
    String message = String.valueOf(wrong.getMessage());
    console.error(
        Character.toLowerCase(message.charAt(0)) + message.substring(1),
        near.isEmpty() ? help : "did you mean '" + near.get(0) + "'? " + help);
    return 2;
  }

  /** Options or commands that may have been meant. */
  private static List<String> near(String typed, CommandSpec spec) {
    if (typed.startsWith("-")) {
      return Nearest.of(typed, spec.optionsMap().keySet());
    }
    return spec.parent() == null ? Nearest.of(typed, new Commands().names()) : List.of();
  }

  int exitCode(Throwable thrown) {
    if (thrown instanceof UserError wrong) {
      console.error(wrong.message(), wrong.hint());
      return wrong.exitCode();
    }
    if (thrown instanceof ApiFailure refused) {
      return exitCode(refused.forUser());
    }
    if (thrown instanceof OutOfMemoryError) {
      console.error(
          "out of memory with a heap of "
              + Runtime.getRuntime().maxMemory() / (1024 * 1024)
              + " MiB; nothing was left out to fit",
          "give it more: MSVC_OPTS=-Xmx4g msvc ...");
      return 8;
    }
    if (thrown instanceof UncheckedIOException unwritten) {
      return io(unwritten);
    }
    return bug(thrown);
  }

  private int io(UncheckedIOException wrapper) {
    Throwable cause = wrapper.getCause();
    String message = String.valueOf(cause == null ? null : cause.getMessage());
    if (message.contains("Broken pipe") || message.contains("Pipe closed")) {
      return 0;
    }
    if (message.contains("No space left")) {
      console.error("the result cannot be written: " + message, "make room and run it again");
      return 8;
    }
    return bug(wrapper);
  }

  private int bug(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    console.talk(trace.toString());
    console.error(
        "this is a bug in msvc: " + thrown.getClass().getName(),
        "please report it with the lines above and what 'msvc version' prints");
    return 70;
  }
}
