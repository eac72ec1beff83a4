package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.draft.DraftNote.Kind;
import dev.msvc.model.Aggregate;
import dev.msvc.model.ContextMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leaves the members of an aggregate where they are whose tables another context owns: these are
 * referred to by their ids, and taken from nobody.
 */
record OwnMembers(ContextMap map, String context, Notes notes) {
  /** The same without what others own. */
  Aggregate of(Aggregate found) {
    List<Aggregate.Part> members = new ArrayList<>();
    Set<String> owned = new TreeSet<>(found.tables());
    for (Aggregate.Part each : found.members()) {
      String owner = owner(each, found.root());
      if (owner.isEmpty()) {
        members.add(each);
      } else {
        owned.remove(each.table());
        notes.say(
            Kind.LEFT_OUT,
            "%s of %s: its table %s is owned by %s"
                .formatted(
                    ServiceDrafts.simple(each),
                    ServiceDrafts.simple(found.root()),
                    each.table(),
                    owner),
            each.place());
      }
    }
    return new Aggregate(
        found.name(),
        found.context(),
        found.root(),
        members,
        found.values(),
        found.repositories(),
        found.events(),
        List.copyOf(owned),
        found.contexts(),
        found.certainty());
  }

  /** Which other context owns the table of a part; empty for none. */
  private String owner(Aggregate.Part part, Aggregate.Part root) {
    if (part.table().isEmpty() || part.table().equals(root.table())) {
      return "";
    }
    String owner = map.ownership(part.table()).owner();
    return owner.equals(context) ? "" : owner;
  }
}
