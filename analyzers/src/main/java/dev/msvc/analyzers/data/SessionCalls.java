package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Methods by which a system runs statements: of MyBatis's and iBATIS's sessions, and its own that
 * hand an id, or an entity that a statement is named after, on to one.
 */
final class SessionCalls {
  private static final Set<String> SESSION_METHODS =
      Set.of(
          "selectOne",
          "selectList",
          "selectMap",
          "selectCursor",
          "select",
          "insert",
          "update",
          "delete",
          "queryForObject",
          "queryForList",
          "queryForMap",
          "queryForPaginatedList",
          "queryWithRowHandler");

  private static final Map<String, List<String>> CONVENTIONS = conventions();

  /** Stands in a template for the parameter. */
  static final String PARAMETER = "\u0001";

  private static final int ROUNDS = 8;
  private static final int MOST_TEMPLATES = 8;

  private final CodeBase code;
  private final StatementIds ids;
  private final Map<JavaMethod, Map<Integer, Set<String>>> forwarders = new HashMap<>();
  private final Map<JavaMethod, Map<Integer, List<String>>> storers = new HashMap<>();
  private final Map<String, Boolean> facades = new ConcurrentHashMap<>();
  private final Set<JavaType> facadeOwners = ConcurrentHashMap.newKeySet();

  private SessionCalls(CodeBase code, StatementIds ids) {
    this.code = code;
    this.ids = ids;
  }

  /** Finds the methods; null where nothing calls a session. */
  static @Nullable SessionCalls find(CodeBase code, StatementIds ids) {
    SessionCalls calls = new SessionCalls(code, ids);
    List<Call> direct = calls.direct();
    if (direct.isEmpty()) {
      return null;
    }
    calls.follow(direct);
    return calls;
  }

  private static Map<String, List<String>> conventions() {
    Map<String, List<String>> all = new HashMap<>();
    for (String each : List.of("insert", "save", "persist", "add", "create")) {
      all.put(each, List.of("insert", "save", "add", "create"));
    }
    for (String each : List.of("update", "merge", "forceUpdate")) {
      all.put(each, List.of("update"));
    }
    for (String each : List.of("delete", "remove")) {
      all.put(each, List.of("delete", "remove"));
    }
    for (String each : List.of("selectById", "findById", "getById", "load")) {
      all.put(each, List.of("select", "get", "find"));
    }
    return all;
  }

  // ---- calls of sessions

  private List<Call> direct() {
    List<List<Call>> found =
        Workers.map(
            code.types(),
            type -> {
              List<Call> own = new ArrayList<>(0);
              for (JavaMethod method : type.methods()) {
                method.calls().stream().filter(this::isDirect).forEach(own::add);
              }
              return own;
            });
    return found.stream().flatMap(List::stream).toList();
  }

  boolean isDirect(Call call) {
    return SESSION_METHODS.contains(call.name())
        && !call.arguments().isEmpty()
        && mayBeId(call, 0)
        && isSession(call);
  }

  private boolean isSession(Call call) {
    if (call.receiver().known()) {
      String receiver = call.receiver().name();
      boolean library = code.project(receiver) == null;
      return library
          ? receiver.contains("SqlSession") || receiver.contains("SqlMap")
          : code.isA(call.receiver(), "org.apache.ibatis.session.SqlSession");
    }
    Expr scope = call.expression() instanceof Expr.Call written ? written.scope() : null;
    if (scope == null || scope instanceof Expr.This || scope instanceof Expr.Super) {
      return extendsTemplate(TypeRef.of(call.caller().owner().name()), 0);
    }
    String name = "";
    if (scope instanceof Expr.Name variable) {
      name = variable.id();
    } else if (scope instanceof Expr.Call getter) {
      name = getter.name();
    } else if (scope instanceof Expr.Select field) {
      name = field.id();
    }
    return name.contains("ession") || name.contains("qlMap") || name.contains("atis");
  }

