package dev.msvc.analyzers.data;

import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.source.XmlNode;
import dev.msvc.analyzers.source.XmlText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flattens a mapper's statement with its dynamic tags to the texts it can have: conditions are
 * taken as met, loops run once, and there is one text for each branch of a choice.
 */
final class DynamicSql {
  private static final int MOST_BRANCHES = 8;
  private static final int DEEPEST = 40;

  /** A placeholder that stands for a whole condition, as MyBatis Generator writes them. */
  private static final Pattern CONDITION =
      Pattern.compile(
          "((?<!\\bin)(?<!\\bvalues)\\s\\(|\\band\\b|\\bor\\b|\\bwhere\\b)\\s*\\$\\{[^}]+\\}"
              + "(?=\\s*(?:\\)|$|(?:and|or|order|group|limit)\\b))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAMES_TABLE =
      Pattern.compile("\\b(?:from|join|into|update|select)\\b", Pattern.CASE_INSENSITIVE);

  private final Fragments fragments;

  DynamicSql(Fragments fragments) {
    this.fragments = fragments;
  }

  /** Finds a fragment that is included by its name. */
  interface Fragments {
    /** The {@code sql} element of this name; null for none. */
    @Nullable XmlElement find(String name, String namespace);
  }

  List<String> texts(XmlElement statement, String namespace) {
    Set<String> all = new LinkedHashSet<>();
    int branches = Math.min(branches(statement, namespace, 0), MOST_BRANCHES);
    for (int i = 0; i < branches; i++) {
      String text = new Flattening(i, namespace).text(statement, Map.of(), 0).strip();
      all.add(CONDITION.matcher(text).replaceAll("$1 1 = 1"));
    }
    return List.copyOf(all);
  }

  /** How many branches the widest choice between tables has; other choices change no table. */
  private int branches(XmlElement element, String namespace, int depth) {
    int most = 1;
    if (element.name().equals("choose") && NAMES_TABLE.matcher(element.text()).find()) {
      most = Math.max(1, element.elements().size());
    }
    for (XmlElement each : element.elements()) {
      XmlElement held = each;
      if (each.name().equals("include")) {
        held = fragments.find(each.attribute("refid"), namespace);
      }
      if (held != null && depth < DEEPEST) {
        most = Math.max(most, branches(held, namespace, depth + 1));
      }
    }
    return most;
  }

  private final class Flattening {
    private final int branch;
    private final String namespace;

    Flattening(int branch, String namespace) {
      this.branch = branch;
      this.namespace = namespace;
    }

    String text(XmlElement element, Map<String, String> properties, int depth) {
      StringBuilder text = new StringBuilder();
      for (XmlNode each : element.children()) {
        if (each instanceof XmlText piece) {
          text.append(filled(piece.text(), properties));
        } else if (each instanceof XmlElement child && depth < DEEPEST) {
          text.append(child(child, properties, depth + 1));
        }
      }
      return text.toString();
    }

    private String child(XmlElement child, Map<String, String> properties, int depth) {
      return switch (child.name()) {
        case "selectKey", "bind", "property" -> "";
        case "include" -> included(child, properties, depth);
        case "choose" -> chosen(child, properties, depth);
        case "where" -> trimmed(text(child, properties, depth), " WHERE ", "", "AND |OR ", "");
        case "set" -> trimmed(text(child, properties, depth), " SET ", "", "", ",");
        case "trim" ->
            trimmed(
                text(child, properties, depth),
                " " + child.attribute("prefix") + " ",
                " " + child.attribute("suffix") + " ",
                child.attribute("prefixOverrides"),
                child.attribute("suffixOverrides"));
        case "foreach", "iterate" ->
            " "
                + child.attribute("prepend")
                + " "
                + child.attribute("open")
                + text(child, properties, depth)
                + child.attribute("close")
                + " ";
        case "dynamic" -> dynamic(child, properties, depth);
        default -> " " + child.attribute("prepend") + text(child, properties, depth);
      };
    }

    private String included(XmlElement include, Map<String, String> properties, int depth) {
      String name = filled(include.attribute("refid"), properties);
      XmlElement fragment = fragments.find(name, namespace);
      if (fragment == null) {
        return "";
      }
      Map<String, String> inner = new LinkedHashMap<>(properties);
      for (XmlElement each : include.elements("property")) {
        inner.put(each.attribute("name"), filled(each.attribute("value"), properties));
      }
      return text(fragment, inner, depth);
    }

    private String chosen(XmlElement choose, Map<String, String> properties, int depth) {
      List<XmlElement> all = choose.elements();
      return all.isEmpty()
          ? ""
          : " " + text(all.get(Math.min(branch, all.size() - 1)), properties, depth);
    }

    /** iBATIS leaves out what its first part would prepend. */
    private String dynamic(XmlElement element, Map<String, String> properties, int depth) {
      return trimmed(
          text(element, properties, depth),
          " " + element.attribute("prepend") + " ",
          "",
          "AND |OR |,",
          "");
    }

    private String filled(String text, Map<String, String> properties) {
      String filled = text;
      for (Map.Entry<String, String> each : properties.entrySet()) {
        filled = filled.replace("${" + each.getKey() + "}", each.getValue());
      }
      return filled;
    }
  }

  private static String trimmed(
      String inner, String prefix, String suffix, String prefixes, String suffixes) {
    String text = inner.strip();
    if (text.isEmpty()) {
      return "";
    }
    for (String each : prefixes.split("\\|", -1)) {
      String start = each.strip().toUpperCase(Locale.ROOT);
      boolean word = !start.isEmpty() && Character.isLetter(start.charAt(start.length() - 1));
      boolean starts =
          !start.isEmpty()
              && text.toUpperCase(Locale.ROOT).startsWith(start)
              && (!word
                  || text.length() == start.length()
                  || !Character.isLetterOrDigit(text.charAt(start.length())));
      if (starts) {
        text = text.substring(start.length()).strip();
        break;
      }
    }
    for (String each : suffixes.split("\\|", -1)) {
      String end = each.strip().toUpperCase(Locale.ROOT);
      if (!end.isEmpty() && text.toUpperCase(Locale.ROOT).endsWith(end)) {
        text = text.substring(0, text.length() - end.length()).strip();
        break;
      }
    }
    return prefix + text + suffix;
  }
}
