// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain.note;

import com.acme.notes.domain.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "notes")
public class Note extends Aggregate {

  @Id private UUID id;

  private String title;

  private @Nullable String text;

  /** For JPA. */
  protected Note() {}

  public Note(UUID id, NoteDetails details) {
    this.id = id;
    set(details);
  }

  public void update(NoteDetails details) {
    set(details);
  }

  private void set(NoteDetails details) {
    this.title = details.title();
    this.text = details.text();
  }

  public UUID id() {
    return id;
  }

  public String title() {
    return title;
  }

  public @Nullable String text() {
    return text;
  }
}
