package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is put into a map before it is handed over, by the method itself or by those it calls. */
final class PrefixMaps {
  private static final int DEPTH = 5;
  private static final Set<String> PAIRS = Set.of("of", "singletonMap", "entry");
  private static final Set<String> PUTS = Set.of("put", "putIfAbsent");

  /**
   * A prefix with its predicate.
   *
   * @param in where both are written
   */
  record Put(Expr prefix, Expr predicate, Called in, Place place) {}

  /** All that is put into the map that a call is given; none where that is not understood. */
  List<Put> of(Call call) {
    List<Put> all = new ArrayList<>();
    map(call.arguments().get(0), Called.of(call.caller()), all, 0);
    return all;
  }

  private void map(Expr map, Called in, List<Put> to, int depth) {
    if (depth > DEPTH) {
      return;
    }
    if (map instanceof Expr.Name name) {
      Called.Argument meant = in.meant(name.id());
      if (meant != null) {
        map(meant.value(), meant.in(), to, depth + 1);
      }
      puts(name.id(), in, to, depth);
    } else if (map instanceof Expr.Call call) {
      Called own = in.by(call);
      if (own != null) {
        Bodies.returned(own.method()).forEach(each -> map(each, own, to, depth + 1));
      } else if (PAIRS.contains(call.name()) || call.name().equals("ofEntries")) {
        pairs(call, in, to, depth);
      }
    }
  }

  private void pairs(Expr.Call call, Called in, List<Put> to, int depth) {
    List<Expr> given = call.arguments();
    if (call.name().equals("ofEntries")) {
      given.forEach(each -> map(each, in, to, depth + 1));
      return;
    }
    for (int i = 0; i + 1 < given.size(); i += 2) {
      put(given.get(i), given.get(i + 1), in, call.line(), to);
    }
  }

  private static void put(Expr prefix, Expr predicate, Called in, int line, List<Put> to) {
    for (Called each : in.looped(prefix, predicate)) {
      Place place = new Place(in.holder().owner().file(), line);
      to.add(new Put(prefix, predicate, each, place));
    }
  }

  /** What a method, or one that it hands the map to, puts into the map that has this name. */
  private void puts(String map, Called in, List<Put> to, int depth) {
    for (Call each : in.calls()) {
      if (!(each.expression() instanceof Expr.Call call)) {
        continue;
      }
      if (PUTS.contains(each.name())
          && call.arguments().size() == 2
          && isNamed(call.scope(), map)) {
        put(call.arguments().get(0), call.arguments().get(1), in, each.line(), to);
      } else if (depth < DEPTH) {
        handed(map, call, in, to, depth);
      }
    }
  }

  private void handed(String map, Expr.Call call, Called in, List<Put> to, int depth) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (isNamed(call.arguments().get(i), map)) {
        for (Called one : in.looped(call.arguments().toArray(Expr[]::new))) {
          Called own = one.by(call);
          JavaMethod target = own == null ? null : own.method();
          if (own != null && target != null && i < target.parameters().size()) {
            puts(target.parameters().get(i).name(), own, to, depth + 1);
          }
        }
      }
    }
  }

  private static boolean isNamed(@Nullable Expr expression, String name) {
    return expression instanceof Expr.Name given && given.id().equals(name);
  }
}
