package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.Facts;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who decides that a table is written: of a DAO, a repository or a mapper, which has one method to
 * save, whoever calls that.
 */
final class Deciders {
  private static final Pattern STORE =
      Pattern.compile(".*(?:Repository|Repo|D[Aa][Oo]|Mapper|Store)(?:Impl)?");

  private final Map<String, Set<String>> callers = new HashMap<>();
  private final Map<String, Set<String>> above = new HashMap<>();

  Deciders(Facts facts) {
    for (Reference each : facts.references()) {
      if (each.kind() == ReferenceKind.CALL && !each.from().equals(each.to())) {
        callers
            .computeIfAbsent(each.to() + "." + each.toMember(), name -> new TreeSet<>())
            .add(Ground.method(each.from(), each.fromMember()));
      }
    }
    Map<String, Set<String>> below = new HashMap<>();
    for (TypeFact each : facts.types()) {
      Set<String> direct = new HashSet<>(each.interfaces());
      if (each.superclass() != null) {
        direct.add(each.superclass());
      }
      above.put(each.name(), direct);
      if (each.kind() != TypeKind.INTERFACE) {
        direct.forEach(
            name -> below.computeIfAbsent(name, any -> new HashSet<>()).add(each.name()));
      }
    }
    // what several implement says nothing of the one
    above
        .values()
        .forEach(names -> names.removeIf(each -> below.getOrDefault(each, Set.of()).size() > 1));
  }

  /** Methods that decide on a write; the one that does it where nobody is seen to call it. */
  Set<String> of(Access write) {
    Set<String> all = new TreeSet<>();
    if (STORE.matcher(Ground.simple(write.className())).matches() && !write.method().isEmpty()) {
      all.addAll(callers.getOrDefault(write.className() + "." + write.method(), Set.of()));
      for (String each : above.getOrDefault(write.className(), Set.of())) {
        all.addAll(callers.getOrDefault(each + "." + write.method(), Set.of()));
      }
    }
    return all.isEmpty() ? Set.of(Ground.method(write.className(), write.method())) : all;
  }
}
