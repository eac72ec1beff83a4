package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.TextReading.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The texts that arrays, lists and other collections hold. */
final class TextElements {
  private final TextReading reading;

  TextElements(TextReading reading) {
    this.reading = reading;
  }

  List<String> of(Expr expression, Locals at, Frame frame) {
    List<String> all = new ArrayList<>();
    if (expression instanceof Expr.Array array) {
      array.parts().forEach(each -> all.addAll(reading.of(each, at, frame)));
    } else if (expression instanceof Expr.Call call) {
      boolean lists =
          Set.of("of", "asList", "newArrayList", "unmodifiableList", "stream", "ofNullable")
              .contains(call.name());
      if (lists && !call.arguments().isEmpty()) {
        boolean wraps = call.arguments().size() == 1 && !call.name().equals("of");
        call.arguments()
            .forEach(
                each ->
                    all.addAll(
                        wraps && !(each instanceof Expr.Literal)
                            ? reading.elementsOf(each, at, frame)
                            : reading.of(each, at, frame)));
      } else if (call.scope() != null
          && Set.of("toArray", "stream", "toList", "iterator", "values").contains(call.name())) {
        return reading.elementsOf(call.scope(), at, frame);
      }
    } else if (expression instanceof Expr.New created) {
      created.arguments().forEach(each -> all.addAll(reading.elementsOf(each, at, frame)));
    } else if (expression instanceof Expr.Cast cast) {
      return reading.elementsOf(cast.value(), at, frame);
    } else {
      Held held = expression instanceof Expr.Name name ? at.find(name.id()) : null;
      JavaField field = held == null ? reading.meant(expression, frame.method.owner()) : null;
      if (held != null) {
        heldElements(held, frame, all, new HashSet<>());
      } else if (field != null && field.value() != null) {
        JavaMethod in = TextFields.initializerOf(field);
        return in == null
            ? Texts.hole()
            : reading.elementsOf(field.value(), Locals.NONE, reading.frame(in));
      }
    }
    return all.isEmpty() ? Texts.hole() : all.stream().distinct().limit(64).toList();
  }

  private void heldElements(Held top, Frame frame, List<String> all, Set<Integer> seen) {
    List<Held> chain = new ArrayList<>();
    Held each = top;
    while (each != null && seen.add(System.identityHashCode(each))) {
      chain.add(each);
      each = TextReading.before(each);
    }
    for (int i = chain.size() - 1; i >= 0; i--) {
      Held one = chain.get(i);
      if (one instanceof Held.Added added) {
        all.addAll(reading.of(added.value(), added.at(), frame));
      } else if (one instanceof Held.Given given) {
        all.addAll(reading.elementsOf(given.value(), given.at(), frame));
      } else if (one instanceof Held.Either either) {
        either.all().forEach(way -> heldElements(way, frame, all, seen));
      } else if (one instanceof Held.Parameter parameter) {
        Expr argument = TextReading.argument(parameter.name(), frame);
        if (argument != null && frame.caller != null) {
          all.addAll(reading.elementsOf(argument, frame.argumentsAt, frame.caller));
        }
      }
    }
    all.removeIf(text -> text.equals(Texts.HOLE));
  }
}