  /** Whether a type is what iBATIS gives for data access objects to extend. */
  private boolean extendsTemplate(TypeRef type, int depth) {
    for (TypeRef each : code.supertypes(type)) {
      boolean template = each.name().contains("SqlMap") && code.project(each.name()) == null;
      if (template || (depth < 10 && extendsTemplate(each, depth + 1))) {
        return true;
      }
    }
    return false;
  }

  static boolean mayBeId(Call call, int i) {
    TypeRef type = i < call.argumentTypes().size() ? call.argumentTypes().get(i) : TypeRef.UNKNOWN;
    return type.equals(TypeRef.STRING) || !type.known();
  }

  // ---- methods that hand ids and entities on

  private void follow(List<Call> direct) {
    Set<String> names = new LinkedHashSet<>();
    for (Call each : direct) {
      facadeOwners.add(each.caller().owner());
      forward(each, 0, Set.of(PARAMETER), names);
    }
    for (int round = 0; round < ROUNDS && !names.isEmpty(); round++) {
      Set<String> wanted = names;
      Set<String> next = new LinkedHashSet<>();
      for (Call each : callsOf(wanted)) {
        handedOn(each, forwarders).forEach((index, all) -> forward(each, index, all, next));
      }
      names = next;
    }
    forwarders.keySet().forEach(each -> facadeOwners.add(each.owner()));
    followEntities();
  }

