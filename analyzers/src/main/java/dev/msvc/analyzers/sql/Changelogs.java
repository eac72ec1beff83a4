package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.source.XmlNode;
import dev.msvc.analyzers.source.XmlText;
import dev.msvc.model.Key;
import dev.msvc.model.Place;
import dev.msvc.model.TableKind;
import dev.msvc.model.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Liquibase's changelogs, whatever they are written in, in the order of their includes. */
final class Changelogs {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  private static final Pattern FORMATTED =
      Pattern.compile("(?i)[\\s\uFEFF]*--\\s*liquibase\\s+formatted");

  /** Lists of YAML that XML has no element for. */
  private static final Set<String> LISTS = Set.of("changes", "columns", "databaseChangeLog");

  /** Changes that leave tables, columns and keys as they are. */
  private static final Set<String> OTHER =
      Set.of(
          "preConditions",
          "rollback",
          "comment",
          "validCheckSum",
          "createIndex",
          "dropIndex",
          "addNotNullConstraint",
          "dropNotNullConstraint",
          "addDefaultValue",
          "dropDefaultValue",
          "addAutoIncrement",
          "createSequence",
          "dropSequence",
          "alterSequence",
          "renameSequence",
          "setTableRemarks",
          "setColumnRemarks",
          "tagDatabase",
          "empty",
          "output",
          "stop",
          "createProcedure",
          "dropProcedure",
          "modifySql",
          "addCheckConstraint",
          "markUnused",
          "enableCheckConstraint",
          "disableCheckConstraint",
          "createFunction",
          "createTrigger");

  private final MigrationReader reader;
  private final Map<String, MigrationFile> files = new TreeMap<>();
  private final Map<String, XmlElement> changelogs = new TreeMap<>();
  private final Set<String> formatted = new HashSet<>();
  private final Map<String, String> properties = new HashMap<>();
  private final Set<String> done = new HashSet<>();

