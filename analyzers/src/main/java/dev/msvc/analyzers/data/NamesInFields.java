package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts that a class keeps in a field, and that subclasses give through constructors and setters,
 * as a base class of data access objects that makes {@code "Insert" + name} of what they hand up.
 */
final class NamesInFields {
  private static final int MOST_SLOTS = 200;
  private static final int LONGEST_NAME = 256;
  private static final Set<String> FORMATTERS = Set.of("format", "formatted", "concat");
  private static final Set<String> FORMATS = Set.of("String", "MessageFormat");

  private final CodeBase code;
  private final Map<String, List<Call>> callsByName;

  /**
   * @param callsByName the calls and constructions of the system
   */
  NamesInFields(CodeBase code, Map<String, List<Call>> callsByName) {
    this.code = code;
    this.callsByName = callsByName;
  }

  /**
   * A text, and the class for which it is the field's.
   *
   * @param maker the method that makes an object with it; null where the class itself gives it
   */
  record Given(String text, JavaType owner, @Nullable JavaMethod maker, Place place) {}

  /** A parameter that fills the field, by a text with a hole where it stands. */
  record Slot(JavaMethod method, int parameter, String template) {}

  /** What fills the field that this expression reads; nothing where it reads none. */
  List<Given> of(Expr expression, JavaMethod user) {
    JavaField field = field(expression, user, 0);
    if (field == null || !field.owner().isProject()) {
      return List.of();
    }
    Map<JavaType, List<Given>> byConstructor = new LinkedHashMap<>();
    Map<JavaType, List<Given>> bySetter = new LinkedHashMap<>();
    Set<Slot> seen = new HashSet<>();
    Deque<Slot> open = new ArrayDeque<>(slots(field));
    while (!open.isEmpty() && seen.size() < MOST_SLOTS) {
      Slot slot = open.poll();
      if (!seen.add(slot)) {
        continue;
      }
      if (slot.method().isConstructor()) {
        handedUp(slot, byConstructor, open);
        made(slot, byConstructor, open);
      } else {
        set(slot, field.owner(), bySetter, open);
      }
    }
    // a setter says again what the constructor said
    bySetter.keySet().forEach(byConstructor::remove);
    List<Given> all = new ArrayList<>();
    byConstructor.values().forEach(all::addAll);
    bySetter.values().forEach(all::addAll);
    return all;
  }

  private @Nullable JavaField field(Expr expression, JavaMethod user, int depth) {
    if (expression instanceof Expr.Name name && !isParameter(name.id(), user)) {
      return code.findField(user.owner(), name.id());
    }
    if (expression instanceof Expr.Select select && select.scope() instanceof Expr.This) {
      return code.findField(user.owner(), select.id());
    }
    boolean own =
        expression instanceof Expr.Call call
            && call.arguments().isEmpty()
            && (call.scope() == null || call.scope() instanceof Expr.This);
    if (own && depth == 0 && expression instanceof Expr.Call call) {
      for (JavaType type = user.owner(); type != null; type = above(type)) {
        for (JavaMethod getter : type.methods(call.name())) {
          List<Expr> returned = Bodies.returned(getter);
          if (getter.parameters().isEmpty() && returned.size() == 1) {
            return field(returned.get(0), getter, 1);
          }
        }
      }
    }
    return null;
  }

  private @Nullable JavaType above(JavaType type) {
    TypeRef superclass = type.superclass();
    return superclass == null ? null : code.project(superclass.name());
  }

  /** Whether a call can end in this method. */
  boolean reaches(Call call, JavaMethod method) {
    JavaMethod target = call.target();
    return target != null
        && target.parameters().size() == method.parameters().size()
        && (target.equals(method)
            || (target.owner().isProject()
                && code.isA(method.owner(), target.owner().name())
                && code.implementations(target).contains(method)));
  }

  private static boolean isParameter(String name, JavaMethod method) {
    return method.parameters().stream().anyMatch(each -> each.name().equals(name));
  }

  /** The parameters that fill a field where it is declared. */
  private List<Slot> slots(JavaField field) {
    List<Slot> slots = new ArrayList<>();
    for (JavaMethod method : field.owner().methods()) {
      Bodies.expressions(
          method.body(),
          each -> {
            if (each instanceof Expr.Assign assign && isField(assign.target(), field, method)) {
              slots.addAll(slots(assign.value(), method, SqlReader.HOLE + ""));
            }
          });
    }
    return slots;
  }

  private static boolean isField(Expr target, JavaField field, JavaMethod in) {
    return target instanceof Expr.Name name
        ? name.id().equals(field.name()) && !isParameter(name.id(), in)
        : target instanceof Expr.Select select
            && select.scope() instanceof Expr.This
            && select.id().equals(field.name());
  }

