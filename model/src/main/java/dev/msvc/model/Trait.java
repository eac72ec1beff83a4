package dev.msvc.model;

import java.util.Comparator;

/**
 * Something of the code, the configuration or the build that is no data access and no entry point,
 * and yet decides how the system can be taken apart.
 *
 * @param name what it is about, by its kind: a cache, an attribute of the session, a sequence, a
 *     module; without line numbers
 * @param detail what was seen, in a few words
 * @param className type that has it; empty for configuration and build
 * @param method empty where the type as a whole or a field is meant
 */
public record Trait(
    TraitKind kind,
    String name,
    String detail,
    String className,
    String method,
    Place place,
    Certainty certainty)
    implements Comparable<Trait> {
  private static final Comparator<Trait> ORDER =
      Comparator.comparing(Trait::kind)
          .thenComparing(Trait::name)
          .thenComparing(Trait::className)
          .thenComparing(Trait::place)
          .thenComparing(Trait::method)
          .thenComparing(Trait::detail)
          .thenComparing(Trait::certainty);

  @Override
  public int compareTo(Trait other) {
    return ORDER.compare(this, other);
  }
}
