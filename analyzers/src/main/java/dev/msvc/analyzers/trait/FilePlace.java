package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a file is written, as far as the method that writes it tells. */
final class FilePlace {
  private static final Set<String> TEMPORARY = Set.of("temp", "tmp", "temporary", "tmpdir");
  private static final Pattern WORDS =
      Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern DELETES = Pattern.compile("(?:force|quiet)?[dD]elete\\w*");
  private static final Set<String> PATHS = Set.of("Path", "Paths");
  private static final Set<String> PLACES =
      Set.of("java.io.File", "java.nio.file.Path", "java.lang.String");

  private final JavaMethod method;

  /** Variables that the place is made of. */
  private final Set<String> variables = new HashSet<>();

  /** Variables whose folder has been asked for. */
  private final Set<String> asked = new HashSet<>();

  private boolean temporary;
  private boolean known;
  private int given = -1;

  private FilePlace(JavaMethod method) {
    this.method = method;
  }

  static FilePlace of(Expr expression, JavaMethod method) {
    FilePlace place = new FilePlace(method);
    place.follow(expression);
    place.known = place.isKnown(expression);
    return place;
  }

  /** Whether the file is still there when the method has ended, at a place that its class knows. */
  boolean isKept() {
    return known && !isPassing();
  }

  /** Whether the file is called temporary, or deleted by the method. */
  boolean isPassing() {
    return temporary || isDeleted();
  }

  /** The parameter that the path begins with, by its position; -1 for none. */
  int parameter() {
    return given;
  }

  /** Notes the words and variables that the place is made of. */
  private void follow(Expr expression) {
    Bodies.parts(
        expression,
        each -> {
          if (each instanceof Expr.Literal literal) {
            words(literal.text());
          } else if (each instanceof Expr.Call call) {
            words(call.name());
          } else if (each instanceof Expr.Select select) {
            words(select.id());
          } else if (each instanceof Expr.Name name && variables.add(name.id())) {
            words(name.id());
            values(name.id()).forEach(this::follow);
          }
        });
  }

  private List<Expr> values(String name) {
    JavaField field = isOwn(name) ? null : field(name);
    if (field != null) {
      field.annotations().forEach(each -> each.texts("value").forEach(this::words));
      return field.value() == null ? List.of() : List.of(field.value());
    }
    return Bodies.assigned(name, method);
  }

  /** Whether the folder that a path begins with is known to the class, and not to callers only. */
  private boolean isKnown(Expr written) {
    Expr expression = written;
    while (expression instanceof Expr.Binary concatenation) {
      expression = concatenation.left();
    }
    if (expression instanceof Expr.Cast cast) {
      return isKnown(cast.value());
    }
    if (expression instanceof Expr.New created && !created.arguments().isEmpty()) {
      return isKnown(created.arguments().get(0));
    }
    if (expression instanceof Expr.Call call) {
      return isKnown(call);
    }
    if (expression instanceof Expr.Name name) {
      return isOwn(name.id())
          ? asked.add(name.id()) && isKnownVariable(name.id())
          : field(name.id()) != null;
    }
    return expression instanceof Expr.Select
        || (expression instanceof Expr.Literal literal
            && literal.kind() == Expr.LiteralKind.STRING
            && !literal.text().isEmpty());
  }

  private boolean isKnownVariable(String name) {
    note(name);
    List<Expr> values = Bodies.assigned(name, method);
    boolean built =
        values.stream()
            .anyMatch(each -> each instanceof Expr.New made && made.arguments().isEmpty());
    Expr first = built ? firstAppended(name) : null;
    return values.stream().anyMatch(this::isKnown) || (first != null && isKnown(first));
  }

  /** Notes a parameter that is a place. */
  private void note(String name) {
    for (int i = 0; i < method.parameters().size(); i++) {
      JavaMethod.Parameter each = method.parameters().get(i);
      if (each.name().equals(name) && PLACES.contains(each.type().name())) {
        given = i;
      }
    }
  }

  /** What a builder of texts begins with. */
  private @Nullable Expr firstAppended(String name) {
    for (Call each : method.calls()) {
      if (each.name().equals("append")
          && each.arguments().size() == 1
          && each.expression() instanceof Expr.Call call
          && call.scope() instanceof Expr.Name scope
          && scope.id().equals(name)) {
        return each.arguments().get(0);
      }
    }
    return null;
  }

  private boolean isKnown(Expr.Call call) {
    if (call.scope() instanceof Expr.Name scope && PATHS.contains(scope.id())) {
      return !call.arguments().isEmpty() && isKnown(call.arguments().get(0));
    }
    // a method of the class, or of another class by its name
    return call.scope() == null
        || call.scope() instanceof Expr.This
        || (call.scope() instanceof Expr.Name scope && !isOwn(scope.id()))
        || isKnown(call.scope());
  }

  /** Whether a name is that of a parameter or a local variable. */
  private boolean isOwn(String name) {
    return method.parameters().stream().anyMatch(each -> each.name().equals(name))
        || (field(name) == null && !Bodies.assigned(name, method).isEmpty())
        || isDeclared(name);
  }

  private boolean isDeclared(String name) {
    boolean[] declared = {false};
    if (method.body() != null) {
      Bodies.statements(
          method.body(),
          each -> declared[0] |= each instanceof Stmt.Local local && local.name().equals(name));
    }
    return declared[0];
  }

  private @Nullable JavaField field(String name) {
    return method.owner().fieldAround(name);
  }

  private void words(String text) {
    for (String each : WORDS.split(text)) {
      temporary |= TEMPORARY.contains(each.toLowerCase(Locale.ROOT));
    }
  }

  /** Whether a call of the method deletes what one of the variables names. */
  private boolean isDeleted() {
    for (Call call : method.calls()) {
      if (DELETES.matcher(call.name()).matches()) {
        boolean[] same = {false};
        Bodies.parts(
            call.expression(),
            each -> same[0] |= each instanceof Expr.Name name && variables.contains(name.id()));
        if (same[0]) {
          return true;
        }
      }
    }
    return false;
  }
}
