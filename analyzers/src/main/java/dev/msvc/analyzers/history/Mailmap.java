package dev.msvc.analyzers.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A {@code .mailmap}: which signatures are whose, as git reads it. */
final class Mailmap {
  static final Mailmap NONE = new Mailmap("");

  /** By e-mail, and by name and e-mail; in lower case. */
  private final Map<String, Signature> proper = new HashMap<>();

  Mailmap(String text) {
    text.lines().forEach(this::add);
  }

  /** {@code Proper Name <proper@email> Commit Name <commit@email>}, with parts left out. */
  private void add(String line) {
    String rest = line.strip();
    if (rest.startsWith("#")) {
      return;
    }
    List<String> names = new ArrayList<>();
    List<String> emails = new ArrayList<>();
    while (emails.size() < 2) {
      int open = rest.indexOf('<');
      int close = rest.indexOf('>', open + 1);
      if (open < 0 || close < 0) {
        break;
      }
      names.add(rest.substring(0, open).strip());
      emails.add(rest.substring(open + 1, close).strip());
      rest = rest.substring(close + 1);
    }
    if (emails.size() == 1) {
      put("", emails.get(0), new Signature(names.get(0), ""));
    } else if (emails.size() == 2) {
      put(names.get(1), emails.get(1), new Signature(names.get(0), emails.get(0)));
    }
  }

  private void put(String name, String email, Signature is) {
    proper.merge(
        key(name, email),
        is,
        (old, young) ->
            new Signature(
                young.name().isEmpty() ? old.name() : young.name(),
                young.email().isEmpty() ? old.email() : young.email()));
  }

  /** Who made what bears this signature. */
  Signature of(Signature signature) {
    Signature is = proper.get(key(signature.name(), signature.email()));
    if (is == null) {
      is = proper.get(key("", signature.email()));
    }
    if (is == null) {
      return signature;
    }
    return new Signature(
        is.name().isEmpty() ? signature.name() : is.name(),
        is.email().isEmpty() ? signature.email() : is.email());
  }

  private static String key(String name, String email) {
    return name.toLowerCase(Locale.ROOT) + "\n" + email.toLowerCase(Locale.ROOT);
  }
}
