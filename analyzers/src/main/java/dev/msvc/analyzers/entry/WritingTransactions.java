package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Methods that start or join a transaction in which rows may be changed. */
public record WritingTransactions(Set<JavaMethod> methods) {
  /** By what containers are told, and by what the code starts itself. */
  public static WritingTransactions of(Sources sources) {
    CodeBase code = sources.code();
    Map<JavaMethod, TransactionAttribute> attributes = TransactionAttribute.all(sources);
    // what is not understood there is said by the analyzer of transactions
    FactCollector unsaid = new FactCollector();
    TransactionAdvice.all(sources, unsaid).forEach(attributes::putIfAbsent);
    attributes.putAll(EjbJar.all(sources, unsaid));
    StartedByHand started = StartedByHand.of(sources);
    Set<JavaMethod> methods = new LinkedHashSet<>();
    for (JavaType type : code.types()) {
      for (JavaMethod each : type.methods()) {
        TransactionAttribute attribute = attributes.get(each);
        boolean writes =
            attribute == null
                ? started.methods().contains(each)
                : !attribute.readOnly() && !attribute.isOutside();
        if (writes) {
          methods.add(each);
        }
      }
    }
    return new WritingTransactions(methods);
  }
}
