package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.TypeKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SOAP services that code publishes: JAX-WS's endpoints and CXF's. */
final class PublishedServices {
  private static final List<String> ENDPOINT =
      List.of("javax.xml.ws.Endpoint", "jakarta.xml.ws.Endpoint");
  private static final String CXF = "org.apache.cxf.jaxws.EndpointImpl";

  private final CodeBase code;
  private final Map<JavaType, String> paths = new TreeMap<>(Comparator.comparing(JavaType::name));

  PublishedServices(CodeBase code) {
    this.code = code;
    for (JavaType type : code.types()) {
      type.methods().forEach(this::read);
    }
  }

  /** Classes with the paths at which they are published; empty for one that is not known. */
  Map<JavaType, String> paths() {
    return paths;
  }

  private void read(JavaMethod method) {
    for (Call call : method.calls()) {
      String receiver = call.receiver().name();
      boolean made = call.name().equals("<init>") && receiver.equals(CXF);
      boolean given =
          (call.name().equals("create") || call.name().equals("publish"))
              && ENDPOINT.contains(receiver);
      if (made || given) {
        JavaType service = service(call);
        if (service != null) {
          paths.merge(service, path(call, method), (one, other) -> one.isEmpty() ? other : one);
        }
      }
    }
  }

  /** The class of the system that is given; of an interface, the only one that implements it. */
  private @Nullable JavaType service(Call call) {
    for (TypeRef each : call.argumentTypes()) {
      JavaType type = each.isArray() || each.variable() ? null : code.project(each.name());
      if (type == null) {
        continue;
      }
      if (isConcrete(type)) {
        return type;
      }
      List<JavaType> all =
          code.subtypes(type.name()).stream().filter(PublishedServices::isConcrete).toList();
      return all.size() == 1 ? all.get(0) : null;
    }
    return null;
  }

  private static boolean isConcrete(JavaType type) {
    return type.kind() == TypeKind.CLASS && !type.isAbstract();
  }

  /** What it is published at: here, or where the endpoint that is made here is published. */
  private String path(Call call, JavaMethod method) {
    if (call.name().equals("publish")) {
      return text(call, method);
    }
    for (Call other : method.calls()) {
      if (other.name().equals("publish") && isOn(other, call.expression(), method)) {
        return text(other, method);
      }
    }
    return "";
  }

  private static boolean isOn(Call publish, Expr made, JavaMethod method) {
    Expr scope = publish.expression() instanceof Expr.Call written ? written.scope() : null;
    return scope == made
        || (scope instanceof Expr.Name name
            && Bodies.assigned(name.id(), method).stream().anyMatch(each -> each == made));
  }

  private String text(Call publish, JavaMethod method) {
    String text =
        publish.arguments().isEmpty()
            ? null
            : code.constantText(publish.arguments().get(0), method.owner());
    return text == null ? "" : text;
  }
}
