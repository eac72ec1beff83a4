package dev.msvc.cli;

import dev.msvc.cluster.rehearse.Hand;
import dev.msvc.cluster.rehearse.Origins;
import dev.msvc.cluster.rehearse.Rehearsal;
import dev.msvc.cluster.rehearse.Rehearsed;
import dev.msvc.model.shift.ShiftPlan;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code msvc strangle rehearse}: the plan is run before a throw-away router and two small servers,
 * killed at each write and disturbed at each stage. Nothing of the real shift is touched.
 */
final class ShiftRehearsal {
  private static final int TRIES = 40;
  private static final Duration OFTEN = Duration.ofMillis(50);

  private final Invocation call;
  private final ShiftFolder folder;
  private final ShiftPlan plan;

  ShiftRehearsal(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    this.call = call;
    this.folder = folder;
    this.plan = plan;
  }

  int run() {
    long began = System.nanoTime();
    Workspace workspace = new Workspace();
    Path aside = workspace.aside("msvc-rehearsal-");
    // also when the user interrupts
    Thread atExit = new Thread(() -> drop(workspace, aside));
    Runtime.getRuntime().addShutdownHook(atExit);
    ProgressLine progress = new ProgressLine(call.console());
    try {
      workspace.add(aside, Map.of("strangle/" + folder.name() + ".yaml", folder.text()));
      try (Origins origins = Origins.start();
          ThrowAway place = ThrowAway.of(new ThrowAway.Aside(call, aside, origins), plan)) {
        Rehearsed rehearsed =
            new Rehearsal(
                    place.plan(),
                    place.scene(),
                    origins,
                    Hand.ours(ClusterAccess.who(call)),
                    progress::step)
                .run();
        progress.finish();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new RehearsalScreen(notes(place.note()))
            .show(plan.name(), rehearsed, took, call.format(), call.console());
      }
    } finally {
      progress.finish();
      drop(workspace, aside);
      forget(atExit);
    }
  }

  private List<String> notes(String more) {
    List<String> notes = new ArrayList<>();
    if (!more.isEmpty()) {
      notes.add(more);
    }
    notes.add(
        "gates were not asked: strangle start tries them; here a window fails by the share of"
            + " failures that the router counted");
    notes.add(
        "no soak was longer than %d windows of %s"
            .formatted(Rehearsal.MOST_WINDOWS, ShiftScreen.words(plan.tolerance().window())));
    return notes;
  }

  /** What is still under way may write until the folder itself is gone. */
  private static synchronized void drop(Workspace workspace, Path aside) {
    for (int i = 0; i < TRIES && Files.exists(aside); i++) {
      try {
        workspace.drop(aside);
      } catch (UncheckedIOException written) {
        ShiftRun.pause(OFTEN);
      }
    }
  }

  private static void forget(Thread atExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // it is running, and this thread has nothing more to do
      return;
    }
  }
}