  Changelogs(MigrationReader reader, List<MigrationFile> files) {
    this.reader = reader;
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
      XmlElement root = name.endsWith(".xml") ? SafeXml.read(text) : fromYaml(text);
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
      properties.clear();
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
        case "property" ->
            properties.putIfAbsent(element.attribute("name"), element.attribute("value"));
        case "include" -> include(path, element);
        case "includeAll" -> filesIn(path, element).forEach(this::read);
        case "changeSet" -> element.elements().forEach(change -> change(path, change));
        default -> {}
      }
    }
  }

  private void include(String path, XmlElement element) {
    String file = resolve(path, element, substituted(element.attribute("file")));
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
    Place place = new Place(path, change.line());
    switch (change.name()) {
      case "insert", "update", "delete", "loadData", "loadUpdateData" -> {
        reader.dataChanged();
        return;
      }
      case "sql" -> {
        String text = change.text().isBlank() ? change.attribute("sql") : change.text();
        reader.statements(path, substituted(text), Math.max(0, change.line() - 1));
        return;
      }
      case "sqlFile" -> {
        String file = resolve(path, change, substituted(change.attribute("path")));
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
        return;
      }
      case "customChange", "executeCommand" -> {
        reader.unread(path, change.line(), "runs a program: " + change.name());
        return;
      }
      default -> {
        if (OTHER.contains(change.name())) {
          if (change.name().equals("createIndex")) {
            uniqueIndex(change);
          }
          return;
        }
      }
    }
    String table = table(change);
    String dynamic = unresolved(change);
    if (dynamic.isEmpty()) {
      reader.applied(
          apply(change, table, place), place, "a change that is not known: " + change.name());
    } else {
      reader.applied(false, place, "'%s' is only known when the migration runs".formatted(dynamic));
    }
  }

  private void uniqueIndex(XmlElement change) {
    if (change.attribute("unique").equalsIgnoreCase("true") && unresolved(change).isEmpty()) {
      reader
          .schema()
          .addKey(
              table(change),
              value(change, "indexName"),
              Key.Kind.UNIQUE,
              change.elements("column").stream().map(column -> value(column, "name")).toList());
    }
  }

  private boolean apply(XmlElement change, String table, Place place) {
    Schema schema = reader.schema();
    switch (change.name()) {
      case "createTable" -> {
        if (schema.create(table, TableKind.TABLE, place)) {
          columns(change, table, place);
        }
      }
      case "addColumn" -> columns(change, table, place);
      case "dropTable" -> schema.drop(table);
      case "renameTable" ->
          schema.rename(
              qualified(change, value(change, "oldTableName")), value(change, "newTableName"));
      case "dropColumn" -> {
        names(value(change, "columnName")).forEach(name -> schema.dropColumn(table, name));
        change.elements("column").forEach(c -> schema.dropColumn(table, value(c, "name")));
      }
      case "renameColumn" ->
          schema.renameColumn(
              table, value(change, "oldColumnName"), value(change, "newColumnName"));
      case "modifyDataType" ->
          schema.modifyColumn(table, value(change, "columnName"), value(change, "newDataType"));
      case "addPrimaryKey" ->
          schema.addKey(
              table,
              value(change, "constraintName"),
              Key.Kind.PRIMARY,
              names(value(change, "columnNames")));
      case "dropPrimaryKey" -> schema.dropPrimaryKey(table);
      case "addUniqueConstraint" ->
          schema.addKey(
              table,
              value(change, "constraintName"),
              Key.Kind.UNIQUE,
              names(value(change, "columnNames")));
      case "dropUniqueConstraint" -> schema.dropConstraint(table, value(change, "constraintName"));
      case "addForeignKeyConstraint" ->
          schema.addForeignKey(
              value(change, "baseTableName"),
              value(change, "constraintName"),
              names(value(change, "baseColumnNames")),
              value(change, "referencedTableName"),
              names(value(change, "referencedColumnNames")),
              place);
      case "dropForeignKeyConstraint" ->
          schema.dropConstraint(value(change, "baseTableName"), value(change, "constraintName"));
      case "dropAllForeignKeyConstraints" -> schema.dropForeignKeys(value(change, "baseTableName"));
      case "createView" -> {
        String query = change.text().isBlank() ? value(change, "selectQuery") : change.text();
        List<String> reads = reader.sql().read(substituted(query)).tables();
        schema.createView(qualified(change, value(change, "viewName")), false, reads, place);
      }
      case "dropView" -> schema.drop(qualified(change, value(change, "viewName")));
      case "renameView" ->
          schema.rename(
              qualified(change, value(change, "oldViewName")), value(change, "newViewName"));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void columns(XmlElement change, String table, Place place) {
    Schema schema = reader.schema();
    List<String> primary = new ArrayList<>();
    String primaryName = "";
    for (XmlElement column : change.elements("column")) {
      String name = value(column, "name");
      schema.addColumn(table, name, value(column, "type"));
      for (XmlElement constraints : column.elements("constraints")) {
        if (value(constraints, "primaryKey").equalsIgnoreCase("true")) {
          primary.add(name);
          primaryName = value(constraints, "primaryKeyName");
        }
        if (value(constraints, "unique").equalsIgnoreCase("true")) {
          schema.addKey(
              table, value(constraints, "uniqueConstraintName"), Key.Kind.UNIQUE, List.of(name));
        }
        inlineForeignKey(table, name, constraints, place);
      }
    }
    schema.addKey(table, primaryName, Key.Kind.PRIMARY, primary);
  }

  private void inlineForeignKey(String table, String column, XmlElement constraints, Place place) {
    String target = value(constraints, "referencedTableName");
    List<String> columns = names(value(constraints, "referencedColumnNames"));
    String references = value(constraints, "references");
    int open = references.indexOf('(');
    if (target.isEmpty() && !references.isEmpty()) {
      target = open < 0 ? references.strip() : references.substring(0, open).strip();
      columns =
          open < 0 ? List.of() : names(references.substring(open + 1).replaceFirst("\\).*$", ""));
    }
    if (!target.isEmpty()) {
      reader
          .schema()
          .addForeignKey(
              table,
              value(constraints, "foreignKeyName"),
              List.of(column),
              Uses.withoutQuotes(target),
              columns,
              place);
    }
  }

  private String table(XmlElement change) {
    return qualified(change, value(change, "tableName"));
  }

  private String qualified(XmlElement change, String name) {
    String schemaName = value(change, "schemaName");
    return schemaName.isEmpty() || schemaName.contains("${") ? name : schemaName + "." + name;
  }

  private String value(XmlElement element, String attribute) {
    return substituted(element.attribute(attribute));
  }

  private String substituted(String text) {
    return text.indexOf('$') < 0
        ? text
        : PROPERTY
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        properties.getOrDefault(found.group(1).strip(), found.group())));
  }

  /** The first name that holds a property nobody defines; empty for none. */
  private String unresolved(XmlElement change) {
    for (Map.Entry<String, String> attribute : change.attributes().entrySet()) {
      String key = attribute.getKey();
      String value = substituted(attribute.getValue());
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

  private static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    for (String name : list.split(",")) {
      String plain = Uses.withoutQuotes(name.strip());
      if (!plain.isEmpty()) {
        names.add(plain);
      }
    }
    return names;
  }

  private static @Nullable XmlElement fromYaml(String text) throws YamlTree.Malformed {
    for (YamlTree document : YamlTree.read(text)) {
      if (document instanceof YamlTree.Mapping mapping
          && mapping.entries().get("databaseChangeLog") instanceof YamlTree.Sequence list) {
        return new XmlElement("databaseChangeLog", Map.of(), children(list), list.line());
      }
    }
    return null;
  }

  /** A mapping as the element that XML changelogs would have: scalars are attributes. */
  private static XmlElement element(String name, YamlTree tree) {
    Map<String, String> attributes = new LinkedHashMap<>();
    List<XmlNode> children = new ArrayList<>();
    if (tree instanceof YamlTree.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, value) -> {
                if (value instanceof YamlTree.Scalar scalar) {
                  attributes.put(key, scalar.text());
                } else if (value instanceof YamlTree.Sequence list && LISTS.contains(key)) {
                  children.addAll(children(list));
                } else {
                  children.add(element(key, value));
                }
              });
    } else if (tree instanceof YamlTree.Sequence list) {
      children.addAll(children(list));
    } else if (tree instanceof YamlTree.Scalar scalar) {
      children.add(new XmlText(scalar.text(), scalar.line()));
    }
    return new XmlElement(name, attributes, children, tree.line());
  }

  private static List<XmlNode> children(YamlTree.Sequence list) {
    List<XmlNode> children = new ArrayList<>();
    for (YamlTree item : list.items()) {
      if (item instanceof YamlTree.Mapping mapping) {
        mapping.entries().forEach((key, value) -> children.add(element(key, value)));
      }
    }
    return children;
  }
}
