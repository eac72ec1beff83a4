package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Callback;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What code has done again and again by a clock: by timers and schedulers of libraries. */
public final class ClockJobs {
  private static final Set<String> CLOCKS =
      Set.of(
          "java.util.Timer",
          "java.util.concurrent.ScheduledExecutorService",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "org.springframework.scheduling.TaskScheduler",
          "org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler");
  private static final Set<String> UNITS =
      Arrays.stream(TimeUnit.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  private static final List<String> RUN = List.of("run", "call");

  /** More classes than these are one mechanism for many, and not the jobs of one call. */
  private static final int MOST = 10;

  private static final int DEPTH = 40;
  private static final int WRAPPED = 3;

  private final CodeBase code;

  public ClockJobs(CodeBase code) {
    this.code = code;
  }

  /**
   * A method that a clock calls.
   *
   * @param type the class of its object
   */
  public record Job(JavaType type, JavaMethod method) {
    /** As {@code app.Cleaner.run}. */
    public String name() {
      return type.name() + "." + method.name();
    }
  }

  /**
   * Whether a call has work done again and again: what is done once and later is no clock work, and
   * no more is what a pool of the system's own hands on that it is asked for.
   */
  public static boolean isStart(Call call) {
    if (!call.name().startsWith("schedule")
        || !CLOCKS.contains(call.receiver().name())
        || call.caller().name().equals(call.name())) {
      return false;
    }
    String receiver = call.receiver().simpleName();
    boolean period = receiver.equals("Timer") && call.arguments().size() > 2;
    boolean trigger = receiver.endsWith("TaskScheduler") && call.arguments().size() == 2;
    return call.name().startsWith("scheduleAt")
        || call.name().startsWith("scheduleWith")
        || (call.name().equals("schedule") && (period || trigger));
  }

  /** What such a call has done; empty where it is not known. */
  public List<Job> of(Call start) {
    return start.arguments().isEmpty() ? List.of() : of(start, 0);
  }

  /** What is done by the value that a call is given at a place. */
  public List<Job> of(Call call, int argument) {
    List<TypeRef> types = call.argumentTypes();
    TypeRef type = argument < types.size() ? types.get(argument) : TypeRef.UNKNOWN;
    return of(call.caller(), call.arguments().get(argument), type, 0);
  }

  private List<Job> of(JavaMethod caller, Expr given, TypeRef type, int depth) {
    if (given instanceof Expr.Cast cast) {
      return of(caller, cast.value(), type, depth);
    }
    if (given instanceof Expr.MethodRef) {
      Call called = caller.call(given);
      JavaMethod target = called == null ? null : own(called);
      return target == null ? List.of() : List.of(new Job(target.owner(), target));
    }
    if (given instanceof Expr.Lambda
        || (given instanceof Expr.New created && created.body() != null)) {
      return List.of(within(caller, given));
    }
    List<Job> wrapped = depth < WRAPPED ? wrapped(caller, given, depth + 1) : List.of();
    return wrapped.isEmpty() ? runs(type) : wrapped;
  }

  /** What a function does: the system's one method that it calls, or else the method around it. */
  private static Job within(JavaMethod caller, Expr function) {
    Set<JavaMethod> called = new LinkedHashSet<>();
    for (Call each : caller.calls()) {
      JavaMethod target = isIn(each, function) ? own(each) : null;
      if (target != null) {
        called.add(target);
      }
    }
    JavaMethod only = called.size() == 1 ? called.iterator().next() : caller;
    return new Job(only.owner(), only);
  }

  private static boolean isIn(Call call, Expr function) {
    for (Callback each = call.within(); each != null; each = each.outer()) {
      if (each.expression() == function) {
        return true;
      }
    }
    return false;
  }

  /** The system's method that is called; null for others and for constructors. */
  private static @Nullable JavaMethod own(Call call) {
    JavaMethod target = call.target();
    boolean own =
        target != null && target.hasBody() && target.owner().isProject() && !target.isConstructor();
    return own ? target : null;
  }

  /** Functions that a variable holds, or that another object is made of. */
  private List<Job> wrapped(JavaMethod caller, Expr given, int depth) {
    List<Expr> inner =
        given instanceof Expr.Name name
            ? Bodies.assigned(name.id(), caller)
            : given instanceof Expr.New created
                ? created.arguments()
                : given instanceof Expr.Call call ? call.arguments() : List.of();
    List<Job> all = new ArrayList<>();
    for (Expr each : inner) {
      all.addAll(of(caller, each, TypeRef.UNKNOWN, depth));
    }
    return all;
  }

  /** What objects of a type do when they are run. */
  private List<Job> runs(TypeRef given) {
    JavaType type = code.project(given.name());
    if (type == null) {
      return List.of();
    }
    List<JavaType> types = new ArrayList<>(List.of(type));
    types.addAll(code.subtypes(type.name()));
    List<Job> all = new ArrayList<>();
    for (JavaType each : types) {
      JavaMethod run = each.isAbstract() ? null : run(each);
      if (run != null) {
        all.add(new Job(each, run));
      }
    }
    return all.size() > MOST ? List.of() : all;
  }

  private @Nullable JavaMethod run(JavaType type) {
    for (String name : RUN) {
      JavaType each = type;
      for (int i = 0; each != null && i < DEPTH; i++) {
        for (JavaMethod method : each.methods(name)) {
          if (method.parameters().isEmpty() && method.hasBody()) {
            return method;
          }
        }
        TypeRef above = each.superclass();
        each = above == null ? null : code.project(above.name());
      }
    }
    return null;
  }

  /** How often, as far as constants say it: {@code fixed-rate 15 minutes}; null otherwise. */
  public @Nullable String when(Call start) {
    boolean timer = start.receiver().simpleName().equals("Timer");
    boolean rate = start.name().equals("scheduleAtFixedRate");
    int at = start.receiver().name().startsWith("org.") ? 1 : 2;
    String period =
        at < start.arguments().size()
            ? code.constantText(start.arguments().get(at), start.caller().owner())
            : null;
    if (period == null || !period.matches("\\d+[lL]?")) {
      return null;
    }
    String unit = timer || start.arguments().size() < 4 ? "ms" : unit(start.arguments().get(3));
    return unit.isEmpty()
        ? null
        : "%s %s %s"
            .formatted(rate ? "fixed-rate" : "fixed-delay", period.replaceAll("[lL]", ""), unit);
  }

  /** A unit of time as it is said; empty where it is not written there. */
  private static String unit(Expr expression) {
    String name = name(expression);
    return UNITS.contains(name)
        ? name.equals("MILLISECONDS") ? "ms" : name.toLowerCase(Locale.ROOT)
        : "";
  }

  private static String name(Expr expression) {
    return expression instanceof Expr.Select select
        ? select.id()
        : expression instanceof Expr.Name name ? name.id() : "";
  }
}
