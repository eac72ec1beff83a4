package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Place;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pages and resources that Apache Wicket shows at paths which an application mounts. What a page
 * does is spread over its components, so the class answers and no one method of it.
 */
public final class WicketMounts implements Analyzer {
  private static final String WICKET = "org.apache.wicket.";
  private static final String APPLICATION_CLASS = "applicationClassName";
  private static final String HOME = "getHomePage";

  private static final Set<String> PAGES = Set.of("mountPage", "mountBookmarkablePage");
  private static final String PACKAGE = "mountPackage";
  private static final String RESOURCE = "mountResource";

  /** Mappers that are given a path and a page, and those that are given something else. */
  private static final List<String> OF_PAGE = List.of("MountedMapper", "UrlCodingStrategy");

  private static final List<String> OF_PACKAGE = List.of("PackageMapper");
  private static final List<String> OF_RESOURCE = List.of("ResourceMapper");

  private static final String[] MOUNT_PATH = {"org.wicketstuff.annotation.mount.MountPath"};
  private static final String[] HOME_PAGE = {
    "com.giffing.wicket.spring.boot.context.scan.WicketHomePage"
  };

  /** {@code ${id}}; {@code #{id}} may be left out. */
  private static final Pattern PARAMETER = Pattern.compile("[$#]\\{(\\w+)}");

