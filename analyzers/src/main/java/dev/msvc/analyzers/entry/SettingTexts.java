package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import java.beans.Introspector;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts that code takes from settings or their defaults, by {@code @ConfigurationProperties}. */
final class SettingTexts {
  private static final String PROPERTIES =
      "org.springframework.boot.context.properties.ConfigurationProperties";
  private static final String VALUE = "org.springframework.beans.factory.annotation.Value";

  private static final int DEPTH = 20;

  private final CodeBase code;
  private final SpringSettings settings;

  SettingTexts(CodeBase code, SpringSettings settings) {
    this.code = code;
    this.settings = settings;
  }

  /**
   * An object that holds settings.
   *
   * @param key what the names of its settings begin with
   * @param value what it is before settings are put in; null where that is not known
   */
  private record Holder(JavaType type, String key, @Nullable Expr value) {}

  /** The text of an expression with settings put in; null where it is not known. */
  @Nullable String of(Expr expression, Called in) {
    return of(expression, in, 0);
  }

  private @Nullable String of(Expr expression, Called in, int depth) {
    if (depth > DEPTH) {
      return null;
    }
    String member = member(expression);
    boolean own = expression instanceof Expr.Select select && select.scope() instanceof Expr.This;
    if (own || expression instanceof Expr.Name) {
      String name = expression instanceof Expr.Name plain ? plain.id() : member;
      Called.Argument meant = own ? null : in.meant(name);
      if (meant != null) {
        return of(meant.value(), meant.in(), depth + 1);
      }
      JavaField field = code.findField(in.holder().owner(), name);
      String value = field == null ? null : value(field);
      if (value != null) {
        return value;
      }
    }
    Holder holder = member.isEmpty() ? null : holder(scope(expression), in, depth);
    if (holder != null) {
      return setting(holder, member, in.holder().owner().module());
    }
    if (expression instanceof Expr.Binary binary && binary.operator().equals("+")) {
      String left = of(binary.left(), in, depth + 1);
      String right = of(binary.right(), in, depth + 1);
      return left == null || right == null ? null : left + right;
    }
    for (String each : code.texts(expression, in.holder())) {
      return each.contains(Texts.HOLE) ? null : each;
    }
    return null;
  }

  private @Nullable String value(JavaField field) {
    Annotation found = field.annotation(VALUE);
    String text = found == null ? null : found.text("value");
    return text == null ? null : settings.resolved(text, field.owner().module());
  }

  /** The property that a getter or a selection reads; empty for none. */
  private static String member(Expr expression) {
    if (expression instanceof Expr.Select select) {
      return select.id();
    }
    if (!(expression instanceof Expr.Call call) || !call.arguments().isEmpty()) {
      return "";
    }
    boolean getter = call.name().startsWith("get") && call.name().length() > 3;
    return getter ? Introspector.decapitalize(call.name().substring(3)) : call.name();
  }

  private static @Nullable Expr scope(Expr expression) {
    return expression instanceof Expr.Select select
        ? select.scope()
        : expression instanceof Expr.Call call ? call.scope() : null;
  }

  private @Nullable Holder holder(@Nullable Expr expression, Called in, int depth) {
    if (depth > DEPTH) {
      return null;
    }
    if (expression instanceof Expr.Name name) {
      Called.Argument meant = in.meant(name.id());
      return meant == null
          ? holder(declared(name.id(), in))
          : holder(meant.value(), meant.in(), depth + 1);
    }
    if (expression == null) {
      return null;
    }
    String member = member(expression);
    if (expression instanceof Expr.Select select && select.scope() instanceof Expr.This) {
      return holder(declared(member, in));
    }
    Holder outer = member.isEmpty() ? null : holder(scope(expression), in, depth + 1);
    JavaField field = outer == null ? null : code.findField(outer.type(), member);
    JavaType type = field == null ? null : code.project(field.type().name());
    return outer == null || field == null || type == null
        ? null
        : new Holder(type, outer.key() + "." + member, field.value());
  }

  private @Nullable JavaType declared(String name, Called in) {
    for (JavaMethod method : List.of(in.method(), in.holder())) {
      for (JavaMethod.Parameter each : method.parameters()) {
        if (each.name().equals(name)) {
          return code.project(each.type().name());
        }
      }
    }
    JavaField field = code.findField(in.holder().owner(), name);
    return field == null ? null : code.project(field.type().name());
  }

  private static @Nullable Holder holder(@Nullable JavaType type) {
    Annotation found = type == null ? null : type.annotation(PROPERTIES);
    String prefix = found == null ? null : found.text("prefix", "value");
    return type == null || prefix == null ? null : new Holder(type, prefix, null);
  }

  private @Nullable String setting(Holder holder, String member, String module) {
    String key = holder.key() + "." + member;
    String set = settings.get(module, kebab(key), key);
    if (!set.isEmpty()) {
      return set;
    }
    JavaField field = code.findField(holder.type(), member);
    Expr given =
        holder.value() instanceof Expr.New made ? given(made, holder.type(), member) : null;
    Expr value = given != null ? given : field == null ? null : field.value();
    return value == null ? null : code.constantText(value, holder.type());
  }

  /** What a construction gives to a field; null where it gives it nothing. */
  private static @Nullable Expr given(Expr.New made, JavaType type, String field) {
    int count = made.arguments().size();
    for (JavaMethod each : type.methods("<init>")) {
      int at = each.parameters().size() == count ? parameter(each, field) : -1;
      if (at >= 0) {
        return made.arguments().get(at);
      }
    }
    List<String> fields =
        type.fields().stream().filter(each -> !each.isStatic()).map(JavaField::name).toList();
    int at = fields.indexOf(field);
    return fields.size() == count && at >= 0 ? made.arguments().get(at) : null;
  }

  /** The parameter of a constructor that a field is set to; -1 for none. */
  private static int parameter(JavaMethod constructor, String field) {
    int[] found = {-1};
    Bodies.expressions(
        constructor.body(),
        each -> {
          if (each instanceof Expr.Assign assign
              && assign.value() instanceof Expr.Name value
              && isField(assign.target(), field)) {
            int position = constructor.position(value.id());
            found[0] = position >= 0 ? position : found[0];
          }
        });
    return found[0];
  }

  private static boolean isField(Expr target, String field) {
    return target instanceof Expr.Select select
        ? select.scope() instanceof Expr.This && select.id().equals(field)
        : target instanceof Expr.Name name && name.id().equals(field);
  }

  private static String kebab(String key) {
    return key.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
