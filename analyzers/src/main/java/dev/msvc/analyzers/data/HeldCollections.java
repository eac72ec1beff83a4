package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of MongoDB's collections a variable, field or call holds, by the names they were got by.
 */
final class HeldCollections {
  private static final int DEEPEST = 8;

  private final CodeBase code;
  private final Map<JavaField, Set<String>> fields = new ConcurrentHashMap<>();

  HeldCollections(CodeBase code) {
    this.code = code;
  }

  /** The names that an expression's collection can have; none where they are not seen. */
  Set<String> names(@Nullable Expr held, JavaMethod context) {
    return names(held, context, new HashSet<>());
  }

  private Set<String> names(@Nullable Expr held, JavaMethod context, Set<Object> above) {
    if (held == null || above.size() > DEEPEST) {
      return Set.of();
    }
    if (held instanceof Expr.Cast cast) {
      return names(cast.value(), context, above);
    }
    if (held instanceof Expr.Conditional choice) {
      return all(List.of(choice.then(), choice.otherwise()), context, above);
    }
    if (held instanceof Expr.Call written) {
      return called(written, context, above);
    }
    if (held instanceof Expr.Name name) {
      List<Expr> local = Bodies.assigned(name.id(), context);
      JavaField field = code.findField(context.owner(), name.id());
      return field == null || (!local.isEmpty() && !assigns(context, field))
          ? all(local, context, above)
          : ofField(field, above);
    }
    JavaField field =
        held instanceof Expr.Select select && select.scope() instanceof Expr.This
            ? code.findField(context.owner(), select.id())
            : null;
    return field == null ? Set.of() : ofField(field, above);
  }

  private Set<String> all(Collection<Expr> values, JavaMethod context, Set<Object> above) {
    Set<String> names = new LinkedHashSet<>();
    values.forEach(each -> names.addAll(names(each, context, above)));
    return names;
  }

  /** What a database is asked for, what the same collection with other settings is, or a method. */
  private Set<String> called(Expr.Call written, JavaMethod context, Set<Object> above) {
    Call call = context.call(written);
    if (call != null && MongoCollections.opens(call)) {
      return new LinkedHashSet<>(code.texts(call.arguments().get(0), context));
    }
    if (written.name().startsWith("with")) {
      return names(written.scope(), context, above);
    }
    JavaMethod target = call == null ? null : call.target();
    Set<Object> deeper = new HashSet<>(above);
    return target == null || !target.hasBody() || !deeper.add(target)
        ? Set.of()
        : all(Bodies.returned(target), target, deeper);
  }

  /** A field's, by all that its own class gives it. */
  private Set<String> ofField(JavaField field, Set<Object> above) {
    // what is asked on the way to another field may be cut short, and is not to be kept
    Set<String> known = above.isEmpty() ? fields.get(field) : null;
    if (known != null) {
      return known;
    }
    Set<Object> deeper = new HashSet<>(above);
    if (!deeper.add(field)) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    JavaType owner = field.owner();
    for (JavaMethod each : owner.bodies()) {
      given(each, field).forEach(value -> names.addAll(names(value, each, deeper)));
    }
    if (above.isEmpty()) {
      fields.put(field, names);
    }
    return names;
  }

  private static boolean assigns(JavaMethod method, JavaField field) {
    return !given(method, field).isEmpty();
  }

  /** What a method gives to a field, or its declaration where that is the method's body. */
  private static List<Expr> given(JavaMethod method, JavaField field) {
    List<Expr> values = new ArrayList<>();
    Bodies.expressions(
        method.body(),
        each -> {
          if (each instanceof Expr.Assign assign && means(assign.target(), field)) {
            values.add(assign.value());
          } else if (each == field.value()) {
            values.add(each);
          }
        });
    return values;
  }

  private static boolean means(Expr target, JavaField field) {
    return target instanceof Expr.Name name
        ? name.id().equals(field.name())
        : target instanceof Expr.Select select
            && select.scope() instanceof Expr.This
            && select.id().equals(field.name());
  }
}
