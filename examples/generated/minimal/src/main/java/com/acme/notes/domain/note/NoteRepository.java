// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain.note;

import com.acme.notes.domain.TimeOrderedUuid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where notes are kept. */
public interface NoteRepository {

  default UUID nextId() {
    return TimeOrderedUuid.next();
  }

  Optional<Note> findById(UUID id);

  /** The notes whose ids come next, in the order of their ids. */
  List<Note> findAfter(UUID id, int limit);

  /** Keeps the note. */
  Note save(Note note);

  void delete(Note note);
}
