package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.LightLexer.Kind;
import dev.msvc.model.SourceLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads annotations as Kotlin, Groovy and Scala write them. */
final class LightAnnotations {
  private static final int MAX_DEPTH = 20;
  private static final List<String> TARGETS =
      List.of(
          "file",
          "field",
          "get",
          "set",
          "param",
          "property",
          "receiver",
          "delegate",
          "setparam",
          "all");
  private static final List<String> ARRAYS = List.of("arrayOf", "Array", "List", "Set");

  private final SourceLanguage language;
  private final LightBodies bodies;

  LightAnnotations(SourceLanguage language, LightBodies bodies) {
    this.language = language;
    this.bodies = bodies;
  }

  /** Reads those that stand here, perhaps none. */
  List<AnnotationSyntax> read(LightCursor cursor) {
    List<AnnotationSyntax> all = new ArrayList<>();
    while (cursor.at("@") && !cursor.peek(1).is("interface")) {
      next(cursor, all);
    }
    return all;
  }

  /** Reads those that Kotlin gives to a whole file, before its package; perhaps none. */
  List<AnnotationSyntax> ofFile(LightCursor cursor) {
    List<AnnotationSyntax> all = new ArrayList<>();
    while (cursor.at("@") && cursor.peek(1).is("file") && cursor.peek(2).is(":")) {
      next(cursor, all);
    }
    return all;
  }

  /** Reads one, or several in brackets. */
  private void next(LightCursor cursor, List<AnnotationSyntax> all) {
    cursor.next();
    if (TARGETS.contains(cursor.peek().text()) && cursor.peek(1).is(":")) {
      cursor.next();
      cursor.next();
    }
    if (cursor.at("[")) {
      LightCursor several = cursor.inside();
      while (several.atWord()) {
        all.add(annotation(several, 0));
      }
    } else if (cursor.atWord()) {
      all.add(annotation(cursor, 0));
    }
  }

  /** Reads one from its name on. */
  private AnnotationSyntax annotation(LightCursor cursor, int depth) {
    int line = cursor.line();
    String name = LightTypes.name(cursor);
    Map<String, Expr> values = new LinkedHashMap<>();
    if (cursor.at("<") && language != SourceLanguage.SCALA) {
      new LightTypes(language).arguments(cursor);
    }
    if (cursor.at("(") && (cursor.sameLine() || depth > 0)) {
      values(cursor.inside(), values, depth);
    }
    return new AnnotationSyntax(name, values, line);
  }

  private void values(LightCursor cursor, Map<String, Expr> values, int depth) {
    List<Expr> unnamed = new ArrayList<>();
    int line = cursor.line();
    while (cursor.more()) {
      if (cursor.accept(",")) {
        continue;
      }
      String name = "";
      if (cursor.atWord() && (cursor.peek(1).is("=") || cursor.peek(1).is(":"))) {
        name = cursor.next().text();
        cursor.next();
      }
      Expr value = value(cursor, depth);
      if (name.isEmpty()) {
        unnamed.add(value);
      } else {
        values.put(name, value);
      }
    }
    if (!unnamed.isEmpty()) {
      values.put(
          "value", unnamed.size() == 1 ? unnamed.get(0) : new Expr.Array(null, unnamed, line));
    }
  }

  private Expr value(LightCursor cursor, int depth) {
    int line = cursor.line();
    if (depth > MAX_DEPTH) {
      cursor.skip();
      return new Expr.Array(null, List.of(), line);
    }
    cursor.accept("*");
    if (cursor.at("@")) {
      cursor.next();
      return new Expr.Nested(annotation(cursor, depth + 1), line);
    }
    if (cursor.at("new")) {
      cursor.next();
    }
    boolean array =
        cursor.at("[") || (ARRAYS.contains(cursor.peek().text()) && cursor.peek(1).is("("));
    if (array) {
      if (!cursor.at("[")) {
        cursor.next();
      }
      LightCursor inside = cursor.inside();
      List<Expr> parts = new ArrayList<>();
      while (inside.more()) {
        if (!inside.accept(",")) {
          parts.add(value(inside, depth + 1));
        }
      }
      return new Expr.Array(null, List.copyOf(parts), line);
    }
    if (isNested(cursor)) {
      return new Expr.Nested(annotation(cursor, depth + 1), line);
    }
    int before = cursor.position();
    Expr value = bodies.expression(cursor);
    if (cursor.position() == before) {
      cursor.skip();
    }
    return classLiteral(value);
  }

  /** Groovy's and Java's {@code T.class}. */
  private static Expr classLiteral(Expr value) {
    String written =
        value instanceof Expr.Select select && select.id().equals("class")
            ? Names.written(select.scope())
            : null;
    return written == null
        ? value
        : new Expr.ClassLiteral(new TypeSyntax(written, List.of(), 0, value.line()), value.line());
  }

  private static boolean isNested(LightCursor cursor) {
    int ahead = 0;
    while (cursor.peek(ahead).kind() == Kind.WORD && cursor.peek(ahead + 1).is(".")) {
      ahead += 2;
    }
    String last = cursor.peek(ahead).text();
    return cursor.peek(ahead).kind() == Kind.WORD
        && Character.isUpperCase(last.charAt(0))
        && cursor.peek(ahead + 1).is("(");
  }
}
