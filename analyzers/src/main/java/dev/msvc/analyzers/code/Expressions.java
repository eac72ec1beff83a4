package dev.msvc.analyzers.code;

import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types of expressions, names and fields. */
final class Expressions {
  private final CodeBase code;
  private final Members members;
  private final Context context;
  private final Attribution attribution;
  private final Functions functions;
  private final Calls calls;

  Expressions(CodeBase code, Members members, Context context, Attribution attribution) {
    this.code = code;
    this.members = members;
    this.context = context;
    this.attribution = attribution;
    this.functions = new Functions(code, members, context, this, attribution);
    this.calls = new Calls(code, members, context, this, functions, attribution);
  }

  /** What stands before a dot: a value of a type, or a type itself. */
  record Site(TypeRef type, boolean isType) {}

  /** The type of a value that is put where a type is expected. */
  TypeRef typed(Expr value, Scope scope, @Nullable TypeRef expected) {
    if (value instanceof Expr.Lambda lambda) {
      functions.lambda(
          lambda, scope, expected == null ? null : members.function(expected), Map.of());
      return expected == null ? TypeRef.UNKNOWN : expected;
    }
    if (value instanceof Expr.MethodRef reference) {
      functions.reference(
          reference, scope, expected == null ? null : members.function(expected), Map.of());
      return expected == null ? TypeRef.UNKNOWN : expected;
    }
    if (value instanceof Expr.Conditional choice && expected != null) {
      type(choice.condition(), scope);
      typed(choice.then(), scope, expected);
      typed(choice.otherwise(), scope, expected);
      return expected;
    }
    return type(value, scope);
  }

  TypeRef type(Expr expression, Scope scope) {
    if (expression instanceof Expr.Name each) {
      Site site = name(each, scope);
      return site == null || site.isType() ? TypeRef.UNKNOWN : site.type();
    }
    if (expression instanceof Expr.Call each) {
      return calls.call(each, scope);
    }
    if (expression instanceof Expr.Literal each) {
      return literal(each);
    }
    if (expression instanceof Expr.Select each) {
      Site site = select(each, scope);
      return site == null || site.isType() ? TypeRef.UNKNOWN : site.type();
    }
    if (expression instanceof Expr.New each) {
      return calls.creation(each, scope);
    }
    if (expression instanceof Expr.Binary each) {
      return binary(each, scope);
    }
    if (expression instanceof Expr.Assign each) {
      TypeRef target = type(each.target(), scope);
      typed(each.value(), scope, target);
      return target;
    }
    if (expression instanceof Expr.Unary each) {
      TypeRef value = type(each.value(), scope);
      return each.negates() ? TypeRef.of("boolean") : value;
    }
    if (expression instanceof Expr.Cast each) {
      TypeRef type = context.resolve(each.type(), scope);
      context.emit(type, ReferenceKind.TYPE_USE, each.line());
      typed(each.value(), scope, type);
      return type;
    }
    if (expression instanceof Expr.Conditional each) {
      type(each.condition(), scope);
      TypeRef then = type(each.then(), scope);
      TypeRef otherwise = type(each.otherwise(), scope);
      return then.known() && !then.name().equals("null") ? then : otherwise;
    }
    if (expression instanceof Expr.This each) {
      return each.qualifier() == null
          ? context.self.self()
          : context.resolve(each.qualifier(), scope);
    }
    return rare(expression, scope);
  }

