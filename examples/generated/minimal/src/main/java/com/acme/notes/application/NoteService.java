// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.application;

import com.acme.notes.domain.NotFoundException;
import com.acme.notes.domain.note.Note;
import com.acme.notes.domain.note.NoteDetails;
import com.acme.notes.domain.note.NoteRepository;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked of notes, whoever asks: one method, one transaction. */
@Service
public class NoteService {

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int BATCH = 200;

  private final NoteRepository notes;

  NoteService(NoteRepository notes) {
    this.notes = notes;
  }

  @PreAuthorize("hasRole('notes-write')")
  @Transactional
  public Note create(NoteDetails details) {
    UUID id = notes.nextId();
    return notes.save(new Note(id, details));
  }

  @PreAuthorize("hasRole('notes-read')")
  @Transactional(readOnly = true)
  public Note get(UUID id) {
    return find(id);
  }

  /** A page in the order of ids; a size of 0 leaves it to us. */
  @PreAuthorize("hasRole('notes-read')")
  @Transactional(readOnly = true)
  public Page<Note> list(int size, @Nullable String pageToken) {
    UUID after = PageToken.read(pageToken, BEFORE_ALL, UUID::fromString);
    return Page.of(notes.findAfter(after, Page.size(size) + 1), Page.size(size), Note::id);
  }

  /** All of them, read as they are consumed; what is added meanwhile may be among them. */
  @PreAuthorize("hasRole('notes-read')")
  public Stream<Note> stream() {
    return Stream.iterate(
            notes.findAfter(BEFORE_ALL, BATCH),
            batch -> !batch.isEmpty(),
            batch -> notes.findAfter(batch.get(batch.size() - 1).id(), BATCH))
        .flatMap(List::stream);
  }

  @PreAuthorize("hasRole('notes-write')")
  @Transactional
  public Note update(UUID id, long version, NoteDetails details) {
    return change(id, version, note -> note.update(details));
  }

  @PreAuthorize("hasRole('notes-write')")
  @Transactional
  public void delete(UUID id, @Nullable Long version) {
    Note note = find(id);
    note.expectVersion(version);
    notes.delete(note);
  }

  private Note change(UUID id, @Nullable Long version, Consumer<Note> change) {
    Note note = find(id);
    note.expectVersion(version);
    change.accept(note);
    return notes.save(note);
  }

  private Note find(UUID id) {
    return notes.findById(id).orElseThrow(() -> new NotFoundException("note", id));
  }
}
