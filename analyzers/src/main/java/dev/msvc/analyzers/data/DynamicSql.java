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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flattens a mapper's statement with its dynamic tags to texts that it can have when it runs: loops
 * run once, conditions are met as far as they do not contradict each other, and there is a further
 * text for each part with tables that the others leave out.
 */
final class DynamicSql {
  private static final int MOST_TEXTS = 8;
  private static final int MOST_FAILURES = 3;
  private static final int DEEPEST = 200;
  private static final int LONGEST = 2_000_000;
  private static final int MOST_INCLUDED = 2_000;

  /** A text, or the first of two that a condition decides between. */
  private static final Pattern LITERAL =
      Pattern.compile("(?:[^'?]*\\?\\s*)?'([^']*)'(?:\\s*:.*)?", Pattern.DOTALL);

  private final XmlElement statement;
  private final Fragments fragments;
  private final Map<String, String> variables;
  private final boolean ibatis;
  private final Set<String> problems = new TreeSet<>();
  private final Set<XmlElement> taken = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean prefixed;
  private int failures;

  /** Which parts are taken, of those whose conditions can hold together. */
  private enum Taking {
    ALL,
    /** Of parts that stand side by side with nothing to connect them, the first. */
    ONE_OF_NEIGHBOURS,
    /** Those that name tables, and what a list cannot do without. */
    WITH_TABLES
  }

