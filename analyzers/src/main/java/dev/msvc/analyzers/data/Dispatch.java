package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which methods calls reach, by the type that they are called on. */
final class Dispatch {
  private final CodeBase code;
  private final Map<Key, Map<JavaMethod, List<JavaType>>> known = new ConcurrentHashMap<>();

  /** A method as it is called on a type. */
  private record Key(String receiver, JavaMethod target) {}

  Dispatch(CodeBase code) {
    this.code = code;
  }

  /** What a call can run, each with the types of objects that make it run. */
  Map<JavaMethod, List<JavaType>> reached(Call call, JavaMethod target) {
    boolean fixed =
        target.isStatic()
            || target.isConstructor()
            || (call.expression() instanceof Expr.Call written
                && written.scope() instanceof Expr.Super);
    if (fixed) {
      return Map.of(target, List.of());
    }
    String receiver = call.receiver().known() ? call.receiver().name() : target.owner().name();
    return fitting(
        call.receiver(), known.computeIfAbsent(new Key(receiver, target), this::dispatch));
  }

  /** Without those whose type arguments say that they are for something else. */
  private Map<JavaMethod, List<JavaType>> fitting(
      TypeRef receiver, Map<JavaMethod, List<JavaType>> all) {
    if (receiver.arguments().isEmpty() || all.size() < 2) {
      return all;
    }
    Map<JavaMethod, List<JavaType>> some = new LinkedHashMap<>();
    all.forEach(
        (method, types) -> {
          List<JavaType> left = types.stream().filter(each -> code.fits(each, receiver)).toList();
          if (!left.isEmpty()) {
            some.put(method, left);
          }
        });
    return some;
  }

  private Map<JavaMethod, List<JavaType>> dispatch(Key key) {
    Map<JavaMethod, List<JavaType>> all = new LinkedHashMap<>();
    JavaType own = code.project(key.receiver());
    Set<JavaType> types = new LinkedHashSet<>();
    types.add(own == null ? key.target().owner() : own);
    types.addAll(code.subtypes(key.receiver()));
    add(types, key.target(), all);
    if (all.isEmpty() && own != null && isProxied(own, key.target())) {
      add(code.subtypes(key.target().owner().name()), key.target(), all);
    }
    return all;
  }

  private void add(
      Collection<JavaType> types, JavaMethod target, Map<JavaMethod, List<JavaType>> all) {
    for (JavaType each : types) {
      JavaMethod found = implementation(each, target);
      if (found != null) {
        all.computeIfAbsent(found, method -> new ArrayList<>()).add(each);
      }
    }
  }

  /**
   * Whether an interface that no class implements has a method of another one: {@code OrderDao
   * extends GenericDao<Order>} is then a proxy around what implements that. One with annotations is
   * carried out by who reads them, perhaps elsewhere.
   */
  private static boolean isProxied(JavaType type, JavaMethod target) {
    return type.kind() == TypeKind.INTERFACE
        && type.annotations().isEmpty()
        && target.owner() != type;
  }

  /** What runs when a method is called on an object of exactly this type; null if unknown. */
  @Nullable JavaMethod implementation(JavaType type, JavaMethod declared) {
    JavaType each = type;
    for (int depth = 0; each != null && depth < 40; depth++) {
      for (JavaMethod method : each.methods(declared.name())) {
        if (method.hasBody() && (method == declared || overrides(method, declared))) {
          return method;
        }
      }
      TypeRef above = each.superclass();
      each = above == null ? null : code.project(above.name());
    }
    return declared.hasBody() ? declared : null;
  }

  private static boolean overrides(JavaMethod method, JavaMethod declared) {
    if (method.parameters().size() != declared.parameters().size()) {
      return false;
    }
    for (int i = 0; i < method.parameters().size(); i++) {
      TypeRef mine = method.parameters().get(i).type();
      TypeRef theirs = declared.parameters().get(i).type();
      boolean open = mine.variable() || theirs.variable();
      if (!open && !mine.name().equals(theirs.name())) {
        return false;
      }
    }
    return true;
  }

  /**
   * What a variable of the class that declares a reached method stands for at a call; null where
   * the call does not tell, or objects of several kinds could be meant.
   */
  @Nullable TypeRef bound(
      Call call, JavaMethod reached, List<JavaType> receivers, String variable) {
    JavaType owner = reached.owner();
    int index = owner.variableNames().indexOf(variable);
    TypeRef receiver = call.receiver();
    TypeRef seen = code.asSuper(receiver, owner.name());
    if (seen != null) {
      TypeRef found = seen.argument(index);
      return found.known() ? found : null;
    }
    Set<TypeRef> all = new LinkedHashSet<>();
    for (JavaType each : receivers) {
      TypeRef found = bound(each, seenBy(each, call), owner, index);
      if (found != null) {
        all.add(found);
      }
    }
    return all.size() == 1 ? all.iterator().next() : null;
  }

  /** The type of the receiver that an object has, too: of a proxy, the one behind it. */
  private TypeRef seenBy(JavaType object, Call call) {
    JavaMethod target = call.target();
    if (target == null || code.asSuper(object.self(), call.receiver().name()) != null) {
      return call.receiver();
    }
    TypeRef behind = code.asSuper(call.receiver(), target.owner().name());
    return behind == null ? call.receiver() : behind;
  }

  private @Nullable TypeRef bound(JavaType object, TypeRef receiver, JavaType owner, int index) {
    TypeRef self = object.self();
    TypeRef seen = code.asSuper(self, owner.name());
    TypeRef asReceiver = code.asSuper(self, receiver.name());
    if (seen == null || asReceiver == null) {
      return null;
    }
    TypeRef given = seen.argument(index);
    for (int i = 0; i < asReceiver.arguments().size(); i++) {
      TypeRef mine = asReceiver.argument(i);
      TypeRef called = receiver.argument(i);
      if (mine.variable()) {
        if (given.variable() && mine.name().equals(given.name())) {
          return called.known() ? called : null;
        }
      } else if (!called.name().equals(mine.name())) {
        return null;
      }
    }
    return given.variable() || !given.known() ? null : given;
  }

  /** The system's methods that may run where a method's body calls. */
  List<JavaMethod> called(JavaMethod method) {
    List<JavaMethod> all = new ArrayList<>();
    for (Call call : method.calls()) {
      JavaMethod target = call.target();
      if (target != null && target.owner().isProject()) {
        all.addAll(reached(call, target).keySet());
      }
    }
    return all;
  }
}
