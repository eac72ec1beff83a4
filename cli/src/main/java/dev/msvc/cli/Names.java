package dev.msvc.cli;

import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import java.util.Collection;
import java.util.List;

/** What the user may have meant. */
final class Names {
  private static final int LONG = 100;

  private static final int CHOICES = 8;

  private Names() {}

  /** Several things of one name: says how to tell them apart. */
  static UserError ambiguous(String name, List<String> choices) {
    return new UserError(
        "'%s' may mean %d things".formatted(Text.shortened(name, LONG), choices.size()),
        "say which: '" + String.join("', '", choices.stream().limit(CHOICES).toList()) + "'");
  }

  /**
   * No such thing: says so, with the nearest names that there are.
   *
   * @param what is missing, with {@code %s} where its name stands
   */
  static UserError unknown(String what, String name, Collection<String> known, String list) {
    List<String> near = Nearest.of(name, known);
    String hint = near.isEmpty() ? "" : "did you mean " + String.join(", ", near) + "? ";
    return new UserError(
        "there is no " + what.replace("%s", Text.shortened(name, LONG)),
        hint + "'" + list + "' lists what there is");
  }
}