  private DynamicSql(
      XmlElement statement, Fragments fragments, Map<String, String> variables, boolean ibatis) {
    this.statement = statement;
    this.fragments = fragments;
    this.variables = variables;
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

  static Flattened flatten(
      MapperStatement statement, Fragments fragments, MapperVariables variables) {
    return new DynamicSql(statement.element(), fragments, variables.values(), statement.ibatis())
        .flatten();
  }

  /** Flattens the script of an annotation. */
  static Flattened flatten(XmlElement script, MapperVariables variables) {
    return new DynamicSql(script, Fragments.NONE, variables.values(), false).flatten();
  }

  private Flattened flatten() {
    Set<String> all = new LinkedHashSet<>();
    all.add(text(List.of()));
    for (List<XmlElement> path : Branches.withTables(statement, fragments)) {
      boolean more = all.size() < MOST_TEXTS && failures < MOST_FAILURES;
      XmlElement last = path.get(path.size() - 1);
      if (more && !taken.contains(last) && isNew(Branches.tables(last, fragments), all)) {
        all.add(text(path));
      }
    }
    return new Flattened(List.copyOf(all), prefixed, List.copyOf(problems));
  }

  /** Whether one of the tables is named in none of the texts. */
  private static boolean isNew(Set<String> tables, Set<String> texts) {
    return tables.stream().anyMatch(each -> texts.stream().noneMatch(text -> text.contains(each)));
  }

  /** A text with the parts of a path: of those that it could be, the first that parses. */
  private String text(List<XmlElement> path) {
    Flattening whole = new Flattening(path, Taking.ALL);
    String full = whole.statement();
    String joined = Seams.joined(full);
    String plain = sql(Seams.without(full));
    if (full.indexOf(Seams.MARK) >= 0 && !(isWhole(full, joined) && Statements.parses(plain))) {
      for (Taking each : List.of(Taking.ONE_OF_NEIGHBOURS, Taking.WITH_TABLES)) {
        Flattening some = new Flattening(path, each);
        String text = sql(Seams.joined(some.statement()));
        if (Statements.parses(text)) {
          taken.addAll(some.own);
          return text;
        }
      }
      failures++;
    }
    taken.addAll(whole.own);
    return plain;
  }

  /** Whether nothing is missing at the seams of a text, so that it can parse. */
  private static boolean isWhole(String full, String joined) {
    return Seams.squeezed(Seams.without(full)).equals(Seams.squeezed(joined));
  }

  private String sql(String flat) {
    MapperText text = MapperText.of(flat.strip(), statement.name().equals("select"), ibatis);
    prefixed |= text.prefixed();
    return text.sql();
  }

  private final class Flattening {
    private final Set<XmlElement> forced = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Assumptions assumptions = new Assumptions();
    private final Taking taking;
    private final Set<XmlElement> own = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<XmlElement> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, String> bound = new LinkedHashMap<>();
    private int length;
    private int included;
    private int whole;

    /** Whether nothing stands between the last part and what follows. */
    private boolean neighbour;

    /**
     * @param path conditional parts that are taken
     * @param taking which of the others are
     */
    Flattening(List<XmlElement> path, Taking taking) {
      this.taking = taking;
      forced.addAll(path);
      for (XmlElement each : path) {
        Condition condition = Condition.of(each);
        if (condition != null) {
          assumptions.assume(condition, true);
        }
      }
    }

    String statement() {
      return text(statement, variables, 0);
    }

    String text(XmlElement element, Map<String, String> properties, int depth) {
      StringBuilder text = new StringBuilder();
      for (XmlNode each : element.children()) {
        if (each instanceof XmlText piece) {
          String filled = filled(piece.text(), properties);
          neighbour = neighbour && filled.isBlank();
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
        case "set" -> trimmed(whole(child, properties, depth), " SET ", "", "", ",");
        case "trim" ->
            trimmed(
                whole(child, properties, depth),
                " " + child.attribute("prefix") + " ",
                " " + child.attribute("suffix") + " ",
                child.attribute("prefixOverrides"),
                child.attribute("suffixOverrides"));
        case "foreach", "iterate" -> loop(child, properties, depth);
        case "dynamic" -> dynamic(child, properties, depth);
        default -> {
          Condition condition = Condition.of(child);
          yield condition == null
              ? part(child, properties, depth)
              : conditional(child, condition, properties, depth);
        }
      };
    }

    private String conditional(
        XmlElement child, Condition condition, Map<String, String> properties, int depth) {
      boolean held = forced.contains(child);
      boolean beside = neighbour;
      boolean left =
          !held
              && taking == Taking.WITH_TABLES
              && whole == 0
              && !Branches.namesTable(child, fragments);
      if (left || (!held && !assumptions.hold(condition))) {
        return String.valueOf(Seams.MARK);
      }
      if (!held && beside && taking != Taking.ALL && Seams.opens(child)) {
        assumptions.assume(condition, false);
        return String.valueOf(Seams.MARK);
      }
      String text = part(child, properties, depth);
      neighbour = true;
      return text;
    }

    private String part(XmlElement child, Map<String, String> properties, int depth) {
      own.add(child);
      neighbour = false;
      String prepend = child.attribute("prepend");
      return " "
          + prepend
          + (prepend.isEmpty() ? Seams.MARK : " ")
          + text(child, properties, depth)
          + Seams.MARK;
    }

    /** A list of which something must be left. */
    private String whole(XmlElement child, Map<String, String> properties, int depth) {
      boolean condition = child.attribute("prefix").strip().equalsIgnoreCase("where");
      whole += condition ? 0 : 1;
      String text = text(child, properties, depth);
      whole -= condition ? 0 : 1;
      return text;
    }

    private String loop(XmlElement child, Map<String, String> properties, int depth) {
      String index = child.attribute("index");
      assumptions.loop(index, child.attribute("item"));
      String outer = index.isEmpty() ? null : bound.put(index, "0");
      String text =
          " "
              + child.attribute("prepend")
              + " "
              + child.attribute("open")
              + text(child, properties, depth)
              + child.attribute("close")
              + " ";
      if (outer == null) {
        bound.remove(index);
      } else {
        bound.put(index, outer);
      }
      return text;
    }

    /** A variable that is given a text stands for it from here on. */
    private String bound(XmlElement bind) {
      Matcher literal = LITERAL.matcher(bind.attribute("value").strip());
      if (literal.matches()) {
        bound.put(bind.attribute("name"), literal.group(1));
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
      XmlElement first = null;
      for (XmlElement each : choose.elements()) {
        if (forced.contains(each)) {
          return part(each, properties, depth);
        }
      }
      for (XmlElement each : choose.elements()) {
        Condition condition = Condition.of(each);
        boolean met = first == null && (condition == null || assumptions.hold(condition));
        first = met ? each : first;
      }
      if (first == null && !choose.elements().isEmpty()) {
        // what was assumed elsewhere fits none of them
        first = choose.elements().get(0);
      }
      return first == null ? "" : part(first, properties, depth);
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
    String text = Seams.bare(inner);
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
        text = Seams.bare(text.substring(start.length()));
        break;
      }
    }
    for (String each : suffixes.split("\\|", -1)) {
      String end = each.strip().toUpperCase(Locale.ROOT);
      if (!end.isEmpty() && text.toUpperCase(Locale.ROOT).endsWith(end)) {
        text = Seams.bare(text.substring(0, text.length() - end.length()));
        break;
      }
    }
    return prefix + text + suffix;
  }
}