  private TypeRef rare(Expr expression, Scope scope) {
    if (expression instanceof Expr.InstanceOf each) {
      type(each.value(), scope);
      TypeRef type = context.resolve(each.type(), scope);
      context.emit(type, ReferenceKind.TYPE_USE, each.line());
      if (each.binding() != null) {
        scope.declare(each.binding(), type);
      }
      return TypeRef.of("boolean");
    }
    if (expression instanceof Expr.ClassLiteral each) {
      TypeRef type = context.resolve(each.type(), scope);
      context.emit(type, ReferenceKind.TYPE_USE, each.line());
      return new TypeRef("java.lang.Class", List.of(Members.boxed(type)), 0, false);
    }
    if (expression instanceof Expr.Array each) {
      TypeRef type = each.type() == null ? TypeRef.UNKNOWN : context.resolve(each.type(), scope);
      context.emit(type, ReferenceKind.TYPE_USE, each.line());
      each.parts().forEach(part -> type(part, scope));
      return type;
    }
    if (expression instanceof Expr.Index each) {
      TypeRef array = type(each.array(), scope);
      type(each.index(), scope);
      return array.element();
    }
    if (expression instanceof Expr.Switch each) {
      return attribution.switched(each.statement(), scope);
    }
    if (expression instanceof Expr.Super each) {
      return superclass(each, scope);
    }
    if (expression instanceof Expr.Lambda each) {
      functions.lambda(each, scope, null, Map.of());
      return TypeRef.UNKNOWN;
    }
    if (expression instanceof Expr.MethodRef each) {
      functions.reference(each, scope, null, Map.of());
      return TypeRef.UNKNOWN;
    }
    if (expression instanceof Expr.ConstructorCall each) {
      calls.constructorCall(each, scope);
    }
    return TypeRef.UNKNOWN;
  }

  private TypeRef superclass(Expr.Super each, Scope scope) {
    if (each.qualifier() != null) {
      return context.resolve(each.qualifier(), scope);
    }
    TypeRef parent = context.self.superclass();
    return parent == null ? TypeRef.OBJECT : parent;
  }

  private static TypeRef literal(Expr.Literal literal) {
    return switch (literal.kind()) {
      case STRING -> TypeRef.STRING;
      case CHAR -> TypeRef.of("char");
      case INT -> TypeRef.of("int");
      case LONG -> TypeRef.of("long");
      case DOUBLE -> TypeRef.of("double");
      case FLOAT -> TypeRef.of("float");
      case BOOLEAN -> TypeRef.of("boolean");
      case NULL -> TypeRef.UNKNOWN;
    };
  }

  /** Chains of one operator lean to the left: taken in a loop, not by recursion. */
  private TypeRef binary(Expr.Binary top, Scope scope) {
    List<Expr.Binary> chain = new ArrayList<>();
    Expr first = top;
    while (first instanceof Expr.Binary each) {
      chain.add(each);
      first = each.left();
    }
    TypeRef left = type(first, scope);
    for (int i = chain.size() - 1; i >= 0; i--) {
      TypeRef right = type(chain.get(i).right(), scope);
      left = combined(chain.get(i).operator(), left, right);
    }
    return left;
  }

  private static TypeRef combined(String operator, TypeRef left, TypeRef right) {
    return switch (operator) {
      case "==", "!=", "<", ">", "<=", ">=", "&&", "||" -> TypeRef.of("boolean");
      case "+" -> isString(left) || isString(right) ? TypeRef.STRING : wider(left, right);
      default -> wider(left, right);
    };
  }

  private static boolean isString(TypeRef type) {
    return type.name().equals("java.lang.String") && !type.isArray();
  }

  private static TypeRef wider(TypeRef left, TypeRef right) {
    String order = "byte short char int long float double";
    boolean rightWider =
        left.isPrimitive()
            && right.isPrimitive()
            && order.indexOf(right.name()) > order.indexOf(left.name());
    return rightWider || !left.known() ? right : left;
  }

  /** What an expression before a dot stands for; null where its first name is not known. */
  @Nullable Site site(Expr expression, Scope scope) {
    if (expression instanceof Expr.Name each) {
      return name(each, scope);
    }
    if (expression instanceof Expr.Select each) {
      return select(each, scope);
    }
    if (expression instanceof Expr.TypeName each) {
      return typeName(each, scope);
    }
    return new Site(type(expression, scope), false);
  }

