package dev.msvc.cli;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What HAProxy reads when it starts again, where a plan names a file for it. */
record HaproxyStateFile(Invocation call, ShiftPlan plan) {
  private static final String VERSION = "1\n";

  /** Keeps it; weights are live by now, and so it is said and nothing more where that fails. */
  void write(String state) {
    String file = plan.router().settings().get("state-file");
    if (file == null || !state.startsWith(VERSION)) {
      return;
    }
    String text =
        VERSION
            + "# made by msvc for the shift %s\n".formatted(plan.name())
            + state.substring(VERSION.length()).stripTrailing()
            + "\n";
    try {
      new Workspace()
          .write(
              Path.of(file),
              false,
              to -> {
                try {
                  to.write(text);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UserError | UncheckedIOException refused) {
      call.console()
          .say(
              "the weights are live, and would be lost by a reload: %s"
                  .formatted(refused.getMessage()));
    }
  }
}
