package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Paths of SOAP services as Spring XML of CXF, {@code sun-jaxws.xml}, Axis 2 and code give them.
 */
final class SoapAddresses {
  private static final List<String> CXF = List.of("org.apache.cxf.transport.servlet.CXFServlet");

  /** A service of Axis 2. */
  record AxisService(String className, String path, Set<String> excluded) {}

  private final Map<String, String> byClass = new TreeMap<>();
  private final List<AxisService> axis = new ArrayList<>();
  private final BeanNames beans;
  private final ServletMappings servlets;

  SoapAddresses(Sources sources, PublishedServices published, FactCollector facts) {
    beans = BeanNames.of(sources);
    servlets = ServletMappings.of(sources);
    XmlFiles files = XmlFiles.of(sources);
    files.rooted("beans", facts).forEach(each -> cxf(each.root(), each.file().module(), 0));
    for (XmlFiles.Parsed each : files.rooted("endpoints", facts)) {
      for (XmlElement endpoint : each.root().elements("endpoint")) {
        put(
            endpoint.attribute("implementation"),
            each.file().module(),
            endpoint.attribute("url-pattern"));
      }
    }
    for (XmlFiles.Parsed each : files.rooted("serviceGroup", facts)) {
      each.root().elements("service").forEach(this::axis);
    }
    for (XmlFiles.Parsed each : files.rooted("service", facts)) {
      if (each.file().fileName().equals("services.xml")) {
        axis(each.root());
      }
    }
    published
        .paths()
        .forEach(
            (type, path) -> {
              boolean relative = !path.isEmpty() && !path.contains("://");
              String prefix = relative ? servlets.prefix(type.module(), CXF) : "";
              if (!path.isEmpty()) {
                byClass.putIfAbsent(type.name(), relative ? HttpPath.of(prefix, path) : path);
              }
            });
  }

  private void cxf(XmlElement parent, String module, int depth) {
    for (XmlElement each : parent.elements()) {
      String address = each.attribute("address");
      if (address.isEmpty() || !(each.name().equals("endpoint") || each.name().equals("server"))) {
        if (each.name().equals("beans") && depth < 5) {
          cxf(each, module, depth + 1);
        }
        continue;
      }
      String named = each.attribute("implementor");
      String bean = named.startsWith("#") ? named.substring(1) : named;
      for (XmlElement implementor : each.elements("implementor")) {
        bean = nested(implementor);
      }
      for (XmlElement implementor : each.elements("serviceBean")) {
        bean = nested(implementor);
      }
      String prefix = servlets.prefix(module, CXF);
      put(bean, module, address.contains("://") ? address : HttpPath.of(prefix, address));
    }
  }

  private static String nested(XmlElement holder) {
    for (XmlElement each : holder.elements()) {
      String found = each.attribute(each.name().equals("ref") ? "bean" : "class");
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private void put(String classOrBean, String module, String path) {
    JavaType type = classOrBean.isEmpty() ? null : beans.type(classOrBean, module);
    if (type != null) {
      byClass.putIfAbsent(type.name(), path);
    }
  }

  private void axis(XmlElement service) {
    Set<String> excluded = new TreeSet<>();
    for (XmlElement each : service.elements("excludeOperations")) {
      each.elements("operation").forEach(one -> excluded.add(one.text().strip()));
    }
    for (XmlElement each : service.elements("parameter")) {
      if (each.attribute("name").equals("ServiceClass")) {
        String path = "/services/" + service.attribute("name");
        axis.add(new AxisService(each.text().strip(), path, excluded));
      }
    }
  }

  /** The path of a class's service; null where none is given. */
  @Nullable String of(JavaType type) {
    return byClass.get(type.name());
  }

  List<AxisService> axis() {
    return axis;
  }
}
