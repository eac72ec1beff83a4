package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.analyzers.wiring.XmlFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Paths of JAX-RS applications, and which resources each of them serves. */
final class JaxRsApplications {
  private static final String[] PATH = MetaAnnotations.ee("ws.rs.ApplicationPath");

  /**
   * An application.
   *
   * @param named classes that it names itself
   */
  private record Application(JavaType type, String path, Set<String> named) {}

  private final Map<String, List<Application>> byModule = new TreeMap<>();
  private final Map<String, String> addresses = new TreeMap<>();
  private final Modules modules;

  JaxRsApplications(Sources sources) {
    CodeBase code = sources.code();
    modules = Modules.of(sources);
    Map<String, SortedSet<String>> servlets = ServletMappings.of(sources).byClass();
    for (JavaType type : code.types()) {
      Annotation annotation = type.annotation(PATH);
      String path = annotation == null ? null : annotation.text("value");
      if (path != null) {
        for (String mapped : servlets.getOrDefault(type.name(), new TreeSet<>())) {
          path = mapped.endsWith("/*") ? mapped.substring(0, mapped.length() - 2) : path;
        }
        byModule
            .computeIfAbsent(type.module(), ignored -> new ArrayList<>(1))
            .add(new Application(type, path, named(type)));
      }
    }
    BeanNames beans = BeanNames.of(sources);
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("beans", new FactCollector())) {
      for (XmlElement server : each.root().elements("server")) {
        for (XmlElement services : server.elements("serviceBeans")) {
          served(services, server.attribute("address"), beans, each.file().module());
        }
      }
    }
  }

  private static Set<String> named(JavaType application) {
    Set<String> all = new TreeSet<>();
    for (JavaMethod method : application.methods()) {
      for (Call call : method.calls()) {
        for (TypeRef each : call.argumentTypes()) {
          all.add(each.name().equals("java.lang.Class") ? each.argument(0).name() : each.name());
        }
      }
    }
    return all;
  }

  private void served(XmlElement services, String address, BeanNames beans, String module) {
    for (XmlElement each : services.elements()) {
      String bean = each.attribute(each.name().equals("ref") ? "bean" : "class");
      JavaType type = bean.isEmpty() ? null : beans.type(bean, module);
      if (type != null && !address.contains("://")) {
        addresses.putIfAbsent(type.name(), address);
      }
    }
  }

  /** The address of CXF's server that serves a resource; empty for none. */
  String address(JavaType resource) {
    return addresses.getOrDefault(resource.name(), "");
  }

  /** The path of the application that serves a resource; empty for none or one not known. */
  String path(JavaType resource) {
    String path =
        modules.agreed(resource.module(), byModule.keySet(), module -> path(resource, module));
    return path == null ? "" : path;
  }

  private @Nullable String path(JavaType resource, String module) {
    Application best = null;
    int shared = -1;
    for (Application each : byModule.getOrDefault(module, List.of())) {
      int common =
          each.named().contains(resource.name())
              ? Integer.MAX_VALUE
              : common(each.type().packageName(), resource.packageName());
      if (common > shared) {
        best = each;
        shared = common;
      }
    }
    return best == null ? null : best.path();
  }

  /** How many parts two packages have in common at their start. */
  private static int common(String one, String other) {
    String[] left = one.split("\\.");
    String[] right = other.split("\\.");
    int common = 0;
    while (common < left.length && common < right.length && left[common].equals(right[common])) {
      common++;
    }
    return common;
  }
}
