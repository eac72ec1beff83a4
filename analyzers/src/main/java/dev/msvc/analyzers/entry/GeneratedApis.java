package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.entry.ApiDocument.Operation;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Interfaces that are generated from API documents while a system is built, and so in no source of
 * it: told from the classes that implement them, by the names of their methods.
 */
final class GeneratedApis {
  private static final Pattern NAME = Pattern.compile(".*(?:Api|Delegate|ApiService)");
  private static final String WEB = "org.springframework.web.bind.annotation.";
  private static final String[] SPRING = {
    "org.springframework.stereotype.Controller", WEB + "RestController", WEB + "RequestMapping"
  };
  private static final String RESPONSE = "org.springframework.http.ResponseEntity";
  private static final String[] JAX_RS = MetaAnnotations.ee("ws.rs.Path");
  private static final String[] JAX_RS_METHODS =
      MetaAnnotations.ee(
          "ws.rs.Path",
          "ws.rs.GET",
          "ws.rs.POST",
          "ws.rs.PUT",
          "ws.rs.DELETE",
          "ws.rs.PATCH",
          "ws.rs.HEAD",
          "ws.rs.OPTIONS");
  private static final String[] NO_SERVER =
      concat(
          MetaAnnotations.ee("decorator.Decorator"),
          "org.springframework.cloud.openfeign.FeignClient",
          "org.eclipse.microprofile.rest.client.inject.RegisterRestClient");

  /**
   * What a class implements of an API.
   *
   * @param name the simple name of the generated interface
   * @param operations of its methods
   */
  record Api(ApiDocument document, String name, Map<JavaMethod, Operation> operations) {
    /** Whether a generated controller hands requests on to it. */
    boolean isDelegate() {
      return name.endsWith("Delegate");
    }
  }

  private final CodeBase code;
  private final MetaAnnotations meta;
  private final List<ApiDocument> documents;
  private final boolean basePathOnInterface;
  private final boolean basePathOnController;
  private final List<Unread> unread;
  private final Map<String, Api> byType = new HashMap<>();
  private final Map<String, JavaType> controllers = new HashMap<>();

  private GeneratedApis(Sources sources) {
    code = sources.code();
    meta = new MetaAnnotations(code);
    ApiDocuments read = new ApiDocuments(sources);
    documents = read.all();
    unread = new ArrayList<>(read.broken());
    if (documents.isEmpty()) {
      basePathOnInterface = false;
      basePathOnController = false;
      return;
    }
    String builds = builds(sources);
    basePathOnInterface = builds.contains("requestMappingMode") && builds.contains("api_interface");
    basePathOnController =
        !builds.contains("swagger-codegen") || builds.matches("(?s).*openapi[-.]generator.*");
    code.types().forEach(this::type);
  }

  static GeneratedApis of(Sources sources) {
    return sources.shared(GeneratedApis.class, GeneratedApis::new);
  }

