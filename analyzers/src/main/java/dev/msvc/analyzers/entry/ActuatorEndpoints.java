package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.Map;
import java.util.TreeMap;

/** Operations of Spring Boot Actuator's endpoints that the system adds. */
public final class ActuatorEndpoints implements Analyzer {
  private static final String ENDPOINT = "org.springframework.boot.actuate.endpoint.";
  private static final String[] TYPES = {
    ENDPOINT + "annotation.Endpoint", ENDPOINT + "web.annotation.WebEndpoint"
  };
  private static final Map<String, String> OPERATIONS =
      new TreeMap<>(
          Map.of(
              ENDPOINT + "annotation.ReadOperation", "GET",
              ENDPOINT + "annotation.WriteOperation", "POST",
              ENDPOINT + "annotation.DeleteOperation", "DELETE"));
  private static final String SELECTOR = ENDPOINT + "annotation.Selector";

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntryPoints entries = new EntryPoints();
    SpringSettings settings = SpringSettings.of(sources);
    for (JavaType type : sources.code().types()) {
      Annotation endpoint = type.annotation(TYPES);
      String id = endpoint == null ? null : endpoint.text("id", "value");
      if (id != null) {
        String context = SpringBase.of(sources).context(type.module());
        String base = settings.get(type.module(), "management.endpoints.web.base-path");
        String path = HttpPath.of(context, base.isEmpty() ? "/actuator" : base, id);
        type.methods().forEach(each -> operation(type, each, path, entries));
      }
    }
    entries.addTo(facts);
  }

  private static void operation(
      JavaType type, JavaMethod method, String path, EntryPoints entries) {
    OPERATIONS.forEach(
        (annotation, httpMethod) -> {
          if (method.annotation(annotation) != null) {
            StringBuilder full = new StringBuilder(path);
            for (JavaMethod.Parameter each : method.parameters()) {
              if (each.annotation(SELECTOR) != null) {
                full.append("/{").append(each.name()).append('}');
              }
            }
            entries.route(
                EntryPointKind.HTTP, httpMethod, full.toString(), type, method, Certainty.INFERRED);
          }
        });
  }
}
