package dev.msvc.model.compare;

import java.util.List;

/**
 * What came of one request.
 *
 * @param route of the plan
 * @param request as a report shows it
 * @param status of the monolith's answer; 0 where it gave none to compare with
 * @param service how the service's answer differs from the monolith's
 * @param noise how the monolith's second answer differs from its first
 */
public record Observed(
    String route, String request, int status, List<Difference> service, List<Difference> noise) {
  public Observed {
    service = List.copyOf(service);
    noise = List.copyOf(noise);
  }

  boolean judged() {
    return status > 0;
  }

  /** Whether the monolith itself answered that it cannot, or that there is none. */
  boolean failed() {
    return status >= 400;
  }
}
