package dev.msvc.generators.java;

import java.util.List;

/** An event: a record. */
public record JavaEvent(String name, List<String> components) {
  public JavaEvent {
    components = List.copyOf(components);
  }
}
