package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.model.TraitKind;
import java.util.Set;

/**
 * Threads that code starts and does not wait for, and pools of them that live as long as the
 * program. A pool that a method makes for itself is none.
 */
final class OwnThreads {
  private static final String THREAD = "java.lang.Thread";
  private static final String EXECUTORS = "java.util.concurrent.Executors";
  private static final Set<String> POOLS =
      Set.of(
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.ForkJoinPool",
          "java.util.Timer",
          "org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor",
          "org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler");

  /** Methods that a container or a framework runs when the program starts. */
  private static final Set<String> STARTS =
      Set.of(
          "<clinit>",
          "afterPropertiesSet",
          "contextInitialized",
          "onApplicationEvent",
          "onStartup",
          "afterSingletonsInstantiated");

  private static final Set<String> START_MARKS =
      Set.of("PostConstruct", "EventListener", "Startup");
  private static final Set<String> BEANS = Set.of("Bean", "Produces");

  private OwnThreads() {}

  static void read(CodeBase code, JavaMethod method, Found found) {
    for (Call call : method.calls()) {
      if (isPool(call) && isKept(call, method) && !ByHand.is(method.owner())) {
        String type = call.receiver().simpleName();
        boolean made = call.name().equals("<init>");
        found.add(
            TraitKind.OWN_THREAD,
            made ? type : call.name(),
            made ? "a pool of threads: new " + type : "a pool of threads: Executors." + call.name(),
            call.line());
      } else if (isStart(code, call) && !isAwaited(code, method) && !ByHand.is(method.owner())) {
        String when =
            isAtStart(method) ? "a thread that the start of the program starts" : "a thread";
        found.add(TraitKind.OWN_THREAD, call.receiver().simpleName(), when, call.line());
      }
    }
  }

  private static boolean isStart(CodeBase code, Call call) {
    return call.name().equals("start")
        && call.arguments().isEmpty()
        && (call.receiver().name().equals(THREAD)
            || (code.project(call.receiver().name()) != null && code.isA(call.receiver(), THREAD)));
  }

  /**
   * Whether the method needs the thread while it runs: it waits for it, or reads what it writes.
   */
  private static boolean isAwaited(CodeBase code, JavaMethod method) {
    return method.calls().stream()
        .anyMatch(
            each ->
                each.receiver().name().startsWith("java.io.Piped")
                    || (each.name().equals("join")
                        && (each.receiver().name().equals(THREAD)
                            || code.isA(each.receiver(), THREAD))));
  }

  private static boolean isAtStart(JavaMethod method) {
    return STARTS.contains(method.name()) || isMarked(method, START_MARKS);
  }

  private static boolean isMarked(JavaMethod method, Set<String> marks) {
    return method.annotations().stream().map(Annotation::simpleName).anyMatch(marks::contains);
  }

  private static boolean isPool(Call call) {
    String receiver = call.receiver().name();
    return receiver.equals(EXECUTORS)
        ? call.name().startsWith("new")
        : call.name().equals("<init>") && POOLS.contains(receiver);
  }

  /** Whether a pool outlives the method that makes it: in a field, or as a bean. */
  private static boolean isKept(Call call, JavaMethod method) {
    if (isMarked(method, BEANS)) {
      // what a scheduler runs is named where it is declared
      return !call.name().contains("Schedule") && !call.receiver().name().contains("Schedule");
    }
    if (method.name().equals("<clinit>")) {
      return true;
    }
    boolean[] kept = {false};
    Bodies.expressions(
        method.body(),
        each -> kept[0] |= each instanceof Expr.Assign assign && isKept(assign, call, method));
    return kept[0];
  }

  private static boolean isKept(Expr.Assign assign, Call call, JavaMethod method) {
    boolean[] holds = {false};
    Bodies.parts(assign.value(), each -> holds[0] |= each == call.expression());
    return holds[0]
        && (assign.target() instanceof Expr.Select
            || (assign.target() instanceof Expr.Name name
                && Bodies.assigned(name.id(), method).size() < 2
                && method.owner().fieldAround(name.id()) != null));
  }
}
