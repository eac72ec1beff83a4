package dev.msvc.analyzers.draft;

import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Collects what a person should look at. */
final class Notes {
  private final List<DraftNote> all = new ArrayList<>();

  void say(DraftNote.Kind kind, String what, Place place) {
    DraftNote note = new DraftNote(kind, what, place);
    if (!all.contains(note)) {
      all.add(note);
    }
  }

  /** What is not said of a place. */
  void say(DraftNote.Kind kind, String what) {
    say(kind, what, new Place("", 0));
  }

  List<DraftNote> all() {
    return List.copyOf(all);
  }
}
