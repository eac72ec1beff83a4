// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.persistence;

import com.acme.notes.domain.note.Note;
import com.acme.notes.domain.note.NoteRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JpaNoteRepository extends NoteRepository, Repository<Note, UUID> {

  @Override
  @Query("select e from Note e where e.id > :id order by e.id limit :limit")
  List<Note> findAfter(UUID id, int limit);
}
