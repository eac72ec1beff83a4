package dev.msvc.analyzers.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Who is who among signatures: one person has one name, whatever machine signed.
 *
 * <p>Those of the same name are one person, as {@code git shortlog} has it, and those of the same
 * e-mail, unless so many names use it that it is nobody's own.
 */
final class People {
  private static final int NAMES_OF_ONE = 3;

  private static final Pattern BOT =
      Pattern.compile(
          ".*\\[bot\\].*|(?:.*[^a-z])?bot(?:[^a-z].*)?|(?:dependa|renovate-|build)bot.*"
              + "|(?:jenkins|copilot|hudson|travis|travis ci|circleci|github[- ]actions?|gitlab[- ]ci|teamcity"
              + "|renovate|greenkeeper|snyk|weblate|transifex|crowdin|pre-commit-ci)(?:[^a-z].*)?");

  private final Mailmap mailmap;
  private final Map<Signature, String> names = new HashMap<>();

  /**
   * @param signatures one for each commit
   */
  People(Mailmap mailmap, Collection<Signature> signatures) {
    this.mailmap = mailmap;
    Map<Signature, Integer> counts = new HashMap<>();
    signatures.forEach(each -> counts.merge(mailmap.of(each), 1, Integer::sum));
    Map<String, Set<String>> users = new HashMap<>();
    for (Signature each : counts.keySet()) {
      users.computeIfAbsent(email(each), email -> new HashSet<>()).add(name(each));
    }
    Circles circles = new Circles();
    for (Signature each : counts.keySet()) {
      boolean own = users.getOrDefault(email(each), Set.of()).size() <= NAMES_OF_ONE;
      circles.join("n" + name(each), own && !email(each).isEmpty() ? "e" + email(each) : "");
    }
    Map<String, Map<String, Integer>> spellings = new HashMap<>();
    counts.forEach(
        (each, count) ->
            spellings
                .computeIfAbsent(circles.of("n" + name(each)), circle -> new TreeMap<>())
                .merge(shown(each), count, Integer::sum));
    for (Signature each : counts.keySet()) {
      names.put(each, usual(spellings.getOrDefault(circles.of("n" + name(each)), Map.of())));
    }
  }

  /** The name of whoever signed. */
  String of(Signature signature) {
    return names.getOrDefault(mailmap.of(signature), "");
  }

  /** Whether a program signed. */
  boolean isBot(Signature signature) {
    Signature is = mailmap.of(signature);
    String email = email(is);
    int at = email.indexOf('@');
    return BOT.matcher(name(is)).matches()
        || BOT.matcher(at < 0 ? email : email.substring(0, at)).matches();
  }

  /** The most used; of those, a full name before a short one. */
  private static String usual(Map<String, Integer> spellings) {
    Comparator<Map.Entry<String, Integer>> better =
        Map.Entry.<String, Integer>comparingByValue()
            .thenComparing(each -> each.getKey().length())
            .thenComparing(Map.Entry::getKey);
    return spellings.entrySet().stream().max(better).map(Map.Entry::getKey).orElse("");
  }

  private static String email(Signature signature) {
    return signature.email().toLowerCase(Locale.ROOT);
  }

  private static String name(Signature signature) {
    return shown(signature).toLowerCase(Locale.ROOT);
  }

  /** A name that can be printed: no address, no line ends. */
  private static String shown(Signature signature) {
    String name = signature.name().isBlank() ? signature.email() : signature.name();
    int at = name.indexOf('@');
    String local = at < 0 ? name : name.substring(0, at);
    String clean = local.replaceAll("[\\p{Cntrl}\\s<>]+", " ").strip();
    return clean.isEmpty() ? "unknown" : clean;
  }

  /** Things that belong together, by what they share. */
  private static final class Circles {
    private final Map<String, String> parents = new HashMap<>();

    void join(String one, String other) {
      if (other.isEmpty()) {
        return;
      }
      for (String each : List.of(one, other)) {
        parents.putIfAbsent(each, each);
      }
      parents.put(of(one), of(other));
    }

    String of(String thing) {
      String at = thing;
      for (String up = parents.getOrDefault(at, at); !up.equals(at); ) {
        String over = parents.getOrDefault(up, up);
        parents.put(at, over);
        at = up;
        up = over;
      }
      return at;
    }
  }
}
