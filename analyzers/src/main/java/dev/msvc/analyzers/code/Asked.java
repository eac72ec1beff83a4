package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.TextReading.Frame;
import dev.msvc.model.TypeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The object of which a text is asked: what its class overrides decides what its methods give. */
final class Asked {
  private static final Asked ANYTHING = new Asked(null, false);
  private static final int HIGHEST = 40;

  /** Its class exactly; null where it may be any. */
  private final @Nullable JavaType type;

  private final boolean open;
  private boolean left;

  private Asked(@Nullable JavaType type, boolean open) {
    this.type = type;
    this.open = open;
  }

  /** Any object: methods give what any class says. */
  static Asked anything() {
    return ANYTHING;
  }

  /** Any object, but what subclasses say is left open. */
  static Asked withoutSubclasses() {
    return new Asked(null, true);
  }

  static Asked exactly(JavaType type) {
    return new Asked(type, false);
  }

  /** Whether something was left open that a subclass says. */
  boolean left() {
    return left;
  }

  /** What a call of one of its methods runs. */
  List<JavaMethod> reached(JavaMethod target, Texts texts) {
    List<JavaMethod> all = texts.implementations.apply(target);
    JavaMethod chosen = type == null ? null : implementation(type, all, texts);
    if (chosen != null) {
      return List.of(chosen);
    }
    if (open && !all.equals(List.of(target))) {
      left = true;
      return List.of();
    }
    return all.size() > TextReading.MOST_IMPLEMENTATIONS ? List.of() : all;
  }

  /** The nearest of these methods above a class; null for none. */
  static @Nullable JavaMethod implementation(JavaType type, List<JavaMethod> all, Texts texts) {
    for (JavaType each : texts.line.apply(type)) {
      for (JavaMethod method : all) {
        if (method.owner() == each) {
          return method;
        }
      }
    }
    List<JavaMethod> defaults =
        all.stream().filter(each -> each.owner().kind() == TypeKind.INTERFACE).toList();
    return defaults.size() == 1 ? defaults.get(0) : null;
  }

  /**
   * The constructor that sets a field of a class above, called as the object's own constructors do;
   * null where that is not seen.
   */
  @Nullable Frame constructing(JavaField field, TextReading reading, Texts texts) {
    if (type == null) {
      left |= open && isConstructed(field, texts);
      return null;
    }
    List<JavaType> line = texts.line.apply(type);
    int at = line.indexOf(field.owner());
    for (int i = 0; i < at; i++) {
      List<JavaMethod> constructors = line.get(i).methods("<init>");
      for (JavaMethod each : constructors) {
        Frame setting = setting(field, reading.asked(each), texts);
        if (setting != null) {
          return setting;
        }
      }
      if (!constructors.isEmpty()) {
        return null;
      }
    }
    return null;
  }

  private static boolean isConstructed(JavaField field, Texts texts) {
    return field.owner().methods("<init>").stream()
        .anyMatch(each -> each.hasBody() && texts.flow(each).sets(field.name()));
  }

  private static @Nullable Frame setting(JavaField field, Frame constructor, Texts texts) {
    Frame each = constructor;
    for (int depth = 0; depth < HIGHEST; depth++) {
      if (each.method.owner() == field.owner() && each.flow.sets(field.name())) {
        return each;
      }
      Frame above = above(each, texts);
      if (above == null) {
        return null;
      }
      each = above;
    }
    return null;
  }

  /** What {@code super(..)} or {@code this(..)} calls. */
  private static @Nullable Frame above(Frame constructor, Texts texts) {
    for (Call call : constructor.method.calls()) {
      JavaMethod target = call.target();
      if (call.expression() instanceof Expr.ConstructorCall && target != null && target.hasBody()) {
        Locals at =
            call.arguments().isEmpty() ? Locals.NONE : constructor.flow.at(call.arguments().get(0));
        return new Frame(
            target,
            texts.flow(target),
            call.arguments(),
            at,
            constructor,
            "",
            null,
            constructor.asked);
      }
    }
    return null;
  }
}
