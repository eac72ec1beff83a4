package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One question for the texts of an expression, with the methods that it leads through. */
final class TextReading {
  private static final int DEEPEST = 40;
  private static final int MOST_STEPS = 6000;
  static final int MOST_IMPLEMENTATIONS = 12;
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "(?:\\s*,|\\s+and|\\s+or|\\s+union(?:\\s+all)?)\\s*$", Pattern.CASE_INSENSITIVE);

  private final Texts texts;
  private final TextCalls calls = new TextCalls(this);
  private final TextElements elements = new TextElements(this);
  private final TextFields fields;
  private final Asked asked;
  private int depth;
  private int steps;

  TextReading(Texts texts) {
    this(texts, Asked.anything());
  }

  /**
   * @param asked the object whose method the expression is in
   */
  TextReading(Texts texts, Asked asked) {
    this.texts = texts;
    this.asked = asked;
    this.fields = new TextFields(this, texts);
  }

  /** A method on the way, with what it was given. */
  static final class Frame {
    final JavaMethod method;
    final Flow flow;
    final List<Expr> arguments;
    final Locals argumentsAt;
    final @Nullable Frame caller;

    /** The builder parameter whose text is wanted from where the method begins; empty for none. */
    private final String appendedTo;

    /** How the object that the method belongs to was made, where that is known. */
    final @Nullable Made self;

    /** The object that the method belongs to, as far as it is the one of which texts are asked. */
    final Asked asked;

    private final IdentityHashMap<Held, List<String>> known = new IdentityHashMap<>();

    Frame(
        JavaMethod method,
        Flow flow,
        List<Expr> arguments,
        Locals argumentsAt,
        @Nullable Frame caller,
        String appendedTo,
        @Nullable Made self,
        Asked asked) {
      this.method = method;
      this.flow = flow;
      this.arguments = arguments;
      this.argumentsAt = argumentsAt;
      this.caller = caller;
      this.appendedTo = appendedTo;
      this.self = self;
      this.asked = asked;
    }
  }

  /** A construction and where it stands. */
  record Made(Expr.New creation, Locals at, Frame in) {}

  List<String> texts(Expr expression, JavaMethod context) {
    Frame frame = asked(context);
    return of(expression, frame.flow.at(expression), frame);
  }

  List<String> elements(Expr expression, JavaMethod context) {
    Frame frame = asked(context);
    return elementsOf(expression, frame.flow.at(expression), frame);
  }

  Frame frame(JavaMethod method) {
    Flow flow = texts.flow(method);
    return new Frame(method, flow, List.of(), Locals.NONE, null, "", null, Asked.anything());
  }

  /** A method of the object of which texts are asked. */
  Frame asked(JavaMethod method) {
    return new Frame(method, texts.flow(method), List.of(), Locals.NONE, null, "", null, asked);
  }

  Frame called(
      JavaMethod target, List<Expr> arguments, Locals at, Frame caller, @Nullable Made self) {
    return new Frame(target, texts.flow(target), arguments, at, caller, "", self, Asked.anything());
  }

  /** A method that another one calls on its own object. */
  Frame calledOnSelf(JavaMethod target, List<Expr> arguments, Locals at, Frame caller) {
    return new Frame(
        target, texts.flow(target), arguments, at, caller, "", caller.self, caller.asked);
  }

  List<JavaMethod> implementations(JavaMethod method) {
    List<JavaMethod> all = texts.implementations.apply(method);
    return all.size() > MOST_IMPLEMENTATIONS ? List.of() : all;
  }

  List<JavaMethod> reachedOnSelf(JavaMethod target, Frame frame) {
    return frame.asked.reached(target, texts);
  }

  @Nullable JavaField meant(Expr expression, JavaType context) {
    return texts.fields.meant(expression, context);
  }

  /** The texts that an expression can have at a place of a method. */
  List<String> of(Expr expression, Locals at, Frame frame) {
    if (depth > DEEPEST || ++steps > MOST_STEPS) {
      return Texts.hole();
    }
    depth++;
    try {
      return expression(expression, at, frame);
    } finally {
      depth--;
    }
  }

  private List<String> expression(Expr expression, Locals at, Frame frame) {
    if (expression instanceof Expr.Literal literal) {
      return literal.kind() == Expr.LiteralKind.NULL ? Texts.hole() : List.of(literal.text());
    }
    if (expression instanceof Expr.ClassLiteral literal) {
      // the simple name is enough to tell an entity
      String written = literal.type().name();
      return List.of(written.substring(written.lastIndexOf('.') + 1));
    }
    if (expression instanceof Expr.Binary binary) {
      return binary.operator().equals("+") ? joined(binary, at, frame) : Texts.hole();
    }
    if (expression instanceof Expr.Name name) {
      Held held = at.find(name.id());
      held = held == null ? at.find(Variables.field(name.id())) : held;
      if (held != null) {
        return held(held, frame);
      }
      JavaField field = meant(name, frame.method.owner());
      return field == null ? Texts.hole() : fields.of(field, frame);
    }
    if (expression instanceof Expr.Select select) {
      return select(select, at, frame);
    }
    if (expression instanceof Expr.Call call) {
      return calls.of(call, at, frame);
    }
    if (expression instanceof Expr.Conditional choice) {
      List<String> both = new ArrayList<>(of(choice.then(), at, frame));
      both.addAll(of(choice.otherwise(), at, frame));
      return Texts.bounded(both);
    }
    if (expression instanceof Expr.Cast cast) {
      return of(cast.value(), at, frame);
    }
    if (expression instanceof Expr.Assign assign && assign.operator().equals("=")) {
      return of(assign.value(), at, frame);
    }
    if (expression instanceof Expr.New created) {
      return Variables.isBuilder(created.type().name())
          ? builder(created, at, frame)
          : Texts.hole();
    }
    if (expression instanceof Expr.Index index) {
      return Texts.bounded(elementsOf(index.array(), at, frame));
    }
    if (expression instanceof Expr.Switch choice) {
      List<String> all = new ArrayList<>();
      for (Stmt.Case each : choice.statement().cases()) {
        for (Stmt part : each.body()) {
          if (part instanceof Stmt.Eval eval) {
            all.addAll(of(eval.value(), at, frame));
          }
        }
      }
      return Texts.bounded(all);
    }
    return Texts.hole();
  }

  private List<String> joined(Expr.Binary top, Locals at, Frame frame) {
    List<Expr> parts = new ArrayList<>();
    Expr each = top;
    while (each instanceof Expr.Binary binary && binary.operator().equals("+")) {
      parts.add(binary.right());
      each = binary.left();
    }
    List<String> all = of(each, at, frame);
    for (int i = parts.size() - 1; i >= 0; i--) {
      all = Texts.product(all, of(parts.get(i), at, frame));
    }
    return all;
  }

  private List<String> builder(Expr.New created, Locals at, Frame frame) {
    if (created.arguments().size() != 1) {
      return List.of("");
    }
    Expr first = created.arguments().get(0);
    boolean capacity =
        first instanceof Expr.Literal literal && literal.kind() == Expr.LiteralKind.INT;
    List<String> given = capacity ? List.of("") : of(first, at, frame);
    return Texts.isHole(given) && !(first instanceof Expr.Name) ? List.of("") : given;
  }

  private List<String> select(Expr.Select select, Locals at, Frame frame) {
    if (select.scope() instanceof Expr.This) {
      Held held = at.find(Variables.field(select.id()));
      if (held != null) {
        return held(held, frame);
      }
    }
    JavaField field = meant(select, frame.method.owner());
    if (field != null) {
      return fields.of(field, frame);
    }
    Made made = made(select.scope(), at, frame);
    return made == null ? Texts.hole() : fields.of(select.id(), made);
  }

  /** The construction behind an expression; null where it is not seen. */
  @Nullable Made made(@Nullable Expr expression, Locals at, Frame frame) {
    return fields.made(expression, at, frame);
  }

  // ---- variables

  List<String> held(Held held, Frame frame) {
    List<String> known = frame.known.get(held);
    if (known == null) {
      if (depth > DEEPEST || ++steps > MOST_STEPS) {
        return Texts.hole();
      }
      depth++;
      known = heldNew(held, frame);
      depth--;
      frame.known.put(held, known);
    }
    return known;
  }

  /** Chains of appends are long: taken in a loop, not by recursion. */
  private List<String> heldNew(Held top, Frame frame) {
    List<Held> chain = new ArrayList<>();
    Held first = top;
    Held before = before(first);
    while (before != null && (first == top || !frame.known.containsKey(first))) {
      chain.add(first);
      first = before;
      before = before(first);
    }
    List<String> all = chain.isEmpty() ? start(first, frame) : held(first, frame);
    for (int i = chain.size() - 1; i >= 0; i--) {
      Held each = chain.get(i);
      if (each instanceof Held.Appended appended) {
        List<String> value = of(appended.value(), appended.at(), frame);
        all = appended.first() ? Texts.product(value, all) : Texts.product(all, value);
      } else if (each instanceof Held.Passed passed) {
        all = Texts.product(all, appendedBy(passed, frame));
      } else if (each instanceof Held.Cut) {
        all = cut(all);
      }
    }
    return Texts.bounded(all);
  }

  static @Nullable Held before(Held held) {
    if (held instanceof Held.Appended appended) {
      return appended.before();
    }
    if (held instanceof Held.Passed passed) {
      return passed.before();
    }
    if (held instanceof Held.Cut cut) {
      return cut.before();
    }
    return held instanceof Held.Added added ? added.before() : null;
  }

  private List<String> start(Held held, Frame frame) {
    if (held instanceof Held.Given given) {
      return of(given.value(), given.at(), frame);
    }
    if (held instanceof Held.Either either) {
      List<String> all = new ArrayList<>();
      either.all().forEach(each -> all.addAll(held(each, frame)));
      return Texts.bounded(all);
    }
    if (held instanceof Held.Parameter parameter) {
      return parameter(parameter.name(), frame);
    }
    if (held instanceof Held.Element element) {
      return Texts.bounded(elementsOf(element.of(), element.at(), frame));
    }
    if (held instanceof Held.Field field) {
      JavaField declared = texts.fields.meant(new Expr.Name(field.name(), 0), frame.method.owner());
      return declared == null ? Texts.hole() : fields.of(declared, frame);
    }
    return Texts.hole();
  }

  private List<String> parameter(String name, Frame frame) {
    if (name.equals(frame.appendedTo)) {
      return List.of("");
    }
    Expr argument = argument(name, frame);
    Frame caller = frame.caller;
    return argument == null || caller == null
        ? Texts.hole()
        : of(argument, frame.argumentsAt, caller);
  }

  static @Nullable Expr argument(String name, Frame frame) {
    List<JavaMethod.Parameter> parameters = frame.method.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        boolean last = i == parameters.size() - 1 && frame.method.isVarargs();
        return i < frame.arguments.size() && !last ? frame.arguments.get(i) : null;
      }
    }
    return null;
  }

  private static List<String> cut(List<String> all) {
    List<String> shorter = new ArrayList<>(all.size());
    all.forEach(each -> shorter.add(SEPARATOR.matcher(each).replaceFirst("")));
    return shorter;
  }

  /** What a method appends to the builder that it is given. */
  private List<String> appendedBy(Held.Passed passed, Frame frame) {
    Call call = frame.flow.call(passed.call());
    JavaMethod target = call == null ? null : call.target();
    if (call == null
        || target == null
        || !target.hasBody()
        || target == frame.method
        || passed.argument() >= target.parameters().size()) {
      return List.of("");
    }
    String name = target.parameters().get(passed.argument()).name();
    Flow flow = texts.flow(target);
    Held held = flow.end().find(name);
    if (held == null || held instanceof Held.Parameter) {
      return List.of("");
    }
    Locals at = frame.flow.at(call.arguments().get(passed.argument()));
    return held(
        held,
        new Frame(
            target,
            flow,
            call.arguments(),
            at,
            frame,
            name,
            null,
            isOwn(passed.call()) ? frame.asked : Asked.anything()));
  }

  /** Whether a call is one on the object itself. */
  static boolean isOwn(Expr call) {
    return call instanceof Expr.Call written
        && (written.scope() == null || written.scope() instanceof Expr.This);
  }

  // ---- lists and arrays

  /** The texts of an array's or a collection's elements. */
  List<String> elementsOf(Expr expression, Locals at, Frame frame) {
    if (depth > DEEPEST || ++steps > MOST_STEPS) {
      return Texts.hole();
    }
    depth++;
    try {
      return elements.of(expression, at, frame);
    } finally {
      depth--;
    }
  }
}
