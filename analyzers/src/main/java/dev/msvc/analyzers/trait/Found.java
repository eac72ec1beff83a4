package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Where in the code one is, and what was found there. */
record Found(List<Trait> all, String file, String className, String method) {
  Found at(String otherMethod) {
    return new Found(all, file, className, otherMethod);
  }

  /** In another method; an initializer is its type as a whole. */
  Found in(JavaMethod other) {
    String named = other.name().equals("<clinit>") ? "" : other.name();
    return new Found(all, other.owner().file(), other.owner().name(), named);
  }

  void add(TraitKind kind, String name, String detail, int line) {
    add(kind, name, detail, line, Certainty.PARSED);
  }

  void inferred(TraitKind kind, String name, String detail, int line) {
    add(kind, name, detail, line, Certainty.INFERRED);
  }

  void add(TraitKind kind, String name, String detail, int line, Certainty certainty) {
    all.add(new Trait(kind, name, detail, className, method, new Place(file, line), certainty));
  }
}
