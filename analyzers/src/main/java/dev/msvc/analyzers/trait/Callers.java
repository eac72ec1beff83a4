package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who calls a method, also by a type that it overrides; read when first asked. */
final class Callers {
  private final CodeBase code;
  private @Nullable Map<String, List<Call>> byName;

  Callers(CodeBase code) {
    this.code = code;
  }

  List<Call> of(JavaMethod method) {
    List<Call> all = new ArrayList<>();
    for (Call each : read().getOrDefault(method.name(), List.of())) {
      JavaMethod target = each.target();
      if (target != null
          && (target == method
              || (target.parameters().size() == method.parameters().size()
                  && !target.hasBody()
                  && code.isA(method.owner(), target.owner().name())))) {
        all.add(each);
      }
    }
    return all;
  }

  private synchronized Map<String, List<Call>> read() {
    Map<String, List<Call>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (JavaType type : code.types()) {
        for (JavaMethod method : type.bodies()) {
          for (Call each : method.calls()) {
            if (each.target() != null && each.target().owner().isProject()) {
              known.computeIfAbsent(each.name(), any -> new ArrayList<>(1)).add(each);
            }
          }
        }
      }
      byName = known;
    }
    return known;
  }
}
