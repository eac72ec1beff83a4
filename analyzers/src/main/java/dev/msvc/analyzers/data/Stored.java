package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.mapping.EntityModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Variables of a method that are given to a call that stores or removes them: that call writes. */
final class Stored {
  private static final List<String> REMOVING = List.of("delete", "remove", "purge");
  private static final List<String> STORING =
      List.of("save", "store", "persist", "merge", "update", "insert");

  private static final Set<Stmt.Role> CHOICES =
      Set.of(Stmt.Role.THEN, Stmt.Role.ELSE_IF, Stmt.Role.ELSE);

  private final Set<String> saved = new HashSet<>();
  private final List<Removed> removed = new ArrayList<>();

  /**
   * What one call removes.
   *
   * @param choices what is in each of the blocks around it that run on a condition
   */
  private record Removed(Set<String> names, List<Set<Expr>> choices) {}

  Stored(JavaMethod method, ManagedValues values, EntityModel model) {
    for (Call call : method.calls()) {
      String receiver = call.receiver().name();
      boolean removes = REMOVING.stream().anyMatch(call.name()::startsWith);
      if ((removes || STORING.stream().anyMatch(call.name()::startsWith))
          && model.of(receiver) == null
          && !receiver.startsWith("java.")) {
        Set<String> names = new HashSet<>();
        call.arguments().forEach(each -> names.addAll(values.roots(each)));
        if (!removes) {
          saved.addAll(names);
        } else if (!names.isEmpty()) {
          removed.add(new Removed(names, choices(call)));
        }
      }
    }
  }

  private static List<Set<Expr>> choices(Call call) {
    List<Set<Expr>> choices = new ArrayList<>();
    Stmt body = call.caller().body();
    if (body != null) {
      Bodies.statements(
          body,
          each -> {
            if (each instanceof Stmt.Block block && CHOICES.contains(block.role())) {
              Set<Expr> inside = Collections.newSetFromMap(new IdentityHashMap<>());
              Bodies.expressions(block, inside::add);
              if (inside.contains(call.expression())) {
                choices.add(inside);
              }
            }
          });
    }
    return choices;
  }

  /**
   * Whether what a call changes is stored or removed anyway: not where it is removed on a condition
   * that the call is not under.
   *
   * @param names by which the call comes to what it changes
   */
  boolean does(Call call, Set<String> names) {
    return !Collections.disjoint(saved, names)
        || removed.stream()
            .anyMatch(
                each ->
                    !Collections.disjoint(each.names(), names)
                        && each.choices().stream()
                            .allMatch(inside -> inside.contains(call.expression())));
  }
}
