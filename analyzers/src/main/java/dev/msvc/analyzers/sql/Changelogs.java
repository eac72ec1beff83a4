package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.source.XmlText;
import dev.msvc.model.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Liquibase's changelogs, whatever they are written in, in the order of their includes. */
final class Changelogs {
  private static final Pattern FORMATTED =
      Pattern.compile("(?i)[\\s\uFEFF]*--\\s*liquibase\\s+formatted");

  private static final List<String> CODE = List.of(".java", ".kt", ".groovy");

  private final SchemaFold fold;
  private final MigrationFiles files;
  private final Map<String, XmlElement> changelogs = new TreeMap<>();
  private final Set<String> formatted = new HashSet<>();
  private final Set<String> done = new HashSet<>();
  private final LiquibaseChanges changes;

  Changelogs(SchemaFold fold, MigrationFiles files) {
    this.fold = fold;
    this.files = files;
    this.changes = new LiquibaseChanges(fold);
  }

  /** Whether the file is worth to be offered. */
  static boolean mayBe(MigrationFile file, String text) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".sql")
        ? isFormatted(text)
        : text.contains("databaseChangeLog");
  }

  private static boolean isFormatted(String text) {
    return FORMATTED.matcher(text).lookingAt();
  }

  /** Whether the file is a changelog. */
  boolean offer(MigrationFile file, String text) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".sql")) {
      formatted.add(file.path());
      return true;
    }
    try {
      XmlElement root = name.endsWith(".xml") ? SafeXml.read(text) : ChangelogYaml.read(text);
      if (root == null || !root.name().equals("databaseChangeLog")) {
        return false;
      }
      changelogs.put(file.path(), root);
    } catch (MalformedXml broken) {
      fold.unread(file.path(), broken.line(), broken.reason());
    } catch (YamlTree.Malformed broken) {
      fold.unread(file.path(), broken.line(), broken.reason());
    }
    return true;
  }

  /** Reads those that no other includes, and through them the rest. */
  void readAll() {
    Set<String> included = new HashSet<>();
    changelogs.forEach((path, root) -> included.addAll(includes(path, root)));
    for (String path : changelogs.keySet()) {
      if (!included.contains(path)) {
        readRoot(path);
      }
    }
    // a circle has no root; changelogs in SQL may stand alone
    changelogs.keySet().forEach(this::readRoot);
    formatted.stream().sorted().forEach(this::readRoot);
  }

  private void readRoot(String path) {
    if (!done.contains(path)) {
      fold.begin(path, MigrationReader.BASES::equals);
      changes.properties().forget();
      read(path);
    }
  }

  private List<String> includes(String path, XmlElement root) {
    List<String> included = new ArrayList<>();
    for (XmlElement element : root.elements()) {
      if (element.name().equals("include")) {
        String file = files.find(path, element.attribute("file"), isRelative(element));
        if (!file.isEmpty()) {
          included.add(file);
        }
      } else if (element.name().equals("includeAll")) {
        included.addAll(files.in(path, element.attribute("path"), isRelative(element)));
      }
    }
    return included;
  }

  private void read(String path) {
    if (!done.add(path)) {
      return;
    }
    XmlElement root = changelogs.get(path);
    MigrationFile file = files.at(path);
    if (root == null && file != null && path.endsWith(".sql")) {
      fold.found(path);
      fold.script(file);
      return;
    }
    if (root == null) {
      return;
    }
    fold.read(path);
    for (XmlElement element : root.elements()) {
      switch (element.name()) {
        case "property" ->
            changes.properties().add(element.attribute("name"), element.attribute("value"));
        case "include" -> include(path, element);
        case "includeAll" ->
            files.in(path, element.attribute("path"), isRelative(element)).forEach(this::read);
        case "changeSet" -> element.elements().forEach(change -> change(path, change));
        default -> {}
      }
    }
  }

  private static boolean isRelative(XmlElement element) {
    return element.attribute("relativeToChangelogFile").equalsIgnoreCase("true");
  }

  private void include(String path, XmlElement element) {
    String file =
        files.find(path, changes.properties().in(element.attribute("file")), isRelative(element));
    if (file.isEmpty()) {
      fold.unread(
          path,
          element.line(),
          "includes '%s', which is not there".formatted(element.attribute("file")));
    } else {
      read(file);
    }
  }

  /** Whether the file is a class, which changes can name. */
  static boolean isCode(MigrationFile file) {
    return CODE.stream().anyMatch(file.path()::endsWith);
  }

  private void change(String path, XmlElement change) {
    if (change.name().equals("customChange")) {
      String type = change.attribute("class").replace('.', '/');
      for (String suffix : CODE) {
        MigrationFile code = files.at(files.find(path, "/" + type + suffix, false));
        if (code != null) {
          if (code.size() > 0) {
            fold.found(code.path());
            fold.script(code);
          }
          return;
        }
      }
    }
    boolean fromFile = change.name().equals("sqlFile") || isText(change);
    if (!fromFile || change.attribute("path").isEmpty()) {
      changes.apply(path, change);
      return;
    }
    String file =
        files.find(path, changes.properties().in(change.attribute("path")), isRelative(change));
    MigrationFile script = files.at(file);
    if (script == null) {
      fold.unread(
          path,
          change.line(),
          "names '%s', which is not there".formatted(change.attribute("path")));
    } else if (isText(change)) {
      fold.found(file);
      fold.read(file);
      changes.apply(path, withText(change, script.text().get()));
    } else {
      fold.found(file);
      fold.script(script);
    }
  }

  /** Whether the change holds SQL that a file may hold instead. */
  private static boolean isText(XmlElement change) {
    return Set.of("createView", "createProcedure", "createFunction", "createTrigger")
        .contains(change.name());
  }

  private static XmlElement withText(XmlElement change, String text) {
    return new XmlElement(
        change.name(),
        change.attributes(),
        List.of(new XmlText(text, change.line())),
        change.line());
  }
}
