package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Operations of SOAP services: JAX-WS, Spring Web Services, Axis 2. */
public final class SoapServices implements Analyzer {
  private static final String[] SERVICE = MetaAnnotations.ee("jws.WebService");
  private static final String[] METHOD = MetaAnnotations.ee("jws.WebMethod");
  private static final String[] PROVIDER = MetaAnnotations.ee("xml.ws.WebServiceProvider");
  private static final String SPRING = "org.springframework.ws.";
  private static final String ENDPOINT = SPRING + "server.endpoint.annotation.Endpoint";
  private static final List<String> PAYLOADS =
      List.of(
          SPRING + "server.endpoint.annotation.PayloadRoot",
          SPRING + "soap.server.endpoint.annotation.SoapAction",
          SPRING + "soap.addressing.server.annotation.Action");
  private static final List<String> MANY =
      List.of(
          SPRING + "server.endpoint.annotation.PayloadRoots",
          SPRING + "soap.server.endpoint.annotation.SoapActions");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    PublishedServices published = new PublishedServices(code);
    SoapAddresses addresses = new SoapAddresses(sources, published, facts);
    Set<String> seen = new TreeSet<>();
    for (JavaType type : code.types()) {
      if (type.kind() != TypeKind.CLASS || type.isAbstract()) {
        continue;
      }
      boolean offered = addresses.of(type) != null || published.paths().containsKey(type);
      if (type.annotation(SERVICE) != null || offered) {
        seen.add(type.name());
        service(code, type, addresses, entries);
      } else if (type.annotation(PROVIDER) != null) {
        for (JavaMethod each : type.methods("invoke")) {
          add(type, each, addresses.of(type), Certainty.PARSED, entries);
        }
      } else if (type.annotation(ENDPOINT) != null) {
        type.methods().forEach(each -> payload(type, each, entries));
      }
    }
    for (SoapAddresses.AxisService each : addresses.axis()) {
      axis(code, each, seen, entries);
    }
    entries.addTo(facts);
  }

  private static void service(
      CodeBase code, JavaType type, SoapAddresses addresses, EntryPoints entries) {
    Lineage lineage = Lineage.of(code, type);
    List<JavaType> views = views(code, type, lineage);
    Set<JavaMethod> operations = new LinkedHashSet<>();
    if (views.isEmpty()) {
      operations.addAll(ofClass(type, lineage));
    } else {
      for (JavaType view : views) {
        for (List<JavaMethod> overridden : Lineage.of(code, view).methods()) {
          JavaMethod declared = overridden.get(0);
          if (!isExcluded(declared) && !declared.isStatic()) {
            JavaMethod body = lineage.implementation(declared);
            operations.add(body == null ? declared : body);
          }
        }
      }
    }
    for (JavaMethod each : operations) {
      add(type, each, addresses.of(type), Certainty.PARSED, entries);
    }
  }

  /** The interface that a class names, or those it implements that are services themselves. */
  private static List<JavaType> views(CodeBase code, JavaType type, Lineage lineage) {
    Annotation annotation = type.annotation(SERVICE);
    String named = annotation == null ? null : annotation.text("endpointInterface");
    JavaType view = named == null ? null : code.project(named);
    if (view != null) {
      return List.of(view);
    }
    List<JavaType> all = new ArrayList<>();
    for (JavaType each : lineage.types()) {
      if (each.kind() == TypeKind.INTERFACE && each.annotation(SERVICE) != null) {
        all.add(each);
      }
    }
    return all;
  }

  /** Methods marked as operations, or all public ones where none is. */
  private static List<JavaMethod> ofClass(JavaType type, Lineage lineage) {
    List<JavaMethod> marked = new ArrayList<>();
    List<JavaMethod> all = new ArrayList<>();
    for (List<JavaMethod> overridden : lineage.methods()) {
      JavaMethod method = overridden.get(0);
      if (method.isPublic() && method.hasBody() && !method.isStatic() && !isExcluded(method)) {
        all.add(method);
        if (method.annotation(METHOD) != null) {
          marked.add(method);
        }
      }
    }
    if (marked.isEmpty() && type.annotation(SERVICE) == null) {
      // of an interface that a build generates only what carries it out is there
      List<JavaMethod> overriding =
          all.stream().filter(each -> each.annotation("java.lang.Override") != null).toList();
      return overriding.isEmpty() ? all : overriding;
    }
    return marked.isEmpty() ? all : marked;
  }

  private static boolean isExcluded(JavaMethod method) {
    Annotation found = method.annotation(METHOD);
    return found != null && found.flag("exclude", false);
  }

  private static void payload(JavaType type, JavaMethod method, EntryPoints entries) {
    for (Annotation each : method.annotations()) {
      List<Annotation> payloads =
          MANY.stream().anyMatch(each::is) ? each.annotations("value") : List.of(each);
      for (Annotation payload : payloads) {
        if (PAYLOADS.stream().anyMatch(payload::is)) {
          add(type, method, payload.text("localPart", "value"), Certainty.PARSED, entries);
        }
      }
    }
  }

  private static void axis(
      CodeBase code, SoapAddresses.AxisService service, Set<String> seen, EntryPoints entries) {
    JavaType type = code.project(service.className());
    if (type == null || !seen.add(type.name())) {
      return;
    }
    for (JavaMethod each : type.methods()) {
      if (each.isPublic()
          && each.hasBody()
          && !each.isStatic()
          && !each.isConstructor()
          && !service.excluded().contains(each.name())) {
        add(type, each, service.path(), Certainty.PARSED, entries);
      }
    }
  }

  private static void add(
      JavaType type,
      JavaMethod method,
      @Nullable String path,
      Certainty certainty,
      EntryPoints entries) {
    entries.method(EntryPointKind.SOAP, "soap", path, type, method, certainty);
  }
}
