package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Routes of Spring MVC and WebFlux controllers: mappings on classes, their interfaces and
 * superclasses, and on annotations of the project's own.
 */
public final class SpringMvcRoutes implements Analyzer {
  private static final String WEB = "org.springframework.web.bind.annotation.";
  private static final String MAPPING = "Mapping";
  private static final List<String> SHORT = List.of("Get", "Post", "Put", "Delete", "Patch");
  private static final String REQUEST_MAPPING = WEB + "RequestMapping";
  private static final String DATA_REST = "org.springframework.data.rest.webmvc.";

  /** Controllers beside those that Spring Data REST makes. */
  private static final String[] BASE_PATH_AWARE = {
    DATA_REST + "BasePathAwareController", DATA_REST + "RepositoryRestController"
  };

  private static final String[] CONTROLLER = {
    "org.springframework.stereotype.Controller",
    WEB + "RestController",
    BASE_PATH_AWARE[0],
    BASE_PATH_AWARE[1]
  };
  private static final String PORTLET = "javax.portlet.";
  private static final String EXCHANGE = "org.springframework.web.service.annotation.";
  private static final String FEIGN = "org.springframework.cloud.openfeign.FeignClient";
  private static final String OLD_FEIGN = "org.springframework.cloud.netflix.feign.FeignClient";
  private static final String[] MESSAGE = {
    "org.springframework.messaging.handler.annotation.MessageMapping",
    "org.springframework.messaging.simp.annotation.SubscribeMapping"
  };
  private static final String ALIAS = "org.springframework.core.annotation.AliasFor";
  private static final int DEPTH = 5;

  /** What a mapping says; without paths where it says none. */
  private record Mapping(List<String> methods, List<String> paths, boolean certain) {
    static final Mapping NONE = new Mapping(List.of(), List.of(), true);

    List<String> pathsOrEmpty() {
      return paths.isEmpty() ? List.of("") : paths;
    }
  }

