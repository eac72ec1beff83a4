package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.entry.WritingTransactions;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Methods that run in read-only transactions alone: those that start one and that no writing one
 * reaches, and what nothing but these calls. Hibernate does not flush there.
 */
final class ReadOnlyMethods {
  private final CodeBase code;
  private final Dispatch dispatch;
  private final WritingTransactions transactions;

  private ReadOnlyMethods(CodeBase code, WritingTransactions transactions) {
    this.code = code;
    this.dispatch = new Dispatch(code);
    this.transactions = transactions;
  }

  /** Their keys; of methods of one name in a class, all are so. */
  static Set<String> of(CodeBase code, WritingTransactions transactions) {
    return transactions.readOnly().isEmpty()
        ? Set.of()
        : new ReadOnlyMethods(code, transactions).keys();
  }

  static String key(String className, String method) {
    return className + "#" + method;
  }

  private Set<String> keys() {
    Set<JavaMethod> writing = closure(transactions.methods(), any -> true);
    Set<JavaMethod> readOnly = new LinkedHashSet<>(transactions.readOnly());
    readOnly.removeAll(writing);
    readOnly = closure(readOnly, each -> !writing.contains(each));
    readOnly.removeAll(calledElsewhere(readOnly));
    readOnly.removeIf(
        each -> dispatch.called(each).stream().anyMatch(transactions.apart()::contains));
    Set<String> keys = new HashSet<>();
    for (JavaMethod each : readOnly) {
      if (readOnly.containsAll(each.owner().methods(each.name()))) {
        keys.add(key(each.owner().name(), each.name()));
      }
    }
    return keys;
  }

  /** Those that start no transaction themselves, and that run without one, too. */
  private Set<JavaMethod> calledElsewhere(Set<JavaMethod> readOnly) {
    Predicate<JavaMethod> joins =
        each -> readOnly.contains(each) && !transactions.readOnly().contains(each);
    List<JavaMethod> outside = new ArrayList<>();
    for (JavaType type : code.types()) {
      type.methods().stream().filter(each -> !readOnly.contains(each)).forEach(outside::add);
      outside.addAll(type.initializers());
    }
    Set<JavaMethod> first = new LinkedHashSet<>();
    Workers.map(outside, dispatch::called)
        .forEach(all -> all.stream().filter(joins).forEach(first::add));
    return closure(first, joins);
  }

  private Set<JavaMethod> closure(Collection<JavaMethod> from, Predicate<JavaMethod> followed) {
    Set<JavaMethod> all = new LinkedHashSet<>(from);
    List<JavaMethod> open = List.copyOf(all);
    while (!open.isEmpty()) {
      List<JavaMethod> next = new ArrayList<>();
      Workers.map(open, dispatch::called).forEach(next::addAll);
      for (JavaMethod each : open) {
        next.addAll(transactions.heard().getOrDefault(each, Set.of()));
      }
      open = next.stream().filter(followed).filter(all::add).toList();
    }
    return all;
  }
}