  private static final Pattern OPTIONAL = Pattern.compile("/#\\{\\w+}$");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntryPoints entries = new EntryPoints();
    Map<String, List<String>> patterns = WebXml.patterns(sources, APPLICATION_CLASS);
    Reading reading = new Reading(sources.code(), patterns, entries, facts);
    sources.code().types().forEach(reading::read);
    entries.addTo(facts);
  }

  private record Reading(
      CodeBase code, Map<String, List<String>> patterns, EntryPoints entries, FactCollector facts) {
    void read(JavaType type) {
      annotated(type);
      boolean application =
          !type.isAbstract() && supertypes(type).anyMatch(each -> each.endsWith("Application"));
      if (application) {
        home(type);
      }
      if (application || isOfWicket(type)) {
        for (JavaMethod method : type.bodies()) {
          method.calls().forEach(this::read);
        }
      }
    }

    private Stream<String> supertypes(JavaType type) {
      return Lineage.supertypes(code, type).stream().filter(each -> each.startsWith(WICKET));
    }

    private boolean isOfWicket(JavaType type) {
      return type.importsBelow(WICKET) || supertypes(type).findAny().isPresent();
    }

    // ---- by annotations

    private void annotated(JavaType type) {
      Annotation mount = type.isAbstract() ? null : type.annotation(MOUNT_PATH);
      if (mount != null) {
        List<String> told = new ArrayList<>(mount.texts("value", "path"));
        told.removeIf(String::isEmpty);
        boolean named = !told.isEmpty();
        told.addAll(mount.texts("alt"));
        if (!named) {
          route("GET", type.simpleName(), type, type, type.place(), Certainty.INFERRED);
        }
        told.forEach(each -> route("GET", each, type, type, type.place(), Certainty.PARSED));
      }
      if (!type.isAbstract() && type.annotation(HOME_PAGE) != null) {
        route("GET", "", type, type, type.place(), Certainty.PARSED);
      }
    }

    private void home(JavaType application) {
      for (List<JavaMethod> overridden : Lineage.of(code, application).methods()) {
        JavaMethod method = overridden.get(0);
        if (method.name().equals(HOME) && method.parameters().isEmpty()) {
          for (JavaType page : returned(method)) {
            route("GET", "", page, application, page.place(), Certainty.PARSED);
          }
        }
      }
    }

    // ---- by calls

    private void read(Call call) {
      boolean own = call.target() != null && call.target().owner().isProject();
      if (call.arguments().size() < 2) {
        return;
      }
      if (call.name().equals("<init>")) {
        constructed(call);
      } else if (!own && PAGES.contains(call.name())) {
        page(call);
      } else if (!own && call.name().equals(PACKAGE)) {
        inPackage(call);
      } else if (!own && call.name().equals(RESOURCE)) {
        resource(call);
      }
    }

    private void constructed(Call call) {
      if (!(call.expression() instanceof Expr.New)
          || !call.argumentTypes().get(0).equals(TypeRef.STRING)) {
        return;
      }
      if (isMapper(call, OF_PAGE)) {
        page(call);
      } else if (isMapper(call, OF_PACKAGE)) {
        inPackage(call);
      } else if (isMapper(call, OF_RESOURCE)) {
        resource(call);
      }
    }

    private boolean isMapper(Call call, List<String> endings) {
      Set<String> names = new LinkedHashSet<>(Set.of(call.receiver().name()));
      names.addAll(call.caller().owner().mayMean(call.receiver().name()));
      JavaType own = code.project(call.receiver().name());
      if (own != null) {
        names.addAll(Lineage.supertypes(code, own));
      }
      return names.stream()
          .anyMatch(each -> each.startsWith(WICKET) && endings.stream().anyMatch(each::endsWith));
    }

    private void page(Call call) {
      Set<JavaType> pages = classes(call.arguments().get(1), call);
      if (pages.isEmpty()) {
        unread(call, "class of the page that is mounted is not known");
      }
      for (Told path : pages.isEmpty() ? List.<Told>of() : paths(call)) {
        pages.forEach(each -> route("GET", path, each, call, each.place()));
      }
    }

    /** All pages of the package that a class or its name stands for, by their simple names. */
    private void inPackage(Call call) {
      Set<JavaType> named = classes(call.arguments().get(1), call);
      if (named.isEmpty()) {
        unread(call, "package that is mounted is not known");
      }
      for (Told path : named.isEmpty() ? List.<Told>of() : paths(call)) {
        Set<String> packages = new TreeSet<>();
        named.forEach(each -> packages.add(each.packageName()));
        for (JavaType each : code.types()) {
          if (packages.contains(each.packageName()) && isPage(each)) {
            String whole = path.text() + "/" + each.simpleName();
            route("GET", new Told(whole, Certainty.INFERRED), each, call, each.place());
          }
        }
      }
    }

    private boolean isPage(JavaType type) {
      boolean page = supertypes(type).anyMatch(each -> each.endsWith("Page"));
      List<JavaMethod> constructors =
          type.methods().stream().filter(JavaMethod::isConstructor).toList();
      return page
          && !type.isAbstract()
          && type.outer() == null
          && (constructors.isEmpty() || constructors.stream().anyMatch(Reading::isBookmarkable));
    }

    /** Whether a page can be made of nothing but a request. */
    private static boolean isBookmarkable(JavaMethod constructor) {
      List<JavaMethod.Parameter> all = constructor.parameters();
      return all.isEmpty()
          || (all.size() == 1 && all.get(0).type().name().endsWith("PageParameters"));
    }

    /** A resource of the system's own; those of libraries are files beside the classes. */
    private void resource(Call call) {
      Expr given = call.arguments().get(1);
      TypeRef type = call.argumentTypes().get(1);
      JavaType own = code.project(type.name());
      boolean file = given instanceof Expr.New created && created.body() == null && own == null;
      if (file && type.known()) {
        return;
      }
      JavaMethod caller = call.caller();
      for (Told path : paths(call)) {
        if (own != null) {
          route("ANY", path, own, call, own.place());
        } else {
          entries.route(
              EntryPointKind.HTTP,
              "ANY",
              path(path.text(), caller.owner()),
              caller.owner(),
              caller.name(),
              call.place(),
              path.certainty());
        }
      }
    }

    // ---- what arguments say

    private record Told(String text, Certainty certainty) {}

    private List<Told> paths(Call call) {
      Expr path = call.arguments().get(0);
      String constant = code.constantText(path, call.caller().owner());
      List<String> texts = constant == null ? code.texts(path, call.caller()) : List.of(constant);
      if (texts.isEmpty() || texts.stream().anyMatch(each -> each.contains(Texts.HOLE))) {
        unread(call, "path of what is mounted is not known");
      }
      Certainty certainty = texts.size() == 1 ? Certainty.PARSED : Certainty.INFERRED;
      return texts.stream()
          .filter(each -> !each.contains(Texts.HOLE))
          .map(each -> new Told(each, certainty))
          .toList();
    }

    /** The system's classes that an expression gives by class literals, itself or by a method. */
    private Set<JavaType> classes(Expr expression, Call call) {
      Set<JavaType> all = new LinkedHashSet<>();
      literals(expression, call.caller(), all);
      if (all.isEmpty() && expression instanceof Expr.Name name) {
        Bodies.assigned(name.id(), call.caller())
            .forEach(each -> literals(each, call.caller(), all));
      }
      Call asked = call.caller().call(expression);
      JavaMethod target = asked == null ? null : asked.target();
      if (all.isEmpty() && target != null) {
        JavaMethod nearest = Lineage.of(code, call.caller().owner()).implementation(target);
        all.addAll(returned(nearest == null ? target : nearest));
      }
      return all;
    }

    private Set<JavaType> returned(JavaMethod method) {
      Set<JavaType> all = new LinkedHashSet<>();
      Bodies.returned(method).forEach(each -> literals(each, method, all));
      return all;
    }

    private void literals(Expr expression, JavaMethod in, Set<JavaType> to) {
      Bodies.parts(
          expression,
          each -> {
            if (each instanceof Expr.ClassLiteral literal) {
              JavaType own = code.project(code.resolve(literal.type(), in.owner()).name());
              if (own != null) {
                to.add(own);
              }
            }
          });
    }

    private void unread(Call call, String reason) {
      facts.add(new Unread(call.place().file(), call.line(), reason));
    }

    // ---- routes

    private void route(String verb, Told path, JavaType shown, Call call, Place place) {
      route(verb, path.text(), shown, call.caller().owner(), place, path.certainty());
    }

    private void route(
        String verb, String path, JavaType shown, JavaType by, Place place, Certainty certainty) {
      Matcher optional = OPTIONAL.matcher(path);
      if (optional.find()) {
        route(verb, optional.replaceFirst(""), shown, by, place, certainty);
      }
      entries.route(EntryPointKind.HTTP, verb, path(path, by), shown, "", place, certainty);
    }

    private String path(String mounted, JavaType by) {
      return HttpPath.open(prefix(by), PARAMETER.matcher(mounted).replaceAll("{$1}"));
    }

    /** What descriptors put in front of all that an application shows. */
    private String prefix(JavaType by) {
      List<String> own = patterns.get(by.name());
      Set<String> all = new TreeSet<>();
      (own == null ? patterns.values() : List.of(own))
          .forEach(each -> all.addAll(ServletMappings.open(each)));
      return all.size() == 1 ? all.iterator().next() : "";
    }
  }
}
