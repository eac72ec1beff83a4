package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Counted;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Controllers of interfaces that are in no source of the system, and so may have routes that are
 * not seen: a build generates them, or they are of a library that other systems share.
 */
public final class MissingInterfaces implements Analyzer {
  private static final Pattern GENERATED = Pattern.compile(".*Api(?:Delegate|Service)?");
  private static final Pattern DELEGATE = Pattern.compile(".*ApiDelegate");
  private static final String WEB = "org.springframework.web.bind.annotation.";
  private static final String[] CONTROLLERS =
      Stream.concat(
              Stream.of(
                  "org.springframework.stereotype.Controller",
                  WEB + "RestController",
                  WEB + "RequestMapping",
                  "io.micronaut.http.annotation.Controller"),
              Arrays.stream(MetaAnnotations.ee("ws.rs.Path")))
          .toArray(String[]::new);
  private static final Pattern ROUTE =
      Pattern.compile(
          "(?:org\\.springframework\\.web\\.bind\\.annotation\\.\\w*(?:Mapping|ExceptionHandler)"
              + "|(?:javax|jakarta)\\.ws\\.rs\\.\\w+"
              + "|io\\.micronaut\\.http\\.annotation\\.\\w+)");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    Set<List<String>> known = new HashSet<>();
    for (EntryPoint each : facts.entryPoints()) {
      known.add(List.of(each.className(), each.method()));
    }
    CodeBase code = sources.code();
    MetaAnnotations meta = new MetaAnnotations(code);
    for (JavaType type : code.types()) {
      if (!type.isAbstract() && !type.isGenerated()) {
        type(code, meta, type, known, facts);
      }
    }
  }

  private static void type(
      CodeBase code,
      MetaAnnotations meta,
      JavaType type,
      Set<List<String>> known,
      FactCollector facts) {
    Lineage lineage = Lineage.of(code, type);
    Set<String> missing = missing(code, lineage);
    if (missing.isEmpty()
        || !(isController(meta, lineage)
            || missing.stream().anyMatch(MissingInterfaces::isAsked))) {
      return;
    }
    int hidden = 0;
    for (List<JavaMethod> each : lineage.methods()) {
      JavaMethod method = each.get(0);
      if (each.size() == 1
          && isOverride(method)
          && !known.contains(List.of(type.name(), method.name()))
          && !known.contains(List.of(method.owner().name(), method.name()))
          && !isOfLibrary(code, lineage, method)) {
        hidden++;
      }
    }
    if (hidden > 0) {
      facts.hidden(hidden);
      facts.add(new Unread(type.file(), type.line(), reason(missing, hidden)));
    }
  }

  private static String reason(Set<String> missing, int hidden) {
    return "%s may be missing: %s with @Override, and %s is in no source; commit the document that it is made from and name that in inputSpec, or generate it into src/main/java"
        .formatted(
            Counted.of(hidden, "entry point", "entry points"),
            hidden == 1 ? "a method" : "methods",
            String.join(" or ", missing));
  }

  private static boolean isController(MetaAnnotations meta, Lineage lineage) {
    return lineage.types().stream().anyMatch(each -> meta.has(each.annotations(), CONTROLLERS));
  }

  /** Whether a generated controller hands requests on to a type of this name. */
  private static boolean isAsked(String simpleName) {
    return DELEGATE.matcher(simpleName).matches();
  }

  /** Simple names of interfaces that may be the system's and are nowhere. */
  private static Set<String> missing(CodeBase code, Lineage lineage) {
    Set<String> all = new TreeSet<>();
    for (JavaType each : lineage.types()) {
      for (TypeRef one : each.interfaces()) {
        if (one.known()
            && code.find(one.name()) == null
            && (GENERATED.matcher(one.simpleName()).matches() || isNear(each, one.name()))) {
          all.add(one.simpleName());
        }
      }
    }
    return all;
  }

  /**
   * Whether a name may be the system's: its package begins as that of a class does, and not as that
   * of what the class is annotated with, which is a library's.
   */
  private static boolean isNear(JavaType type, String name) {
    String start = start(type.packageName());
    return !start.isEmpty()
        && name.startsWith(start)
        && type.annotations().stream().noneMatch(each -> each.name().startsWith(start));
  }

  private static String start(String packageName) {
    List<String> parts = new ArrayList<>(List.of(packageName.split("\\.")));
    return parts.size() < 2 ? "" : parts.get(0) + "." + parts.get(1) + ".";
  }

  private static boolean isOverride(JavaMethod method) {
    boolean route = false;
    boolean override = false;
    for (Annotation each : method.annotations()) {
      override |= each.is("java.lang.Override");
      route |= ROUTE.matcher(each.name()).matches();
    }
    return override && !route && method.isPublic() && method.hasBody() && !method.isStatic();
  }

  /** Whether it overrides what the JDK declares, as {@code toString}. */
  private static boolean isOfLibrary(CodeBase code, Lineage lineage, JavaMethod method) {
    Set<String> names = new LinkedHashSet<>(Set.of("java.lang.Object"));
    lineage.types().forEach(each -> names.addAll(Lineage.supertypes(code, each)));
    for (String each : names) {
      JavaType type = code.find(each);
      if (type != null
          && !type.isProject()
          && type.methods(method.name()).stream().anyMatch(one -> Lineage.overrides(method, one))) {
        return true;
      }
    }
    return false;
  }
}