  /** The parser takes {@code field::name} for a type: a variable or field comes first. */
  private @Nullable Site typeName(Expr.TypeName each, Scope scope) {
    TypeSyntax syntax = each.type();
    if (syntax.arguments().isEmpty() && syntax.dimensions() == 0) {
      Expr expression = null;
      for (String part : syntax.name().split("\\.", -1)) {
        expression =
            expression == null
                ? new Expr.Name(part, each.line())
                : new Expr.Select(expression, part, each.line());
      }
      Site site = expression == null ? null : site(expression, scope);
      if (site != null) {
        return site;
      }
    }
    return new Site(context.resolve(syntax, scope), true);
  }

  private @Nullable Site name(Expr.Name name, Scope scope) {
    TypeRef variable = scope.variable(name.id());
    if (variable != null) {
      return new Site(variable, false);
    }
    for (JavaType each = context.self; each != null; each = each.outer()) {
      JavaField field = code.findField(each, name.id());
      if (field != null) {
        return new Site(field(field, each.self(), name.line(), false), false);
      }
    }
    JavaField imported = code.fields.imported(name.id(), context.self);
    if (imported != null) {
      return new Site(
          field(imported, TypeRef.of(imported.owner().name()), name.line(), false), false);
    }
    JavaType local = scope.type(name.id());
    TypeRef type =
        local == null ? code.names.simple(name.id(), context.self) : TypeRef.of(local.name());
    return type == null ? null : new Site(type, true);
  }

  /**
   * Notes the use of a field and gives its type, seen from the type it is used on. Compilers since
   * Java 8 that copy a constant into code still name the type it was taken from: the one that is
   * written before the dot, or the one that declares it.
   */
  private TypeRef field(JavaField field, TypeRef on, int line, boolean written) {
    boolean constant =
        code.constants.isFolded(field)
            || (context.constantsCopied && (field.type().isPrimitive() || isString(field.type())));
    if (constant) {
      context.emit(
          written ? on.name() : field.owner().name(),
          field.name(),
          context.constantsCopied ? ReferenceKind.INLINED : ReferenceKind.CONSTANT,
          line);
    } else {
      context.emit(on.name(), field.name(), ReferenceKind.CALL, line);
      context.emit(field.type(), ReferenceKind.SIGNATURE, line);
    }
    TypeRef owner = code.asSuper(on, field.owner().name());
    return owner == null ? field.type() : field.type().substitute(field.owner().bindings(owner));
  }

  /** As types are named, in contrast to {@code CONSTANTS} and {@code fields}. */
  private static boolean isTypeName(String id) {
    return Character.isUpperCase(id.charAt(0)) && !id.equals(id.toUpperCase(Locale.ROOT));
  }

  private @Nullable Site select(Expr.Select select, Scope scope) {
    Site site = site(select.scope(), scope);
    if (site == null) {
      String dotted = Names.written(select);
      JavaType type = dotted == null ? null : code.index.findFrom(dotted, context.self);
      return type == null ? null : new Site(TypeRef.of(type.name()), true);
    }
    TypeRef on = context.bounded(site.type());
    if (on.isArray()) {
      return new Site(TypeRef.of("int"), false);
    }
    JavaType type = code.find(on.name());
    if (type == null) {
      return new Site(TypeRef.UNKNOWN, false);
    }
    JavaField field = code.findField(type, select.id());
    if (field != null) {
      return new Site(field(field, on, select.line(), true), false);
    }
    TypeRef nested = site.isType() ? code.names.nested(type.name(), select.id()) : null;
    if (nested == null && site.isType() && !isTypeName(select.id())) {
      // a field from a supertype that is not the system's: compiled code names the type before it
      context.emit(
          on.name(),
          select.id(),
          context.constantsCopied ? ReferenceKind.INLINED : ReferenceKind.CONSTANT,
          select.line());
    }
    return nested == null ? new Site(TypeRef.UNKNOWN, false) : new Site(nested, true);
  }
}
