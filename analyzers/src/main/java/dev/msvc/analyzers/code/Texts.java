package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts texts together from literals, constants, variables, builders and simple methods.
 *
 * <p>A variable that is set in several places has several texts; pieces that are appended under a
 * condition are taken as appended, because a statement's tables are wanted and not its result.
 */
public final class Texts {
  /** Stands for a part of a text that only running the code would tell. */
  public static final String HOLE = "\uFFFC";

  private static final int MAX_DEPTH = 24;
  private static final int MAX_TEXTS = 8;
  private static final int MAX_LENGTH = 200_000;

  private final Fields fields;
  private final Map<JavaMethod, Map<String, List<Piece>>> locals = new ConcurrentHashMap<>();
  private final Map<JavaType, Map<String, List<Assigned>>> assignments = new ConcurrentHashMap<>();

  /** Variables that are being put together, by identity: one that is set from itself. */
  private final ThreadLocal<Map<List<Piece>, List<String>>> assembling =
      ThreadLocal.withInitial(IdentityHashMap::new);

  Texts(Fields fields) {
    this.fields = fields;
  }

  /** A value that a variable is set to, or that is appended to it. */
  private record Piece(Expr value, boolean appends) {}

  /** A value that a field is set to, and where. */
  private record Assigned(Expr value, JavaMethod in) {}

  List<String> of(Expr expression, JavaMethod context) {
    List<String> all = texts(expression, context, 0);
    all.removeIf(text -> text.replace(HOLE, "").isBlank());
    return List.copyOf(new LinkedHashSet<>(all));
  }

  private List<String> texts(Expr expression, JavaMethod context, int depth) {
    if (depth > MAX_DEPTH) {
      return hole();
    }
    if (expression instanceof Expr.Literal literal) {
      return one(literal.kind() == Expr.LiteralKind.NULL ? HOLE : literal.text());
    }
    if (expression instanceof Expr.Binary binary) {
      return binary.operator().equals("+") ? joined(binary, context, depth) : hole();
    }
    if (expression instanceof Expr.Name name) {
      return variable(name, context, depth);
    }
    if (expression instanceof Expr.Select) {
      JavaField field = fields.meant(expression, context.owner());
      return field == null ? hole() : field(field, depth);
    }
    if (expression instanceof Expr.Call call) {
      return call(call, context, depth);
    }
    if (expression instanceof Expr.Conditional choice) {
      List<String> both = texts(choice.then(), context, depth + 1);
      both.addAll(texts(choice.otherwise(), context, depth + 1));
      return bounded(both);
    }
    if (expression instanceof Expr.Cast cast) {
      return texts(cast.value(), context, depth + 1);
    }
    if (expression instanceof Expr.Assign assign && assign.operator().equals("=")) {
      return texts(assign.value(), context, depth + 1);
    }
    if (expression instanceof Expr.New created) {
      return isBuilder(created.type().name()) ? builder(created, context, depth) : hole();
    }
    return hole();
  }

  private List<String> joined(Expr.Binary top, JavaMethod context, int depth) {
    List<Expr> parts = new ArrayList<>();
    Expr each = top;
    while (each instanceof Expr.Binary binary && binary.operator().equals("+")) {
      parts.add(binary.right());
      each = binary.left();
    }
    List<String> all = texts(each, context, depth + 1);
    for (int i = parts.size() - 1; i >= 0; i--) {
      all = product(all, texts(parts.get(i), context, depth + 1));
    }
    return all;
  }

  private List<String> variable(Expr.Name name, JavaMethod context, int depth) {
    List<Piece> pieces = localsOf(context).get(name.id());
    if (pieces != null) {
      return assembled(pieces, context, depth);
    }
    for (JavaMethod.Parameter each : context.parameters()) {
      if (each.name().equals(name.id())) {
        return hole();
      }
    }
    JavaField field = fields.meant(name, context.owner());
    return field == null ? hole() : field(field, depth);
  }

