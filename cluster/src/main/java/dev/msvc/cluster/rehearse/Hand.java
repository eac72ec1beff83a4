package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Judge;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.ShiftStore;
import dev.msvc.cluster.traffic.Shifter;
import dev.msvc.model.shift.ShiftPlan;
import java.time.Clock;

/** Makes what moves a shift, as each process that follows a plan does. */
public interface Hand {
  /** One that knows nothing but what is kept. */
  Shifter take(
      ShiftPlan plan, String digest, Router router, ShiftStore store, Judge judge, Clock clock);

  /** Ours. */
  static Hand ours(String by) {
    return (plan, digest, router, store, judge, clock) ->
        new Shifter(plan, digest, router, store, judge, clock, by);
  }
}
