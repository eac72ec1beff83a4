package dev.msvc.analyzers.draft;

import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.TypeName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Names of the monolith made into names of a service, each type's once. */
final class DraftNames {
  /** What services have themselves, and what every object of Java has. */
  private static final Set<String> TAKEN =
      Set.of(
          "id",
          "version",
          "etag",
          "each",
          "aggregateId",
          "domainEvents",
          "expectVersion",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private final Map<String, String> taken = new HashMap<>();

  /**
   * A type's name, the same each time.
   *
   * @param of what it names: a class or a table of the monolith
   */
  TypeName type(String of, String wanted) {
    String letters = wanted.replaceAll("[^A-Za-z0-9]+", "_");
    StringBuilder name = new StringBuilder();
    for (String word : letters.split("_", -1)) {
      if (!word.isEmpty()) {
        boolean shouts = word.equals(word.toUpperCase(Locale.ROOT));
        name.append(Character.toUpperCase(word.charAt(0)))
            .append(shouts ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1));
      }
    }
    String base = name.toString().replaceFirst("^[0-9]+", "");
    String candidate = base.isEmpty() ? "Thing" : base.substring(0, Math.min(50, base.length()));
    if (made(candidate, TypeName::new).isEmpty()) {
      candidate += "Data";
    }
    String free = candidate;
    for (int i = 2; !taken.computeIfAbsent(free, none -> of).equals(of); i++) {
      free = candidate + i;
    }
    return new TypeName(free);
  }

  /** Whether a name of a type is given already. */
  boolean isTaken(String name) {
    return taken.containsKey(name);
  }

  /** A field's name; another where the service has that name for itself. */
  static Optional<FieldName> field(String wanted) {
    String letters = wanted.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
    if (letters.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder();
    for (String word : letters.split("_", -1)) {
      boolean shouts = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      String rest = shouts ? word.toLowerCase(Locale.ROOT) : word;
      name.append(
          name.length() == 0 ? rest : Character.toUpperCase(rest.charAt(0)) + rest.substring(1));
    }
    String first = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    Optional<FieldName> made =
        TAKEN.contains(first) ? Optional.empty() : made(first, FieldName::new);
    return made.isPresent() ? made : made(first + "Value", FieldName::new);
  }

  /** As a constant is written: {@code CardPayment} is {@code CARD_PAYMENT}. */
  static String constant(String type) {
    return type.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  static Optional<EnumLabel> label(String constant) {
    return made(constant, EnumLabel::new);
  }

  private static <T> Optional<T> made(String name, Function<String, T> maker) {
    try {
      return Optional.of(maker.apply(name));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }
}
