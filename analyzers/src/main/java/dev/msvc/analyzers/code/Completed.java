package dev.msvc.analyzers.code;

import java.util.List;
import java.util.Map;

/**
 * A text that a class leaves to its subclasses to complete, by a method that they override or by
 * what they hand to its constructor.
 *
 * @param open what the class itself says, with {@link Texts#HOLE} for what it leaves open
 * @param by what it is on objects of each class
 */
public record Completed(List<String> open, Map<JavaType, List<String>> by) {
  /** Keeps the order of the classes. */
  public Completed {
    open = List.copyOf(open);
  }
}
