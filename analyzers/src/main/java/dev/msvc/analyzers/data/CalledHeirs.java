package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.parallel.Workers;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * On objects of which subclasses code calls the methods that a generic class has. Methods that a
 * framework calls, or that only one can call, count as called on all of them.
 */
final class CalledHeirs {
  /** Methods that call methods of the same object, as deep as anybody writes them. */
  private static final int ROUNDS = 12;

  /** Annotations that say nothing of who calls. */
  private static final Set<String> SILENT =
      Set.of(
          "Override",
          "Deprecated",
          "SuppressWarnings",
          "SafeVarargs",
          "Transactional",
          "Nullable",
          "NonNull",
          "NotNull",
          "Nonnull",
          "Cacheable",
          "CacheEvict",
          "CachePut",
          "SneakyThrows");

  private final CodeBase code;
  private final Dispatch dispatch;
  private final Map<JavaMethod, Set<JavaType>> heirs = new ConcurrentHashMap<>();

  /** Methods of generic classes, each with those of the same object that call it. */
  private final Map<JavaMethod, Set<JavaMethod>> within = new ConcurrentHashMap<>();

  private final Set<JavaType> called = ConcurrentHashMap.newKeySet();

  private CalledHeirs(CodeBase code) {
    this.code = code;
    this.dispatch = new Dispatch(code);
  }

  /** Of these methods of generic classes. */
  static CalledHeirs of(Collection<JavaMethod> methods, CodeBase code) {
    CalledHeirs all = new CalledHeirs(code);
    Set<JavaMethod> fresh = new HashSet<>(methods);
    Set<JavaMethod> seen = new HashSet<>(methods);
    for (int round = 0; round < ROUNDS && !fresh.isEmpty(); round++) {
      Set<JavaMethod> now = Set.copyOf(fresh);
      Set<String> names = now.stream().map(JavaMethod::name).collect(Collectors.toSet());
      Workers.each(
          code.types(),
          type -> {
            type.methods().forEach(each -> all.read(each, names, now));
            type.initializers().forEach(each -> all.read(each, names, now));
          });
      fresh = new HashSet<>();
      for (JavaMethod each : now) {
        fresh.addAll(all.within.getOrDefault(each, Set.of()));
      }
      fresh.removeIf(each -> !seen.add(each));
    }
    return all;
  }

  private void read(JavaMethod caller, Set<String> names, Set<JavaMethod> wanted) {
    for (Call call : caller.calls()) {
      JavaMethod target = names.contains(call.name()) ? call.target() : null;
      if (target != null && target.owner().isProject()) {
        dispatch
            .reached(call, target)
            .forEach(
                (method, objects) -> {
                  if (wanted.contains(method)) {
                    note(call, method, objects);
                  }
                });
      }
    }
  }

  private void note(Call call, JavaMethod method, Collection<JavaType> objects) {
    JavaMethod caller = call.caller();
    JavaType self = InheritedCall.isOnItself(call) ? around(caller.owner(), method.owner()) : null;
    if (self == null) {
      called.add(method.owner());
      heirs(method).addAll(objects);
    } else if (self.variableNames().isEmpty()) {
      called.add(method.owner());
      heirs(method).add(self);
      heirs(method).addAll(code.subtypes(self.name()));
    } else if (caller != method) {
      within.computeIfAbsent(method, key -> ConcurrentHashMap.newKeySet()).add(caller);
    }
  }

  /** The type itself, or the one around it, whose objects have the methods of another. */
  private @Nullable JavaType around(JavaType type, JavaType owner) {
    JavaType each = type;
    while (each != null && !code.isA(each, owner.name())) {
      each = each.outer();
    }
    return each;
  }

  private Set<JavaType> heirs(JavaMethod method) {
    return heirs.computeIfAbsent(method, key -> ConcurrentHashMap.newKeySet());
  }

  /** Whether a method is called on objects of a subclass, by code or by a framework. */
  boolean isCalled(JavaMethod method, JavaType heir) {
    return isCalled(method, heir, new HashSet<>());
  }

  private boolean isCalled(JavaMethod method, JavaType heir, Set<JavaMethod> seen) {
    if (!seen.add(method)) {
      return false;
    }
    Set<JavaType> on = heirs.getOrDefault(method, Set.of());
    Set<JavaMethod> callers = within.getOrDefault(method, Set.of());
    boolean unseen = on.isEmpty() && callers.isEmpty();
    boolean byFramework =
        method.annotations().stream().anyMatch(CalledHeirs::tells)
            || (unseen && (!called.contains(method.owner()) || Callbacks.isCallback(method, code)));
    return byFramework
        || on.stream().anyMatch(each -> isSame(each, heir))
        || callers.stream().anyMatch(each -> isCalled(each, heir, seen));
  }

  private boolean isSame(JavaType object, JavaType heir) {
    return object == heir || code.isA(TypeRef.of(object.name()), heir.name());
  }

  private static boolean tells(Annotation annotation) {
    return !SILENT.contains(annotation.simpleName());
  }
}
