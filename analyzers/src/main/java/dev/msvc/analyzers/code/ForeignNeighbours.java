package dev.msvc.analyzers.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Types whose sources are elsewhere, in a package that has files here, too, as where the interfaces
 * of an API are in a library and their classes here: they are named without an import.
 */
final class ForeignNeighbours {
  private final TypeIndex index;

  ForeignNeighbours(TypeIndex index) {
    this.index = index;
  }

  /**
   * Whether a name that nothing declares can only be one of the file's own package: no import of
   * many types and no supertype from elsewhere may give it.
   */
  boolean isNeighbour(String id, SourceUnit unit, JavaType context) {
    return unit.file().endsWith(".java")
        && !unit.packageName().isEmpty()
        && isTypeName(id)
        && unit.imports().stream().noneMatch(each -> mayGive(each, id))
        && isKnownAbove(context);
  }

  /** As names of types are written, and no constants. */
  private static boolean isTypeName(String id) {
    return Character.isUpperCase(id.charAt(0)) && id.chars().anyMatch(Character::isLowerCase);
  }

  private static boolean mayGive(SourceUnit.Import each, String id) {
    boolean many = each.all() && !each.name().startsWith("java.");
    return many || (each.isStatic() && each.names(id));
  }

  /** Whether all that a type and those around it inherit from is known. */
  private boolean isKnownAbove(JavaType context) {
    Deque<JavaType> open = new ArrayDeque<>();
    Set<JavaType> seen = new HashSet<>();
    for (JavaType each = context; each != null; each = each.outer()) {
      open.add(each);
    }
    while (!open.isEmpty()) {
      JavaType next = open.remove();
      if (seen.add(next)) {
        for (TypeRef each : above(next)) {
          JavaType type = index.find(each.name());
          if (type == null) {
            return false;
          }
          open.add(type);
        }
      }
    }
    return true;
  }

  private static List<TypeRef> above(JavaType type) {
    List<TypeRef> all = new ArrayList<>(type.interfaces);
    if (type.superclass != null) {
      all.add(type.superclass);
    }
    return all;
  }
}
