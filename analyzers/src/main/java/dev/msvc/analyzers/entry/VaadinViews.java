package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Views of Vaadin, which its router shows by their paths, and what browsers call of Hilla. What a
 * view does is spread over its listeners, so the class answers and no one method of it.
 */
public final class VaadinViews implements Analyzer {
  private static final String ROUTER = "com.vaadin.flow.router.";
  private static final String VIEW = "View";

  /** {@code :id}, {@code :id?}, {@code :path*}, {@code :id(\d+)}. */
  private static final Pattern PARAMETER = Pattern.compile(":(\\w+)(?:\\([^)]*\\))?[?*]?");

  /** A last parameter that may be left out. */
  private static final Pattern OPTIONAL = Pattern.compile("/:\\w+(?:\\([^)]*\\))?[?*]$");

  /** Layouts stand in layouts; a cycle would go on for ever. */
  private static final int LAYOUTS = 10;

  private static final String[] ENDPOINT = {
    "com.vaadin.hilla.BrowserCallable",
    "com.vaadin.hilla.Endpoint",
    "dev.hilla.BrowserCallable",
    "dev.hilla.Endpoint",
    "com.vaadin.fusion.Endpoint",
    "com.vaadin.flow.server.connect.Endpoint"
  };

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      if (!type.isAbstract()) {
        view(code, type, entries);
        if (type.annotation(ENDPOINT) != null) {
          called(code, type, entries);
        }
      }
    }
    entries.addTo(facts);
  }

  private static void view(CodeBase code, JavaType type, EntryPoints entries) {
    List<Annotation> routes = new ArrayList<>();
    for (Annotation each : type.annotations()) {
      if (each.is(ROUTER + "Route") || each.is(ROUTER + "RouteAlias")) {
        routes.add(each);
      } else if (each.is(ROUTER + "RouteAlias.Container")) {
        routes.addAll(each.annotations("value"));
      }
    }
    for (Annotation each : routes) {
      String told = each.text("value");
      String path = HttpPath.open(prefix(code, each), told == null ? byName(type) : told);
      entries.route(
          EntryPointKind.HTTP,
          "GET",
          PARAMETER.matcher(path).replaceAll("{$1}"),
          type,
          "",
          type.place(),
          told == null ? Certainty.INFERRED : Certainty.PARSED);
      Matcher optional = OPTIONAL.matcher(path);
      if (optional.find()) {
        entries.route(
            EntryPointKind.HTTP,
            "GET",
            PARAMETER.matcher(HttpPath.open(optional.replaceFirst(""))).replaceAll("{$1}"),
            type,
            "",
            type.place(),
            Certainty.PARSED);
      }
    }
  }

  /** What the layouts around a view put in front of its path. */
  private static String prefix(CodeBase code, Annotation route) {
    String prefix = "";
    boolean absolute = route.flag("absolute", false);
    JavaType layout = only(code, route.types("layout"));
    for (int i = 0; layout != null && !absolute && i < LAYOUTS; i++) {
      Annotation own = layout.annotation(ROUTER + "RoutePrefix");
      String text = own == null ? null : own.text("value");
      if (text != null) {
        prefix = text + "/" + prefix;
      }
      absolute = own != null && own.flag("absolute", false);
      Annotation outer = layout.annotation(ROUTER + "ParentLayout");
      layout = outer == null ? null : only(code, outer.types("value"));
    }
    return prefix;
  }

  private static @Nullable JavaType only(CodeBase code, List<TypeRef> named) {
    return named.isEmpty() ? null : code.project(named.get(0).name());
  }

  private static String byName(JavaType type) {
    String simple = type.simpleName();
    if (simple.equals("Main") || simple.equals("Main" + VIEW)) {
      return "";
    }
    String name =
        simple.endsWith(VIEW) ? simple.substring(0, simple.length() - VIEW.length()) : simple;
    return name.toLowerCase(Locale.ROOT);
  }

  private static void called(CodeBase code, JavaType type, EntryPoints entries) {
    Annotation endpoint = type.annotation(ENDPOINT);
    String told = endpoint == null ? null : endpoint.text("value");
    String name = told == null || told.isEmpty() ? type.simpleName() : told;
    for (JavaMethod method : Lineage.of(code, type).offered()) {
      entries.route(
          EntryPointKind.HTTP,
          "POST",
          HttpPath.of("connect", name, method.name()),
          type,
          method,
          Certainty.PARSED);
    }
  }
}