  /** Values set start anew; values appended go behind all that there are. */
  private List<String> assembled(List<Piece> pieces, JavaMethod context, int depth) {
    Map<List<Piece>, List<String>> open = assembling.get();
    List<String> soFar = open.get(pieces);
    if (soFar != null) {
      return soFar.isEmpty() ? hole() : new ArrayList<>(soFar);
    }
    List<String> all = new ArrayList<>();
    try {
      for (Piece each : pieces) {
        open.put(pieces, all);
        List<String> texts = texts(each.value(), context, depth + 1);
        if (each.appends()) {
          all = all.isEmpty() ? texts : product(all, texts);
        } else {
          all = new ArrayList<>(all);
          all.addAll(texts);
          all = bounded(all);
        }
      }
    } finally {
      open.remove(pieces);
    }
    return all.isEmpty() ? hole() : all;
  }

  private List<String> field(JavaField field, int depth) {
    if (field.value() != null && !isEmptyBuilder(field.value())) {
      JavaMethod in = initializerOf(field);
      return in == null ? hole() : texts(field.value(), in, depth + 1);
    }
    List<String> all = new ArrayList<>();
    for (Assigned each :
        assignments
            .computeIfAbsent(field.owner(), Texts::assignmentsOf)
            .getOrDefault(field.name(), List.of())) {
      all.addAll(texts(each.value(), each.in(), depth + 1));
    }
    return all.isEmpty() ? hole() : bounded(all);
  }

  private static boolean isEmptyBuilder(Expr value) {
    return value instanceof Expr.New created
        && isBuilder(created.type().name())
        && created.arguments().isEmpty();
  }

  private static @Nullable JavaMethod initializerOf(JavaField field) {
    for (JavaMethod each : field.owner().initializers()) {
      if (each.body() instanceof Stmt.Eval eval && eval.value() == field.value()) {
        return each;
      }
    }
    return null;
  }

  private static Map<String, List<Assigned>> assignmentsOf(JavaType type) {
    Map<String, List<Assigned>> all = new HashMap<>();
    List<JavaMethod> methods = new ArrayList<>(type.methods("<init>"));
    methods.addAll(type.initializers());
    for (JavaMethod each : methods) {
      if (each.body() != null) {
        new Assignments(
                (target, value, appends) -> {
                  if (!appends) {
                    all.computeIfAbsent(target, ignored -> new ArrayList<>(1))
                        .add(new Assigned(value, each));
                  }
                },
                true)
            .in(each.body());
      }
    }
    return all;
  }

  private List<String> call(Expr.Call call, JavaMethod context, int depth) {
    Expr scope = call.scope();
    switch (call.name()) {
      case "toString", "trim", "strip", "intern", "stripIndent", "toLowerCase", "toUpperCase" -> {
        if (scope != null && call.arguments().isEmpty()) {
          return texts(scope, context, depth + 1);
        }
      }
      case "append", "concat" -> {
        if (scope != null && call.arguments().size() == 1) {
          return product(
              texts(scope, context, depth + 1), texts(call.arguments().get(0), context, depth + 1));
        }
      }
      case "format" -> {
        if (!call.arguments().isEmpty()
            && scope instanceof Expr.Name name
            && name.id().equals("String")) {
          return formatted(call.arguments().get(0), call.arguments(), 1, context, depth);
        }
      }
      case "formatted" -> {
        if (scope != null) {
          return formatted(scope, call.arguments(), 0, context, depth);
        }
      }
      case "valueOf" -> {
        if (call.arguments().size() == 1) {
          return texts(call.arguments().get(0), context, depth + 1);
        }
      }
      default -> {}
    }
    return returned(call, context, depth);
  }

