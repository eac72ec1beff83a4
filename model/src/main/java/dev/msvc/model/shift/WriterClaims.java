package dev.msvc.model.shift;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * That no two shifts move writes of the same aggregate, each at a time of its own: then some of its
 * rows would be written by the service, and some of the same by the monolith.
 */
public final class WriterClaims {
  private WriterClaims() {}

  /**
   * An aggregate that two plans name.
   *
   * @param route of the plan that was asked about
   * @param other the plan that names it, too
   * @param otherRoute where it does
   */
  public record Clash(ShiftRoute route, ShiftPlan other, ShiftRoute otherRoute) {}

  /**
   * The first one; empty where there is none. A plan that moves no writes has no word of who
   * writes, unless another moves those of a route that it leaves with the monolith.
   */
  public static Optional<Clash> clash(ShiftPlan plan, Collection<ShiftPlan> others) {
    for (ShiftRoute route : plan.routes()) {
      for (ShiftPlan other : others) {
        if (movesWrites(plan) || movesWrites(other)) {
          for (ShiftRoute each : other.routes()) {
            if (same(route, each)) {
              return Optional.of(new Clash(route, other, each));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean movesWrites(ShiftPlan plan) {
    return plan.stages().stream().anyMatch(each -> each.step().movesWrites());
  }

  /** {@code Order} and {@code order} are one: nobody has both. */
  private static boolean same(ShiftRoute one, ShiftRoute other) {
    return one.writes().isPresent()
        && other.writes().isPresent()
        && one.writes()
            .get()
            .toLowerCase(Locale.ROOT)
            .equals(other.writes().get().toLowerCase(Locale.ROOT));
  }
}
