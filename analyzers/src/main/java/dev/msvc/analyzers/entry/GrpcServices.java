package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Procedures of gRPC services: classes on a base that the protocol compiler generates. */
public final class GrpcServices implements Analyzer {
  /** {@code OrdersGrpc.OrdersImplBase} and its reactive relatives. */
  private static final Pattern BASE =
      Pattern.compile("(?:.*\\.)?(?:\\w*Grpc\\.)?(?:Reactor|Rx|RxJava3|Mutiny)?(\\w+?)ImplBase");

  private static final String QUARKUS = "io.quarkus.grpc.GrpcService";
  private static final Set<String> ASYNC =
      Set.of(
          "reactor.core.publisher.Mono",
          "reactor.core.publisher.Flux",
          "io.smallrye.mutiny.Uni",
          "io.smallrye.mutiny.Multi",
          "io.reactivex.Single",
          "io.reactivex.Flowable");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      if (!type.isAbstract() && !type.isGenerated()) {
        Lineage lineage = Lineage.of(code, type);
        String service = service(type, lineage);
        if (service != null) {
          procedures(type, lineage, service, entries);
        }
      }
    }
    entries.addTo(facts);
  }

  private static @Nullable String service(JavaType type, Lineage lineage) {
    for (JavaType each : lineage.types()) {
      TypeRef superclass = each.superclass();
      if (superclass != null && superclass.name().endsWith("ImplBase")) {
        Matcher base = BASE.matcher(superclass.name());
        if (base.matches()
            && (superclass.name().contains("Grpc.")
                || lineage.types().stream().anyMatch(GrpcServices::observes))) {
          return base.group(1);
        }
      }
    }
    if (type.annotation(QUARKUS) != null && !type.interfaces().isEmpty()) {
      String name = type.interfaces().get(0).name();
      return name.substring(name.lastIndexOf('.') + 1);
    }
    return null;
  }

  private static boolean observes(JavaType type) {
    return type.methods().stream().anyMatch(GrpcServices::observes);
  }

  private static boolean observes(JavaMethod method) {
    int last = method.parameters().size() - 1;
    return last >= 0 && method.parameters().get(last).type().name().endsWith("stub.StreamObserver");
  }

  private static void procedures(
      JavaType type, Lineage lineage, String service, EntryPoints entries) {
    for (List<JavaMethod> overridden : lineage.methods()) {
      JavaMethod method = overridden.get(0);
      boolean reactive = ASYNC.contains(method.result().name()) && method.parameters().size() == 1;
      if (method.isPublic()
          && method.hasBody()
          && !method.isStatic()
          && !method.owner().isGenerated()
          && (observes(method) || reactive)) {
        String name = method.name();
        String procedure = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        entries.method(
            EntryPointKind.GRPC,
            "grpc",
            service + "/" + procedure,
            type,
            method,
            Certainty.INFERRED);
      }
    }
  }
}
