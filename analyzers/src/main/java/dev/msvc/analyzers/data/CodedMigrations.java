package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.sql.MigrationFile;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Classes that Flyway or Liquibase runs as migrations. */
final class CodedMigrations {
  private static final Set<String> FLYWAY =
      Set.of(
          "org.flywaydb.core.api.migration.JavaMigration",
          "org.flywaydb.core.api.migration.BaseJavaMigration",
          "org.flywaydb.core.api.migration.jdbc.JdbcMigration",
          "org.flywaydb.core.api.migration.jdbc.BaseJdbcMigration",
          "org.flywaydb.core.api.migration.spring.SpringJdbcMigration",
          "org.flywaydb.core.api.migration.spring.BaseSpringJdbcMigration",
          "com.googlecode.flyway.core.api.migration.jdbc.JdbcMigration",
          "com.googlecode.flyway.core.api.migration.spring.SpringJdbcMigration");
  private static final Set<String> LIQUIBASE =
      Set.of(
          "liquibase.change.custom.CustomTaskChange",
          "liquibase.change.custom.CustomSqlChange",
          "liquibase.change.custom.CustomChange");
  private static final Pattern DEFINITION =
      Pattern.compile("(?is)\\s*(?:create|alter|drop|rename)\\s.*");

  private static final Pattern SCRIPT =
      Pattern.compile("[^\\s;'\"" + SqlReader.HOLE + "]+\\.(?:sql|ddl)", Pattern.CASE_INSENSITIVE);

  private CodedMigrations() {}

  /** Whether a class, or the one around it, is a migration. */
  static boolean is(JavaType type, CodeBase code) {
    JavaType top = type.topLevel();
    return isAny(top, FLYWAY, code) || isAny(top, LIQUIBASE, code);
  }

  /**
   * The definitions in each of these classes, at the lines where they are run, and the scripts that
   * it names there, each as a line that runs it.
   */
  static List<MigrationFile> files(CodeBase code) {
    List<MigrationFile> files = new ArrayList<>();
    for (JavaType type : code.types()) {
      boolean flyway =
          type.outer() == null && type.simpleName().contains("__") && isAny(type, FLYWAY, code);
      boolean liquibase = isAny(type, LIQUIBASE, code);
      if (flyway || liquibase) {
        String script = script(type, code);
        // a change that only touches rows is known, too
        if (liquibase || !script.isBlank()) {
          files.add(new MigrationFile(type.file(), script.length(), () -> script));
        }
      }
    }
    return files;
  }

  /** Classes of Flyway that define something, at a version that their names do not say. */
  static List<Unread> unversioned(CodeBase code) {
    List<Unread> unread = new ArrayList<>();
    for (JavaType type : code.types()) {
      if (!type.simpleName().contains("__") && isAny(type, FLYWAY, code)) {
        String script = script(type, code);
        if (!script.isBlank()) {
          int line = 1 + (int) script.chars().takeWhile(each -> each == '\n').count();
          unread.add(
              new Unread(
                  type.file(),
                  line,
                  "a migration of Flyway whose name says no version: what it defines is not"
                      + " applied"));
        }
      }
    }
    return unread;
  }

  private static boolean isAny(JavaType type, Set<String> supertypes, CodeBase code) {
    return supertypes.stream().anyMatch(each -> code.isA(type, each));
  }

  private static String script(JavaType type, CodeBase code) {
    List<Call> calls = new ArrayList<>();
    type.methods().forEach(method -> calls.addAll(method.calls()));
    calls.sort(Comparator.comparingInt(Call::line));
    StringBuilder script = new StringBuilder();
    int lines = 1;
    for (Call call : calls) {
      for (String definition : definitions(call, code)) {
        for (; lines < call.line(); lines++) {
          script.append('\n');
        }
        boolean named = SCRIPT.matcher(definition).matches();
        script.append(named ? "\\i " + definition + "\n" : definition + ";");
        lines += named ? 1 : 0;
        lines += (int) definition.chars().filter(each -> each == '\n').count();
      }
    }
    return script.toString();
  }

  private static List<String> definitions(Call call, CodeBase code) {
    JavaMethod caller = call.caller();
    List<String> all = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      if (!(argument instanceof Expr.Lambda)) {
        code.texts(argument, caller).stream()
            .filter(text -> DEFINITION.matcher(text).matches() || SCRIPT.matcher(text).matches())
            .forEach(all::add);
      }
    }
    return all;
  }
}
