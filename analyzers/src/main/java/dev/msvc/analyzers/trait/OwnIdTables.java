package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table from which a generator of ids takes them that the system has written itself. */
final class OwnIdTables {
  private static final List<String> BASES =
      List.of(
          "org.hibernate.id.enhanced.TableGenerator",
          "org.hibernate.id.TableGenerator",
          "org.hibernate.id.MultipleHiLoPerTableGenerator");
  private static final Set<String> SETTINGS = Set.of("table_name", "table");
  private static final Pattern CONSTANT = Pattern.compile("(?:\\w+_)?TABLE(?:_NAME)?");

  /** Where Hibernate's own counts when nothing names a table. */
  private static final String DEFAULT = "hibernate_sequences";

  private OwnIdTables() {}

  /** The table; null where the strategy is no class of the system that has one. */
  static @Nullable String of(CodeBase code, Annotation generator, String strategy) {
    JavaType type = code.project(strategy);
    if (type == null || BASES.stream().noneMatch(each -> code.isA(type, each))) {
      return null;
    }
    for (Annotation each : generator.annotations("parameters")) {
      String name = each.text("name");
      String value = each.text("value");
      if (name != null && value != null && SETTINGS.contains(name)) {
        return value;
      }
    }
    String set = set(code, type);
    return set == null ? constant(code, type) : set;
  }

  /** What the class itself says where its settings are made. */
  private static @Nullable String set(CodeBase code, JavaType type) {
    for (JavaMethod method : type.methods()) {
      for (Call each : method.calls()) {
        if (each.arguments().size() == 2) {
          String setting = code.constantText(each.arguments().get(0), type);
          String value = code.constantText(each.arguments().get(1), type);
          if (setting != null && value != null && SETTINGS.contains(setting)) {
            return value;
          }
        }
      }
    }
    return null;
  }

  private static String constant(CodeBase code, JavaType type) {
    for (JavaField each : type.fields()) {
      if (each.isStatic() && each.value() != null && CONSTANT.matcher(each.name()).matches()) {
        String text = code.constantText(each.value(), type);
        if (text != null) {
          return text;
        }
      }
    }
    return DEFAULT;
  }
}
