// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain.note;

import com.acme.notes.domain.Check;
import org.jspecify.annotations.Nullable;

/** What a caller says of a {@link Note}, when it is created and when it is updated. */
public record NoteDetails(String title, @Nullable String text) {

  public NoteDetails {
    Check.text("title", title, 100);
    if (text != null) {
      Check.characters("text", text);
    }
  }
}
