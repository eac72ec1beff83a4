package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.data.MapperBases.Base;
import dev.msvc.model.Operation;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calls do by methods that mappers and services inherit: from a framework, or from the
 * system's own generic mappers, whose methods with a body call those on the same object.
 */
final class MapperCalls {
  private final CodeBase code;
  private final MapperBases bases;
  private final DeclaredAgain again;
  private final Overloads overloads;

  /** Methods with a body of the system's own generic mappers, with what each does to their rows. */
  private final Map<JavaMethod, Set<Operation>> own = new LinkedHashMap<>();

  MapperCalls(CodeBase code, MapperBases bases, DeclaredAgain again) {
    this.code = code;
    this.bases = bases;
    this.again = again;
    this.overloads = new Overloads(code, bases);
    List<JavaMethod> methods = new ArrayList<>();
    for (JavaType each : code.types()) {
      if (isGenericMapper(each)) {
        each.methods().stream()
            .filter(method -> method.hasBody() && !method.isStatic())
            .forEach(methods::add);
      }
    }
    boolean grown = !methods.isEmpty();
    while (grown) {
      grown = false;
      for (JavaMethod each : methods) {
        grown |= grow(each);
      }
    }
  }

  /**
   * What a call does.
   *
   * @param base that has the method, and its entity
   */
  record Does(Base base, Set<Operation> operations) {}

  private boolean grow(JavaMethod method) {
    Set<Operation> all = EnumSet.noneOf(Operation.class);
    for (Call each : method.calls()) {
      Does does = of(each);
      if (does != null && does.base().entity().variable()) {
        all.addAll(does.operations());
      }
    }
    return !all.isEmpty() && !all.equals(own.put(method, all));
  }

  /** Whether it is a mapper of the system for whichever entity. */
  private boolean isGenericMapper(JavaType type) {
    Base base = type.kind() == TypeKind.INTERFACE ? bases.of(type) : null;
    return base != null && base.isMyBatis() && !base.serves() && base.entity().variable();
  }

  /** Whether a method does to an open entity what is told where it is called. */
  boolean isToldByCallers(JavaMethod method) {
    return own.containsKey(method);
  }

  /** What a call does by a method that is inherited; null where it is none, or does nothing. */
  @Nullable Does of(Call call) {
    JavaMethod run = call.name().equals("<init>") ? null : overloads.run(call);
    Set<Operation> told = run == null ? null : own.get(run);
    boolean inherited = run == null || told != null || again.runsInherited(call, run);
    Base base = inherited && !call.name().equals("<init>") ? base(call) : null;
    if (base == null) {
      return null;
    }
    if (told != null) {
      return new Does(base, told);
    }
    Operation op = base.operation(call.name());
    if (op == null || isOverridden(base, call)) {
      return null;
    }
    return new Does(base, Set.of(removes(call) ? Operation.DELETE : op));
  }

  private boolean isOverridden(Base base, Call call) {
    return InheritedCall.isOverridden(
        base.on(), call, code, each -> !again.isInherited(each) && overloads.fits(call, each));
  }

  private @Nullable Base base(Call call) {
    JavaType owner = call.caller().owner();
    Expr scope = call.expression() instanceof Expr.Call written ? written.scope() : null;
    if (call.receiver().known()) {
      Base kit = bases.kit(call);
      return kit == null ? bases.of(call.receiver()) : kit;
    }
    if (scope == null || scope instanceof Expr.This || scope instanceof Expr.Super) {
      for (JavaType each = owner; each != null; each = each.outer()) {
        Base inherited = bases.of(each);
        if (inherited != null) {
          return inherited;
        }
      }
      return null;
    }
    boolean mapper =
        (scope instanceof Expr.Name name && name.id().equals("baseMapper"))
            || (scope instanceof Expr.Select field && field.id().equals("baseMapper"))
            || (scope instanceof Expr.Call getter && getter.name().equals("getBaseMapper"));
    return mapper ? bases.mapperOf(owner) : null;
  }

  /** Whether a chain that this call begins ends in a removal. */
  private static boolean removes(Call call) {
    if (!call.name().equals("lambdaUpdate") && !call.name().equals("update")) {
      return false;
    }
    return call.caller().calls().stream()
        .filter(each -> each.name().equals("remove"))
        .anyMatch(each -> begins(each.expression(), call.expression()));
  }

  private static boolean begins(Expr end, Expr start) {
    Expr each = end;
    while (each instanceof Expr.Call call && call.scope() != null) {
      each = call.scope();
      if (each.equals(start)) {
        return true;
      }
    }
    return false;
  }
}
