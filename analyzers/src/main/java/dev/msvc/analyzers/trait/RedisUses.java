package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.model.TraitKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What code keeps, locks and counts in Redis. A class whose methods take keys from others works for
 * them: what they do by it is seen at those who call it.
 */
final class RedisUses {
  private static final String COMPUTED = "(computed)";

  /** Methods that pass a key on to each other. */
  private static final int DEEPEST = 4;

  private final CodeBase code;
  private final Callers callers;
  private final Map<JavaType, Boolean> general = new ConcurrentHashMap<>();

  RedisUses(CodeBase code, Callers callers) {
    this.code = code;
    this.callers = callers;
  }

  void read(JavaMethod method, Found found) {
    Map<Call, TraitKind> uses = new LinkedHashMap<>();
    for (Call each : method.calls()) {
      TraitKind kind = RedisCalls.kind(each, method);
      if (kind != null) {
        uses.put(each, kind);
      }
    }
    if (uses.isEmpty()) {
      return;
    }
    if (isGeneral(method.owner())) {
      outside(method, method.owner(), strongest(uses.values()), found, new HashSet<>());
      return;
    }
    boolean counts = uses.containsValue(TraitKind.OUTSIDE_COUNTER);
    uses.forEach(
        (each, kind) -> {
          // a number that is not there yet is set once, and counted up from then on
          if (!counts || kind != TraitKind.SHARED_LOCK) {
            String key = head(RedisCalls.key(each, method), method);
            add(kind, key, RedisCalls.told(each, method), each, found);
          }
        });
  }

  private static TraitKind strongest(Collection<TraitKind> kinds) {
    return Stream.of(TraitKind.OUTSIDE_COUNTER, TraitKind.SHARED_LOCK)
        .filter(kinds::contains)
        .findFirst()
        .orElse(TraitKind.KEPT_STATE);
  }

  /** Whether a method of a class is given the key by its caller as it is. */
  private boolean isGeneral(JavaType type) {
    return general.computeIfAbsent(
        type,
        each ->
            each.methods().stream()
                .anyMatch(
                    method ->
                        method.calls().stream()
                            .anyMatch(
                                call ->
                                    RedisCalls.kind(call, method) != null
                                        && isGiven(RedisCalls.key(call, method), method))));
  }

  private static boolean isGiven(@Nullable Expr key, JavaMethod method) {
    Expr at = key instanceof Expr.Index index ? index.array() : key;
    return at instanceof Expr.Name name
        && method.parameters().stream().anyMatch(each -> each.name().equals(name.id()));
  }

  /** Those of other classes who call what works for them. */
  private void outside(
      JavaMethod method, JavaType helper, TraitKind kind, Found found, Set<JavaMethod> seen) {
    if (!seen.add(method) || seen.size() > DEEPEST) {
      return;
    }
    for (Call each : callers.of(method)) {
      JavaMethod caller = each.caller();
      Expr key = each.arguments().isEmpty() ? null : each.arguments().get(0);
      if (caller.owner() == helper || isGiven(key, caller)) {
        outside(caller, helper, kind, found, seen);
      } else {
        add(
            kind,
            head(key, caller),
            helper.simpleName() + "." + method.name(),
            each,
            found.in(caller));
      }
    }
  }

  private static void add(TraitKind kind, String key, String what, Call at, Found found) {
    String of = key.equals(COMPUTED) ? "" : " of '%s'".formatted(key);
    found.inferred(kind, key, what + of, at.line());
  }

  /** What a key begins with, as far as that is known. */
  private String head(@Nullable Expr key, JavaMethod method) {
    List<String> texts = key == null ? List.of() : code.texts(key, method);
    if (texts.size() != 1) {
      return COMPUTED;
    }
    String text = texts.get(0);
    int end = text.length();
    for (String each : List.of(Texts.HOLE, "%", "{")) {
      int at = text.indexOf(each);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    String head = text.substring(0, end).strip();
    return head.isEmpty() ? COMPUTED : head;
  }
}
