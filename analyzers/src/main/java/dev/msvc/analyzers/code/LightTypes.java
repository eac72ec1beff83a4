package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.LightLexer.Kind;
import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import dev.msvc.model.SourceLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads types as Kotlin, Groovy and Scala write them, under the names that Java has for them. */
final class LightTypes {
  private static final Map<String, String> SHARED =
      Map.ofEntries(
          Map.entry("Int", "int"),
          Map.entry("Long", "long"),
          Map.entry("Short", "short"),
          Map.entry("Byte", "byte"),
          Map.entry("Char", "char"),
          Map.entry("Boolean", "boolean"),
          Map.entry("Double", "double"),
          Map.entry("Float", "float"),
          Map.entry("Unit", "void"),
          Map.entry("Any", "java.lang.Object"),
          Map.entry("Nothing", "java.lang.Object"),
          Map.entry("List", "java.util.List"),
          Map.entry("Set", "java.util.Set"),
          Map.entry("Map", "java.util.Map"));
  private static final Map<String, String> KOTLIN =
      Map.of(
          "MutableList", "java.util.List",
          "MutableSet", "java.util.Set",
          "MutableMap", "java.util.Map",
          "Collection", "java.util.Collection",
          "MutableCollection", "java.util.Collection",
          "Iterable", "java.lang.Iterable",
          "Sequence", "java.util.stream.Stream");
  private static final Map<String, String> SCALA =
      Map.of(
          "AnyRef", "java.lang.Object",
          "Option", "java.util.Optional",
          "Seq", "java.util.List",
          "Vector", "java.util.List",
          "Iterable", "java.lang.Iterable");
  private static final Map<String, String> BOXES =
      Map.of(
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "short", "java.lang.Short",
          "byte", "java.lang.Byte",
          "char", "java.lang.Character",
          "boolean", "java.lang.Boolean",
          "double", "java.lang.Double",
          "float", "java.lang.Float");
  private static final List<String> PREFIXES =
      List.of("suspend", "in", "out", "final", "implicit", "using", "inline", "crossinline");

  private final SourceLanguage language;

  LightTypes(SourceLanguage language) {
    this.language = language;
  }

  /** Reads a type; null where there is none. */
  @Nullable TypeSyntax read(LightCursor cursor) {
    return read(cursor, 0);
  }

  private @Nullable TypeSyntax read(LightCursor cursor, int depth) {
    int line = cursor.line();
    while (cursor.accept("@")) {
      name(cursor);
      if (cursor.at("(") && cursor.sameLine()) {
        cursor.skip();
      }
    }
    while (cursor.atAny(PREFIXES) && cursor.peek(1).kind() == Kind.WORD) {
      cursor.next();
    }
    boolean byName = cursor.accept("=>");
    if (cursor.at("*") || cursor.at("?") || cursor.at("_")) {
      cursor.next();
      bounds(cursor, depth);
      return new TypeSyntax("?", List.of(), 0, line);
    }
    TypeSyntax type;
    if (cursor.at("(")) {
      type = grouped(cursor, depth, line);
    } else if (cursor.atWord()) {
      type = named(cursor, depth, line);
    } else {
      return byName ? object(line) : null;
    }
    return depth > 50 ? type : suffixes(cursor, type, depth, line);
  }

  private TypeSyntax grouped(LightCursor cursor, int depth, int line) {
    LightCursor inside = cursor.inside();
    TypeSyntax first = depth > 50 ? null : read(inside, depth + 1);
    return first == null || inside.more() ? object(line) : first;
  }

  private TypeSyntax named(LightCursor cursor, int depth, int line) {
    String written = name(cursor);
    List<TypeSyntax> arguments = List.of();
    String open = language == SourceLanguage.SCALA ? "[" : "<";
    if (cursor.at(open) && depth <= 50) {
      arguments = arguments(cursor, depth);
    }
    if (written.equals("Array") && arguments.size() == 1) {
      return arguments.get(0).withDimensions(1);
    }
    return new TypeSyntax(java(written), arguments, 0, line);
  }

