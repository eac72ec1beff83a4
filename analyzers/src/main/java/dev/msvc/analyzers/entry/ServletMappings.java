package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which servlet answers on which paths, as annotations, descriptors and registrations in code say.
 */
final class ServletMappings {
  private static final String[] WEB_SERVLET = MetaAnnotations.ee("servlet.annotation.WebServlet");
  private static final String BEAN = "RegistrationBean";
  private static final String INITIALIZER = "DispatcherServletInitializer";
  private static final String DISPATCHER = "org.springframework.web.servlet.DispatcherServlet";

  /** A servlet of a library that code registers. */
  record Foreign(Call registration, String path) {}

  private final List<WebXml.Mapping> all;
  private final List<Foreign> foreign;
  private final List<WebXml.Context> contexts;
  private final ServletScans scans;
  private final List<Unread> broken;
  private final Modules modules;

  private ServletMappings(
      List<WebXml.Mapping> all,
      List<Foreign> foreign,
      List<WebXml.Context> contexts,
      ServletScans scans,
      List<Unread> broken,
      Modules modules) {
    this.all = List.copyOf(all);
    this.foreign = List.copyOf(foreign);
    this.contexts = List.copyOf(contexts);
    this.scans = scans;
    this.broken = List.copyOf(broken);
    this.modules = modules;
  }

  static ServletMappings of(Sources sources) {
    return sources.shared(ServletMappings.class, ServletMappings::read);
  }

  private static ServletMappings read(Sources sources) {
    FactCollector facts = new FactCollector();
    List<WebXml.Mapping> all = new ArrayList<>(WebXml.mappings(sources, facts));
    List<Foreign> foreign = new ArrayList<>();
    CodeBase code = sources.code();
    for (JavaType type : code.types()) {
      annotated(type, all);
      for (JavaMethod method : type.methods()) {
        registered(code, method, all, foreign);
      }
    }
    List<WebXml.Context> contexts = WebXml.contexts(sources);
    return new ServletMappings(
        all,
        foreign,
        contexts,
        ServletScans.of(sources, contexts),
        facts.unread(),
        Modules.of(sources));
  }

  /** Where servlets look for their controllers. */
  ServletScans scans() {
    return scans;
  }

  /** Descriptors that are no XML. */
  List<Unread> broken() {
    return broken;
  }

  /** Servlets that are none of the system's classes, where code gives them a path. */
  List<Foreign> foreign() {
    return foreign;
  }

  /** Paths by the class of the servlet. */
  Map<String, SortedSet<String>> byClass() {
    Map<String, SortedSet<String>> byClass = new TreeMap<>();
    for (WebXml.Mapping each : all) {
      byClass.computeIfAbsent(each.className(), ignored -> new TreeSet<>()).add(each.path());
    }
    return byClass;
  }

  /**
   * The path in front of all that a framework's servlet serves for a module; empty for none.
   *
   * @param servlets names of the framework's servlets
   */
  String prefix(String module, List<String> servlets) {
    Map<String, String> byModule = new TreeMap<>();
    for (WebXml.Mapping each : all) {
      if (servlets.contains(each.className())) {
        open(List.of(each.path())).forEach(open -> byModule.putIfAbsent(each.module(), open));
      }
    }
    String prefix = modules.agreed(module, byModule.keySet(), byModule::get);
    return prefix == null ? "" : prefix;
  }

