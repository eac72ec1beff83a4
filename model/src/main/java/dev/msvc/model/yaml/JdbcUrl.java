package dev.msvc.model.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a URL of JDBC may say in a file that somebody else may have written. Drivers take parameters
 * for classes to load, files to write and statements to run, so that all but a few are refused.
 */
final class JdbcUrl {
  private static final Pattern WHOLE =
      Pattern.compile("jdbc:(?<kind>[a-z0-9]+(?::[a-z0-9]+)?):(?<place>[^?;&]+)(?<rest>.*)");

  /** None has room for parentheses or escapes, in which some drivers take parameters, too. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/@?&=;,\\[\\]-]+");

  private static final List<String> PARAMETERS =
      List.of(
          "currentSchema",
          "databaseName",
          "encrypt",
          "sslMode",
          "sslmode",
          "sslrootcert",
          "targetServerType",
          "trustServerCertificate",
          "useSSL");

  private JdbcUrl() {}

  /** What is wrong with one, without a word of it; empty where nothing is. */
  static Optional<String> wrong(String url) {
    Matcher parts = WHOLE.matcher(url);
    if (!PLAIN.matcher(url).matches() || !parts.matches()) {
      return Optional.of("that is no address of a database");
    }
    String place = parts.group("place");
    int at = place.indexOf('@');
    // Oracle has an @ before its host, with nothing before it
    if (at > 0 || (at == 0 && !parts.group("kind").equals("oracle:thin"))) {
      return Optional.of("the address of a database has no user and no password in it");
    }
    for (String each : parts.group("rest").split("[?;&]", -1)) {
      String name = each.contains("=") ? each.substring(0, each.indexOf('=')) : each;
      if (name.toLowerCase(Locale.ROOT).matches("user.*|pass.*|pwd|uid")) {
        return Optional.of("the address of a database has no user and no password in it");
      }
      if (!name.isEmpty() && !PARAMETERS.contains(name)) {
        return Optional.of(
            "'%s' is no parameter that the address of a database may have here; there are %s"
                .formatted(name, String.join(", ", PARAMETERS)));
      }
    }
    return Optional.empty();
  }
}
