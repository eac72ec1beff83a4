package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of an interface of the system's own, one of which a scheduled method takes from a registry
 * by its name, or all of which it runs: each is a job by itself. Needs the schedules.
 */
public final class RegisteredJobs implements Analyzer {
  private static final int STEPS = 3;
  private static final Set<String> LOOKUPS = Set.of("getBean", "getBeansOfType");
  private static final Set<String> MANY =
      Set.of("java.util.Map", "java.util.List", "java.util.Set", "java.util.Collection");

  /** Names of methods that do what an object is there for. */
  private static final Pattern RUNS =
      Pattern.compile(
          "(?:do)?(?:run|execute|perform|process|handle|invoke|call|work|start)[A-Z]?.*");

  private static final Pattern ACCESSOR = Pattern.compile("(?:[gs]et|is|has)[A-Z].*");
  private static final Pattern JOB = Pattern.compile(".*(?:Job|Task|Worker)(?:[A-Z][a-z]+)?");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    Map<JavaMethod, Integer> scheduled = scheduled(code, facts.entryPoints());
    Set<JavaMethod> jobs = new HashSet<>();
    scheduled.forEach(
        (method, steps) -> {
          for (Call each : method.calls()) {
            JavaMethod target = each.target();
            if (target != null
                && isRegistered(code, each, target, steps)
                && (steps == 0
                    || JOB.matcher(target.owner().simpleName()).matches()
                    || !isAskedElsewhere(code, method, scheduled.keySet()))) {
              jobs.add(target);
            }
          }
        });
    EntryPoints entries = new EntryPoints();
    if (!jobs.isEmpty()) {
      jobs.removeAll(askedElsewhere(code, jobs, scheduled.keySet()));
      jobs.forEach(each -> add(code, each, entries));
    }
    entries.addTo(facts);
  }

  /** Methods that a clock calls, and those that they call, with the steps to each. */
  private static Map<JavaMethod, Integer> scheduled(CodeBase code, List<EntryPoint> entries) {
    Map<JavaMethod, Integer> steps = new LinkedHashMap<>();
    Deque<JavaMethod> open = new ArrayDeque<>();
    for (EntryPoint each : entries) {
      JavaType type =
          each.kind() == EntryPointKind.SCHEDULE ? code.project(each.className()) : null;
      if (type != null) {
        for (JavaType one : Lineage.of(code, type).types()) {
          for (JavaMethod method : one.methods(each.method())) {
            if (method.hasBody() && steps.putIfAbsent(method, 0) == null) {
              open.add(method);
            }
          }
        }
      }
    }
    while (!open.isEmpty()) {
      JavaMethod from = open.remove();
      int next = steps.getOrDefault(from, 0) + 1;
      for (Call each : next > STEPS ? List.<Call>of() : from.calls()) {
        JavaMethod target = each.target();
        List<JavaMethod> run =
            target == null || !target.owner().isProject()
                ? List.of()
                : code.implementations(target);
        if (run.size() == 1 && steps.putIfAbsent(run.get(0), next) == null) {
          open.add(run.get(0));
        }
      }
    }
    return steps;
  }

  /** Whether a call runs one that a registry gives out, or each of all that there are. */
  private static boolean isRegistered(CodeBase code, Call call, JavaMethod target, int steps) {
    JavaType owner = target.owner();
    Expr scope = call.expression() instanceof Expr.Call written ? written.scope() : null;
    if (!owner.isProject()
        || !owner.isAbstract()
        || target.hasBody()
        || ACCESSOR.matcher(target.name()).matches()
        || scope == null) {
      return false;
    }
    return gives(code, scope, owner, call.caller(), steps)
        || (RUNS.matcher(target.name()).matches() && handsOut(code, scope, owner, call.caller()));
  }

  private static boolean gives(
      CodeBase code, Expr given, JavaType wanted, JavaMethod in, int steps) {
    boolean[] found = {false};
    for (Expr each : origins(given, in)) {
      Bodies.parts(each, part -> found[0] |= isRegistry(code, part, wanted, in, steps));
    }
    return found[0];
  }

  /** Whether a method of the system's own, as that of a registry, takes it from there. */
  private static boolean handsOut(CodeBase code, Expr given, JavaType wanted, JavaMethod in) {
    for (Expr each : origins(given, in)) {
      Call known = in.call(each);
      JavaMethod asked = known == null ? null : known.target();
      if (asked != null
          && asked.owner().isProject()
          && asked.result().name().equals(wanted.name())) {
        for (JavaMethod one : code.implementations(asked)) {
          for (Expr result : Bodies.returned(one)) {
            // one of a list is chosen there, as one of a map is
            if (gives(code, result, wanted, one, 0)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** What a receiver comes of: itself, and what its variable is given, one step back. */
  private static List<Expr> origins(Expr scope, JavaMethod in) {
    List<Expr> all = new ArrayList<>(List.of(scope));
    if (scope instanceof Expr.Name name) {
      all.addAll(Bodies.assigned(name.id(), in));
      all.addAll(Bodies.elements(name.id(), in));
    }
    return all;
  }

  private static boolean isRegistry(
      CodeBase code, Expr part, JavaType wanted, JavaMethod in, int steps) {
    if (part instanceof Expr.Call call && LOOKUPS.contains(call.name())) {
      Call known = in.call(call);
      return known != null
          && known.argumentTypes().stream()
              .anyMatch(
                  each ->
                      each.name().equals("java.lang.Class")
                          && each.argument(0).name().equals(wanted.name()));
    }
    JavaField field =
        part instanceof Expr.Name name
            ? code.findField(in.owner(), name.id())
            : part instanceof Expr.Select select && select.scope() instanceof Expr.This
                ? code.findField(in.owner(), select.id())
                : null;
    if (field == null || !MANY.contains(field.type().name())) {
      return false;
    }
    boolean byName = field.type().name().equals("java.util.Map");
    TypeRef content = field.type().argument(byName ? 1 : 0);
    // all of a list may be steps of what one job does, where that is not the job itself
    return content.name().equals(wanted.name()) && (byName || steps == 0);
  }

  /** Those that others call, too: what requests ask for is no job. */
  private static Set<JavaMethod> askedElsewhere(
      CodeBase code, Set<JavaMethod> jobs, Set<JavaMethod> scheduled) {
    Set<JavaMethod> asked = new HashSet<>();
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        for (Call each : method.calls()) {
          if (each.target() != null
              && jobs.contains(each.target())
              && !scheduled.contains(method)
              && !code.isA(type, each.target().owner().name())) {
            asked.add(each.target());
          }
        }
      }
    }
    return asked;
  }

  /** Whether other classes call a method, and not on the way from a clock. */
  private static boolean isAskedElsewhere(
      CodeBase code, JavaMethod runner, Set<JavaMethod> scheduled) {
    for (JavaType type : code.types()) {
      if (type.topLevel() != runner.owner().topLevel()) {
        for (JavaMethod method : type.bodies()) {
          for (Call each : scheduled.contains(method) ? List.<Call>of() : method.calls()) {
            JavaMethod target = each.target();
            if (target != null
                && target.name().equals(runner.name())
                && (target == runner || code.implementations(target).contains(runner))) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static void add(CodeBase code, JavaMethod job, EntryPoints entries) {
    for (JavaType each : code.subtypes(job.owner().name())) {
      @Nullable JavaMethod own =
          each.isAbstract() ? null : Lineage.of(code, each).implementation(job);
      if (own != null) {
        entries.method(EntryPointKind.SCHEDULE, "schedule", null, each, own, Certainty.INFERRED);
      }
    }
  }
}
