package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long the objects of a type live; the constructions are read when first asked for. */
final class LifeTimes {
  /** Marks of what lives for a request, a view, or as long as its row is looked at. */
  private static final Set<String> SHORT =
      Set.of(
          "RequestScoped",
          "RequestScope",
          "ViewScoped",
          "Entity",
          "Embeddable",
          "MappedSuperclass");

  /** Marks of what a container makes and keeps, and of methods that make it. */
  private static final Set<String> LONG =
      Set.of(
          "Component",
          "Service",
          "Repository",
          "Controller",
          "RestController",
          "Configuration",
          "Singleton",
          "Stateless",
          "Stateful",
          "ApplicationScoped",
          "SessionScoped",
          "Named",
          "Bean",
          "Produces",
          "Provides");

  private final CodeBase code;
  private @Nullable Map<String, List<Call>> constructions;

  LifeTimes(CodeBase code) {
    this.code = code;
  }

  /** Whether all objects of a type are seen to live no longer than a request, a view or a value. */
  boolean isShort(JavaType type) {
    return isShort(type, new HashSet<>());
  }

  private boolean isShort(JavaType type, Set<String> asked) {
    if (has(type.annotations(), SHORT)) {
      return true;
    }
    List<Call> made = constructions().getOrDefault(type.name(), List.of());
    return asked.add(type.name())
        && !has(type.annotations(), LONG)
        && !made.isEmpty()
        && made.stream().allMatch(each -> isShort(each, asked));
  }

  /** Whether what is made there is handed out or looked at only, or kept by what lives short. */
  private boolean isShort(Call construction, Set<String> asked) {
    JavaMethod method = construction.caller();
    boolean starts =
        method.isConstructor()
            || method.name().equals("main")
            || method.owner().initializers().contains(method)
            || has(method.annotations(), LONG);
    return (!starts && isHandedOut(construction, method)) || isShort(method.owner(), asked);
  }

  private static boolean isHandedOut(Call construction, JavaMethod method) {
    List<Boolean> found = new ArrayList<>();
    Stmt body = method.body();
    if (body != null) {
      Bodies.statements(
          body,
          each -> {
            if (each instanceof Stmt.Local local) {
              found.add(local.value() == construction.expression());
            } else if (each instanceof Stmt.Return returned) {
              found.add(returned.value() == construction.expression());
            }
          });
    }
    return found.contains(true);
  }

  private static boolean has(List<Annotation> annotations, Set<String> names) {
    return annotations.stream().anyMatch(each -> names.contains(each.simpleName()));
  }

  private synchronized Map<String, List<Call>> constructions() {
    Map<String, List<Call>> known = constructions;
    if (known == null) {
      known = new HashMap<>();
      for (JavaType type : code.types()) {
        for (JavaMethod method : type.bodies()) {
          for (Call each : method.calls()) {
            // this(..) and super(..) make nothing of their own
            if (each.expression() instanceof Expr.New
                && code.project(each.receiver().name()) != null) {
              known.computeIfAbsent(each.receiver().name(), any -> new ArrayList<>(1)).add(each);
            }
          }
        }
      }
      constructions = known;
    }
    return known;
  }
}
