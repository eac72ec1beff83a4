// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.notes.domain.note.Note;
import com.acme.notes.domain.note.NoteRepository;
import com.acme.notes.domain.note.NoteSamples;
import com.acme.notes.support.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@ServiceTest
class NoteRepositoryTest {

  @Autowired NoteRepository notes;

  @Test
  void whatIsSavedIsFoundWithAllThatItHas() {
    Note saved = notes.save(new Note(notes.nextId(), NoteSamples.details()));

    Note found = notes.findById(saved.id()).orElseThrow();

    assertThat(found)
        .isNotSameAs(saved)
        .usingRecursiveComparison()
        .ignoringFields("happened")
        .isEqualTo(saved);
  }

  @Test
  void ofTwoWritersOfOneVersionTheSecondIsRefused() {
    UUID id = notes.save(new Note(notes.nextId(), NoteSamples.details())).id();
    Note first = notes.findById(id).orElseThrow();
    Note second = notes.findById(id).orElseThrow();
    first.update(NoteSamples.details());
    notes.save(first);
    second.update(NoteSamples.details());

    assertThatThrownBy(() -> notes.save(second))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void findAfterGoesOnWhereTheLastPageEnded() {
    Note one = notes.save(new Note(notes.nextId(), NoteSamples.details()));
    Note other = notes.save(new Note(notes.nextId(), NoteSamples.details()));

    List<Note> firstTwo = notes.findAfter(new UUID(0, 0), 2);

    assertThat(firstTwo).hasSize(2);
    assertThat(notes.findAfter(firstTwo.get(0).id(), 1))
        .extracting(Note::id)
        .containsExactly(firstTwo.get(1).id());
    assertThat(notes.findAfter(new UUID(0, 0), 1000))
        .extracting(Note::id)
        .contains(one.id(), other.id());
  }

  @Test
  void whatIsDeletedIsGone() {
    Note saved = notes.save(new Note(notes.nextId(), NoteSamples.details()));

    notes.delete(saved);

    assertThat(notes.findById(saved.id())).isEmpty();
  }
}
