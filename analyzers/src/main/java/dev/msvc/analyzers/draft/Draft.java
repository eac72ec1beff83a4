package dev.msvc.analyzers.draft;

import dev.msvc.model.Place;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.TypeName;
import java.util.List;

/**
 * A service as the monolith's facts tell of it.
 *
 * @param origins what the aggregates were made of, in their order
 * @param notes what was left out or decided, for a person to look at; in the order of the service
 */
public record Draft(ServiceSpec service, List<Origin> origins, List<DraftNote> notes) {
  public Draft {
    origins = List.copyOf(origins);
    notes = List.copyOf(notes);
  }

  /**
   * What an aggregate was made of.
   *
   * @param of a class or a table
   */
  public record Origin(TypeName aggregate, String of, Place place) {
    /** With the name of the file to look into, and the line. */
    public String brief() {
      String file = place.toString();
      return file.isEmpty()
          ? of
          : "%s (%s)".formatted(of, file.substring(file.lastIndexOf('/') + 1));
    }
  }

  /** Notes of a kind. */
  public List<DraftNote> notes(DraftNote.Kind kind) {
    return notes.stream().filter(each -> each.kind() == kind).toList();
  }
}
