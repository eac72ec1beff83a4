// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.rest;

import com.acme.notes.application.Page;
import com.acme.notes.domain.note.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some notes, and what to give as pageToken for the next ones; null on the last page. */
record NotePage(List<NoteResponse> notes, @Nullable String nextPageToken) {

  static NotePage of(Page<Note> page) {
    return new NotePage(page.items().stream().map(NoteResponse::of).toList(), page.nextToken());
  }
}