  /** The parameter that a value is, or is made of; none where it is made of several. */
  List<Slot> slots(Expr value, JavaMethod method, String template) {
    Set<Integer> used = new HashSet<>();
    Bodies.parts(
        value,
        each -> {
          int position = each instanceof Expr.Name name ? method.position(name.id()) : -1;
          if (position >= 0) {
            used.add(position);
          }
        });
    if (used.size() != 1) {
      return List.of();
    }
    int parameter = used.iterator().next();
    if (value instanceof Expr.Name) {
      return List.of(new Slot(method, parameter, template));
    }
    boolean alone = holdsNothingElse(value, method, parameter);
    List<Slot> slots = new ArrayList<>();
    for (String text : code.texts(value, method)) {
      if (text.indexOf(SqlReader.HOLE) >= 0
          && (alone || text.indexOf(SqlReader.HOLE) == text.lastIndexOf(SqlReader.HOLE))) {
        String filled = filled(template, text);
        if (filled.length() < LONGEST_NAME) {
          slots.add(new Slot(method, parameter, filled));
        }
      }
    }
    return slots;
  }

  /** Whether all that a text leaves open is this parameter: {@code "Get{0}By{0}Id"}. */
  private boolean holdsNothingElse(Expr value, JavaMethod method, int parameter) {
    boolean[] alone = {true};
    Bodies.parts(
        value,
        each -> {
          if (each instanceof Expr.Call call) {
            alone[0] &= FORMATTERS.contains(call.name());
          } else if (each instanceof Expr.Name name) {
            boolean known =
                method.parameters().get(parameter).name().equals(name.id())
                    || FORMATS.contains(name.id())
                    || code.constantText(name, method.owner()) != null;
            alone[0] &= known;
          } else if (each instanceof Expr.Select select) {
            alone[0] &= code.constantText(select, method.owner()) != null;
          } else {
            alone[0] &= each instanceof Expr.Literal || each instanceof Expr.Binary;
          }
        });
    return alone[0];
  }

  static String filled(String template, String text) {
    return template.replace(String.valueOf(SqlReader.HOLE), text);
  }

  /** {@code super(..)} of the classes right below. */
  private void handedUp(Slot slot, Map<JavaType, List<Given>> given, Deque<Slot> open) {
    JavaType owner = slot.method().owner();
    for (JavaType each : code.subtypes(owner.name())) {
      if (each.superclass() == null || !each.superclass().name().equals(owner.name())) {
        continue;
      }
      for (JavaMethod constructor : each.methods("<init>")) {
        Bodies.expressions(
            constructor.body(),
            part -> {
              if (part instanceof Expr.ConstructorCall call
                  && call.ofSuper()
                  && call.arguments().size() == slot.method().parameters().size()) {
                Expr argument = call.arguments().get(slot.parameter());
                List<Slot> further = slots(argument, constructor, slot.template());
                open.addAll(further);
                if (further.isEmpty()) {
                  Place place = new Place(each.file(), call.line());
                  put(given, argument, constructor, each, null, place, slot);
                }
              }
            });
      }
    }
  }

  private void made(Slot slot, Map<JavaType, List<Given>> given, Deque<Slot> open) {
    for (Call call : callsByName.getOrDefault("<init>", List.of())) {
      if (call.expression() instanceof Expr.New
          && slot.method().equals(call.target())
          && slot.parameter() < call.arguments().size()) {
        Expr argument = call.arguments().get(slot.parameter());
        List<Slot> further = slots(argument, call.caller(), slot.template());
        open.addAll(further);
        if (further.isEmpty()) {
          put(
              given,
              argument,
              call.caller(),
              call.caller().owner(),
              call.caller(),
              call.place(),
              slot);
        }
      }
    }
  }

  private void set(Slot slot, JavaType holder, Map<JavaType, List<Given>> given, Deque<Slot> open) {
    for (Call call : callsByName.getOrDefault(slot.method().name(), List.of())) {
      if (!reaches(call, slot.method()) || slot.parameter() >= call.arguments().size()) {
        continue;
      }
      JavaMethod caller = call.caller();
      Expr argument = call.arguments().get(slot.parameter());
      List<Slot> further = slots(argument, caller, slot.template());
      open.addAll(further);
      if (further.isEmpty()) {
        boolean own = code.isA(caller.owner(), holder.name());
        put(given, argument, caller, caller.owner(), own ? null : caller, call.place(), slot);
      }
    }
  }

  private void put(
      Map<JavaType, List<Given>> given,
      Expr argument,
      JavaMethod in,
      JavaType owner,
      @Nullable JavaMethod maker,
      Place place,
      Slot slot) {
    for (String text : code.texts(argument, in)) {
      given
          .computeIfAbsent(owner, ignored -> new ArrayList<>())
          .add(new Given(filled(slot.template(), text), owner, maker, place));
    }
  }
}
