package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of libraries that run what they are given in another thread than the caller's. */
final class ThreadStarts {
  private static final String THREAD = "java.lang.Thread";
  private static final String TIMER_TASK = "java.util.TimerTask";
  private static final String FUTURE_TASK = "java.util.concurrent.FutureTask";
  private static final String KOTLIN = "kotlin.concurrent.thread";
  private static final Set<String> POOL_CALLS =
      Set.of(
          "execute",
          "submit",
          "submitListenable",
          "submitCompletable",
          "invokeAll",
          "invokeAny",
          "schedule",
          "scheduleAtFixedRate",
          "scheduleWithFixedDelay");
  private static final Set<String> POOLS =
      Set.of("java.util.concurrent.Executor", "java.util.concurrent.CompletionService");

  /** Packages of libraries whose types with such an ending are pools. */
  private static final List<String> PACKAGES =
      List.of(
          "java.util.concurrent.",
          "javax.enterprise.concurrent.",
          "jakarta.enterprise.concurrent.",
          "org.eclipse.microprofile.context.",
          "org.springframework.core.task.",
          "org.springframework.scheduling.",
          "org.springframework.security.concurrent.",
          "org.springframework.security.task.",
          "org.springframework.security.scheduling.",
          "com.google.common.util.concurrent.",
          "io.netty.");

  private static final List<String> ENDINGS =
      List.of("Executor", "ExecutorService", "Scheduler", "CompletionService", "Pool");
  private static final Set<String> SAME_THREAD = Set.of("SyncTaskExecutor");
  private static final Set<String> FUTURES =
      Set.of("java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage");
  private static final Set<String> CONTINUING = Set.of("whenComplete", "handle", "exceptionally");

  private final CodeBase code;

  ThreadStarts(CodeBase code) {
    this.code = code;
  }

  /** Whether a class without a name is one of what only another thread runs. */
  boolean isTask(Expr.New created, String type) {
    return created.body() != null && (isA(type, THREAD) || isA(type, TIMER_TASK));
  }

  /** Whether a call runs in another thread what it is given. */
  boolean isStart(Call call) {
    String receiver = call.receiver().name();
    String name = call.name();
    if (name.equals("<init>")) {
      return receiver.equals(THREAD) || (receiver.equals(FUTURE_TASK) && !isRunHere(call));
    }
    if (POOL_CALLS.contains(name)) {
      return isPool(call);
    }
    if (FUTURES.contains(receiver)) {
      return isOfFuture(call.expression());
    }
    return switch (name) {
      case "startVirtualThread" -> receiver.equals(THREAD);
      case "start", "unstarted" -> isBuilt(call.expression());
      case "thread" -> !call.receiver().known() && call.caller().owner().imports(KOTLIN);
      default -> false;
    };
  }

  private static boolean isRunHere(Call made) {
    return made.caller().calls().stream()
        .anyMatch(each -> each.name().equals("run") && each.receiver().name().equals(FUTURE_TASK));
  }

  private boolean isPool(Call call) {
    String receiver = call.receiver().name();
    if (receiver.equals("java.util.Timer")) {
      return true;
    }
    JavaType own = code.project(receiver);
    if (own == null) {
      return isPool(receiver)
          || call.caller().owner().mayMean(receiver).stream()
              .anyMatch(each -> !each.startsWith("java.") && isPool(each));
    }
    // what the system's own pool does with it says its code
    boolean written = call.target() != null && call.target().hasBody();
    return !written && Lineage.supertypes(code, own).stream().anyMatch(this::isPool);
  }

  private boolean isPool(String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return POOLS.stream().anyMatch(each -> isA(type, each))
        || (!SAME_THREAD.contains(simple)
            && PACKAGES.stream().anyMatch(type::startsWith)
            && ENDINGS.stream().anyMatch(simple::endsWith));
  }

  private boolean isA(String type, String wanted) {
    return type.equals(wanted) || code.isA(TypeRef.of(type), wanted);
  }

  /** What such a future runs, and what is chained to that at once. */
  private static boolean isOfFuture(@Nullable Expr expression) {
    return expression instanceof Expr.Call call
        && (call.name().endsWith("Async")
            || ((call.name().startsWith("then") || CONTINUING.contains(call.name()))
                && isOfFuture(call.scope())));
  }

  private static boolean isBuilt(@Nullable Expr expression) {
    Expr each = expression;
    while (each instanceof Expr.Call call) {
      if ((call.name().equals("ofVirtual") || call.name().equals("ofPlatform"))
          && call.scope() instanceof Expr.Name type
          && type.id().equals("Thread")) {
        return true;
      }
      each = call.scope();
    }
    return false;
  }
}
