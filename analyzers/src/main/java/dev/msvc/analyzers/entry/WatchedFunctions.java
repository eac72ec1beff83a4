package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.entry.GivenFunctions.Parameter;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Functions that a transaction may run, of which it must be said where it is not seen: those that
 * fields hold, and those of methods that begin transactions and are given very many.
 */
final class WatchedFunctions {
  private final GivenFunctions given;
  private final Set<GivenFunction> held = new HashSet<>();
  private final List<Parameter> tooMany = new ArrayList<>();
  private final Set<GivenFunction> followed = ConcurrentHashMap.newKeySet();

  /**
   * Finds them.
   *
   * @param starting methods that begin transactions
   */
  WatchedFunctions(GivenFunctions given, Set<JavaMethod> starting) {
    this.given = given;
    given
        .all()
        .forEach(
            (slot, functions) -> {
              if (slot instanceof Parameter parameter) {
                if (given.isTooMany(parameter) && starting.contains(parameter.method())) {
                  tooMany.add(parameter);
                }
              } else if (!given.isHandedOut(slot)) {
                functions.stream().filter(WatchedFunctions::isInitial).forEach(held::add);
              }
            });
  }

  /** Others are written in methods, and are a part of these at least. */
  private static boolean isInitial(GivenFunction function) {
    return function.holder().name().equals("<clinit>");
  }

  /** All of them. */
  Set<GivenFunction> all() {
    Set<GivenFunction> all = new HashSet<>(held);
    Map<Object, Set<GivenFunction>> slots = given.all();
    tooMany.forEach(each -> all.addAll(slots.getOrDefault(each, Set.of())));
    return all;
  }

  /** Notes that a call was followed into one. */
  void followed(GivenFunction function) {
    followed.add(function);
  }

  /** Says of which it is open who runs them in which transaction. */
  void open(Predicate<GivenFunction> reaching, List<Unread> to) {
    List<Unread> all = new ArrayList<>();
    for (GivenFunction each : held) {
      if (!followed.contains(each) && reaching.test(each)) {
        all.add(
            new Unread(
                each.holder().owner().file(),
                each.expression().line(),
                "transactions are not followed into a function that a field of %s holds: who calls"
                        .formatted(each.holder().owner().simpleName())
                    + " it is not seen"));
      }
    }
    for (Parameter each : tooMany) {
      JavaMethod method = each.method();
      boolean runs = method.calls().stream().anyMatch(call -> each.equals(given.run(call)));
      long reach =
          runs ? given.all().getOrDefault(each, Set.of()).stream().filter(reaching).count() : 0;
      if (reach > 0) {
        all.add(
            new Unread(
                method.owner().file(),
                method.line(),
                "transactions are not followed into the %d functions that %s.%s is given"
                    .formatted(reach, method.owner().simpleName(), method.name())));
      }
    }
    all.sort(null);
    to.addAll(all);
  }
}
