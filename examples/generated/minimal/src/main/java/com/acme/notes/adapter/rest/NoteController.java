// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.rest;

import com.acme.notes.application.NoteService;
import com.acme.notes.domain.note.Note;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/notes")
class NoteController {

  private final NoteService service;

  NoteController(NoteService service) {
    this.service = service;
  }

  @PostMapping
  ResponseEntity<NoteResponse> create(@Valid @RequestBody NoteRequest request) {
    Note note = service.create(request.toDomain());
    return ResponseEntity.created(URI.create("/notes/" + note.id()))
        .eTag(String.valueOf(note.version()))
        .body(NoteResponse.of(note));
  }

  @GetMapping("/{id}")
  ResponseEntity<NoteResponse> get(@PathVariable UUID id) {
    return ok(service.get(id));
  }

  @GetMapping
  NotePage list(
      @RequestParam(defaultValue = "0") @Min(0) @Max(200) int pageSize,
      @RequestParam(required = false) @Nullable String pageToken) {
    return NotePage.of(service.list(pageSize, pageToken));
  }

  @PutMapping("/{id}")
  ResponseEntity<NoteResponse> update(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody NoteRequest request) {
    return ok(service.update(id, IfMatch.requiredVersion(ifMatch), request.toDomain()));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    service.delete(id, IfMatch.version(ifMatch));
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<NoteResponse> ok(Note note) {
    return ResponseEntity.ok().eTag(String.valueOf(note.version())).body(NoteResponse.of(note));
  }
}
