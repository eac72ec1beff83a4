package dev.msvc.generators.proto;

import dev.msvc.model.UserError;
import dev.msvc.model.service.ServiceSpec;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names of a contract, each once: capitals make no other name, since they make no other file.
 */
final class Taken {
  private final Map<String, String> names = new HashMap<>();

  /**
   * Takes a name.
   *
   * @param as what it is for, as a message says it
   */
  void take(String name, String as) {
    String before = names.putIfAbsent(name.toLowerCase(Locale.ROOT), as);
    if (before != null) {
      throw new UserError(
          "the contract would have '%s' twice: as %s and as %s".formatted(name, before, as),
          "choose another name in " + ServiceSpec.FILE);
    }
  }

  /** The first of {@code name}, {@code name + more}, ... that is free. */
  String free(String name, String more) {
    String free = name;
    while (names.containsKey(free.toLowerCase(Locale.ROOT))) {
      free += more;
    }
    return free;
  }
}
