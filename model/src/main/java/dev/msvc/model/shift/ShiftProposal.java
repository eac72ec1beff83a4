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
 * @param after shifts that are there already and that this one may have to come after, by name
 * @param leftOut what stays with the monolith, sorted
 * @param remarks on the whole, each a sentence
 */
public record ShiftProposal(
    String name,
    String context,
    List<ProposedRoute> routes,
    List<ProposedRoute> perhaps,
    List<Prior> after,
    List<LeftOut> leftOut,
    List<String> remarks) {
  /**
   * A shift that this one may have to come after.
   *
   * @param sure whether it stands in the plan, and not only in a comment
   * @param why as a sentence
   */
  public record Prior(String shift, boolean sure, String why) {}

  public ShiftProposal {
    routes = List.copyOf(routes);
    perhaps = List.copyOf(perhaps);
    after = List.copyOf(after);
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