  private TypeSyntax suffixes(LightCursor cursor, TypeSyntax read, int depth, int line) {
    TypeSyntax type = read;
    boolean nullable = false;
    while (cursor.more()) {
      if (language == SourceLanguage.KOTLIN && cursor.at("?")) {
        cursor.next();
        nullable = true;
      } else if (language == SourceLanguage.KOTLIN && cursor.at(".") && cursor.peek(1).is("(")) {
        cursor.next();
        cursor.skip();
        type = object(line);
      } else if ((cursor.at("->") && language == SourceLanguage.KOTLIN)
          || (cursor.at("=>") && language == SourceLanguage.SCALA)) {
        cursor.next();
        read(cursor, depth + 1);
        type = object(line);
      } else if (language == SourceLanguage.SCALA && (cursor.at("with") || cursor.at("&"))) {
        cursor.next();
        read(cursor, depth + 1);
      } else if (language == SourceLanguage.GROOVY && cursor.at("[") && cursor.peek(1).is("]")) {
        cursor.skip();
        type = type.withDimensions(1);
      } else if (language == SourceLanguage.SCALA && cursor.at("*")) {
        cursor.next();
        type = new TypeSyntax("java.util.List", List.of(type), 0, line);
      } else {
        break;
      }
    }
    String box = BOXES.get(type.name());
    return nullable && box != null ? new TypeSyntax(box, List.of(), 0, line) : type;
  }

  private static TypeSyntax object(int line) {
    return new TypeSyntax("java.lang.Object", List.of(), 0, line);
  }

  /** Reads arguments in their brackets, boxed as Java wants them. */
  List<TypeSyntax> arguments(LightCursor cursor) {
    return arguments(cursor, 0);
  }

  private List<TypeSyntax> arguments(LightCursor cursor, int depth) {
    List<TypeSyntax> all = new ArrayList<>();
    boolean scala = cursor.at("[");
    LightCursor inside = scala ? cursor.inside() : cursor;
    if (!scala) {
      cursor.next();
    }
    while (inside.more() && !inside.at(">") && !inside.at(">=")) {
      int before = inside.position();
      TypeSyntax each = read(inside, depth + 1);
      bounds(inside, depth);
      if (each != null) {
        String box = BOXES.get(each.name());
        all.add(
            box == null ? each : new TypeSyntax(box, List.of(), each.dimensions(), each.line()));
      }
      inside.accept(",");
      if (inside.position() == before) {
        inside.skip();
      }
    }
    if (!scala && cursor.more()) {
      cursor.next();
    }
    return List.copyOf(all);
  }

  private void bounds(LightCursor cursor, int depth) {
    while ((cursor.at("<") || cursor.at(">")) && cursor.peek(1).is(":")) {
      cursor.next();
      cursor.next();
      read(cursor, depth + 1);
    }
    if (cursor.accept("extends") || cursor.accept("super")) {
      read(cursor, depth + 1);
    }
  }

  /** Reads declared type variables in their brackets, if there are any. */
  List<TypeVariable> variables(LightCursor cursor) {
    boolean scala = language == SourceLanguage.SCALA;
    if (!cursor.at(scala ? "[" : "<")) {
      return List.of();
    }
    List<TypeVariable> all = new ArrayList<>();
    LightCursor inside = scala ? cursor.inside() : cursor;
    if (!scala) {
      cursor.next();
    }
    while (inside.more() && !inside.at(">")) {
      if (!inside.atWord()) {
        inside.skip();
        continue;
      }
      String name = inside.next().text();
      if (List.of("in", "out", "reified").contains(name) && inside.atWord()) {
        name = inside.next().text();
      }
      TypeSyntax bound = null;
      if (inside.accept(":") || inside.accept("extends")) {
        bound = read(inside);
      } else if (inside.at("<") && inside.peek(1).is(":")) {
        inside.next();
        inside.next();
        bound = read(inside);
      } else if (inside.at("[")) {
        inside.skip();
      }
      all.add(new TypeVariable(name, bound));
      while (inside.more() && !inside.at(",") && !inside.at(">")) {
        inside.skip();
      }
      inside.accept(",");
    }
    if (!scala && cursor.more()) {
      cursor.next();
    }
    return List.copyOf(all);
  }

  /** A name with its dots. */
  static String name(LightCursor cursor) {
    StringBuilder name = new StringBuilder(cursor.next().text());
    while ((cursor.at(".") || cursor.at("#")) && cursor.peek(1).kind() == Kind.WORD) {
      cursor.next();
      name.append('.').append(cursor.next().text());
    }
    return name.toString();
  }

  private String java(String name) {
    if (language == SourceLanguage.GROOVY) {
      return name.equals("def") ? "java.lang.Object" : name;
    }
    String shared = SHARED.get(name);
    Map<String, String> own = language == SourceLanguage.KOTLIN ? KOTLIN : SCALA;
    return shared != null ? shared : own.getOrDefault(name, name);
  }
}
