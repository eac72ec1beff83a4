package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.entry.WritingTransactions;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.RepositoryTypes;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How managed entities go from method to method of a system. */
final class ManagedFlow implements ManagedValues.Known {
  /** Methods that hand entities on to methods that do so, as deep as anybody reads. */
  private static final int ROUNDS = 5;

  private final CodeBase code;
  private final EntityModel model;
  private final Dispatch dispatch;
  private final RepositoryTypes repositories;
  private final Set<JavaMethod> transactional;
  private final List<JavaMethod> relevant;
  private final Map<JavaMethod, ManagedValues> values = new ConcurrentHashMap<>();
  private Set<JavaMethod> giving = Set.of();
  private Set<Parameter> given = Set.of();

  private record Parameter(JavaMethod method, int number) {}

  /** What one method says of itself and of those that it calls. */
  private record Said(@Nullable JavaMethod giving, List<Parameter> given) {}

  ManagedFlow(CodeBase code, EntityModel model, WritingTransactions writing) {
    this.code = code;
    this.model = model;
    this.dispatch = new Dispatch(code);
    this.repositories = new RepositoryTypes(code);
    this.transactional = reachedFrom(writing);
    this.relevant = relevant();
    List<JavaMethod> open = relevant;
    for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
      open = learn(open);
    }
  }

  /** Adds what some methods say, and gives those for which that can change something. */
  private List<JavaMethod> learn(List<JavaMethod> open) {
    Set<String> names = new HashSet<>();
    Set<JavaMethod> changed = new HashSet<>();
    Set<JavaMethod> nowGiving = new HashSet<>(giving);
    Set<Parameter> nowGiven = new HashSet<>(given);
    for (Said each : Workers.map(open, this::said)) {
      if (each.giving() != null && nowGiving.add(each.giving())) {
        names.add(each.giving().name());
      }
      for (Parameter parameter : each.given()) {
        if (nowGiven.add(parameter)) {
          changed.add(parameter.method());
        }
      }
    }
    giving = nowGiving;
    given = nowGiven;
    return relevant.stream()
        .filter(
            each ->
                changed.contains(each)
                    || each.calls().stream().anyMatch(call -> names.contains(call.name())))
        .toList();
  }

  /** Methods that run in a transaction: those that start one, all that they call, and who hears. */
  Set<JavaMethod> inTransaction() {
    return transactional;
  }

  /** What is managed in a method. */
  ManagedValues of(JavaMethod method) {
    return values.computeIfAbsent(
        method, each -> new ManagedValues(code, model, repositories, this, each));
  }

  @Override
  public boolean gives(Call call) {
    JavaMethod target = call.target();
    if (target == null || !target.owner().isProject()) {
      return false;
    }
    return dispatch.reached(call, target).keySet().stream().anyMatch(giving::contains);
  }

  @Override
  public boolean given(JavaMethod method, int parameter) {
    return given.contains(new Parameter(method, parameter));
  }

  private Set<JavaMethod> reachedFrom(WritingTransactions writing) {
    Set<JavaMethod> all = new LinkedHashSet<>(writing.methods());
    List<JavaMethod> open = List.copyOf(all);
    while (!open.isEmpty()) {
      List<JavaMethod> next = new ArrayList<>();
      Workers.map(open, dispatch::called).forEach(next::addAll);
      open.forEach(each -> next.addAll(writing.heard().getOrDefault(each, Set.of())));
      open = next.stream().filter(all::add).toList();
    }
    return all;
  }

  /** Those that run in a transaction or can give an entity, and in which there is one at all. */
  private List<JavaMethod> relevant() {
    return Workers.map(code.types(), this::relevant).stream().flatMap(List::stream).toList();
  }

  private List<JavaMethod> relevant(JavaType type) {
    return type.methods().stream()
        .filter(
            each ->
                (each.hasBody() && canHold(each.result()))
                    || (transactional.contains(each) && handles(each)))
        .toList();
  }

  /** Whether there are entities in a method at all. */
  boolean handles(JavaMethod method) {
    return method.calls().stream()
        .anyMatch(
            call ->
                model.of(call.receiver().name()) != null
                    || call.argumentTypes().stream().anyMatch(each -> model.of(each) != null));
  }

  private boolean canHold(TypeRef type) {
    return type.variable() || OpenEntities.isTold(type, model);
  }

  private Said said(JavaMethod method) {
    ManagedValues mine = of(method);
    boolean gives =
        method.hasBody()
            && canHold(method.result())
            && Bodies.returned(method).stream().anyMatch(mine::isManaged);
    // an entity that was loaded outside a transaction is not managed in the next
    List<Call> calls = transactional.contains(method) ? method.calls() : List.of();
    List<Parameter> given = new ArrayList<>();
    for (Call call : calls) {
      JavaMethod target = call.target();
      if (target != null && target.owner().isProject() && !target.isConstructor()) {
        for (int i = 0; i < call.arguments().size(); i++) {
          boolean entity = model.of(call.argumentTypes().get(i)) != null;
          if (entity && mine.isManaged(call.arguments().get(i))) {
            for (JavaMethod each : dispatch.reached(call, target).keySet()) {
              given.add(new Parameter(each, i));
            }
          }
        }
      }
    }
    return new Said(gives ? method : null, given);
  }
}
