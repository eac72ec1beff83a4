package dev.msvc.analyzers.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes supertypes away that lead back to a type itself, which no compiler lets pass: who walks up
 * a hierarchy would walk for ever, or so many ways that it is the same.
 */
final class Circles {
  private record Step(JavaType type, Iterator<TypeRef> above) {
    Step(JavaType type) {
      this(type, all(type).iterator());
    }
  }

  private final TypeIndex index;
  private final Set<JavaType> done = new HashSet<>();
  private final List<JavaType> cut = new ArrayList<>();

  private Circles(TypeIndex index) {
    this.index = index;
  }

  /** Opens every circle; returns the types that lost a supertype. */
  static List<JavaType> open(TypeIndex index) {
    Circles circles = new Circles(index);
    index.types().forEach(circles::walk);
    return circles.cut;
  }

  private void walk(JavaType start) {
    if (done.contains(start)) {
      return;
    }
    Deque<Step> path = new ArrayDeque<>();
    Set<JavaType> onPath = new HashSet<>();
    path.push(new Step(start));
    onPath.add(start);
    while (!path.isEmpty()) {
      Step step = path.getFirst();
      if (!step.above().hasNext()) {
        path.pop();
        onPath.remove(step.type());
        done.add(step.type());
        continue;
      }
      TypeRef next = step.above().next();
      JavaType above = index.find(next.name());
      if (above != null && onPath.contains(above)) {
        remove(step.type(), next);
      } else if (above != null && above.isProject() && !done.contains(above)) {
        path.push(new Step(above));
        onPath.add(above);
      }
    }
  }

  private void remove(JavaType type, TypeRef above) {
    if (above.equals(type.superclass)) {
      type.superclass = TypeRef.OBJECT;
    }
    type.interfaces = type.interfaces.stream().filter(each -> !each.equals(above)).toList();
    if (!cut.contains(type)) {
      cut.add(type);
    }
  }

  private static List<TypeRef> all(JavaType type) {
    List<TypeRef> all = new ArrayList<>(type.interfaces);
    @Nullable TypeRef superclass = type.superclass;
    if (superclass != null) {
      all.add(superclass);
    }
    return all;
  }
}