  private List<String> formatted(
      Expr format, List<Expr> arguments, int first, JavaMethod context, int depth) {
    List<String> all = new ArrayList<>();
    for (String text : texts(format, context, depth + 1)) {
      List<String> made = one("");
      int argument = first;
      int from = 0;
      for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', from)) {
        int end = at + 1;
        while (end < text.length()
            && !Character.isLetter(text.charAt(end))
            && text.charAt(end) != '%') {
          end++;
        }
        made = product(made, one(text.substring(from, at)));
        char conversion = end < text.length() ? text.charAt(end) : '%';
        if (conversion == '%') {
          made = product(made, one("%"));
        } else if (conversion == 'n') {
          made = product(made, one("\n"));
        } else {
          made =
              product(
                  made,
                  argument < arguments.size()
                      ? texts(arguments.get(argument), context, depth + 1)
                      : hole());
          argument++;
        }
        from = Math.min(end + 1, text.length());
      }
      all.addAll(product(made, one(text.substring(from))));
    }
    return bounded(all);
  }

  /** What a method of the system returns, where that is a text with nothing to decide. */
  private List<String> returned(Expr.Call call, JavaMethod context, int depth) {
    JavaMethod target = null;
    for (Call each : context.calls()) {
      if (each.expression() == call) {
        target = each.target();
        break;
      }
    }
    if (target == null
        || target.body() == null
        || target == context
        || !(target.result().name().equals("java.lang.String")
            || isBuilder(target.result().name()))) {
      return hole();
    }
    List<String> all = new ArrayList<>();
    for (Expr each : returnsOf(target.body())) {
      all.addAll(texts(each, target, depth + 2));
    }
    return all.isEmpty() ? hole() : bounded(all);
  }

  private static List<Expr> returnsOf(Stmt body) {
    List<Expr> all = new ArrayList<>();
    List<Stmt> open = new ArrayList<>(List.of(body));
    while (!open.isEmpty()) {
      Stmt each = open.remove(open.size() - 1);
      if (each instanceof Stmt.Return result && result.value() != null) {
        all.add(result.value());
      } else if (each instanceof Stmt.Block block) {
        open.addAll(block.statements());
      } else if (each instanceof Stmt.Catch caught) {
        open.add(caught.body());
      } else if (each instanceof Stmt.ForEach loop) {
        open.add(loop.body());
      } else if (each instanceof Stmt.Switch choice) {
        choice.cases().forEach(one -> open.addAll(one.body()));
      }
    }
    return all.size() > MAX_TEXTS ? all.subList(0, MAX_TEXTS) : all;
  }

  private List<String> builder(Expr.New created, JavaMethod context, int depth) {
    if (created.arguments().size() != 1) {
      return one("");
    }
    Expr first = created.arguments().get(0);
    boolean capacity =
        first instanceof Expr.Literal literal && literal.kind() == Expr.LiteralKind.INT;
    List<String> texts = capacity ? one("") : texts(first, context, depth + 1);
    return texts.size() == 1 && texts.get(0).equals(HOLE) ? one("") : texts;
  }

  private static boolean isBuilder(String type) {
    return type.endsWith("StringBuilder") || type.endsWith("StringBuffer");
  }

  private Map<String, List<Piece>> localsOf(JavaMethod method) {
    Stmt body = method.body();
    if (body == null) {
      return Map.of();
    }
    return locals.computeIfAbsent(
        method,
        ignored -> {
          Map<String, List<Piece>> all = new HashMap<>();
          new Assignments(
                  (target, value, appends) ->
                      all.computeIfAbsent(target, name -> new ArrayList<>())
                          .add(new Piece(value, appends)),
                  false)
              .in(body);
          return all;
        });
  }

  private static List<String> hole() {
    return one(HOLE);
  }

  private static List<String> one(String text) {
    List<String> all = new ArrayList<>(1);
    all.add(text);
    return all;
  }

  private static List<String> product(List<String> left, List<String> right) {
    List<String> all = new ArrayList<>(left.size() * right.size());
    for (String before : left) {
      for (String after : right) {
        if (all.size() < MAX_TEXTS && before.length() + after.length() < MAX_LENGTH) {
          all.add(before + after);
        }
      }
    }
    return all.isEmpty() ? hole() : all;
  }

  private static List<String> bounded(List<String> all) {
    Set<String> distinct = new LinkedHashSet<>(all);
    List<String> some = new ArrayList<>(distinct);
    return some.size() > MAX_TEXTS ? new ArrayList<>(some.subList(0, MAX_TEXTS)) : some;
  }
}
