// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain.note;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes for tests, each another one. */
public final class NoteSamples {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private NoteSamples() {}

  public static NoteDetails details() {
    int n = COUNT.incrementAndGet();
    return new NoteDetails("title-%d".formatted(n), "text");
  }

  public static Note note() {
    return new Note(id(), details());
  }

  /** An id that no other one of the tests has. */
  public static UUID id() {
    return UUID.randomUUID();
  }

  /** What a caller of the REST API sends. */
  public static String json() {
    int n = COUNT.incrementAndGet();
    return """
    {
      "title": "%s",
      "text": "text"
    }
    """
        .formatted("title-%d".formatted(n));
  }
}
