package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.model.TraitKind;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls by which code chooses a schema whose name is not in the code, as that of a customer. */
final class SchemaSwitches {
  private static final Map<String, Set<String>> SETTERS =
      Map.of(
          "java.sql.Connection", Set.of("setSchema", "setCatalog"),
          "org.flywaydb.core.api.configuration.FluentConfiguration",
              Set.of("schemas", "defaultSchema"),
          "liquibase.integration.spring.SpringLiquibase", Set.of("setDefaultSchema"),
          "liquibase.database.Database", Set.of("setDefaultSchemaName"));

  /** Methods that take a statement; what it says is looked at. */
  private static final Set<String> STATEMENTS =
      Set.of(
          "execute",
          "executeUpdate",
          "executeQuery",
          "update",
          "prepareStatement",
          "createNativeQuery",
          "createSQLQuery",
          "createNativeMutationQuery");

  private static final Pattern SWITCH =
      Pattern.compile(
          "(?is)^\\s*(?:set\\s+(?:local\\s+|session\\s+)?(?:search_path|schema)\\b"
              + "|use\\s+[`\\[\"]?$|alter\\s+session\\s+set\\s+current_schema\\b).*");

  private SchemaSwitches() {}

  static void read(CodeBase code, JavaMethod method, Call call, Found found) {
    if (call.arguments().isEmpty() || method.name().equals(call.name())) {
      // a wrapper hands on what it is given
      return;
    }
    String receiver = call.receiver().name();
    Expr first = call.arguments().get(0);
    String what = receiver.substring(receiver.lastIndexOf('.') + 1) + "." + call.name();
    if (SETTERS.getOrDefault(receiver, Set.of()).contains(call.name())) {
      if (code.constantText(first, method.owner()) == null) {
        found.inferred(
            TraitKind.SCHEMA_SWITCH, call.name(), what + " of a computed name", call.line());
      }
    } else if (STATEMENTS.contains(call.name())) {
      String head = head(first);
      if (SWITCH.matcher(head).matches() && code.constantText(first, method.owner()) == null) {
        found.inferred(
            TraitKind.SCHEMA_SWITCH,
            call.name(),
            "runs '%s' and a computed name".formatted(head.strip()),
            call.line());
      }
    }
  }

  /** The literal that a text put together begins with, up to what is not literal; else empty. */
  private static String head(Expr expression) {
    Expr at = expression;
    while (true) {
      if (at instanceof Expr.Literal literal) {
        String text = literal.text();
        int hole = text.indexOf('%');
        return hole < 0 ? text : text.substring(0, hole);
      } else if (at instanceof Expr.Binary sum && sum.operator().equals("+")) {
        at = sum.left();
      } else if (at instanceof Expr.Call call
          && call.name().equals("format")
          && !call.arguments().isEmpty()) {
        at = call.arguments().get(0);
      } else if (at instanceof Expr.Call call
          && (call.name().equals("formatted") || call.name().equals("concat"))
          && call.scope() != null) {
        at = call.scope();
      } else {
        return "";
      }
    }
  }
}