  /**
   * The path in front of what the servlet serves whose beans a file holds; null where the file is
   * no servlet's own.
   *
   * @param file with its folders
   */
  @Nullable String prefix(String module, String file, String path) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    Map<String, String> byModule = new TreeMap<>();
    for (WebXml.Context each : contexts) {
      if (each.file().equals(name)) {
        byModule.putIfAbsent(each.module(), prefix(each.paths(), path));
      }
    }
    return modules.agreed(module, byModule.keySet(), byModule::get);
  }

  private static String prefix(List<String> paths, String path) {
    return paths.stream().anyMatch(each -> isExact(each, path))
        ? ""
        : open(paths).stream().findFirst().orElse("");
  }

  /** The paths in front of what patterns leave open behind them. */
  static List<String> open(List<String> patterns) {
    return patterns.stream()
        .filter(each -> each.endsWith("/*"))
        .map(each -> each.substring(0, each.length() - 2))
        .toList();
  }

  /** Whether a pattern of paths is just this path, or all with its ending. */
  static boolean isExact(String pattern, String path) {
    return pattern.equals(path)
        || (pattern.startsWith("*.") && path.endsWith(pattern.substring(1)));
  }

  /** Whether a framework's servlet serves just this path, or all with its ending. */
  boolean isExact(String path, List<String> servlets) {
    return all.stream()
        .anyMatch(each -> servlets.contains(each.className()) && isExact(each.path(), path));
  }

  private static void annotated(JavaType type, List<WebXml.Mapping> to) {
    Annotation found = type.annotation(WEB_SERVLET);
    if (found != null) {
      List<String> paths = new ArrayList<>(found.texts("value"));
      paths.addAll(found.texts("urlPatterns"));
      paths.forEach(path -> to.add(new WebXml.Mapping(type.name(), path, type.module())));
      if (paths.isEmpty()) {
        to.add(new WebXml.Mapping(type.name(), "", type.module()));
      }
    }
  }

  /** Servlets that a method registers, and paths that it names for them. */
  private record Registration(SortedSet<String> types, SortedSet<String> paths) {
    void addTo(JavaMethod method, List<WebXml.Mapping> to) {
      if (types.size() == 1) {
        for (String path : paths) {
          to.add(new WebXml.Mapping(types.first(), path, method.owner().module()));
        }
      }
    }
  }

  private static void registered(
      CodeBase code, JavaMethod method, List<WebXml.Mapping> to, List<Foreign> foreign) {
    if (method.name().equals("getServletMappings") && method.parameters().isEmpty()) {
      initializer(code, method, to);
    }
    Registration whole = new Registration(new TreeSet<>(), new TreeSet<>());
    for (Call each : method.calls()) {
      if (each.name().equals("with") && each.expression() instanceof Expr.Call call) {
        guice(code, each, call, to);
      } else if (isJetty(code, each)) {
        jetty(code, each, to, foreign);
      } else if (each.name().equals("addMapping")
          && each.expression() instanceof Expr.Call call
          && call.scope() instanceof Expr.Call scope
          && scope.name().equals("addServlet")) {
        chained(code, method, each, scope, to);
      } else if (!isChained(each)) {
        registration(code, each, whole);
      }
    }
    whole.addTo(method, to);
  }

  private static boolean isChained(Call call) {
    return call.name().equals("addServlet")
        && call.caller().calls().stream()
            .anyMatch(
                each ->
                    each.name().equals("addMapping")
                        && each.expression() instanceof Expr.Call outer
                        && outer.scope() == call.expression());
  }

  /** {@code addServlet("name", X.class).addMapping("/x")}. */
  private static void chained(
      CodeBase code, JavaMethod method, Call mapping, Expr.Call scope, List<WebXml.Mapping> to) {
    Registration one = new Registration(new TreeSet<>(), new TreeSet<>());
    Call added = method.call(scope);
    if (added != null) {
      registration(code, added, one);
    }
    registration(code, mapping, one);
    one.addTo(method, to);
  }

  /** {@code serve("/x", "/y").with(X.class)}. */
  private static void guice(CodeBase code, Call with, Expr.Call call, List<WebXml.Mapping> to) {
    if (!(call.scope() instanceof Expr.Call serve)
        || !serve.name().equals("serve")
        || with.argumentTypes().isEmpty()) {
      return;
    }
    TypeRef given = with.argumentTypes().get(0);
    TypeRef servlet = given.name().equals("java.lang.Class") ? given.argument(0) : given;
    for (Expr each : serve.arguments()) {
      for (String path : code.texts(each, with.caller())) {
        if (path.startsWith("/") || path.startsWith("*")) {
          to.add(new WebXml.Mapping(servlet.name(), path, with.caller().owner().module()));
        }
      }
    }
  }

  /** {@code addServlet(X.class, "/x")}: the path comes last, and not the servlet. */
  private static boolean isJetty(CodeBase code, Call call) {
    return (call.name().equals("addServlet") || call.name().equals("addServletWithMapping"))
        && call.arguments().size() == 2
        && call.argumentTypes().size() == 2
        && code.texts(call.arguments().get(1), call.caller()).stream()
            .anyMatch(each -> each.startsWith("/") || each.startsWith("*."));
  }

  private static void jetty(
      CodeBase code, Call call, List<WebXml.Mapping> to, List<Foreign> foreign) {
    TypeRef given = call.argumentTypes().get(0);
    Registration found = new Registration(new TreeSet<>(), new TreeSet<>());
    if (given.name().endsWith("ServletHolder")) {
      for (Call each : holders(call)) {
        if (!each.arguments().isEmpty()) {
          servlet(code, each, each.arguments().size() - 1, found);
        }
      }
    } else {
      servlet(code, call, 0, found);
    }
    for (String path : code.texts(call.arguments().get(1), call.caller())) {
      if (!path.contains(Texts.HOLE)) {
        found.paths().add(path);
      }
    }
    found.addTo(call.caller(), to);
    if (found.types().isEmpty()) {
      found.paths().forEach(each -> foreign.add(new Foreign(call, each)));
    }
  }

  /** The construction of the holder: in place, of its variable, or the only one of the method. */
  private static List<Call> holders(Call call) {
    Expr holder = call.arguments().get(0);
    List<Expr> held =
        holder instanceof Expr.Name name
            ? Bodies.assigned(name.id(), call.caller())
            : List.of(holder);
    List<Call> all = new ArrayList<>();
    for (Call each : call.caller().calls()) {
      if (each.name().equals("<init>") && each.receiver().name().endsWith("ServletHolder")) {
        if (held.stream().anyMatch(one -> one == each.expression())) {
          return List.of(each);
        }
        all.add(each);
      }
    }
    return all.size() == 1 ? all : List.of();
  }

  /** {@code getServletMappings()} of Spring's initializers of the dispatcher servlet. */
  private static void initializer(CodeBase code, JavaMethod method, List<WebXml.Mapping> to) {
    TypeRef superclass = method.owner().superclass();
    if (superclass == null || !superclass.name().endsWith(INITIALIZER)) {
      return;
    }
    Expr returned = returned(method.body());
    if (returned instanceof Expr.Array array) {
      for (Expr each : array.parts()) {
        for (String path : code.texts(each, method)) {
          to.add(new WebXml.Mapping(DISPATCHER, path, method.owner().module()));
        }
      }
    }
  }

  private static @Nullable Expr returned(@Nullable Stmt body) {
    if (body instanceof Stmt.Return result) {
      return result.value();
    }
    if (body instanceof Stmt.Block block && block.statements().size() == 1) {
      return returned(block.statements().get(0));
    }
    return null;
  }

  private static void registration(CodeBase code, Call call, Registration found) {
    String receiver = call.receiver().name();
    boolean bean = receiver.endsWith(BEAN) && receiver.contains("Servlet");
    boolean construction = bean && call.name().equals("<init>");
    if (construction || (bean && call.name().equals("setServlet"))) {
      servlet(code, call, 0, found);
    }
    if (call.name().equals("addServlet") && call.arguments().size() == 2) {
      servlet(code, call, 1, found);
    }
    int first = construction ? 1 : 0;
    if (construction
        || call.name().equals("addMapping")
        || (bean && call.name().equals("addUrlMappings"))) {
      for (int i = first; i < call.arguments().size(); i++) {
        for (String each : code.texts(call.arguments().get(i), call.caller())) {
          if (!each.contains(Texts.HOLE)) {
            found.paths().add(each);
          }
        }
      }
    }
  }

  private static void servlet(CodeBase code, Call call, int argument, Registration found) {
    List<TypeRef> candidates = new ArrayList<>();
    if (argument < call.argumentTypes().size()) {
      TypeRef given = call.argumentTypes().get(argument);
      candidates.add(given.name().equals("java.lang.Class") ? given.argument(0) : given);
    }
    candidates.add(call.receiver().argument(0));
    for (TypeRef each : candidates) {
      if (code.project(each.name()) != null || isFrameworks(each)) {
        found.types().add(each.name());
        return;
      }
    }
  }

  private static boolean isFrameworks(TypeRef type) {
    return Set.of(DISPATCHER).contains(type.name())
        || JaxRsResources.SERVLETS.contains(type.name());
  }
}
