package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Callback;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.Certainty;
import dev.msvc.model.TraitKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a type keeps beyond one request: by the thread, in static collections, in caches. */
final class FieldHabits {
  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.Map",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.Hashtable",
          "java.util.WeakHashMap",
          "java.util.SortedMap",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.List",
          "java.util.ArrayList",
          "java.util.Set",
          "java.util.HashSet",
          "java.util.concurrent.CopyOnWriteArrayList");

  private static final Set<String> CACHES =
      Set.of(
          "com.google.common.cache.Cache",
          "com.google.common.cache.LoadingCache",
          "com.github.benmanes.caffeine.cache.Cache",
          "com.github.benmanes.caffeine.cache.LoadingCache",
          "org.ehcache.Cache",
          "net.sf.ehcache.Cache",
          "net.sf.ehcache.Ehcache",
          "javax.cache.Cache",
          "org.infinispan.Cache",
          "com.hazelcast.core.IMap",
          "com.hazelcast.map.IMap",
          "org.springframework.cache.Cache");

  private static final Set<String> WRITES =
      Set.of(
          "put", "putAll", "putIfAbsent", "computeIfAbsent", "compute", "merge", "add", "addAll");

  /** What is about the program and not about its data: maps of it do not get stale. */
  private static final Set<String> PROGRAM =
      Set.of(
          "java.lang.Class",
          "java.lang.ClassLoader",
          "java.lang.Thread",
          "java.lang.reflect.Method",
          "java.lang.reflect.Field",
          "java.lang.reflect.Type",
          "java.util.regex.Pattern");

  private static final Pattern COLLECTION = Pattern.compile("java\\.util\\.(?:stream\\.)?\\w+");

  private final JavaType type;
  private final LifeTimes lives;
  private @Nullable Set<String> written;

  FieldHabits(JavaType type, LifeTimes lives) {
    this.type = type;
    this.lives = lives;
  }

  void read(JavaField field, Found found) {
    String name = field.type().name();
    String simple = type.simpleName() + "." + field.name();
    if (name.endsWith("ThreadLocal")) {
      found.add(TraitKind.THREAD_STATE, simple, "a thread-local field", field.line());
    } else if (CACHES.contains(name)) {
      found.add(
          TraitKind.CACHE,
          simple,
          "a field of " + name.substring(name.lastIndexOf('.') + 1),
          field.line());
    } else if (COLLECTIONS.contains(name)
        && field.type().arguments().stream().noneMatch(each -> PROGRAM.contains(each.name()))
        && isKept(field)
        && written().contains(field.name())) {
      if (field.isStatic()) {
        found.add(
            TraitKind.STATIC_STATE, simple, "a static collection that is written", field.line());
      } else if (!lives.isShort(type)) {
        found.add(
            TraitKind.CACHE,
            simple,
            "a collection called a cache",
            field.line(),
            Certainty.GUESSED);
      }
    }
  }

  private static boolean isKept(JavaField field) {
    return field.isStatic() || field.name().toLowerCase(Locale.ROOT).contains("cache");
  }

  /** Names of fields that a method of the type adds to, when it has been made. */
  private Set<String> written() {
    Set<String> known = written;
    if (known == null) {
      known = new HashSet<>();
      Set<JavaMethod> starting = starting();
      for (JavaMethod method : type.methods()) {
        if (!method.isConstructor() && !starting.contains(method)) {
          for (Call each : method.calls()) {
            String field = WRITES.contains(each.name()) ? fieldOf(each.expression()) : null;
            if (field != null && !shadowed(method, field)) {
              known.add(field);
            }
          }
          known.addAll(filled(method));
        }
      }
      written = known;
    }
    return known;
  }

  /** Fields that a method gives what a call answers: a query, perhaps. */
  private static Set<String> filled(JavaMethod method) {
    Set<String> names = new HashSet<>();
    Bodies.expressions(
        method.body(),
        each -> {
          Call asked = each instanceof Expr.Assign assign ? method.call(assign.value()) : null;
          if (asked != null
              && asked.expression() instanceof Expr.Call
              && !asked.receiver().name().startsWith("java.")
              && each instanceof Expr.Assign assign
              && assign.target() instanceof Expr.Name name
              && !shadowed(method, name.id())) {
            names.add(name.id());
          }
        });
    return names;
  }

  /** Private static methods that only initializers call, also through each other. */
  private Set<JavaMethod> starting() {
    Set<JavaMethod> starting = new HashSet<>();
    for (JavaMethod each : type.methods()) {
      if (each.isPrivate() && each.isStatic()) {
        starting.add(each);
      }
    }
    for (int known = -1; !starting.isEmpty() && known != starting.size(); ) {
      known = starting.size();
      later(type.topLevel(), starting).forEach(starting::remove);
    }
    Set<JavaMethod> started = new HashSet<>();
    Deque<JavaMethod> open = new ArrayDeque<>(starting.isEmpty() ? List.of() : type.initializers());
    while (!open.isEmpty()) {
      for (Call each : open.remove().calls()) {
        JavaMethod target = each.target();
        if (target != null && starting.contains(target) && started.add(target)) {
          open.add(target);
        }
      }
    }
    return started;
  }

  /** Those of some methods that others than themselves and initializers call, or that run later. */
  private static Set<JavaMethod> later(JavaType within, Set<JavaMethod> some) {
    Set<JavaMethod> called = new HashSet<>();
    for (JavaMethod method : within.bodies()) {
      boolean starts = some.contains(method) || within.initializers().contains(method);
      for (Call each : method.calls()) {
        JavaMethod target = each.target();
        if (target != null && some.contains(target) && !(starts && runsAtOnce(each, method))) {
          called.add(target);
        }
      }
    }
    for (JavaType each : within.types()) {
      called.addAll(later(each, some));
    }
    return called;
  }

  /** Whether a call is made while the method runs, and not by a function that it hands on. */
  private static boolean runsAtOnce(Call call, JavaMethod method) {
    boolean atOnce =
        !(call.expression() instanceof Expr.MethodRef) || isUsedUp(call.expression(), method);
    for (Callback each = call.within(); each != null && atOnce; each = each.outer()) {
      atOnce = isUsedUp(each.expression(), method);
    }
    return atOnce;
  }

  /** Whether a function is one that a collection or stream calls, and does not hold. */
  private static boolean isUsedUp(Expr function, JavaMethod method) {
    for (Call each : method.calls()) {
      JavaMethod target = each.target();
      int at = each.arguments().indexOf(function);
      if (at >= 0 && target != null && at < target.parameters().size()) {
        String type = target.parameters().get(at).type().name();
        return COLLECTION.matcher(each.receiver().name()).matches()
            && type.startsWith("java.util.function.");
      }
    }
    return false;
  }

  private static boolean shadowed(JavaMethod method, String name) {
    return method.parameters().stream().anyMatch(each -> each.name().equals(name));
  }

  private @Nullable String fieldOf(Expr expression) {
    Expr scope = expression instanceof Expr.Call call ? call.scope() : null;
    if (scope instanceof Expr.Name name) {
      return name.id();
    }
    if (scope instanceof Expr.Select select
        && (select.scope() instanceof Expr.This
            || (select.scope() instanceof Expr.Name owner
                && owner.id().equals(type.simpleName())))) {
      return select.id();
    }
    return null;
  }
}
