// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.notes.domain.StaleVersionException;
import org.junit.jupiter.api.Test;

class NoteTest {

  @Test
  void aNewOneIsWhatWasSaidOfIt() {
    NoteDetails details = NoteSamples.details();

    Note note = new Note(NoteSamples.id(), details);

    assertThat(note)
        .usingRecursiveComparison()
        .comparingOnlyFields("title", "text")
        .isEqualTo(details);
  }

  @Test
  void updateTakesAllDetails() {
    Note note = NoteSamples.note();
    NoteDetails details = NoteSamples.details();

    note.update(details);

    assertThat(note)
        .usingRecursiveComparison()
        .comparingOnlyFields("title", "text")
        .isEqualTo(details);
  }

  @Test
  void aChangeOfAnotherVersionIsRefused() {
    Note note = NoteSamples.note();

    assertThatThrownBy(() -> note.expectVersion(7L)).isInstanceOf(StaleVersionException.class);
  }
}
