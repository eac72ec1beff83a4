package dev.msvc.bench;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import java.io.IOException;
import java.time.Duration;

/**
 * Moves weights by {@code msvc strangle} as far as a plan goes: up, and back to nothing at once. No
 * plan goes down in steps; that does its router.
 */
record ProgramMover(ShiftProject project, Router router) implements Mover {
  private static final int TRIES = 20;

  @Override
  public String move(int weight) throws IOException, InterruptedException {
    int now = live();
    if (weight == 0) {
      if (now == 0) {
        return "as it began";
      }
      require("rollback", project.run("rollback", "--reason", "the bench ends"));
      return reached(0, "msvc rollback");
    }
    if (weight < now) {
      return new RouterMover(router, plan(), Duration.ZERO).move(weight);
    }
    if (now > 0) {
      passed();
    }
    for (int i = 0; i < TRIES && live() != weight; i++) {
      project.run("start", "--once", "-y");
    }
    return reached(weight, "msvc start");
  }

  /** A stage is taken as passed once it is effective, and before that it is looked at again. */
  private void passed() throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      if (project.run("next") == 0) {
        return;
      }
      project.run("start", "--once", "-y");
    }
    throw new IOException("msvc strangle next: " + project.said("next"));
  }

  private String reached(int weight, String by) throws IOException {
    if (live() != weight) {
      throw new IOException(
          "%s: the weight is %d and not %d: %s"
              .formatted(by, live(), weight, project.said(by.substring(by.indexOf(' ') + 1))));
    }
    return by;
  }

  private void require(String what, int exitCode) throws IOException {
    if (exitCode != 0) {
      throw new IOException(
          "msvc strangle %s ended with %d: %s".formatted(what, exitCode, project.said(what)));
    }
  }

  /** A router that is out of reach is asked again: the machine may have much to do. */
  private int live() {
    for (int i = 1; ; i++) {
      try {
        return router.look().weights().of("orders", Arm.SERVICE);
      } catch (UserError away) {
        if (away.exitCode() != 8 || i == TRIES) {
          throw away;
        }
      }
    }
  }

  private ShiftPlan plan() {
    return project.plan();
  }
}
