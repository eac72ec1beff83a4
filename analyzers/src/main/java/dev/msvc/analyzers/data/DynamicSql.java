package dev.msvc.analyzers.data;

import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.source.XmlNode;
import dev.msvc.analyzers.source.XmlText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flattens a mapper's statement with its dynamic tags to the texts it can have: conditions are
 * taken as met, loops run once, and there is one text for each branch of a choice.
 */
final class DynamicSql {
  private static final int MOST_BRANCHES = 8;
  private static final int DEEPEST = 200;
  private static final int LONGEST = 2_000_000;
  private static final int MOST_INCLUDED = 2_000;

  private static final Pattern NAMES_TABLE =
      Pattern.compile("\\b(?:from|join|into|update|select)\\b", Pattern.CASE_INSENSITIVE);

  private final XmlElement statement;
  private final Fragments fragments;
  private final boolean ibatis;
  private final Set<String> problems = new TreeSet<>();
  private boolean prefixed;
  private int included;

  private DynamicSql(XmlElement statement, Fragments fragments, boolean ibatis) {
    this.statement = statement;
    this.fragments = fragments;
    this.ibatis = ibatis;
  }

  /** Finds a fragment that is included by its name. */
  interface Fragments {
    /** No fragments, as in an annotation. */
    Fragments NONE = name -> null;

    /** The {@code sql} element of this name; null for none. */
    @Nullable XmlElement find(String name);
  }

  /**
   * The texts that a statement can have.
   *
   * @param prefixed whether a table's name lacks what is only known when the program is configured
   * @param problems what is wrong with what it includes, sorted
   */
  record Flattened(List<String> texts, boolean prefixed, List<String> problems) {}

  static Flattened flatten(MapperStatement statement, Fragments fragments) {
    return new DynamicSql(statement.element(), fragments, statement.ibatis()).flatten();
  }

  /** Flattens the script of an annotation. */
  static Flattened flatten(XmlElement script) {
    return new DynamicSql(script, Fragments.NONE, false).flatten();
  }

  private Flattened flatten() {
    Set<String> all = new LinkedHashSet<>();
    int branches = Math.min(branches(statement, new LinkedHashSet<>()), MOST_BRANCHES);
    for (int i = 0; i < branches; i++) {
      included = 0;
      String flat = new Flattening(i).text(statement, Map.of(), 0).strip();
      MapperText text = MapperText.of(flat, statement.name().equals("select"), ibatis);
      all.add(text.sql());
      prefixed |= text.prefixed();
    }
    return new Flattened(List.copyOf(all), prefixed, List.copyOf(problems));
  }

  /** How many branches the widest choice between tables has; other choices change no table. */
  private int branches(XmlElement element, Set<String> seen) {
    int most = 1;
    if (element.name().equals("choose") && NAMES_TABLE.matcher(element.text()).find()) {
      most = Math.max(1, element.elements().size());
    }
    for (XmlElement each : element.elements()) {
      XmlElement held = each;
      if (each.name().equals("include")) {
        held = seen.add(each.attribute("refid")) ? fragments.find(each.attribute("refid")) : null;
      }
      if (held != null) {
        most = Math.max(most, branches(held, seen));
      }
    }
    return most;
  }

  private final class Flattening {
    private final int branch;
    private final Set<XmlElement> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, String> bound = new LinkedHashMap<>();
    private int length;

    Flattening(int branch) {
      this.branch = branch;
    }

    String text(XmlElement element, Map<String, String> properties, int depth) {
      StringBuilder text = new StringBuilder();
      for (XmlNode each : element.children()) {
        if (each instanceof XmlText piece) {
          String filled = filled(piece.text(), properties);
          length += filled.length();
          text.append(length > LONGEST ? "" : filled);
        } else if (each instanceof XmlElement child && depth < DEEPEST) {
          text.append(child(child, properties, depth + 1));
        }
      }
      return text.toString();
    }

    private String child(XmlElement child, Map<String, String> properties, int depth) {
      return switch (child.name()) {
        case "selectKey", "property" -> "";
        case "bind" -> bound(child);
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
        default -> " " + child.attribute("prepend") + " " + text(child, properties, depth);
      };
    }

    /** A variable that is given a text stands for it from here on. */
    private String bound(XmlElement bind) {
      String value = bind.attribute("value").strip();
      boolean literal =
          value.length() > 1
              && value.startsWith("'")
              && value.indexOf('\'', 1) == value.length() - 1;
      if (literal) {
        bound.put(bind.attribute("name"), value.substring(1, value.length() - 1));
      }
      return "";
    }

    private String included(XmlElement include, Map<String, String> properties, int depth) {
      String name = filled(include.attribute("refid"), properties);
      XmlElement fragment = fragments.find(name);
      if (fragment == null) {
        // a part of the name that is configured is empty for most databases
        fragment = fragments.find(name.replaceAll("\\$\\{[^{}]*\\}", ""));
      }
      if (fragment == null) {
        problems.add("fragment '%s' is not there".formatted(name));
        return "";
      }
      if (++included > MOST_INCLUDED || length > LONGEST) {
        problems.add("more is included than is followed");
        return "";
      }
      if (!open.add(fragment)) {
        problems.add("fragment '%s' includes itself".formatted(name));
        return "";
      }
      Map<String, String> inner = new LinkedHashMap<>(properties);
      for (XmlElement each : include.elements("property")) {
        inner.put(each.attribute("name"), filled(each.attribute("value"), properties));
      }
      String text = text(fragment, inner, depth);
      open.remove(fragment);
      return text;
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
      if (filled.indexOf('$') >= 0) {
        for (Map.Entry<String, String> each : properties.entrySet()) {
          filled = filled.replace("${" + each.getKey() + "}", each.getValue());
        }
        for (Map.Entry<String, String> each : bound.entrySet()) {
          filled = filled.replace("${" + each.getKey() + "}", each.getValue());
        }
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
