package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The servlets and their paths that {@code web.xml} files declare. */
final class WebXml {
  /**
   * A path of a servlet.
   *
   * @param module whose file says so
   */
  record Mapping(String className, String path, String module) {}

  private WebXml() {}

  /** In the order of files; one that is no XML is noted as unread. */
  static List<Mapping> mappings(List<ResourceFile> resources, FactCollector facts) {
    List<Mapping> all = new ArrayList<>();
    for (ResourceFile each : resources) {
      if (each.fileName().equals("web.xml") || each.fileName().equals("web-fragment.xml")) {
        try {
          add(SafeXml.read(each.text()), each.module(), all);
        } catch (MalformedXml broken) {
          facts.add(new Unread(each.file(), broken.line(), broken.reason()));
        }
      }
    }
    return all;
  }

  /** The first parts of the paths that a framework's servlet answers on, by module. */
  static Map<String, String> prefixes(List<ResourceFile> resources, List<String> servlets) {
    Map<String, String> byModule = new TreeMap<>();
    for (Mapping each : mappings(resources, new FactCollector())) {
      if (servlets.contains(each.className()) && each.path().endsWith("/*")) {
        String prefix = each.path().substring(0, each.path().length() - 2);
        byModule.putIfAbsent(each.module(), prefix);
      }
    }
    return byModule;
  }

  private static void add(XmlElement root, String module, List<Mapping> to) {
    Map<String, String> classes = new HashMap<>();
    for (XmlElement servlet : root.elements("servlet")) {
      if (!text(servlet, "servlet-class").isEmpty()) {
        classes.put(text(servlet, "servlet-name"), text(servlet, "servlet-class"));
      }
    }
    for (XmlElement mapping : root.elements("servlet-mapping")) {
      String name = text(mapping, "servlet-name");
      String className = classes.getOrDefault(name, name.contains(".") ? name : "");
      for (XmlElement pattern : mapping.elements("url-pattern")) {
        if (!className.isEmpty()) {
          to.add(new Mapping(className, pattern.text().strip(), module));
        }
      }
    }
  }

  private static String text(XmlElement parent, String name) {
    List<XmlElement> found = parent.elements(name);
    return found.isEmpty() ? "" : found.get(0).text().strip();
  }
}
