package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.model.TraitKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a call of Redis' clients does: Spring Data's, Redisson, Jedis and Lettuce. */
final class RedisCalls {
  private static final String SPRING = "org.springframework.data.redis.core.";
  private static final Set<String> TEMPLATES =
      Set.of(SPRING + "RedisTemplate", SPRING + "StringRedisTemplate", SPRING + "RedisOperations");
  private static final Pattern OPERATIONS =
      Pattern.compile(
          "(?:Bound)?(?:Value|Hash|List|Set|ZSet)Operations|(?:opsFor|bound)(?:Value|Hash|List|Set|ZSet)(?:Ops)?");
  private static final Pattern REDISSON_STATE =
      Pattern.compile(
          "get(?:Bucket|Buckets|JsonBucket|Map|MapCache|LocalCachedMap|List|Set|SetCache|SortedSet"
              + "|ScoredSortedSet|LexSortedSet|Queue|BlockingQueue|DelayedQueue|Deque|PriorityQueue"
              + "|BloomFilter|BitSet|HyperLogLog)");
  private static final Pattern REDISSON_LOCK =
      Pattern.compile("get(?:Fair|Spin|Fenced|ReadWrite|Multi|Red)?Lock");
  private static final Pattern REDISSON_COUNTER =
      Pattern.compile("get(?:Atomic(?:Long|Double)|(?:Long|Double)Adder|IdGenerator)");
  private static final Pattern COMMAND_STATE =
      Pattern.compile(
          "(?:p?set(?:ex)?|m?get|getset|del|unlink|h(?:m?set|m?get|getall|del)|[lr](?:push|pop)"
              + "|lrange|s(?:add|rem|members)|z(?:add|rem|range))");
  private static final Pattern COMMAND_COUNTER = Pattern.compile("h?(?:incr|decr)(?:by)?");

  private RedisCalls() {}

  /** Counts, locks or keeps something; null for what else is called. */
  static @Nullable TraitKind kind(Call call, JavaMethod method) {
    String receiver = call.receiver().name();
    String name = call.name();
    if (TEMPLATES.contains(receiver)) {
      return name.equals("delete") || name.equals("unlink") ? TraitKind.KEPT_STATE : null;
    }
    if (isOperations(call, method)) {
      return operation(name);
    }
    if (receiver.startsWith("org.redisson.api.Redisson")) {
      return REDISSON_LOCK.matcher(name).matches()
          ? TraitKind.SHARED_LOCK
          : REDISSON_COUNTER.matcher(name).matches()
              ? TraitKind.OUTSIDE_COUNTER
              : REDISSON_STATE.matcher(name).matches() ? TraitKind.KEPT_STATE : null;
    }
    if (receiver.startsWith("redis.clients.jedis.")
        || receiver.startsWith("io.lettuce.core.api.")) {
      String command = name.toLowerCase(Locale.ROOT);
      return COMMAND_COUNTER.matcher(command).matches()
          ? TraitKind.OUTSIDE_COUNTER
          : command.equals("setnx")
              ? TraitKind.SHARED_LOCK
              : COMMAND_STATE.matcher(command).matches() ? TraitKind.KEPT_STATE : null;
    }
    return null;
  }

  /** Whether it is called on {@code template.opsForValue()}, or on what that gave. */
  private static boolean isOperations(Call call, JavaMethod method) {
    if (call.receiver().known()) {
      return call.receiver().name().startsWith(SPRING)
          && OPERATIONS.matcher(call.receiver().simpleName()).matches();
    }
    Call maker = maker(call, method);
    return maker != null
        && TEMPLATES.contains(maker.receiver().name())
        && OPERATIONS.matcher(maker.name()).matches();
  }

  private static @Nullable Call maker(Call call, JavaMethod method) {
    return call.expression() instanceof Expr.Call written
            && written.scope() instanceof Expr.Call made
        ? method.call(made)
        : null;
  }

  private static @Nullable TraitKind operation(String name) {
    return switch (name) {
      case "increment", "decrement" -> TraitKind.OUTSIDE_COUNTER;
      case "setIfAbsent" -> TraitKind.SHARED_LOCK;
      case "expire", "size", "getOperations", "getKey", "hasKey" -> null;
      default -> TraitKind.KEPT_STATE;
    };
  }

  /** What names the thing that is kept: the key; null where it is not written. */
  static @Nullable Expr key(Call call, JavaMethod method) {
    Call maker = maker(call, method);
    if (maker != null && maker.name().startsWith("bound")) {
      return maker.arguments().isEmpty() ? null : maker.arguments().get(0);
    }
    return call.arguments().isEmpty() ? null : call.arguments().get(0);
  }

  /** As people read it. */
  static String told(Call call, JavaMethod method) {
    Call maker = maker(call, method);
    String on =
        maker != null && OPERATIONS.matcher(maker.name()).matches()
            ? maker.name()
            : call.receiver().simpleName();
    return on + "." + call.name();
  }
}
