package dev.msvc.model.shift;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What a gate has counted since its stage began. It is all that has to be kept between two looks;
 * windows follow one another without gap or overlap, so that no request counts twice.
 *
 * @param through up to when was counted
 * @param looks how often was counted
 * @param service with those bad that are so for certain
 * @param strict the same requests of the service, with those bad that may be; the same as {@code
 *     service} where the metrics draw the line exactly where the gate does
 * @param monolith nothing where it is not compared with
 * @param reference what the monolith took, in seconds, where a gate goes by it: from the first look
 *     on the same, since a line that moves with what it divides proves nothing
 */
public record Evidence(
    Instant through,
    int looks,
    Counts service,
    Counts strict,
    Counts monolith,
    OptionalDouble reference) {

  /** Nothing yet. */
  public static Evidence from(Instant start) {
    return new Evidence(start, 0, Counts.NONE, Counts.NONE, Counts.NONE, OptionalDouble.empty());
  }

  /** With what came in one window more. */
  public Evidence plus(Instant end, Window window) {
    return new Evidence(
        end,
        looks + 1,
        service.plus(window.service),
        strict.plus(window.strict),
        monolith.plus(window.monolith),
        reference);
  }

  /** The same with what to go by. */
  public Evidence goingBy(double seconds) {
    return new Evidence(through, looks, service, strict, monolith, OptionalDouble.of(seconds));
  }

  /** What was counted in one window. */
  public record Window(Counts service, Counts strict, Counts monolith) {
    /** Of what is bad for certain or not at all. */
    public static Window of(Counts service, Counts monolith) {
      return new Window(service, service, monolith);
    }
  }
}
