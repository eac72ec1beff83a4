package dev.msvc.generators.proto;

import dev.msvc.model.service.Unmade;
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
   * @param part of the service that it is made of
   */
  void take(String name, String as, Object part) {
    String before = names.putIfAbsent(name.toLowerCase(Locale.ROOT), as);
    if (before != null) {
      throw new Unmade(
          part,
          "the contract would have '%s' twice: as %s and as %s".formatted(name, before, as),
          "choose another name");
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
