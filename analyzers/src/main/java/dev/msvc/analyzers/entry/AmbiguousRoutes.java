package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Routes of one application that two controllers serve: it would not start with them. */
final class AmbiguousRoutes {
  /** Attributes of mappings by which handlers of one path are told apart. */
  private static final Set<String> CONDITIONS =
      Set.of("params", "headers", "consumes", "produces", "version");

  /** A handler of a route. */
  private record Handler(JavaType controller, JavaMethod method) {}

  private final CodeBase code;
  private final Modules modules;
  private final Map<String, List<Handler>> byRoute = new TreeMap<>();

  AmbiguousRoutes(CodeBase code, Modules modules) {
    this.code = code;
    this.modules = modules;
  }

  /** Notes a route, unless something beside its path decides who serves it. */
  void add(String httpMethod, String path, Lineage controller, List<JavaMethod> overridden) {
    boolean open =
        controller.types().stream().anyMatch(each -> isConditional(each.annotations()))
            || overridden.stream().anyMatch(each -> isConditional(each.annotations()));
    if (!open) {
      byRoute
          .computeIfAbsent(
              httpMethod + " " + path.replaceAll("\\{[^{}]*}", "{}"), any -> new ArrayList<>(1))
          .add(new Handler(controller.types().get(0), overridden.get(0)));
    }
  }

  private static boolean isConditional(List<Annotation> annotations) {
    return annotations.stream()
        .anyMatch(
            each ->
                each.simpleName().startsWith("Conditional")
                    || each.simpleName().equals("Profile")
                    || CONDITIONS.stream().anyMatch(each::has));
  }

  /** One sentence for all of them; none where there are none. */
  List<Unread> unread() {
    int routes = 0;
    String example = "";
    Handler first = null;
    for (Map.Entry<String, List<Handler>> each : byRoute.entrySet()) {
      List<Handler> two = two(each.getValue());
      if (!two.isEmpty() && ++routes == 1) {
        first = two.get(0);
        example =
            "%s by %s and %s (%s)"
                .formatted(
                    each.getKey(),
                    first.controller().simpleName(),
                    two.get(1).controller().simpleName(),
                    two.get(1).method().place());
      }
    }
    return first == null
        ? List.of()
        : List.of(
            new Unread(
                first.method().owner().file(),
                first.method().line(),
                "%s served by two controllers, as %s: a prefix of one was missed, or it is open which answers"
                    .formatted(routes == 1 ? "a route is" : routes + " routes are", example)));
  }

  /** The first two that are in one application, and are not one in place of the other. */
  private List<Handler> two(List<Handler> all) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        JavaType one = all.get(i).controller();
        JavaType other = all.get(j).controller();
        if (one != other
            && modules.meet(one.module(), other.module())
            && !code.isA(one, other.name())
            && !code.isA(other, one.name())) {
          return List.of(all.get(i), all.get(j));
        }
      }
    }
    return List.of();
  }
}
