package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.source.XmlElement;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that changelogs give to the placeholders in their texts and names. */
final class LiquibaseProperties {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  private final Map<String, String> values = new HashMap<>();

  /** Of two values of a property the first counts. */
  void add(String name, String value) {
    values.putIfAbsent(name, value);
  }

  void forget() {
    values.clear();
  }

  /** A text with what is known of its placeholders put in. */
  String in(String text) {
    return text.indexOf('$') < 0
        ? text
        : PROPERTY
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1).strip(), found.group())));
  }

  /** The first name of a change that holds a property nobody defines; empty for none. */
  String unresolved(XmlElement change) {
    for (Map.Entry<String, String> attribute : change.attributes().entrySet()) {
      String key = attribute.getKey();
      String value = in(attribute.getValue());
      if (value.contains("${")
          && key.contains("Name")
          && !key.startsWith("schema")
          && !key.startsWith("catalog")
          && !key.startsWith("constraint")) {
        return value;
      }
    }
    return "";
  }
}
