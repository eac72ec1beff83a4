// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.rest;

import com.acme.notes.domain.note.Note;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record NoteResponse(UUID id, long version, String title, @Nullable String text) {

  static NoteResponse of(Note note) {
    return new NoteResponse(note.id(), note.version(), note.title(), note.text());
  }
}
