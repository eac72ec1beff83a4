package dev.msvc.analyzers.draft;

import dev.msvc.model.service.ServiceSpec;
import java.util.List;

/**
 * A service as the monolith's facts tell of it.
 *
 * @param notes what was left out or decided, for a person to look at; in the order of the service
 */
public record Draft(ServiceSpec service, List<String> notes) {
  public Draft {
    notes = List.copyOf(notes);
  }
}