  private List<Call> callsOf(Set<String> names) {
    return Workers.map(
            code.types(),
            type -> {
              List<Call> own = new ArrayList<>(0);
              for (JavaMethod method : type.methods()) {
                for (Call call : method.calls()) {
                  if (names.contains(call.name())) {
                    own.add(call);
                  }
                }
              }
              return own;
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Notes that a caller hands its parameter on, if it does. */
  private void forward(Call call, int index, Set<String> templates, Set<String> names) {
    if (index >= call.arguments().size()) {
      return;
    }
    Expr argument = call.arguments().get(index);
    JavaMethod caller = call.caller();
    int parameter = parameterOf(argument, caller, 0);
    if (parameter < 0 || !caller.parameters().get(parameter).type().equals(TypeRef.STRING)) {
      return;
    }
    List<String> texts = code.texts(argument, caller);
    Set<String> own =
        forwarders
            .computeIfAbsent(caller, ignored -> new TreeMap<>())
            .computeIfAbsent(parameter, ignored -> new TreeSet<>());
    boolean grown = false;
    for (String template : templates) {
      for (String text : texts.isEmpty() ? List.of(Texts.HOLE) : texts) {
        int hole = text.lastIndexOf(Texts.HOLE);
        if (hole >= 0 && own.size() < MOST_TEMPLATES) {
          String filled =
              text.substring(0, hole) + PARAMETER + text.substring(hole + Texts.HOLE.length());
          grown |= own.add(template.replace(PARAMETER, filled));
        }
      }
    }
    if (grown) {
      names.add(caller.name());
    }
  }

  /** The parameter that an expression is made of; -1 for none. */
  private static int parameterOf(Expr expression, JavaMethod method, int depth) {
    if (depth > 6) {
      return -1;
    }
    if (expression instanceof Expr.Name name) {
      int position = method.position(name.id());
      return position >= 0 ? position : first(Bodies.assigned(name.id(), method), method, depth);
    }
    if (expression instanceof Expr.Binary binary) {
      return first(List.of(binary.right(), binary.left()), method, depth);
    }
    if (expression instanceof Expr.Call call) {
      // an id ends in its own part: a namespace is given before it
      List<Expr> backwards = new ArrayList<>(call.arguments());
      Collections.reverse(backwards);
      return first(backwards, method, depth);
    }
    if (expression instanceof Expr.Conditional choice) {
      return first(List.of(choice.then(), choice.otherwise()), method, depth);
    }
    if (expression instanceof Expr.Cast cast) {
      return parameterOf(cast.value(), method, depth + 1);
    }
    return -1;
  }

  private static int first(List<Expr> expressions, JavaMethod method, int depth) {
    for (Expr each : expressions) {
      int found = parameterOf(each, method, depth + 1);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  /**
   * What a called method makes of its parameters, where it hands them on as ids: by their places,
   * with {@link #PARAMETER} in the place of the parameter.
   */
  Map<Integer, Set<String>> templates(Call call) {
    return isDirect(call) ? Map.of(0, Set.of(PARAMETER)) : handedOn(call, forwarders);
  }

  private <T> Map<Integer, T> handedOn(Call call, Map<JavaMethod, Map<Integer, T>> all) {
    JavaMethod target = call.target();
    if (target == null || !target.owner().isProject()) {
      return Map.of();
    }
    Map<Integer, T> own = all.get(target);
    if (own != null || target.isStatic() || (target.hasBody() && !target.isAbstract())) {
      return own == null ? Map.of() : own;
    }
    for (JavaMethod each : code.implementations(target)) {
      Map<Integer, T> found = all.get(each);
      if (found != null) {
        return found;
      }
    }
    return Map.of();
  }

  // ---- entities that are stored by the name of their class

  private void followEntities() {
    Set<String> names = new LinkedHashSet<>(CONVENTIONS.keySet());
    for (int round = 0; round < ROUNDS && !names.isEmpty(); round++) {
      Set<String> next = new LinkedHashSet<>();
      for (Call call : callsOf(names)) {
        stored(call)
            .forEach(
                (index, operations) -> {
                  int parameter = parameterOf(call.arguments().get(index), call.caller(), 0);
                  if (parameter >= 0 && isOpen(call, index)) {
                    Map<Integer, List<String>> own =
                        storers.computeIfAbsent(call.caller(), ignored -> new TreeMap<>());
                    if (own.putIfAbsent(parameter, operations) == null) {
                      next.add(call.caller().name());
                    }
                  }
                });
      }
      names = next;
    }
  }

  /** Whether an argument can be of several classes: it is a variable or has subclasses. */
  private boolean isOpen(Call call, int index) {
    TypeRef type = meant(call, index);
    JavaType found = code.project(type.name());
    return type.variable() || (found != null && found.isAbstract());
  }

  private static TypeRef meant(Call call, int index) {
    TypeRef type =
        index < call.argumentTypes().size() ? call.argumentTypes().get(index) : TypeRef.UNKNOWN;
    return type.name().equals("java.lang.Class") ? type.argument(0) : type;
  }

  private @Nullable JavaType entity(Call call, int index) {
    TypeRef type = meant(call, index);
    return type.variable() || type.isArray() ? null : code.project(type.name());
  }

  /** The arguments that a call stores, reads or removes by the names of their classes. */
  Map<Integer, List<String>> stored(Call call) {
    if (call.arguments().isEmpty()) {
      return Map.of();
    }
    List<String> operations = CONVENTIONS.get(call.name());
    boolean convention = operations != null && isFacade(call.receiver());
    return convention && operations != null ? Map.of(0, operations) : handedOn(call, storers);
  }

  Set<String> statement(Call call, int index, List<String> operations) {
    JavaType entity = entity(call, index);
    return entity == null
        ? Set.of()
        : ids.byConvention(operations, entity, call.caller().owner().module());
  }

  /** Whether a type of the system is what it puts around a session. */
  boolean isFacade(TypeRef type) {
    if (!type.known() || type.variable() || code.project(type.name()) == null) {
      return false;
    }
    Boolean known = facades.get(type.name());
    if (known == null) {
      known =
          facadeOwners.stream()
              .anyMatch(each -> code.isA(type, each.name()) || code.isA(each, type.name()));
      facades.put(type.name(), known);
    }
    return known;
  }
}