  /** What stands before the paths of a controller. */
  private record Prefix(String context, String servlet, String controllers) {}

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    SpringSettings settings = SpringSettings.of(sources);
    settings.broken().forEach(facts::add);
    GeneratedApis apis = GeneratedApis.of(sources);
    apis.unread().forEach(facts::add);
    PathPrefixes prefixes = new PathPrefixes(code, Modules.of(sources), settings);
    AmbiguousRoutes ambiguous = new AmbiguousRoutes(code, Modules.of(sources));
    Reading reading =
        new Reading(
            SpringBase.of(sources),
            prefixes,
            ambiguous,
            code,
            new MetaAnnotations(code),
            settings,
            apis,
            new EntryPoints());
    code.types().forEach(reading::type);
    reading.entries().addTo(facts);
    if (!reading.entries().isEmpty()) {
      prefixes.unread().forEach(facts::add);
      ambiguous.unread().forEach(facts::add);
    }
  }

  private record Reading(
      SpringBase base,
      PathPrefixes prefixes,
      AmbiguousRoutes ambiguous,
      CodeBase code,
      MetaAnnotations meta,
      SpringSettings settings,
      GeneratedApis apis,
      EntryPoints entries) {

    void type(JavaType type) {
      if (type.isAbstract()) {
        return;
      }
      Lineage lineage = Lineage.of(code, type);
      boolean controller = isController(lineage);
      GeneratedApis.Api api = apis.of(type);
      if (api != null && !apis.isOfSpring(type)) {
        api = null;
      } else if (api != null && (api.isDelegate() || !controller)) {
        delegate(type, lineage, api);
        api = null;
      }
      if (!controller || isPortlet(type)) {
        return;
      }
      Prefix prefix = prefix(type, lineage);
      Mapping ofType = mapping(lineage);
      if (api != null) {
        documented(type, prefix, ofType == null ? generated(api, false) : ofType, api);
      }
      for (List<JavaMethod> method : lineage.methods()) {
        method(type, prefix, ofType == null ? Mapping.NONE : ofType, method);
        message(type, lineage, method);
      }
    }

    /** What is said for all methods of a type; null for nothing. */
    private @Nullable Mapping mapping(Lineage lineage) {
      for (JavaType each : lineage.types()) {
        Mapping found = isClient(each) ? null : mapping(each.annotations(), each, 0);
        if (found != null) {
          return found;
        }
      }
      return null;
    }

    private Mapping generated(GeneratedApis.Api api, boolean controller) {
      return new Mapping(List.of(), List.of(apis.basePath(api, controller)), true);
    }

    /** A class that the controller of an API, perhaps a generated one, hands requests on to. */
    private void delegate(JavaType type, Lineage lineage, GeneratedApis.Api api) {
      JavaType controller = api.isDelegate() ? apis.controller(api) : null;
      Lineage served = controller == null ? lineage : Lineage.of(code, controller);
      Mapping ofType = controller == null ? null : mapping(served);
      documented(
          type,
          prefix(controller == null ? type : controller, served),
          ofType == null ? generated(api, api.isDelegate() && controller == null) : ofType,
          api);
    }

    private void documented(JavaType type, Prefix prefix, Mapping ofType, GeneratedApis.Api api) {
      api.operations()
          .forEach(
              (method, each) ->
                  add(
                      type,
                      prefix,
                      ofType,
                      new Mapping(List.of(each.verb()), List.of(each.path()), true),
                      List.of(method),
                      Certainty.INFERRED));
    }

    private boolean isController(Lineage lineage) {
      for (JavaType each : lineage.types()) {
        if (meta.has(each.annotations(), CONTROLLER)
            || (!each.isAbstract() && mapping(each.annotations(), each, 0) != null)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isClient(JavaType type) {
      return type.annotation(FEIGN, OLD_FEIGN) != null;
    }

    /** In a portal the mode chooses a handler, and no path. */
    private static boolean isPortlet(JavaType type) {
      for (JavaMethod method : type.methods()) {
        for (JavaMethod.Parameter each : method.parameters()) {
          String name = each.type().name();
          if (name.startsWith(PORTLET)
              || type.mayMean(name).stream().anyMatch(one -> one.startsWith(PORTLET))) {
            return true;
          }
        }
        for (Annotation each : method.annotations()) {
          if (each.name().startsWith("org.springframework.web.portlet.")) {
            return true;
          }
        }
      }
      return false;
    }

    private Prefix prefix(JavaType type, Lineage lineage) {
      String module = type.module();
      return new Prefix(
          base.context(module),
          base.servlet(module),
          type.annotation(BASE_PATH_AWARE) == null
              ? settings.resolved(prefixes.of(type, lineage), module)
              : settings.get(module, "spring.data.rest.base-path"));
    }

    private void method(JavaType type, Prefix prefix, Mapping ofType, List<JavaMethod> overridden) {
      for (JavaMethod each : overridden) {
        Mapping found = mapping(each.annotations(), each.owner(), 0);
        if (found != null) {
          add(type, prefix, ofType, found, overridden, Certainty.PARSED);
          return;
        }
      }
    }

    private void add(
        JavaType type,
        Prefix prefix,
        Mapping ofType,
        Mapping ofMethod,
        List<JavaMethod> overridden,
        Certainty known) {
      JavaMethod method = overridden.get(0);
      TreeSet<String> methods = new TreeSet<>(ofType.methods());
      methods.addAll(ofMethod.methods());
      if (methods.isEmpty()) {
        methods.add("ANY");
      }
      Certainty certainty = ofType.certain() && ofMethod.certain() ? known : Certainty.GUESSED;
      for (String outer : ofType.pathsOrEmpty()) {
        for (String inner : ofMethod.pathsOrEmpty()) {
          String own =
              HttpPath.of(
                  prefix.controllers(),
                  settings.resolved(outer, type.module()),
                  settings.resolved(inner, type.module()));
          for (String servlet : base.servlets(type, own, prefix.servlet())) {
            String full =
                HttpPath.of(
                    prefix.context(), servlet, inner.isEmpty() && own.equals("/") ? "" : own);
            for (String httpMethod : methods) {
              entries.route(EntryPointKind.HTTP, httpMethod, full, type, method, certainty);
              if (certainty == Certainty.PARSED) {
                ambiguous.add(httpMethod, full, Lineage.of(code, type), overridden);
              }
            }
          }
        }
      }
    }

    private void message(JavaType type, Lineage lineage, List<JavaMethod> overridden) {
      Annotation found = meta.find(overridden.get(0).annotations(), MESSAGE);
      if (found == null) {
        return;
      }
      String prefix = "";
      for (JavaType each : lineage.types()) {
        Annotation ofType = each.annotation(MESSAGE);
        if (ofType != null) {
          prefix = ofType.texts("value").isEmpty() ? "" : ofType.texts("value").get(0);
          break;
        }
      }
      List<String> destinations = found.texts("value");
      for (String each : destinations.isEmpty() ? List.of("") : destinations) {
        entries.method(
            EntryPointKind.LISTENER,
            "listener",
            HttpPath.of(prefix, each),
            type,
            overridden.get(0),
            Certainty.PARSED);
      }
    }

    /** What the annotations say about routes, perhaps through one of the project's own. */
    private @Nullable Mapping mapping(List<Annotation> annotations, JavaType context, int depth) {
      for (Annotation each : annotations) {
        Mapping direct = direct(each, context);
        if (direct != null) {
          return direct;
        }
      }
      if (depth < DEPTH) {
        for (Annotation each : annotations) {
          JavaType declared = meta.declaration(each);
          Mapping carried =
              declared == null ? null : mapping(declared.annotations(), declared, depth + 1);
          if (declared != null && carried != null) {
            return overridden(carried, each, declared, context);
          }
        }
      }
      return null;
    }

    private @Nullable Mapping direct(Annotation annotation, JavaType context) {
      if (annotation.is(REQUEST_MAPPING)) {
        return paths(annotation, annotation.texts("method"), context, "value", "path");
      }
      if (annotation.simpleName().endsWith(MAPPING)) {
        for (String each : SHORT) {
          if (annotation.is(WEB + each + MAPPING)) {
            List<String> methods = List.of(HttpPath.method(each, ""));
            return paths(annotation, methods, context, "value", "path");
          }
        }
      }
      if (annotation.name().startsWith(EXCHANGE)) {
        String simple = annotation.simpleName();
        List<String> methods =
            simple.equals("HttpExchange")
                ? annotation.texts("method")
                : List.of(HttpPath.method(simple, "Exchange"));
        return paths(annotation, methods, context, "value", "url");
      }
      return null;
    }

    /** A composed annotation's own attributes come before those of what it carries. */
    private Mapping overridden(
        Mapping carried, Annotation used, JavaType declared, JavaType context) {
      List<String> methods = carried.methods();
      Mapping changed = carried;
      for (JavaMethod attribute : declared.methods()) {
        String name = attribute.name();
        if (!used.has(name)) {
          continue;
        }
        Annotation alias = attribute.annotation(ALIAS);
        String meant = alias == null ? null : alias.text("attribute", "value");
        if (meant == null) {
          meant = name;
        }
        if (meant.equals("path") || meant.equals("value")) {
          changed = paths(used, methods, context, name);
        } else if (meant.equals("method")) {
          methods = used.texts(name);
          changed = new Mapping(methods, changed.paths(), changed.certain());
        }
      }
      return changed;
    }

    private Mapping paths(
        Annotation annotation, List<String> methods, JavaType context, String... keys) {
      PathTexts paths = PathTexts.of(code, annotation, context, keys);
      return new Mapping(methods, paths.texts(), paths.certain());
    }
  }
}
