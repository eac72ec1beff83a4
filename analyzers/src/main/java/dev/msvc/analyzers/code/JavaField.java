package dev.msvc.analyzers.code;

import dev.msvc.model.Place;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field, enum constant or record component. */
public record JavaField(
    JavaType owner,
    String name,
    TypeRef type,
    int modifiers,
    List<Annotation> annotations,
    @Nullable Expr value,
    int line) {
  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  public boolean isFinal() {
    return Modifier.isFinal(modifiers);
  }

  /** Its first annotation with one of these fully qualified names; null for none. */
  public @Nullable Annotation annotation(String... names) {
    return Annotation.first(annotations, names);
  }

  public Place place() {
    return new Place(owner.file(), line);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return owner.name() + "." + name;
  }
}
