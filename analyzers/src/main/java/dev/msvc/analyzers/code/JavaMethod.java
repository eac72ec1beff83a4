package dev.msvc.analyzers.code;

import dev.msvc.model.Place;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A method, constructor or initializer. */
public final class JavaMethod {
  private final JavaType owner;
  private final String name;
  private final int modifiers;
  final Map<String, TypeRef> variables;
  private final TypeRef result;
  private final List<Parameter> parameters;
  private final boolean varargs;
  private final List<TypeRef> exceptions;
  private final List<Annotation> annotations;
  final @Nullable Stmt body;
  private final int line;
  private final int endLine;
  private List<Call> calls = List.of();

  JavaMethod(
      JavaType owner,
      String name,
      int modifiers,
      Map<String, TypeRef> variables,
      TypeRef result,
      List<Parameter> parameters,
      boolean varargs,
      List<TypeRef> exceptions,
      List<Annotation> annotations,
      @Nullable Stmt body,
      int line,
      int endLine) {
    this.owner = owner;
    this.name = name;
    this.modifiers = modifiers;
    this.variables = variables;
    this.result = result;
    this.parameters = parameters;
    this.varargs = varargs;
    this.exceptions = exceptions;
    this.annotations = annotations;
    this.body = body;
    this.line = line;
    this.endLine = endLine;
  }

  /** A parameter of a method. */
  public record Parameter(String name, TypeRef type, List<Annotation> annotations) {
    /** Its first annotation with one of these fully qualified names; null for none. */
    public @Nullable Annotation annotation(String... names) {
      return Annotation.first(annotations, names);
    }
  }

  public JavaType owner() {
    return owner;
  }

  /** {@code <init>} for a constructor, {@code <clinit>} for initializers and values of fields. */
  public String name() {
    return name;
  }

  public boolean isConstructor() {
    return name.equals("<init>");
  }

  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  public boolean isAbstract() {
    return Modifier.isAbstract(modifiers);
  }

  public boolean isPrivate() {
    return Modifier.isPrivate(modifiers);
  }

  boolean isFinal() {
    return Modifier.isFinal(modifiers);
  }

  public boolean isPublic() {
    return Modifier.isPublic(modifiers);
  }

  /** Whether it can be called, but is in no file: as builders that Lombok writes. */
  boolean isHidden() {
    return (modifiers & Lombok.HIDDEN) != 0;
  }

  /** The bound of a type variable of the method or the types around it; null where it is none. */
  public @Nullable TypeRef bound(String variable) {
    TypeRef bound = variables.get(variable);
    for (JavaType each = owner; bound == null && each != null; each = each.outer()) {
      bound = each.variables.get(variable);
    }
    return bound;
  }

  public TypeRef result() {
    return result;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** The position of a parameter by its name; -1 for none. */
  public int position(String parameter) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(parameter)) {
        return i;
      }
    }
    return -1;
  }

  public boolean isVarargs() {
    return varargs;
  }

  public List<TypeRef> exceptions() {
    return exceptions;
  }

  public List<Annotation> annotations() {
    return annotations;
  }

  /** Its first annotation with one of these fully qualified names; null for none. */
  public @Nullable Annotation annotation(String... names) {
    return Annotation.first(annotations, names);
  }

  public boolean hasBody() {
    return body != null;
  }

  /** Statements; null where it is abstract or not the project's own. */
  public @Nullable Stmt body() {
    return body;
  }

  public int line() {
    return line;
  }

  public int endLine() {
    return endLine;
  }

  public Place place() {
    return new Place(owner.file(), line);
  }

  /** Calls and constructions in its body, in order, those in its lambdas too. */
  public List<Call> calls() {
    return calls;
  }

  /** The call in its body that an expression is; null where it is none that was attributed. */
  public @Nullable Call call(Expr expression) {
    for (Call each : calls) {
      if (each.expression() == expression) {
        return each;
      }
    }
    return null;
  }

  void calls(List<Call> all) {
    calls = List.copyOf(all);
  }

  /** Whether so many arguments can be given. */
  boolean takes(int count) {
    return varargs ? count >= parameters.size() - 1 : count == parameters.size();
  }

  @Override
  public String toString() {
    return owner.name() + "." + name;
  }
}
