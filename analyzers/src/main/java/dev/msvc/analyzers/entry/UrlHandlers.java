package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.BeanDefinition;
import dev.msvc.analyzers.wiring.BeanTypes;
import dev.msvc.analyzers.wiring.BeanValue;
import dev.msvc.analyzers.wiring.SpringXml;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Handlers that Spring XML maps to paths: controllers before annotations, and remote exporters. */
public final class UrlHandlers implements Analyzer {
  private static final String MAPPING = "handler.SimpleUrlHandlerMapping";
  private static final String MVC = "org.springframework.web.servlet.mvc.";
  private static final String REQUEST_HANDLER = "org.springframework.web.HttpRequestHandler";
  private static final List<String> EXPORTERS =
      List.of("HttpInvokerServiceExporter", "HessianServiceExporter", "BurlapServiceExporter");

  /** What controllers override, nearest to the business first. */
  private static final List<String> HANDLERS =
      List.of(
          "onSubmit",
          "doSubmitAction",
          "processFinish",
          "handle",
          "handleRequestInternal",
          "handleRequest");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    SpringXml xml = SpringXml.of(sources);
    EntryPoints entries = new EntryPoints();
    Reading reading =
        new Reading(
            sources.code(),
            xml,
            new BeanTypes(sources.code(), xml),
            SpringBase.of(sources),
            entries);
    Map<String, String> modules = new LinkedHashMap<>();
    sources.resources().forEach(each -> modules.put(each.file(), each.module()));
    for (BeanDefinition written : xml.beans()) {
      BeanDefinition bean = xml.resolved(written);
      String module = modules.getOrDefault(bean.file(), "");
      if (bean.className().endsWith(MAPPING)) {
        reading.mapping(bean, module);
      }
      for (String name : bean.names()) {
        if (name.startsWith("/") && !bean.isAbstract()) {
          reading.handler(bean, name, module, bean.file());
        }
      }
    }
    entries.addTo(facts);
  }

  private record Reading(
      CodeBase code, SpringXml xml, BeanTypes types, SpringBase base, EntryPoints entries) {
    void mapping(BeanDefinition bean, String module) {
      Map<String, BeanValue> paths = new LinkedHashMap<>();
      for (String property : List.of("urlMap", "mappings")) {
        BeanValue value = bean.property(property);
        if (value instanceof BeanValue.Entries entries) {
          paths.putAll(entries.values());
        } else if (value instanceof BeanValue.Text text) {
          for (String line : text.text().split("\\R")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
              String name = line.substring(equals + 1).strip();
              paths.put(line.substring(0, equals).strip(), new BeanValue.Ref(name, text.line()));
            }
          }
        }
      }
      paths.forEach(
          (path, handler) -> {
            for (BeanDefinition each : xml.definitions(handler, bean.file())) {
              handler(xml.resolved(each), path, module, bean.file());
            }
          });
    }

    void handler(BeanDefinition bean, String path, String module, String file) {
      if (EXPORTERS.stream().anyMatch(bean.className()::endsWith)) {
        exported(bean, path, module, file);
        return;
      }
      JavaType type = types.declared(bean);
      if (type == null) {
        return;
      }
      Set<String> supertypes = Lineage.supertypes(code, type);
      Lineage lineage = Lineage.of(code, type);
      if (supertypes.contains(MVC + "multiaction.MultiActionController")) {
        for (List<JavaMethod> overridden : lineage.methods()) {
          if (isAction(overridden.get(0))) {
            route("ANY", path, type, overridden.get(0), module, file, Certainty.INFERRED);
          }
        }
        return;
      }
      boolean controller =
          supertypes.contains(REQUEST_HANDLER)
              || supertypes.stream()
                  .anyMatch(each -> each.startsWith(MVC) && each.endsWith("Controller"));
      JavaMethod method = controller ? handling(lineage) : null;
      if (method != null) {
        route("ANY", path, type, method, module, file, Certainty.PARSED);
      }
    }

    private static @Nullable JavaMethod handling(Lineage lineage) {
      for (String name : HANDLERS) {
        for (List<JavaMethod> overridden : lineage.methods()) {
          JavaMethod method = overridden.get(0);
          if (method.name().equals(name) && method.hasBody()) {
            return method;
          }
        }
      }
      return null;
    }

    private static boolean isAction(JavaMethod method) {
      return method.isPublic()
          && method.hasBody()
          && method.parameters().size() >= 2
          && method.parameters().get(0).type().name().endsWith(".HttpServletRequest")
          && method.parameters().get(1).type().name().endsWith(".HttpServletResponse");
    }

    private void exported(BeanDefinition bean, String path, String module, String file) {
      BeanValue service = bean.property("service");
      List<String> contracts = bean.texts("serviceInterface");
      JavaType contract = contracts.isEmpty() ? null : types.type(contracts.get(0));
      if (service == null || contract == null) {
        return;
      }
      Set<String> seen = new TreeSet<>();
      for (BeanDefinition target : xml.definitions(service, bean.file())) {
        for (JavaType type : types.products(target)) {
          if (seen.add(type.name())) {
            Lineage lineage = Lineage.of(code, type);
            for (List<JavaMethod> overridden : Lineage.of(code, contract).methods()) {
              JavaMethod body = lineage.implementation(overridden.get(0));
              if (body != null) {
                route("POST", path, type, body, module, file, Certainty.PARSED);
              }
            }
          }
        }
      }
    }

    private void route(
        String httpMethod,
        String path,
        JavaType type,
        JavaMethod method,
        String module,
        String file,
        Certainty certainty) {
      String own = xml.placeholders().resolved(path);
      String servlet = base.servlet(module, file, HttpPath.of(own));
      String full = HttpPath.of(base.context(module), servlet, own);
      entries.route(EntryPointKind.HTTP, httpMethod, full, type, method, certainty);
    }
  }
}
