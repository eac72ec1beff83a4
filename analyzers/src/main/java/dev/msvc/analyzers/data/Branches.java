package dev.msvc.analyzers.data;

import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.source.XmlNode;
import dev.msvc.analyzers.source.XmlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of a mapper's statement that are only taken under a condition. */
final class Branches {
  private static final int DEEPEST = 200;
  private static final int MOST = 400;

  private static final Pattern NAMES_TABLE =
      Pattern.compile("\\b(?:from|join|into|update|select)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE_TABLE =
      Pattern.compile("(?:\\b(?:from|join|into|update|table)|,)\\s*$", Pattern.CASE_INSENSITIVE);

  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:from|join|into|update)\\s+(?:\\$\\{[^{}]*\\})?[\"`\\[]?(\\w[\\w.]*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\w+");

  private final DynamicSql.Fragments fragments;
  private final IdentityHashMap<XmlElement, Boolean> tables = new IdentityHashMap<>();
  private final List<List<XmlElement>> paths = new ArrayList<>();
  private final Set<String> included = new LinkedHashSet<>();
  private String before = "";

  private Branches(DynamicSql.Fragments fragments) {
    this.fragments = fragments;
  }

  /**
   * Those that name tables: each with the ones around it, the outermost first, and itself as the
   * last.
   */
  static List<List<XmlElement>> withTables(XmlElement statement, DynamicSql.Fragments fragments) {
    Branches branches = new Branches(fragments);
    branches.collect(statement, List.of(), 0);
    return List.copyOf(branches.paths);
  }

  /** Whether an element's text is only taken under a condition. */
  static boolean isOne(XmlElement element) {
    return element.name().equals("otherwise") || Condition.of(element) != null;
  }

  private void collect(XmlElement element, List<XmlElement> around, int depth) {
    boolean choose = element.name().equals("choose");
    String start = before;
    for (XmlNode each : element.children()) {
      if (each instanceof XmlText text && !text.text().isBlank()) {
        before = text.text();
      } else if (each instanceof XmlElement child && depth < DEEPEST) {
        before = choose ? start : before;
        collectChild(child, around, depth + 1);
      }
    }
  }

  private void collectChild(XmlElement child, List<XmlElement> around, int depth) {
    XmlElement held = child;
    if (child.name().equals("include")) {
      held =
          included.add(child.attribute("refid")) ? fragments.find(child.attribute("refid")) : null;
    }
    if (held == null || child.name().equals("selectKey")) {
      return;
    }
    if (!isOne(child)) {
      collect(held, around, depth);
      return;
    }
    List<XmlElement> path = new ArrayList<>(around);
    path.add(child);
    boolean names = BEFORE_TABLE.matcher(before).find() || namesTable(child);
    if (names && paths.size() < MOST) {
      paths.add(List.copyOf(path));
    }
    collect(child, path, depth);
  }

  /** Whether a part of a statement, or what it includes, names a table. */
  private boolean namesTable(XmlElement element) {
    Boolean known = tables.get(element);
    if (known == null) {
      known = namesTable(element, fragments);
      tables.put(element, known);
    }
    return known;
  }

  /** Whether a part of a statement, or what it includes, names a table. */
  static boolean namesTable(XmlElement element, DynamicSql.Fragments fragments) {
    return NAMES_TABLE.matcher(text(element, fragments)).find();
  }

  /** The tables that a part names; all of its words where none of them is seen to be one. */
  static Set<String> tables(XmlElement element, DynamicSql.Fragments fragments) {
    String text = text(element, fragments);
    Set<String> all = new LinkedHashSet<>();
    TABLE.matcher(text).results().forEach(each -> all.add(each.group(1)));
    if (all.isEmpty()) {
      WORD.matcher(text).results().forEach(each -> all.add(each.group()));
    }
    return all;
  }

  /** The text of a part of a statement and of what it includes. */
  private static String text(XmlElement element, DynamicSql.Fragments fragments) {
    StringBuilder text = new StringBuilder();
    append(element, fragments, Collections.newSetFromMap(new IdentityHashMap<>()), text);
    return text.toString();
  }

  private static void append(
      XmlElement element, DynamicSql.Fragments fragments, Set<XmlElement> seen, StringBuilder to) {
    if (!seen.add(element) || seen.size() > MOST) {
      return;
    }
    for (XmlNode each : element.children()) {
      if (each instanceof XmlText text) {
        to.append(text.text());
      } else if (each instanceof XmlElement child) {
        boolean include = child.name().equals("include");
        XmlElement held = include ? fragments.find(child.attribute("refid")) : child;
        if (held != null) {
          append(held, fragments, seen, to.append(' '));
        }
      }
    }
  }
}
