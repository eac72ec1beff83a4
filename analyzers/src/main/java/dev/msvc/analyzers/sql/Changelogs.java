package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
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

  private final MigrationReader reader;
  private final Map<String, MigrationFile> files = new TreeMap<>();
  private final Map<String, XmlElement> changelogs = new TreeMap<>();
  private final Set<String> formatted = new HashSet<>();
  private final Set<String> done = new HashSet<>();
  private final LiquibaseChanges changes;

  Changelogs(MigrationReader reader, List<MigrationFile> files) {
    this.reader = reader;
    this.changes = new LiquibaseChanges(reader);
    files.forEach(file -> this.files.put(file.path(), file));
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
      reader.unread(file.path(), broken.line(), broken.reason());
    } catch (YamlTree.Malformed broken) {
      reader.unread(file.path(), broken.line(), broken.reason());
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
      reader.begin(path, earlier -> false);
      changes.forgetProperties();
      read(path);
    }
  }

  private List<String> includes(String path, XmlElement root) {
    List<String> included = new ArrayList<>();
    for (XmlElement element : root.elements()) {
      if (element.name().equals("include")) {
        String file = resolve(path, element, element.attribute("file"));
        if (!file.isEmpty()) {
          included.add(file);
        }
      } else if (element.name().equals("includeAll")) {
        included.addAll(filesIn(path, element));
      }
    }
    return included;
  }

  private String resolve(String from, XmlElement element, String written) {
    String file = written.replace('\\', '/').replaceFirst("^classpath\\*?:", "");
    boolean relative = element.attribute("relativeToChangelogFile").equalsIgnoreCase("true");
    String folder = from.substring(0, from.lastIndexOf('/') + 1);
    String beside = normalized(folder + file);
    if (relative || files.containsKey(beside)) {
      return files.containsKey(beside) ? beside : "";
    }
    String wanted = normalized(file.replaceFirst("^/+", ""));
    if (files.containsKey(wanted)) {
      return wanted;
    }
    String best = "";
    for (String path : files.keySet()) {
      if (path.endsWith("/" + wanted)
          && (best.isEmpty() || common(path, from) > common(best, from))) {
        best = path;
      }
    }
    return best;
  }

  private List<String> filesIn(String from, XmlElement element) {
    String wanted =
        element.attribute("path").replace('\\', '/').replaceFirst("^classpath\\*?:", "");
    String folder = from.substring(0, from.lastIndexOf('/') + 1);
    boolean relative = element.attribute("relativeToChangelogFile").equalsIgnoreCase("true");
    String plain = normalized(wanted.replaceFirst("^/+", "")).replaceFirst("/+$", "") + "/";
    String beside = normalized(folder + wanted).replaceFirst("/+$", "") + "/";
    List<String> found = new ArrayList<>();
    for (String path : files.keySet()) {
      boolean in =
          relative
              ? path.startsWith(beside)
              : ("/" + path).contains("/" + plain) || path.startsWith(beside);
      if (in && !path.equals(from)) {
        found.add(path);
      }
    }
    return found;
  }

  private static int common(String left, String right) {
    int i = 0;
    while (i < Math.min(left.length(), right.length()) && left.charAt(i) == right.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String normalized(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".") && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private void read(String path) {
    if (!done.add(path)) {
      return;
    }
    XmlElement root = changelogs.get(path);
    MigrationFile file = files.get(path);
    if (root == null && file != null && path.endsWith(".sql")) {
      reader.found(path);
      reader.script(file);
      return;
    }
    if (root == null) {
      return;
    }
    reader.read(path);
    for (XmlElement element : root.elements()) {
      switch (element.name()) {
        case "property" -> changes.property(element.attribute("name"), element.attribute("value"));
        case "include" -> include(path, element);
        case "includeAll" -> filesIn(path, element).forEach(this::read);
        case "changeSet" -> element.elements().forEach(change -> change(path, change));
        default -> {}
      }
    }
  }

  private void include(String path, XmlElement element) {
    String file = resolve(path, element, changes.substituted(element.attribute("file")));
    if (file.isEmpty()) {
      reader.unread(
          path,
          element.line(),
          "includes '%s', which is not there".formatted(element.attribute("file")));
    } else {
      read(file);
    }
  }

  private void change(String path, XmlElement change) {
    if (!change.name().equals("sqlFile")) {
      changes.apply(path, change);
      return;
    }
    String file = resolve(path, change, changes.substituted(change.attribute("path")));
    MigrationFile script = files.get(file);
    if (script == null) {
      reader.unread(
          path,
          change.line(),
          "names '%s', which is not there".formatted(change.attribute("path")));
    } else {
      reader.found(file);
      reader.script(script);
    }
  }
}
