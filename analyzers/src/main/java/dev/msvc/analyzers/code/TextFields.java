package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.TextReading.Frame;
import dev.msvc.analyzers.code.TextReading.Made;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts that fields hold, by what sets them: their values, constructors and methods. */
final class TextFields {
  private final TextReading reading;
  private final Texts texts;
  private final Set<JavaField> open = Collections.newSetFromMap(new IdentityHashMap<>());

  TextFields(TextReading reading, Texts texts) {
    this.reading = reading;
    this.texts = texts;
  }

  List<String> of(JavaField field, Frame frame) {
    if (!open.add(field)) {
      return Texts.hole();
    }
    try {
      Expr value = field.value();
      boolean built =
          value instanceof Expr.New created
              && Variables.isBuilder(created.type().name())
              && created.arguments().isEmpty();
      if (value != null && !built) {
        JavaMethod in = initializerOf(field);
        return in == null ? Texts.hole() : reading.of(value, Locals.NONE, reading.frame(in));
      }
      return assigned(field, frame);
    } finally {
      open.remove(field);
    }
  }

  private List<String> assigned(JavaField field, Frame frame) {
    Made made = frame.self;
    JavaMethod chosen = made == null || field.isStatic() ? null : constructor(made);
    List<String> all = new ArrayList<>();
    if (made != null && chosen != null && texts.flow(chosen).sets(field.name())) {
      Held held = texts.flow(chosen).end().find(Variables.field(field.name()));
      if (held != null) {
        return reading.held(
            held, reading.called(chosen, made.creation().arguments(), made.at(), made.in(), null));
      }
    }
    if (made == null && !field.isStatic()) {
      Frame constructing = frame.asked.constructing(field, reading, texts);
      if (constructing != null) {
        Held held = constructing.flow.end().find(Variables.field(field.name()));
        return held == null ? Texts.hole() : reading.held(held, constructing);
      }
    }
    List<JavaMethod> methods = new ArrayList<>(field.owner().initializers());
    methods.addAll(field.owner().methods());
    for (JavaMethod each : methods) {
      Flow flow = each.hasBody() ? texts.flow(each) : null;
      Held held =
          flow != null && flow.sets(field.name())
              ? flow.end().find(Variables.field(field.name()))
              : null;
      if (held != null) {
        List<String> some = reading.held(held, reading.frame(each));
        if (!Texts.isHole(some)) {
          all.addAll(some);
        }
      }
    }
    return Texts.bounded(all);
  }

  private @Nullable JavaMethod constructor(Made made) {
    Call call = made.in().flow.call(made.creation());
    if (call != null && call.target() != null && call.target().hasBody()) {
      return call.target();
    }
    // constants of an enum are not calls
    JavaType owner = made.in().method.owner();
    for (JavaMethod each : owner.methods("<init>")) {
      if (owner.simpleName().equals(made.creation().type().name())
          && each.parameters().size() == made.creation().arguments().size()) {
        return each;
      }
    }
    return null;
  }

  static @Nullable JavaMethod initializerOf(JavaField field) {
    for (JavaMethod each : field.owner().initializers()) {
      if (each.body() instanceof Stmt.Eval eval && eval.value() == field.value()) {
        return each;
      }
    }
    return null;
  }

  /** The texts of a field of an object that was made so. */
  List<String> of(String name, Made made) {
    JavaField field = fieldOf(made, name);
    return field == null ? Texts.hole() : of(field, made(made));
  }

  private @Nullable JavaField fieldOf(Made made, String name) {
    JavaMethod constructor = constructor(made);
    return constructor == null ? null : texts.fields.find(constructor.owner(), name);
  }

  /** A frame in which fields are those of an object that was made so. */
  private Frame made(Made made) {
    return new Frame(
        made.in().method,
        made.in().flow,
        List.of(),
        made.at(),
        made.in(),
        "",
        made,
        Asked.anything());
  }

  /** The construction behind an expression; null where it is not seen. */
  @Nullable Made made(@Nullable Expr expression, Locals at, Frame frame) {
    if (expression instanceof Expr.New created) {
      return new Made(created, at, frame);
    }
    if (expression instanceof Expr.Name name
        && at.find(name.id()) instanceof Held.Given given
        && given.value() instanceof Expr.New created) {
      return new Made(created, given.at(), frame);
    }
    if ((expression instanceof Expr.Name name && at.find(name.id()) == null)
        || expression instanceof Expr.Select) {
      JavaField field = reading.meant(expression, frame.method.owner());
      if (field != null && field.value() instanceof Expr.New created) {
        JavaMethod in = initializerOf(field);
        return in == null ? null : new Made(created, Locals.NONE, reading.frame(in));
      }
    }
    return null;
  }
}
