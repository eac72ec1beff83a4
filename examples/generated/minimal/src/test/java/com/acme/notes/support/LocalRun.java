// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.support;

import com.acme.notes.NotesApplication;

/**
 * Starts the service for trying it out: {@code mvn spring-boot:test-run}. Prints what to call it
 * with.
 */
public final class LocalRun {

  private LocalRun() {}

  public static void main(String[] args) {
    TestEnvironment.variables()
        .forEach((name, value) -> System.setProperty(name, value.toString()));
    System.setProperty("logging.level.root", "info");
    NotesApplication.main(args);
    String token = TestEnvironment.ISSUER.token("notes-read", "notes-write");
    System.out.printf("%nexport TOKEN=%s%n%n", token);
  }
}
