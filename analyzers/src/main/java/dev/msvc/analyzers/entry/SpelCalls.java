package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Beans that expressions in annotations call, as {@code @PreAuthorize("@rights.may('read')")}:
 * whoever calls the annotated method calls them.
 */
public final class SpelCalls implements Analyzer {
  private static final Pattern CALL =
      Pattern.compile(
          "@(?:'([^']+)'|([A-Za-z_$][\\w$]*))\\s*\\??\\.\\s*([A-Za-z_$][\\w$]*)\\s*\\(");

  /** Those whose expressions are asked when an application starts, and not when it is called. */
  private static final Set<String> AT_START =
      Set.of(
          "Value",
          "Scheduled",
          "ConditionalOnExpression",
          "KafkaListener",
          "RabbitListener",
          "JmsListener");

  /** Those whose texts often are constants. */
  private static final Set<String> RIGHTS =
      Set.of("PreAuthorize", "PostAuthorize", "PreFilter", "PostFilter");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    Beans beans = Beans.of(sources);
    Workers.each(code.types(), type -> read(code, beans, type).forEach(facts::add));
  }

  private static Set<Reference> read(CodeBase code, Beans beans, JavaType type) {
    Set<Reference> all = new LinkedHashSet<>();
    for (JavaMethod method : type.methods()) {
      for (Annotation each : method.annotations()) {
        calls(code, beans, each, method, all);
      }
    }
    for (Annotation each : type.annotations()) {
      for (JavaMethod method : type.methods()) {
        boolean own = method.annotations().stream().anyMatch(one -> one.name().equals(each.name()));
        if (method.isPublic() && !method.isStatic() && !method.isConstructor() && !own) {
          calls(code, beans, each, method, all);
        }
      }
    }
    return all;
  }

  private static void calls(
      CodeBase code, Beans beans, Annotation annotation, JavaMethod method, Set<Reference> to) {
    if (AT_START.contains(annotation.simpleName())) {
      return;
    }
    for (String text : texts(code, annotation)) {
      Matcher call = CALL.matcher(text);
      while (call.find()) {
        String bean = call.group(1) == null ? call.group(2) : call.group(1);
        for (JavaType each : beans.named(bean)) {
          call(code, each, call.group(3), annotation.line(), method, to);
        }
      }
    }
  }

  /** The annotation's own texts, or those of annotations that one of the system's carries. */
  private static List<String> texts(CodeBase code, Annotation annotation) {
    List<String> own = annotation.textsWith("@", RIGHTS.contains(annotation.simpleName()));
    JavaType declared = own.isEmpty() ? code.project(annotation.name()) : null;
    if (declared == null) {
      return own;
    }
    return declared.annotations().stream()
        .flatMap(each -> each.textsWith("@", RIGHTS.contains(each.simpleName())).stream())
        .toList();
  }

  private static void call(
      CodeBase code, JavaType bean, String name, int line, JavaMethod by, Set<Reference> to) {
    for (JavaType each : Lineage.of(code, bean).types()) {
      if (!each.methods(name).isEmpty()) {
        if (each != by.owner()) {
          to.add(
              new Reference(
                  by.owner().name(), by.name(), each.name(), name, ReferenceKind.CALL, line));
        }
        return;
      }
    }
  }
}
