package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Methods that start or join a transaction in which rows may be changed.
 *
 * @param apart those of them that never join the caller's
 * @param readOnly methods that start or join one that is read-only
 * @param heard for each method that publishes an event, who hears it in the same transaction
 */
public record WritingTransactions(
    Set<JavaMethod> methods,
    Set<JavaMethod> apart,
    Set<JavaMethod> readOnly,
    Map<JavaMethod, Set<JavaMethod>> heard) {
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
    Set<JavaMethod> apart = new LinkedHashSet<>();
    Set<JavaMethod> readOnly = new LinkedHashSet<>();
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
        if (writes && attribute != null && attribute.leavesCaller()) {
          apart.add(each);
        }
        if (attribute != null && attribute.readOnly() && !attribute.isOutside()) {
          readOnly.add(each);
        }
      }
    }
    return new WritingTransactions(methods, apart, readOnly, heard(sources));
  }

  private static Map<JavaMethod, Set<JavaMethod>> heard(Sources sources) {
    CodeBase code = sources.code();
    Events events = Events.of(sources);
    Map<JavaMethod, Set<JavaMethod>> heard = new HashMap<>();
    for (JavaType type : events.handlers().isEmpty() ? List.<JavaType>of() : code.types()) {
      for (JavaMethod method : type.methods()) {
        for (Call call : method.calls()) {
          TypeRef event = events.published(call);
          if (event != null) {
            events.heardBy(event).stream()
                .filter(Events.Handler::inTransaction)
                .forEach(
                    each ->
                        heard
                            .computeIfAbsent(method, any -> new LinkedHashSet<>())
                            .add(each.method()));
          }
        }
      }
    }
    return heard;
  }
}
