package dev.msvc.bench;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.io.IOException;
import java.time.Duration;

/**
 * Moves weights by msvc's own router, without a plan's order.
 *
 * @param settle how long what carries weights to the proxy may take
 */
record RouterMover(Router router, ShiftPlan plan, Duration settle) implements Mover {
  @Override
  public String move(int weight) throws IOException, InterruptedException {
    Weights all = plan.weights(-1).with("orders", weight);
    router.write(router.look(), all);
    if (!router.look().weights().equals(all)) {
      throw new IOException("%s was written, and is not live".formatted(all.service()));
    }
    Thread.sleep(settle.toMillis());
    return "router";
  }
}
