package dev.msvc.model.shift;

import java.util.List;

/**
 * What a shift of a context could begin with.
 *
 * @param name of the shift
 * @param context whose entry points they are
 * @param routes in the order in which they stand in the plan
 * @param perhaps routes that take more of them, as long as no variable in the paths of others is a
 *     word that these begin with
 * @param leftOut what stays with the monolith, sorted
 * @param remarks on the whole, each a sentence
 */
public record ShiftProposal(
    String name,
    String context,
    List<ProposedRoute> routes,
    List<ProposedRoute> perhaps,
    List<LeftOut> leftOut,
    List<String> remarks) {
  public ShiftProposal {
    routes = List.copyOf(routes);
    perhaps = List.copyOf(perhaps);
    leftOut = List.copyOf(leftOut);
    remarks = List.copyOf(remarks);
  }

  /** Whether some route changes nothing. */
  public boolean hasReads() {
    return routes.stream().anyMatch(each -> each.route().writes().isEmpty());
  }

  /** Whether some route changes something. */
  public boolean hasWrites() {
    return routes.stream().anyMatch(each -> each.route().writes().isPresent());
  }
}