  private static String[] concat(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static String builds(Sources sources) {
    StringBuilder all = new StringBuilder();
    for (ResourceFile each : sources.resources()) {
      if (each.fileName().equals("pom.xml")
          || each.extension().equals("gradle")
          || each.fileName().endsWith(".gradle.kts")) {
        all.append(each.text());
      }
    }
    return all.toString();
  }

  /** What a class implements; null for nothing generated. */
  @Nullable Api of(JavaType type) {
    return byType.get(type.name());
  }

  /** Documents that cannot be read, and classes that several fit. */
  List<Unread> unread() {
    return unread;
  }

  /** The class of the system that a delegate's interface is handed requests by, if it has one. */
  @Nullable JavaType controller(Api delegate) {
    String name = delegate.name();
    return controllers.get(name.substring(0, name.length() - "Delegate".length()));
  }

  /**
   * What generated code of Spring puts before the paths of an API, where nothing of the system does
   * instead: a setting that is called after the API, or else the path of its server.
   *
   * @param controller whether its controller is generated, too
   */
  String basePath(Api api, boolean controller) {
    ApiDocument document = api.document();
    return basePathOnInterface || (controller && basePathOnController)
        ? "${openapi." + document.title() + ".base-path:" + document.serverPath() + "}"
        : "";
  }

  /** Whether Spring serves it: as a controller, or by a generated one. */
  boolean isOfSpring(JavaType type) {
    Lineage lineage = Lineage.of(code, type);
    Api api = of(type);
    if (carries(lineage, SPRING)) {
      return true;
    }
    return !carries(lineage, JAX_RS)
        && api != null
        && (api.isDelegate()
            || api.operations().keySet().stream().anyMatch(each -> isResponse(each.result())));
  }

  private static boolean isResponse(TypeRef type) {
    return type.name().equals(RESPONSE)
        || type.simpleName().equals("ResponseEntity")
        || type.arguments().stream().anyMatch(GeneratedApis::isResponse);
  }

  private boolean carries(Lineage lineage, String[] annotations) {
    return lineage.types().stream().anyMatch(each -> meta.has(each.annotations(), annotations));
  }

  private void type(JavaType type) {
    if (type.isAbstract() || type.isGenerated()) {
      return;
    }
    Lineage lineage = Lineage.of(code, type);
    TreeSet<String> missing = missing(lineage);
    if (missing.isEmpty() || carries(lineage, NO_SERVER)) {
      return;
    }
    boolean served = carries(lineage, SPRING) || carries(lineage, JAX_RS);
    if (served) {
      missing.forEach(each -> controllers.putIfAbsent(each, type));
    }
    List<JavaMethod> methods = new ArrayList<>();
    for (List<JavaMethod> each : lineage.methods()) {
      JavaMethod method = each.get(0);
      if (method.isPublic() && method.hasBody() && !method.isStatic()) {
        methods.add(method);
      }
    }
    Api api = api(type, missing, methods);
    // a class that says nothing of HTTP may well have a method that is called as an operation is
    if (api != null && (served || 2 * api.operations().size() >= methods.size())) {
      byType.put(type.name(), api);
    }
  }

  /** Supertypes that are in no source of the system and may be generated, by their simple names. */
  private TreeSet<String> missing(Lineage lineage) {
    TreeSet<String> all = new TreeSet<>();
    for (JavaType each : lineage.types()) {
      List<TypeRef> supertypes = new ArrayList<>(each.interfaces());
      TypeRef superclass = each.superclass();
      if (superclass != null) {
        supertypes.add(superclass);
      }
      for (TypeRef one : supertypes) {
        String name = one.name();
        if (one.known()
            && one.arguments().isEmpty()
            && code.find(name) == null
            && (NAME.matcher(one.simpleName()).matches() || isNear(name, each.packageName()))) {
          all.add(one.simpleName());
        }
      }
    }
    return all;
  }

  /** Whether a name may be the system's: its package begins as another does. */
  private static boolean isNear(String name, String packageName) {
    if (name.indexOf('.') < 0) {
      return true;
    }
    String[] own = packageName.split("\\.");
    String start = own.length < 2 ? packageName : own[0] + "." + own[1];
    return !start.isEmpty() && name.startsWith(start + ".");
  }

  private @Nullable Api api(JavaType type, TreeSet<String> missing, List<JavaMethod> methods) {
    List<Api> best = new ArrayList<>();
    int most = 1;
    for (ApiDocument each : documents) {
      for (String name : missing) {
        Map<JavaMethod, Operation> found = operations(each, name, methods);
        if (found.size() > most) {
          best.clear();
          most = found.size();
        }
        if (found.size() == most) {
          best.add(new Api(each, name, found));
        }
      }
    }
    if (best.stream().anyMatch(each -> each.document().module().equals(type.module()))) {
      best.removeIf(each -> !each.document().module().equals(type.module()));
    }
    if (best.isEmpty()) {
      return null;
    }
    Api first = best.get(0);
    TreeSet<String> files = new TreeSet<>();
    for (Api each : best) {
      if (!each.operations().equals(first.operations())
          || !each.document().serverPath().equals(first.document().serverPath())) {
        files.add(each.document().file());
      }
    }
    if (files.isEmpty()) {
      return first;
    }
    files.add(first.document().file());
    unread.add(
        new Unread(
            type.file(),
            type.line(),
            "which of several API documents it implements is not known: "
                + String.join(", ", files)));
    return null;
  }

  private static Map<JavaMethod, Operation> operations(
      ApiDocument document, String api, List<JavaMethod> methods) {
    Map<JavaMethod, Operation> all = new HashMap<>();
    for (JavaMethod each : methods) {
      List<Operation> named = document.operations().getOrDefault(each.name(), List.of());
      List<Operation> found = new ArrayList<>(named);
      found.removeIf(one -> one.variables() > each.parameters().size());
      if (found.size() > 1 && found.stream().anyMatch(one -> one.isOf(api))) {
        found.removeIf(one -> !one.isOf(api));
      }
      if (found.size() == 1 && !isMapped(each)) {
        all.put(each, found.get(0));
      }
    }
    // of two methods of one name, the one that says so is the interface's
    Set<Operation> overridden = new HashSet<>();
    for (Map.Entry<JavaMethod, Operation> each : all.entrySet()) {
      if (isOverride(each.getKey())) {
        overridden.add(each.getValue());
      }
    }
    all.entrySet()
        .removeIf(each -> overridden.contains(each.getValue()) && !isOverride(each.getKey()));
    return all;
  }

  private static boolean isOverride(JavaMethod method) {
    return method.annotation("java.lang.Override") != null;
  }

  /** Whether it says its route itself. */
  private static boolean isMapped(JavaMethod method) {
    for (Annotation each : method.annotations()) {
      if ((each.simpleName().endsWith("Mapping") && each.is(WEB + each.simpleName()))
          || MetaAnnotations.is(each, JAX_RS_METHODS)) {
        return true;
      }
    }
    return false;
  }
}
