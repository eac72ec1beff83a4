package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An annotation with its name resolved; its values are read as they are asked for. */
public final class Annotation {
  private final AnnotationSyntax syntax;
  private final String name;
  private final JavaType context;
  private final Declarations declarations;

  Annotation(AnnotationSyntax syntax, String name, JavaType context, Declarations declarations) {
    this.syntax = syntax;
    this.name = name;
    this.context = context;
    this.declarations = declarations;
  }

  static @Nullable Annotation first(List<Annotation> annotations, String... names) {
    for (Annotation each : annotations) {
      for (String wanted : names) {
        if (each.is(wanted)) {
          return each;
        }
      }
    }
    return null;
  }

  /** Fully qualified where known. */
  public String name() {
    return name;
  }

  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Whether it is the annotation of this fully qualified name, as far as imports tell. */
  public boolean is(String wanted) {
    if (name.equals(wanted)) {
      return true;
    }
    int dot = wanted.lastIndexOf('.');
    return name.indexOf('.') < 0
        && wanted.length() - dot - 1 == name.length()
        && wanted.endsWith(name)
        && context.unit != null
        && context.unit.imports().stream()
            .anyMatch(
                each ->
                    each.all()
                        && !each.isStatic()
                        && wanted.startsWith(each.name())
                        && each.name().length() == dot);
  }

  public int line() {
    return syntax.line();
  }

  public boolean has(String key) {
    return syntax.values().containsKey(key);
  }

  /** The value as written; null where it is not given. */
  public @Nullable Expr value(String key) {
    return syntax.values().get(key);
  }

  /** The text of the only value that is given; null where none or several are, or it is no text. */
  public @Nullable String onlyText() {
    return syntax.values().size() == 1
        ? declarations.constant(syntax.values().values().iterator().next(), context)
        : null;
  }

  /** Whether the value is given by an expression whose text is not known. */
  public boolean isOpen(String key) {
    Expr value = syntax.values().get(key);
    return value != null
        && !(value instanceof Expr.Array)
        && declarations.constant(value, context) == null;
  }

  /** The first of the keys that is given, as text with constants put in; null for none. */
  public @Nullable String text(String... keys) {
    List<String> all = texts(keys);
    return all.isEmpty() ? null : all.get(0);
  }

  /**
   * All elements of the first of the keys that is given, as texts with constants put in, and {@link
   * Texts#HOLE} for pieces of a statement that are not known.
   */
  public List<String> texts(String... keys) {
    for (String key : keys) {
      Expr value = syntax.values().get(key);
      if (value != null) {
        List<String> all = new ArrayList<>();
        for (Expr each : elements(value)) {
          String text = declarations.constant(each, context);
          String sentence = text == null ? declarations.sentence(each, context) : null;
          all.add(text != null ? text : sentence != null ? sentence : lastName(each));
        }
        return all;
      }
    }
    return List.of();
  }

  /** Types named by class literals, one or several. */
  public List<TypeRef> types(String key) {
    Expr value = syntax.values().get(key);
    List<TypeRef> all = new ArrayList<>();
    if (value != null) {
      for (Expr each : elements(value)) {
        if (each instanceof Expr.ClassLiteral literal) {
          all.add(declarations.resolve(literal.type(), context));
        }
      }
    }
    return all;
  }

  /** Nested annotations, one or several. */
  public List<Annotation> annotations(String key) {
    Expr value = syntax.values().get(key);
    List<Annotation> all = new ArrayList<>();
    if (value != null) {
      for (Expr each : elements(value)) {
        if (each instanceof Expr.Nested nested) {
          all.add(declarations.annotation(nested.annotation(), context));
        }
      }
    }
    return all;
  }

  /** Whether the value is the literal {@code true}; the default where it is not given. */
  public boolean flag(String key, boolean otherwise) {
    Expr value = syntax.values().get(key);
    return value instanceof Expr.Literal literal ? literal.text().equals("true") : otherwise;
  }

  /**
   * Texts of any of its values in which a literal holds what is sought, or that a constant gives.
   *
   * @param constants whether constants are asked, too, which takes longer
   */
  public List<String> textsWith(String sought, boolean constants) {
    List<String> all = new ArrayList<>(0);
    for (Expr value : syntax.values().values()) {
      for (Expr each : elements(value)) {
        boolean[] may = {false};
        Bodies.parts(
            each,
            part ->
                may[0] |=
                    part instanceof Expr.Literal literal
                        ? literal.text().contains(sought)
                        : constants && (part instanceof Expr.Name || part instanceof Expr.Select));
        String text = may[0] ? declarations.constant(each, context) : null;
        if (text != null && text.contains(sought)) {
          all.add(text);
        }
      }
    }
    return all;
  }

  Iterable<Expr> values() {
    return syntax.values().values();
  }

  private static List<Expr> elements(Expr value) {
    return value instanceof Expr.Array array ? array.parts() : List.of(value);
  }

  private static String lastName(Expr expression) {
    if (expression instanceof Expr.Select select) {
      return select.id();
    }
    return expression instanceof Expr.Name name ? name.id() : "";
  }
}
