package dev.msvc.model.shift;

import dev.msvc.model.EntryPoint;
import java.util.List;

/**
 * A route that is proposed for a shift.
 *
 * @param handlers whose requests it takes, sorted; at least one
 * @param remarks what a person should look at, each a sentence
 */
public record ProposedRoute(ShiftRoute route, List<EntryPoint> handlers, List<String> remarks) {
  public ProposedRoute {
    handlers = List.copyOf(handlers);
    remarks = List.copyOf(remarks);
  }
}
