package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The system's own templates of transactions, as {@code doInTransaction(callback)}: methods of
 * classes named after transactions that start one and run in it what they are given. Seen by its
 * callers, that is where a transaction begins. The same holds for those that are given what starts
 * transactions, as a manager.
 */
final class OwnTemplates {
  private static final int LEVELS = 3;
  private static final Set<String> RUN =
      Set.of("java.lang.Runnable", "java.util.concurrent.Callable");

  private final CodeBase code;
  private final List<JavaMethod> methods;

  /** Templates, with the parameters that they run. */
  private final Map<JavaMethod, BitSet> templates = new HashMap<>();

  private OwnTemplates(CodeBase code, List<JavaMethod> methods) {
    this.code = code;
    this.methods = methods;
  }

  /**
   * The methods that give one something to run, with the calls by which they do.
   *
   * @param starting methods that start a transaction themselves
   */
  static Map<JavaMethod, List<Call>> callers(
      CodeBase code, List<JavaMethod> methods, Collection<JavaMethod> starting) {
    OwnTemplates all = new OwnTemplates(code, methods);
    for (JavaMethod each : starting) {
      BitSet run = isNamed(each.owner()) ? all.run(each) : new BitSet();
      for (int i = run.nextSetBit(0); i >= 0; i = run.nextSetBit(i + 1)) {
        all.add(each, i);
      }
    }
    Map<JavaMethod, List<Call>> giving = new LinkedHashMap<>();
    for (int level = 0, known = 0; level < LEVELS && all.templates.size() > known; level++) {
      known = all.templates.size();
      giving.clear();
      all.find(giving);
    }
    return giving;
  }

  static boolean isNamed(JavaType type) {
    return type.simpleName().toLowerCase(Locale.ROOT).contains("transaction");
  }

  /** The parameters of which a method calls something, or that it hands to what it calls. */
  private BitSet run(JavaMethod method) {
    BitSet all = new BitSet();
    for (Call each : method.calls()) {
      if (each.expression() instanceof Expr.Call written && written.scope() != null) {
        set(all, method, written.scope());
      }
      if (StartedByHand.starts(each)) {
        each.arguments().forEach(argument -> set(all, method, argument));
      }
    }
    return all;
  }

  private void set(BitSet all, JavaMethod method, Expr given) {
    int parameter = parameter(method, given);
    if (parameter >= 0) {
      if (isRun(method.parameters().get(parameter).type().name())) {
        all.set(parameter);
      }
    }
  }

  /**
   * Whether a type is there to be run, by its one method, or to start transactions, and not data.
   */
  private boolean isRun(String type) {
    JavaType own = code.project(type);
    if (own != null) {
      return own.kind() == TypeKind.INTERFACE
          && own.methods().stream().filter(each -> !each.hasBody()).count() == 1;
    }
    return type.startsWith("java.")
        ? type.startsWith("java.util.function.") || RUN.contains(type)
        : type.contains("Transaction") || type.endsWith("Callback");
  }

  private static int parameter(JavaMethod method, Expr given) {
    return given instanceof Expr.Name name ? method.position(name.id()) : -1;
  }

  /** Adds a template, and the methods that it overrides. */
  private void add(JavaMethod method, int parameter) {
    for (JavaType type : Lineage.of(code, method.owner()).types()) {
      for (JavaMethod each : type.methods(method.name())) {
        if (each == method || Lineage.overrides(method, each)) {
          templates.computeIfAbsent(each, any -> new BitSet()).set(parameter);
        }
      }
    }
  }

  private void find(Map<JavaMethod, List<Call>> giving) {
    Set<String> names = new HashSet<>();
    templates.keySet().forEach(each -> names.add(each.name()));
    for (JavaMethod method : methods) {
      for (Call each : method.calls()) {
        JavaMethod target = names.contains(each.name()) ? each.target() : null;
        BitSet run = target == null ? null : templates.get(target);
        if (run != null) {
          given(method, each, run, giving);
        }
      }
    }
  }

  private void given(JavaMethod caller, Call call, BitSet run, Map<JavaMethod, List<Call>> giving) {
    for (int i = run.nextSetBit(0);
        i >= 0 && i < call.arguments().size();
        i = run.nextSetBit(i + 1)) {
      Expr argument = call.arguments().get(i);
      int parameter = parameter(caller, argument);
      if (parameter < 0 && !(argument instanceof Expr.Literal)) {
        giving.computeIfAbsent(caller, any -> new ArrayList<>(1)).add(call);
      } else if (parameter >= 0 && isNamed(caller.owner())) {
        add(caller, parameter);
      }
    }
  }
}
