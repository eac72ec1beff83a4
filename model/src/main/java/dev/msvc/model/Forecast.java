package dev.msvc.model;

import java.util.List;

/**
 * What taking a context out costs at run time, as far as the code shows it.
 *
 * @param requests entry points whose paths cross the boundary
 * @param requestsPerhaps more entry points whose paths do where one of many implementations runs
 * @param calls most places on the paths of one entry point that call across, each counted once
 * @param repeated most of those that are called in a loop: once a row and not once a request
 * @param lazyRelations places that read a relation of an entity that leads across
 * @param transactions that surely write both sides and are no longer whole
 * @param perhaps transactions of which that is open
 * @param unreached places that call across, or are given what is there, where no entry point is
 *     seen to lead to any of them
 * @param worst entry points that cross most, worst first
 */
public record Forecast(
    int requests,
    int requestsPerhaps,
    int calls,
    int repeated,
    int lazyRelations,
    int transactions,
    int perhaps,
    int unreached,
    List<Request> worst) {
  /** Nothing crosses. */
  public static final Forecast NONE = new Forecast(0, 0, 0, 0, 0, 0, 0, 0, List.of());

  public Forecast {
    worst = List.copyOf(worst);
  }

  /** Whether calls can be counted: something calls across, and who begins that is seen. */
  public boolean isKnown() {
    return unreached == 0;
  }

  /** Why calls cannot be counted, in a sentence without its end; empty where they can. */
  public String unknown() {
    return isKnown()
        ? ""
        : "%s across or %s given a class from there, and no entry point that is seen leads to %s"
            .formatted(
                Counted.of(unreached, "place calls", "places call"),
                unreached == 1 ? "is" : "are",
                unreached == 1 ? "it" : "one of them");
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
