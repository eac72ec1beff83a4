package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Servlets that code registers with a container, and the paths that it gives them. */
final class ServletRegistrations {
  private static final String BEAN = "RegistrationBean";
  private static final String INITIALIZER = "DispatcherServletInitializer";
  private static final String DISPATCHER = "org.springframework.web.servlet.DispatcherServlet";

  /** Servlets of frameworks whose endpoints are entry points themselves. */
  private static final Set<String> ENDPOINTS =
      Set.of(
          "org.springframework.ws.transport.http.MessageDispatcherServlet",
          "org.apache.cxf.transport.servlet.CXFServlet",
          "org.apache.cxf.transport.servlet.CXFNonSpringServlet",
          "com.sun.xml.ws.transport.http.servlet.WSSpringServlet",
          "org.apache.axis2.transport.http.AxisServlet");

  private final CodeBase code;
  private final SettingTexts settings;
  private final List<WebXml.Mapping> to;
  private final List<ServletMappings.Foreign> foreign;

  /**
   * @param to gets the servlets of the system
   * @param foreign gets those of libraries
   */
  ServletRegistrations(
      CodeBase code,
      SettingTexts settings,
      List<WebXml.Mapping> to,
      List<ServletMappings.Foreign> foreign) {
    this.code = code;
    this.settings = settings;
    this.to = to;
    this.foreign = foreign;
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

  /** Reads what a method registers. */
  void read(JavaMethod method) {
    if (method.name().equals("getServletMappings") && method.parameters().isEmpty()) {
      initializer(method);
    }
    Registration whole = new Registration(new TreeSet<>(), new TreeSet<>());
    for (Call each : method.calls()) {
      if (each.name().equals("with") && each.expression() instanceof Expr.Call call) {
        guice(each, call);
      } else if (isJetty(each)) {
        jetty(each);
      } else if (each.name().equals("addMapping")
          && each.expression() instanceof Expr.Call call
          && call.scope() instanceof Expr.Call scope
          && scope.name().equals("addServlet")) {
        chained(method, each, scope);
      } else if (!isChained(each)) {
        registration(each, whole);
      }
    }
    whole.addTo(method, to);
    if (whole.types().isEmpty() && !whole.paths().isEmpty()) {
      method.calls().stream()
          .filter(ServletRegistrations::isOfLibrary)
          .findFirst()
          .ifPresent(
              each ->
                  whole
                      .paths()
                      .forEach(path -> foreign.add(new ServletMappings.Foreign(each, path))));
    }
  }

  /** Whether a registration is given a servlet that is known to answer requests by itself. */
  private static boolean isOfLibrary(Call call) {
    if (!isRegistrationBean(call) || !call.name().equals("<init>") || call.arguments().isEmpty()) {
      return false;
    }
    TypeRef given = call.argumentTypes().get(0);
    String name = given.name();
    return name.indexOf('.') > 0
        && !ENDPOINTS.contains(name)
        && name.substring(name.lastIndexOf('.') + 1).contains("Servlet");
  }

  private static boolean isRegistrationBean(Call call) {
    String receiver = call.receiver().name();
    return receiver.endsWith(BEAN) && receiver.contains("Servlet");
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
  private void chained(JavaMethod method, Call mapping, Expr.Call scope) {
    Registration one = new Registration(new TreeSet<>(), new TreeSet<>());
    Call added = method.call(scope);
    if (added != null) {
      registration(added, one);
    }
    registration(mapping, one);
    one.addTo(method, to);
  }

  /** {@code serve("/x", "/y").with(X.class)}. */
  private void guice(Call with, Expr.Call call) {
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
  private boolean isJetty(Call call) {
    return (call.name().equals("addServlet") || call.name().equals("addServletWithMapping"))
        && call.arguments().size() == 2
        && call.argumentTypes().size() == 2
        && code.texts(call.arguments().get(1), call.caller()).stream()
            .anyMatch(each -> each.startsWith("/") || each.startsWith("*."));
  }

  private void jetty(Call call) {
    TypeRef given = call.argumentTypes().get(0);
    Registration found = new Registration(new TreeSet<>(), new TreeSet<>());
    if (given.name().endsWith("ServletHolder")) {
      for (Call each : holders(call)) {
        if (!each.arguments().isEmpty()) {
          servlet(each, each.arguments().size() - 1, found);
        }
      }
    } else {
      servlet(call, 0, found);
    }
    for (String path : code.texts(call.arguments().get(1), call.caller())) {
      if (!path.contains(Texts.HOLE)) {
        found.paths().add(path);
      }
    }
    found.addTo(call.caller(), to);
    if (found.types().isEmpty()) {
      found.paths().forEach(each -> foreign.add(new ServletMappings.Foreign(call, each)));
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
  private void initializer(JavaMethod method) {
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

  private void registration(Call call, Registration found) {
    boolean bean = isRegistrationBean(call);
    boolean construction = bean && call.name().equals("<init>");
    if (construction || (bean && call.name().equals("setServlet"))) {
      servlet(call, 0, found);
    }
    if (call.name().equals("addServlet") && call.arguments().size() == 2) {
      servlet(call, 1, found);
    }
    int first = construction ? 1 : 0;
    if (construction
        || call.name().equals("addMapping")
        || (bean && call.name().equals("addUrlMappings"))) {
      for (int i = first; i < call.arguments().size(); i++) {
        for (String each : paths(call.arguments().get(i), call.caller())) {
          if (!each.contains(Texts.HOLE)) {
            found.paths().add(each);
          }
        }
      }
    }
  }

  /** The paths that an expression gives, with settings put in where it needs them. */
  private List<String> paths(Expr expression, JavaMethod in) {
    List<String> texts = code.texts(expression, in);
    boolean open = texts.isEmpty() || texts.stream().anyMatch(each -> each.contains(Texts.HOLE));
    String set = open ? settings.of(expression, Called.of(in)) : null;
    return set == null ? texts : List.of(set);
  }

  private void servlet(Call call, int argument, Registration found) {
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
    return type.name().equals(DISPATCHER) || JaxRsResources.SERVLETS.contains(type.name());
  }
}
