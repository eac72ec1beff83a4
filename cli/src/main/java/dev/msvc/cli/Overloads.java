package dev.msvc.cli;

import dev.msvc.model.ContextMap;
import dev.msvc.model.MethodFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import java.util.List;
import java.util.stream.Collectors;

/** Methods of one name, told apart by what they take. */
final class Overloads {
  private Overloads() {}

  /** The method of a transaction, with its parameters where its class has several of the name. */
  static String method(ContextMap map, TransactionFact transaction) {
    String name = ExplainedLines.method(transaction.className(), transaction.method());
    TypeFact type = map.type(transaction.className());
    List<MethodFact> same =
        type == null
            ? List.of()
            : type.methods().stream()
                .filter(each -> each.name().equals(transaction.method()))
                .toList();
    return same.size() < 2
        ? name
        : same.stream()
            .filter(each -> each.line() == transaction.place().line())
            .findFirst()
            .map(each -> name + parameters(each))
            .orElse(name);
  }

  private static String parameters(MethodFact method) {
    return method.parameters().stream()
        .map(ExplainedLines::simple)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
