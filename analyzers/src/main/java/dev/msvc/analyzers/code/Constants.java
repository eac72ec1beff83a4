package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds constants as the compiler does. */
final class Constants {
  private static final int MAX_DEPTH = 24;

  private final Fields fields;

  Constants(Fields fields) {
    this.fields = fields;
  }

  /** Whether the compiler copies a field's value to where it is used. */
  boolean isFolded(JavaField field) {
    return field.isStatic()
        && field.isFinal()
        && field.value() != null
        && !field.type().isArray()
        && (field.type().isPrimitive() || field.type().name().equals("java.lang.String"))
        && isFolded(field.value(), field.owner(), 0);
  }

  private boolean isFolded(Expr expression, JavaType context, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    if (expression instanceof Expr.Literal literal) {
      return literal.kind() != Expr.LiteralKind.NULL;
    }
    if (expression instanceof Expr.Binary) {
      Expr each = expression;
      while (each instanceof Expr.Binary binary) {
        if (!isFolded(binary.right(), context, depth + 1)) {
          return false;
        }
        each = binary.left();
      }
      return isFolded(each, context, depth + 1);
    }
    if (expression instanceof Expr.Unary unary) {
      return isFolded(unary.value(), context, depth + 1);
    }
    if (expression instanceof Expr.Cast cast) {
      return isFolded(cast.value(), context, depth + 1);
    }
    if (expression instanceof Expr.Conditional choice) {
      return isFolded(choice.condition(), context, depth + 1)
          && isFolded(choice.then(), context, depth + 1)
          && isFolded(choice.otherwise(), context, depth + 1);
    }
    JavaField field = fields.meant(expression, context);
    return field != null
        && field.isStatic()
        && field.isFinal()
        && field.value() != null
        && isFolded(field.value(), field.owner(), depth + 1);
  }

  /** A string constant's value as the compiler would fold it; null where it is none. */
  @Nullable String text(Expr expression, JavaType context) {
    return text(expression, context, 0);
  }

  private @Nullable String text(Expr expression, JavaType context, int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    if (expression instanceof Expr.Literal literal) {
      return literal.kind() == Expr.LiteralKind.NULL ? null : literal.text();
    }
    if (expression instanceof Expr.Binary) {
      return concatenated(expression, context, depth);
    }
    if (expression instanceof Expr.Cast cast) {
      return text(cast.value(), context, depth + 1);
    }
    JavaField field = fields.meant(expression, context);
    return field == null || field.value() == null || !field.isFinal()
        ? null
        : text(field.value(), field.owner(), depth + 1);
  }

  private @Nullable String concatenated(Expr expression, JavaType context, int depth) {
    List<String> parts = new ArrayList<>();
    Expr each = expression;
    while (each instanceof Expr.Binary binary) {
      String right =
          binary.operator().equals("+") ? text(binary.right(), context, depth + 1) : null;
      if (right == null) {
        return null;
      }
      parts.add(0, right);
      each = binary.left();
    }
    String first = text(each, context, depth + 1);
    return first == null ? null : first + String.join("", parts);
  }

  /**
   * A sentence of several pieces, with {@link Texts#HOLE} for those that are not known; or null.
   */
  @Nullable String sentence(Expr expression, JavaType context) {
    List<String> parts = new ArrayList<>();
    Expr each = expression;
    while (each instanceof Expr.Binary binary && binary.operator().equals("+")) {
      parts.add(0, piece(binary.right(), context));
      each = binary.left();
    }
    parts.add(0, piece(each, context));
    String joined = String.join("", parts);
    return parts.size() > 1 && joined.indexOf(' ') >= 0 ? joined : null;
  }

  private String piece(Expr expression, JavaType context) {
    String known = text(expression, context, 0);
    if (known != null) {
      return known;
    }
    boolean joined = expression instanceof Expr.Binary binary && binary.operator().equals("+");
    String inner = joined ? sentence(expression, context) : null;
    return inner == null ? Texts.HOLE : inner;
  }
}
