package dev.msvc.bench.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Tables and views that SQL files and Liquibase's XML create. */
final class Schema {
  private static final String NAME = "([\\w.$`\"\\[\\]#]+)";
  private static final Pattern CREATED =
      Pattern.compile(
          "(?i)\\bcreate\\s+(?:or\\s+replace\\s+)?(?:force\\s+)?"
              + "(?:unlogged\\s+|cached\\s+|memory\\s+|materialized\\s+)*"
              + "(?:table|view)\\s+(?:if\\s+not\\s+exists\\s+)?"
              + NAME);
  private static final Pattern DROPPED =
      Pattern.compile(
          "(?i)\\bdrop\\s+(?:materialized\\s+)?(?:table|view)\\s+(?:if\\s+exists\\s+)?" + NAME);
  private static final Pattern CASCADED =
      Pattern.compile("(?i)\\bdrop\\s+table\\s+(?:if\\s+exists\\s+)?" + NAME + "\\s+cascade\\b");

  private static final Pattern WORD = Pattern.compile(NAME);

  /** A view, and what it reads. */
  private static final Pattern VIEW =
      Pattern.compile(
          "(?i)\\bcreate\\s+(?:or\\s+replace\\s+)?(?:force\\s+)?view\\s+" + NAME + "([^;]*)");

  private static final Pattern RENAMED =
      Pattern.compile(
          "(?i)\\balter\\s+table\\s+(?:if\\s+exists\\s+)?"
              + NAME
              + "\\s+rename\\s+(?:to|as)\\s+"
              + NAME);
  private static final Pattern TOUCHED =
      Pattern.compile(
          "(?i)\\b(?:alter\\s+table|insert\\s+into|update|delete\\s+from|from|join|references)\\s+"
              + "(?:if\\s+exists\\s+|only\\s+)?"
              + NAME);

  private static final Pattern TEARS_DOWN = Pattern.compile("(?i)[/\\\\._-](drop|undo|clean)");

  /** Named as Flyway's, whatever else its name says. */
  private static final Pattern VERSIONED = Pattern.compile(".*[/\\\\]V[\\d._]+__[^/\\\\]*");

  final Set<String> created = new LinkedHashSet<>();

  /** Also what was dropped or renamed again, and what is only used. */
  final Set<String> mentioned = new LinkedHashSet<>();

  void sql(Collection<Path> files) throws IOException {
    Set<String> gone = new LinkedHashSet<>();
    Set<String> cascaded = new LinkedHashSet<>();
    Map<String, String> views = new LinkedHashMap<>();
    for (Path file : files) {
      String text =
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
              .replaceAll("(?s)/\\*.*?\\*/", " ")
              .replaceAll("--[^\n]*", " ");
      each(CREATED, text, 1, created);
      // a script that takes all down is no migration
      if (VERSIONED.matcher(file.toString()).matches()
          || !TEARS_DOWN.matcher(file.toString()).find()) {
        each(DROPPED, text, 1, gone);
        each(CASCADED, text, 1, cascaded);
      }
      VIEW.matcher(text).results().forEach(each -> views.put(each.group(1), each.group(2)));
      each(RENAMED, text, 1, gone);
      each(RENAMED, text, 2, created);
      each(TOUCHED, text, 1, mentioned);
    }
    // a view goes with what it reads
    views.forEach(
        (view, body) -> {
          Set<String> read = new LinkedHashSet<>();
          each(WORD, body, 0, read);
          read.retainAll(cascaded);
          if (!read.isEmpty()) {
            each(WORD, view, 0, gone);
          }
        });
    // a table that some file drops may be there at the end, or not: the order is the tool's
    mentioned.addAll(created);
    mentioned.addAll(gone);
    created.removeAll(gone);
  }

  void liquibase(Collection<Element> roots) {
    Set<String> gone = new LinkedHashSet<>();
    for (Element root : roots) {
      if (!Xml.name(root).equals("databaseChangeLog")) {
        continue;
      }
      for (Element change :
          Xml.all(
              root,
              "createTable",
              "createView",
              "renameTable",
              "renameView",
              "dropTable",
              "dropView")) {
        if (Xml.name((Element) change.getParentNode()).equals("rollback")) {
          continue;
        }
        switch (Xml.name(change)) {
          case "createTable" -> created.add(Names.table(change.getAttribute("tableName")));
          case "createView" -> created.add(Names.table(change.getAttribute("viewName")));
          case "renameTable" -> {
            gone.add(Names.table(change.getAttribute("oldTableName")));
            created.add(Names.table(change.getAttribute("newTableName")));
          }
          case "dropTable" -> gone.add(Names.table(change.getAttribute("tableName")));
          default -> mentioned.add(Names.table(change.getAttribute("viewName")));
        }
      }
      for (Element sql : Xml.all(root, "sql")) {
        each(CREATED, sql.getTextContent(), 1, mentioned);
        each(TOUCHED, sql.getTextContent(), 1, mentioned);
      }
      for (Element any : Xml.all(root, "insert", "update", "delete", "addColumn", "createIndex")) {
        mentioned.add(Names.table(any.getAttribute("tableName")));
      }
    }
    mentioned.addAll(created);
    mentioned.addAll(gone);
    created.removeAll(gone);
  }

  private static void each(Pattern pattern, String text, int group, Set<String> to) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String name = Names.table(matcher.group(group));
      if (!List.of("if", "select", "set", "as").contains(name)) {
        to.add(name);
      }
    }
  }
}
