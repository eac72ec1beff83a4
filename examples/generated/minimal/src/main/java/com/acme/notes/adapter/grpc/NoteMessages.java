// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.grpc;

import com.acme.notes.domain.note.Note;
import com.acme.notes.domain.note.NoteDetails;
import com.acme.notes.v1.NoteProto;

/** Notes, as messages and back. */
final class NoteMessages {

  private NoteMessages() {}

  static NoteDetails details(NoteProto.NoteDetails message) {
    return new NoteDetails(message.getTitle(), message.hasText() ? message.getText() : null);
  }

  static NoteProto.NoteDetails message(NoteDetails details) {
    NoteProto.NoteDetails.Builder message =
        NoteProto.NoteDetails.newBuilder().setTitle(details.title());
    if (details.text() != null) {
      message.setText(details.text());
    }
    return message.build();
  }

  static NoteProto.Note message(Note note) {
    NoteProto.Note.Builder message =
        NoteProto.Note.newBuilder()
            .setId(note.id().toString())
            .setVersion(note.version())
            .setTitle(note.title());
    if (note.text() != null) {
      message.setText(note.text());
    }
    return message.build();
  }
}
