package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tables of classes that are mapped by the rules of a mapper: MyBatis-Plus, tk.mybatis,
 * MyBatis-Flex, Micronaut Data. By default a table is called as its class, in lower case with
 * underscores.
 */
final class MapperEntities {
  private static final String PLUS = "com.baomidou.mybatisplus.annotation.";
  private static final Pattern PREFIX = key("table-?prefix");
  private static final Pattern UNDERLINE = key("table-?underline");
  private static final Pattern LOGIC_FIELD = key("logic-?delete-?field");

  /** Where MyBatis-Plus is told how tables are called: other libraries have prefixes, too. */
  private static final Pattern SECTION =
      Pattern.compile(
          "(?m)^( *)db-?config:[ \\t]*\\R((?:(?:\\1 +\\S.*|[ \\t]*)\\R?)+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LINE =
      Pattern.compile("(?m)^.*db-?config\\.(.*)$", Pattern.CASE_INSENSITIVE);

  private static Pattern key(String name) {
    return Pattern.compile(
        "(?m)^\\s*" + name + "\\s*[:=]\\s*[\"']?([\\w.]+)", Pattern.CASE_INSENSITIVE);
  }

  private final CodeBase code;
  private final String prefix;
  private final boolean underline;
  private final String logicField;

  MapperEntities(Sources sources) {
    this.code = sources.code();
    this.prefix = setting(sources, PREFIX);
    this.underline = !setting(sources, UNDERLINE).equals("false");
    this.logicField = setting(sources, LOGIC_FIELD);
  }

  private static String setting(Sources sources, Pattern pattern) {
    for (ResourceFile each : sources.resources()) {
      boolean settings =
          List.of("yml", "yaml", "properties").contains(each.extension())
              && (each.fileName().startsWith("application")
                  || each.fileName().startsWith("bootstrap")
                  || each.fileName().contains("mybatis"));
      if (settings) {
        Matcher found = pattern.matcher(section(each.text()));
        if (found.find()) {
          return found.group(1);
        }
      }
    }
    return "";
  }

  private static String section(String text) {
    StringBuilder all = new StringBuilder();
    SECTION.matcher(text).results().forEach(each -> all.append(each.group(2)).append('\n'));
    LINE.matcher(text).results().forEach(each -> all.append(each.group(1)).append('\n'));
    return all.toString();
  }

  /** The table of a class, whether an annotation names it or not. */
  String table(JavaType type) {
    Annotation named = tableAnnotation(type);
    String schema = named == null ? null : named.text("schema");
    String given = named == null ? null : named.text("value", "name");
    String name = given == null ? "" : TableName.unquoted(given);
    boolean keepsPrefix = named != null && named.flag("keepGlobalPrefix", false);
    String start = name.isEmpty() || keepsPrefix ? prefix : "";
    String table = start + (name.isEmpty() ? byDefault(type) : name);
    return schema == null || schema.isBlank() ? table : schema + "." + table;
  }

  private static @Nullable Annotation tableAnnotation(JavaType type) {
    return type.annotation(
        PLUS + "TableName",
        "com.mybatisflex.annotation.Table",
        "javax.persistence.Table",
        "jakarta.persistence.Table",
        "io.mybatis.provider.Entity.Table",
        "io.micronaut.data.annotation.MappedEntity");
  }

  /** What is mapped: parsed where an annotation names the table, else inferred. */
  MappingFact mapping(JavaType type) {
    Annotation named = tableAnnotation(type);
    String given = named == null ? null : named.text("value", "name");
    boolean told = given != null && !given.isBlank();
    return new MappingFact(
        type.name(),
        table(type),
        MappingRole.OWN,
        type.place(),
        told ? Certainty.PARSED : Certainty.INFERRED);
  }

  private String byDefault(JavaType type) {
    return underline ? underlined(type.simpleName()) : type.simpleName();
  }

  /** {@code OrderItem} to {@code order_item}; each capital begins a word. */
  static String underlined(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (i > 0 && Character.isUpperCase(name.charAt(i))) {
        text.append('_');
      }
      text.append(name.charAt(i));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a removal only marks the row. */
  boolean marksRemoved(JavaType type) {
    for (JavaField each : code.allFields(type)) {
      if (each.annotation(PLUS + "TableLogic") != null || each.name().equals(logicField)) {
        return true;
      }
    }
    return false;
  }

  /** What the mapping tells of the table. */
  TableFact fact(JavaType type) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (JavaField each : code.allFields(type)) {
      String column = column(each);
      if (column != null) {
        columns.putIfAbsent(TableName.key(column), new Column(column, ""));
      }
    }
    return new TableFact(
        table(type),
        TableKind.TABLE,
        List.copyOf(columns.values()),
        List.of(),
        List.of(),
        List.of(type.name()),
        List.of(),
        List.of(type.place()));
  }

  private static @Nullable String column(JavaField field) {
    Annotation mapped =
        field.annotation(
            PLUS + "TableField",
            PLUS + "TableId",
            "com.mybatisflex.annotation.Column",
            "javax.persistence.Column",
            "jakarta.persistence.Column",
            "io.micronaut.data.annotation.MappedProperty");
    boolean left =
        field.isStatic()
            || field.annotation(
                    "javax.persistence.Transient",
                    "jakarta.persistence.Transient",
                    "io.micronaut.data.annotation.Transient")
                != null
            || (mapped != null && (!mapped.flag("exist", true) || mapped.flag("ignore", false)))
            || (mapped == null && isMany(field.type()));
    if (left) {
      return null;
    }
    String name = mapped == null ? null : mapped.text("value", "name");
    return name == null || name.isBlank() ? underlined(field.name()) : TableName.unquoted(name);
  }

  private static boolean isMany(TypeRef type) {
    return type.isArray()
        || List.of("List", "Set", "Map", "Collection").contains(type.simpleName());
  }

  /** Those that an annotation of a mapper maps, whether a mapper is seen or not. */
  List<JavaType> annotated() {
    List<JavaType> all = new ArrayList<>();
    for (JavaType each : code.types()) {
      boolean mapped =
          each.annotation(
                  PLUS + "TableName",
                  "com.mybatisflex.annotation.Table",
                  "io.micronaut.data.annotation.MappedEntity")
              != null;
      if (mapped) {
        all.add(each);
      }
    }
    return all;
  }
}
