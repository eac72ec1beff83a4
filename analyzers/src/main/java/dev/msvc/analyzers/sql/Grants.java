package dev.msvc.analyzers.sql;

import dev.msvc.model.Grant;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applies GRANT and REVOKE; a role that is given to a user, and rights on no object, don't count.
 */
final class Grants extends TokenWalk {
  private static final Set<String> OBJECT_WORDS =
      Set.of(
          ("table sequence function procedure routine schema database type domain language object"
                  + " package foreign server large directory")
              .split(" "));

  private Grants(String text) {
    super(text, Tokens.of(text), 1);
  }

  static void apply(String text, DatabaseObjects objects, Place place) {
    new Grants(text).apply(objects, place);
  }

  private void apply(DatabaseObjects objects, Place place) {
    boolean grant = word(0).equals("grant");
    Set<String> privileges = privileges();
    if (!word(at).equals("on")) {
      return;
    }
    at++;
    List<String> names = objects();
    while (at < tokens.size() && !Set.of("to", "from").contains(word(at))) {
      at++;
    }
    at++;
    do {
      at += signAt(at, ",") ? 1 : 0;
      skip("group");
      skip("role");
      String grantee = grantee();
      for (String name : grantee.isEmpty() ? List.<String>of() : names) {
        if (isDynamic(name + grantee)) {
          continue;
        }
        if (grant) {
          objects.grant(new Grant(grantee, List.copyOf(privileges), name, place));
        } else {
          objects.revoke(grantee, name);
        }
      }
    } while (signAt(at, ","));
  }

  /** A name, or MySQL's {@code 'user'@'host'}. */
  private String grantee() {
    if (at < tokens.size() && tokens.get(at).kind() == Token.Kind.STRING) {
      String user = Literals.plain(tokens.get(at++).text());
      while (at < tokens.size()
          && (word(at).startsWith("@")
              || signAt(at, "@")
              || tokens.get(at).kind() == Token.Kind.STRING)) {
        at++;
      }
      return user;
    }
    String name = name();
    int host = name.indexOf('@');
    while (at < tokens.size() && (word(at).startsWith("@") || signAt(at, "@"))) {
      at += 2;
    }
    return host > 0 ? name.substring(0, host) : name;
  }

  private Set<String> privileges() {
    Set<String> privileges = new TreeSet<>();
    StringBuilder words = new StringBuilder();
    int depth = 0;
    while (at < tokens.size() && !(depth == 0 && Set.of("on", "to", "from").contains(word(at)))) {
      depth += signAt(at, "(") ? 1 : signAt(at, ")") ? -1 : 0;
      if (depth == 0 && signAt(at, ",")) {
        privileges.add(words.toString());
        words.setLength(0);
      } else if (depth == 0 && isName(at)) {
        words.append(words.isEmpty() ? "" : " ");
        words.append(tokens.get(at).text().toUpperCase(Locale.ROOT));
      }
      at++;
    }
    privileges.add(words.toString().replace("ALL PRIVILEGES", "ALL"));
    privileges.remove("");
    return privileges;
  }

  private List<String> objects() {
    boolean all = word(at).equals("all");
    if (all) {
      while (at < tokens.size() && !word(at).equals("schema")) {
        at++;
      }
      at++;
    }
    if (OBJECT_WORDS.contains(word(at)) && (isName(at + 1) || signAt(at + 1, "::"))) {
      at++;
    }
    at += signAt(at, "::") ? 1 : 0;
    List<String> names = new ArrayList<>();
    do {
      at += signAt(at, ",") ? 1 : 0;
      String name = signAt(at, "*") ? "" : name();
      if (name.endsWith(".") || signAt(at, "*")) {
        // MySQL's *.* and shop.*
        while (signAt(at, "*") || signAt(at, ".")) {
          at++;
        }
        name = name.isEmpty() ? "*" : name + "*";
      }
      if (signAt(at, "(")) {
        at = Math.min(tokens.size(), behind(at));
      }
      if (!name.isEmpty()) {
        names.add(all ? name + ".*" : name);
      }
    } while (signAt(at, ","));
    return names;
  }

  private int behind(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += signAt(i, "(") ? 1 : signAt(i, ")") ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return tokens.size();
  }
}
