package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.List;

/**
 * Filters of {@code web.xml} that answer what is below a path of theirs, and let nothing through to
 * those behind them.
 */
final class AnsweringFilters {
  private static final String FILTER = "doFilter";

  /** Superclasses from here let requests through, or answer by routes that are read. */
  private static final List<String> LETTING_THROUGH =
      List.of(
          "javax.",
          "jakarta.",
          "org.springframework.",
          "spark.",
          "org.apache.wicket.",
          "org.apache.struts",
          "net.sourceforge.stripes.",
          "com.google.inject.");

  private AnsweringFilters() {}

  static void add(Sources sources, EntryPoints entries) {
    CodeBase code = sources.code();
    for (WebXml.Mapping each : WebXml.filters(sources)) {
      JavaType type = code.project(each.className());
      boolean narrow = each.path().startsWith("/") && !each.path().matches("/\\*?");
      for (JavaMethod method : type == null || !narrow ? List.<JavaMethod>of() : filter(type)) {
        Certainty certainty = leaves(method) ? Certainty.GUESSED : Certainty.INFERRED;
        if (isEnd(method)) {
          entries.route(
              EntryPointKind.SERVLET,
              "ANY",
              HttpPath.of(each.path()),
              method.owner(),
              method,
              certainty);
        }
      }
    }
  }

  private static List<JavaMethod> filter(JavaType type) {
    return type.methods(FILTER).stream()
        .filter(each -> each.hasBody() && each.parameters().size() == 3)
        .toList();
  }

  /** Whether a filter leaves what it does to its superclass. */
  private static boolean leaves(JavaMethod filter) {
    return filter.calls().stream().anyMatch(AnsweringFilters::isOfSuper);
  }

  private static boolean isOfSuper(Call call) {
    return call.name().equals(FILTER) && Dispatches.isSuper(call);
  }

  /** Whether it does nothing with the chain of filters but give it to its superclass. */
  private static boolean isEnd(JavaMethod filter) {
    String chain = filter.parameters().get(2).name();
    for (Call each : filter.calls()) {
      boolean[] uses = {false};
      Bodies.parts(
          each.expression(),
          part -> uses[0] |= part instanceof Expr.Name name && name.id().equals(chain));
      if (uses[0] && !(isOfSuper(each) && isClosed(filter.owner()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the superclass is a library's that may answer by itself. */
  private static boolean isClosed(JavaType type) {
    TypeRef superclass = type.superclass();
    return superclass != null && LETTING_THROUGH.stream().noneMatch(superclass.name()::startsWith);
  }
}
