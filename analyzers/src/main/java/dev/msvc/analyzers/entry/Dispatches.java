package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which methods can run when one is called, as far as types and the container's wires tell. */
final class Dispatches {
  /**
   * The most implementations that one call is followed into. Where there are more, something that
   * is not known before it runs chooses one: a key, a command, a visitor.
   */
  static final int MOST = 10;

  private final CodeBase code;
  private final Wires wires;
  private final Map<On, List<JavaMethod>> methods = new ConcurrentHashMap<>();
  private final Map<TypeRef, List<JavaType>> families = new ConcurrentHashMap<>();
  private final Map<TypeRef, List<JavaType>> objects = new ConcurrentHashMap<>();
  private final Map<JavaType, Lineage> lineages = new ConcurrentHashMap<>();
  private final Set<JavaType> completed = ConcurrentHashMap.newKeySet();

  /** A method as it is called on a type. */
  record On(TypeRef receiver, JavaMethod declared) {
    // asked for at every call: not through a record's method handles

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof On that
          && declared == that.declared
          && receiver.equals(that.receiver);
    }

    @Override
    public int hashCode() {
      return 31 * receiver.hashCode() + declared.hashCode();
    }
  }

  Dispatches(CodeBase code, Wires wires) {
    this.code = code;
    this.wires = wires;
    Workers.each(code.types(), this::findCompleted);
  }

  /** Abstract types that classes without names complete: there are objects of them. */
  private void findCompleted(JavaType type) {
    type.methods().forEach(this::findCompleted);
    type.initializers().forEach(this::findCompleted);
  }

  private void findCompleted(JavaMethod method) {
    for (Call each : method.calls()) {
      if (each.expression() instanceof Expr.New created && created.body() != null) {
        JavaType type = code.project(each.receiver().name());
        if (type != null && type.isAbstract()) {
          completed.add(type);
        }
      }
    }
  }

  /** Whether a call stays in its object, where no container sees it. */
  static boolean isWithin(Call call) {
    return call.expression() instanceof Expr.Call written
        && (written.scope() == null
            || written.scope() instanceof Expr.This
            || written.scope() instanceof Expr.Super);
  }

  static boolean isTooMany(List<JavaMethod> reached) {
    return reached.size() > MOST
        && reached.stream().filter(JavaMethod::hasBody).limit(MOST + 1).count() > MOST;
  }

  static boolean isFixed(Call call, JavaMethod target) {
    return target.isStatic() || target.isConstructor() || isSuper(call);
  }

  static boolean isSuper(Call call) {
    return call.expression() instanceof Expr.Call written && written.scope() instanceof Expr.Super;
  }

  /** All that a call may run; the method itself, too, where it has no body. */
  List<JavaMethod> reached(Call call, JavaMethod target) {
    if (isFixed(call, target)) {
      return List.of(target);
    }
    List<TypeRef> receivers = receivers(call, target);
    if (receivers.size() == 1) {
      return found(new On(receivers.get(0), target));
    }
    Set<JavaMethod> all = new LinkedHashSet<>();
    for (TypeRef each : receivers) {
      all.addAll(found(new On(each, target)));
    }
    return List.copyOf(all);
  }

  private List<JavaMethod> found(On call) {
    // not computeIfAbsent alone, which may lock for what is there
    List<JavaMethod> known = methods.get(call);
    return known == null ? methods.computeIfAbsent(call, this::find) : known;
  }

  /** The types that the object of a call can be declared with: those of its wires come first. */
  List<TypeRef> receivers(Call call, JavaMethod target) {
    TypeRef declared = call.receiver().known() ? call.receiver() : target.owner().self();
    List<JavaType> given = objects(declared).size() < 2 ? List.of() : wires.behind(call);
    return given.isEmpty()
        ? List.of(declared)
        : given.stream().map(each -> TypeRef.of(each.name())).toList();
  }

  private List<JavaMethod> find(On call) {
    JavaMethod declared = call.declared();
    List<JavaMethod> all = implementations(call.receiver(), declared);
    if (all.isEmpty()) {
      all = implementations(TypeRef.of(declared.owner().name()), declared);
    }
    if (all.isEmpty()) {
      all = code.implementations(declared);
    }
    if (declared.hasBody()) {
      return all;
    }
    List<JavaMethod> withItself = new ArrayList<>(all);
    withItself.add(declared);
    return withItself;
  }

  /** What runs when a method is called on any object of a type: declared there or inherited. */
  private List<JavaMethod> implementations(TypeRef type, JavaMethod declared) {
    Set<JavaMethod> all = new LinkedHashSet<>();
    for (JavaType each : objects(type)) {
      JavaMethod found = lineage(each).implementation(declared);
      if (found != null) {
        all.add(found);
      }
    }
    return List.copyOf(all);
  }

  /**
   * The classes that an object of a type can have: not those that are only there to be extended, if
   * there are others.
   */
  List<JavaType> objects(TypeRef type) {
    List<JavaType> known = objects.get(type);
    return known == null ? objects.computeIfAbsent(type, this::findObjects) : known;
  }

  private List<JavaType> findObjects(TypeRef type) {
    List<JavaType> all = withSubtypes(type);
    List<JavaType> some =
        all.stream().filter(each -> !each.isAbstract() || completed.contains(each)).toList();
    return some.isEmpty() ? all : some;
  }

  /** The method that runs when one is called on an object of this very class. */
  @Nullable JavaMethod implementation(JavaType type, JavaMethod declared) {
    return lineage(type).implementation(declared);
  }

  Lineage lineage(JavaType type) {
    return lineages.computeIfAbsent(type, some -> Lineage.of(code, some));
  }

  /** A type of the system and its subtypes that agree with its arguments. */
  List<JavaType> withSubtypes(TypeRef type) {
    return families.computeIfAbsent(
        type,
        key -> {
          JavaType own = code.project(key.name());
          List<JavaType> all = new ArrayList<>();
          if (own != null) {
            all.add(own);
            for (JavaType each : code.subtypes(key.name())) {
              if (code.fits(each, key)) {
                all.add(each);
              }
            }
          }
          return all;
        });
  }
}
