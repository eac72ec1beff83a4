package dev.msvc.model;

import java.util.List;

/**
 * What taking a context out costs at run time, as far as the code shows it.
 *
 * @param requests entry points whose paths cross the boundary
 * @param calls most places on the paths of one entry point that call across, each counted once
 * @param repeated most of those that are called in a loop: once a row and not once a request
 * @param lazyRelations places that read a relation of an entity that leads across
 * @param transactions that surely write both sides and are no longer whole
 * @param perhaps transactions of which that is open
 * @param worst entry points that cross most, worst first
 */
public record Forecast(
    int requests,
    int calls,
    int repeated,
    int lazyRelations,
    int transactions,
    int perhaps,
    List<Request> worst) {
  /** Nothing crosses. */
  public static final Forecast NONE = new Forecast(0, 0, 0, 0, 0, 0, List.of());

  public Forecast {
    worst = List.copyOf(worst);
  }

  /**
   * What one entry point does across the boundary.
   *
   * @param id of the entry point
   * @param calls places that it reaches and that call across
   * @param repeated those of them that are reached through a loop
   * @param crossings the first of them, those in loops first
   */
  public record Request(
      String id, String context, int calls, int repeated, List<Crossing> crossings) {
    public Request {
      crossings = List.copyOf(crossings);
    }
  }

  /**
   * A place that calls across.
   *
   * @param what in short: {@code OrderService.place -> Stock.reserve}
   * @param repeated whether it is in a loop, or reached through one
   */
  public record Crossing(String what, boolean repeated, Place place) {}
}
