package dev.msvc.analyzers.plan;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TypeFact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes that run without being asked: threads, and what starts them or works by a timer. */
final class Background {
  private static final String THREAD = "java.lang.Thread";
  private static final int DEEP = 20;

  private final Set<String> running = new HashSet<>();

  Background(ContextMap map) {
    for (Trait each : map.facts().traits()) {
      if (each.kind() == TraitKind.OWN_THREAD || each.kind() == TraitKind.TIMER) {
        running.add(map.topLevel(each.className()));
      }
    }
    for (TypeFact each : map.facts().types()) {
      if (isThread(map, each)) {
        running.add(each.topLevel());
      }
    }
  }

  private static boolean isThread(ContextMap map, TypeFact type) {
    @Nullable String above = type.superclass();
    for (int depth = 0; above != null && depth < DEEP; depth++) {
      if (above.equals(THREAD) || above.equals("Thread")) {
        return true;
      }
      TypeFact next = map.type(above);
      above = next == null ? null : next.superclass();
    }
    return false;
  }

  /** Those of a context, sorted. */
  List<String> of(BoundedContext context) {
    return context.classes().stream().filter(running::contains).toList();
  }
}
