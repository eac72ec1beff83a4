// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.rest;

import com.acme.notes.domain.note.NoteDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record NoteRequest(@NotBlank @Size(max = 100) String title, @Nullable String text) {

  NoteDetails toDomain() {
    return new NoteDetails(title, text);
  }
}
