package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The servlets and their paths that {@code web.xml} files declare. */
final class WebXml {
  /**
   * A path of a servlet.
   *
   * @param module whose file says so
   */
  record Mapping(String className, String path, String module) {}

  private static final List<String> ROOTS = List.of("web-app", "web-fragment");

  private WebXml() {}

  /** In the order of files; one that is no XML is noted as unread. */
  static List<Mapping> mappings(Sources sources, FactCollector facts) {
    List<Mapping> all = new ArrayList<>();
    for (String root : ROOTS) {
      for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted(root, facts)) {
        add(each.root(), each.file().module(), all);
      }
    }
    return all;
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
