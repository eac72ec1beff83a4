package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.Place;
import dev.msvc.model.TableKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class that brings properties to mapped objects, with all that is said of it and its members.
 *
 * @param type null where it is not in the source
 * @param kind what its objects are kept in; undefined for tables
 */
record Mapped(
    String name,
    String simpleName,
    @Nullable JavaType type,
    TableKind kind,
    List<Mark> marks,
    List<Member> members,
    Place place) {
  boolean has(String jpa) {
    return Jpa.has(marks, jpa);
  }

  /** The name by which JPQL knows it. */
  String jpqlName() {
    return marks.stream()
        .filter(each -> Jpa.is(each, "Entity") && !each.given("name").isEmpty())
        .map(each -> each.given("name"))
        .findFirst()
        .orElse(simpleName);
  }

  boolean isDocument() {
    return kind == TableKind.COLLECTION;
  }

  boolean isAbstract() {
    return type != null && type.isAbstract();
  }
}
