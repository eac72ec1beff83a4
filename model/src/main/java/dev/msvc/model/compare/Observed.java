package dev.msvc.model.compare;

import java.util.List;

/**
 * What came of one request.
 *
 * @param route of the plan
 * @param request as a report shows it
 * @param judged false where the monolith gave no answer to compare with
 * @param service how the service's answer differs from the monolith's
 * @param noise how the monolith's second answer differs from its first
 */
public record Observed(
    String route,
    String request,
    boolean judged,
    List<Difference> service,
    List<Difference> noise) {
  public Observed {
    service = List.copyOf(service);
    noise = List.copyOf(noise);
  }
}
