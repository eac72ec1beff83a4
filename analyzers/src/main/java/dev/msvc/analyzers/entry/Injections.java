package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.wiring.AnnotatedBeans;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What containers of Spring, CDI and EJB put into fields, constructors and setters. */
public final class Injections implements Analyzer {
  private static final String SPRING = "org.springframework.";
  private static final String[] INJECT =
      Stream.concat(
              Stream.of(
                  SPRING + "beans.factory.annotation.Autowired",
                  "com.google.inject.Inject",
                  "org.apache.dubbo.config.annotation.DubboReference",
                  "com.alibaba.dubbo.config.annotation.Reference"),
              Arrays.stream(
                  MetaAnnotations.ee(
                      "inject.Inject",
                      "annotation.Resource",
                      "ejb.EJB",
                      "persistence.PersistenceContext")))
          .toArray(String[]::new);
  private static final String[] STEREOTYPE = AnnotatedBeans.stereotypes();

  /** A stereotype whose value is a path, and no name. */
  private static final String MICRONAUT = "io.micronaut.http.annotation.Controller";

  /** Containers in which all beans of a type are put. */
  private static final Set<String> ALL =
      Set.of(
          "java.util.List",
          "java.util.Set",
          "java.util.Collection",
          "java.util.Map",
          "java.lang.Iterable");

  /** Types that stand for one or many of their argument, and which argument that is. */
  private static int content(TypeRef type) {
    return switch (type.name()) {
      case "java.util.List",
          "java.util.Set",
          "java.util.Collection",
          "java.lang.Iterable",
          "java.util.Optional",
          "java.util.function.Supplier",
          "javax.inject.Provider",
          "jakarta.inject.Provider",
          "javax.enterprise.inject.Instance",
          "jakarta.enterprise.inject.Instance",
          "org.springframework.beans.factory.ObjectProvider",
          "org.springframework.beans.factory.ObjectFactory" ->
          0;
      case "java.util.Map" -> 1;
      default -> -1;
    };
  }

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    MetaAnnotations meta = new MetaAnnotations(code);
    Beans beans = Beans.of(sources);
    Qualifiers qualifiers = new Qualifiers(code);
    Lookups lookups = new Lookups(code, beans);
    Implementers elsewhere = new Implementers(code);
    Workers.each(
        code.types(),
        type -> {
          new Reading(code, meta, qualifiers, beans, elsewhere, type, facts).read();
          lookups.read(type, facts);
        });
    Workers.each(code.types(), type -> elsewhere.calls(type, facts));
  }

  private record Reading(
      CodeBase code,
      MetaAnnotations meta,
      Qualifiers qualifiers,
      Beans beans,
      Implementers elsewhere,
      JavaType type,
      FactCollector facts) {

    void read() {
      for (JavaField field : type.fields()) {
        if (isInjected(field.annotations())) {
          add(field.name(), field.name(), field.type(), field.line(), field.annotations());
        }
      }
      List<JavaMethod> constructors = new ArrayList<>();
      boolean chosen = false;
      for (JavaMethod method : type.methods()) {
        boolean injected = isInjected(method.annotations());
        if (method.isConstructor()) {
          constructors.add(method);
          chosen = chosen || injected;
        }
        if (injected || AnnotatedBeans.of(method) != null) {
          parameters(method);
        }
      }
      if (!chosen
          && (meta.has(type.annotations(), STEREOTYPE)
              || meta.has(type.annotations(), MICRONAUT))) {
        constructor(constructors);
      } else if (constructors.isEmpty() && writtenConstructorIsInjected()) {
        lombok();
      }
    }

    private boolean isInjected(List<Annotation> annotations) {
      return !annotations.isEmpty() && meta.has(annotations, INJECT);
    }

    private void constructor(List<JavaMethod> constructors) {
      if (constructors.size() == 1) {
        parameters(constructors.get(0));
      } else if (constructors.isEmpty()) {
        lombok();
      }
    }

    /** A constructor that Lombok writes with {@code @Inject} or {@code @Autowired} on it. */
    private boolean writtenConstructorIsInjected() {
      Annotation found =
          type.annotation("lombok.RequiredArgsConstructor", "lombok.AllArgsConstructor");
      if (found == null) {
        return false;
      }
      for (String key : List.of("onConstructor", "onConstructor_", "onConstructor__")) {
        if (found.has(key)) {
          return true;
        }
      }
      return false;
    }

    private void lombok() {
      boolean all = type.annotation("lombok.AllArgsConstructor") != null;
      if (!all && type.annotation("lombok.RequiredArgsConstructor", "lombok.Data") == null) {
        return;
      }
      for (JavaField field : type.fields()) {
        boolean given =
            field.isFinal()
                ? field.value() == null
                : all || field.annotation("lombok.NonNull") != null;
        if (given && !field.isStatic()) {
          add("<init>", field.name(), field.type(), field.line(), field.annotations());
        }
      }
    }

    private void parameters(JavaMethod method) {
      for (JavaMethod.Parameter each : method.parameters()) {
        add(method.name(), each.name(), each.type(), method.line(), each.annotations());
      }
    }

    private void add(
        String member, String name, TypeRef injected, int line, List<Annotation> annotations) {
      TypeRef each = injected;
      boolean many = false;
      for (int content = content(each); content >= 0; content = content(each)) {
        many = many || ALL.contains(each.name());
        each = each.argument(content);
      }
      JavaType own = code.project(each.name());
      if (own == null) {
        wired(member, elsewhere.given(each.name()), line);
      } else if (own != type) {
        facts.add(new Reference(type.name(), member, own.name(), "", ReferenceKind.INJECTED, line));
        wired(member, name, own, many, line, annotations);
      }
    }

    /** What is behind a type that does not say it itself. */
    private void wired(
        String member,
        String name,
        JavaType own,
        boolean many,
        int line,
        List<Annotation> annotations) {
      String qualifier = qualifiers.name(annotations);
      if (many && qualifier.isEmpty()) {
        beans.all(own).forEach(given -> wired(member, given, line));
      } else if (own.isAbstract()) {
        wired(member, beans.only(own, qualifier, name), line);
      }
    }

    private void wired(String member, @Nullable JavaType given, int line) {
      if (given != null && given != type) {
        facts.add(new Reference(type.name(), member, given.name(), "", ReferenceKind.WIRED, line));
      }
    }
  }
}
