package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.Place;
import java.beans.Introspector;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field or getter that may be mapped, with what is said of both. */
record Member(String name, TypeRef type, List<Mark> marks, Place place) {
  /** Those that a class declares; getters only where they are annotated. */
  static List<Member> of(JavaType type) {
    Map<String, Member> all = new LinkedHashMap<>();
    for (JavaField each : type.fields()) {
      if (!each.isStatic() && !Modifier.isTransient(each.modifiers())) {
        all.put(
            each.name(),
            new Member(
                each.name(), each.type(), AnnotationMark.of(each.annotations()), each.place()));
      }
    }
    for (JavaMethod each : type.methods()) {
      String name = propertyOf(each);
      if (name != null && !each.annotations().isEmpty()) {
        List<Mark> marks = AnnotationMark.of(each.annotations());
        Member field = all.get(name);
        all.put(
            name,
            field == null
                ? new Member(name, each.result(), marks, each.place())
                : field.with(marks));
      }
    }
    return List.copyOf(all.values());
  }

  /** The getters that have a setter, whatever their fields are called. */
  static List<Member> ofGetters(JavaType type) {
    Map<String, Member> all = new LinkedHashMap<>();
    for (JavaMethod each : type.methods()) {
      String name = propertyOf(each);
      boolean property =
          name != null
              && type.methods().stream()
                  .anyMatch(
                      setter ->
                          setter.parameters().size() == 1
                              && setter.name().startsWith("set")
                              && Introspector.decapitalize(setter.name().substring(3))
                                  .equals(name));
      if (name != null && property) {
        all.put(
            name,
            new Member(name, each.result(), AnnotationMark.of(each.annotations()), each.place()));
      }
    }
    return List.copyOf(all.values());
  }

  /** The name of the property that a method gets; null where it is no getter. */
  static @Nullable String propertyOf(JavaMethod method) {
    if (!method.parameters().isEmpty() || method.isStatic()) {
      return null;
    }
    String name = method.name();
    if (name.startsWith("get") && name.length() > 3) {
      return Introspector.decapitalize(name.substring(3));
    }
    return name.startsWith("is") && name.length() > 2
        ? Introspector.decapitalize(name.substring(2))
        : null;
  }

  private Member with(List<Mark> more) {
    List<Mark> both = new ArrayList<>(marks);
    both.addAll(more);
    return new Member(name, type, List.copyOf(both), place);
  }

  boolean has(String jpa) {
    return Jpa.has(marks, jpa);
  }

  boolean isId() {
    return has("Id") || Stores.isId(marks);
  }

  boolean isTransient() {
    return has("Transient") || Stores.isTransient(marks);
  }
}
