package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
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

  /**
   * A file with the beans of one servlet: {@code NAME-servlet.xml}, or what its parameters name.
   *
   * @param file its name, without folders
   * @param paths of the servlet
   * @param module whose file says so
   */
  record Context(String file, List<String> paths, String module) {}

  private static final String LOCATION = "contextConfigLocation";

  private static final List<String> ROOTS = List.of("web-app", "web-fragment");

  private WebXml() {}

  /** In the order of files; one that is no XML is noted as unread. */
  static List<Mapping> mappings(Sources sources, FactCollector facts) {
    return mappings(sources, "servlet", facts);
  }

  /** The paths that filters stand before. */
  static List<Mapping> filters(Sources sources) {
    return mappings(sources, "filter", new FactCollector());
  }

  private static List<Mapping> mappings(Sources sources, String kind, FactCollector facts) {
    List<Mapping> all = new ArrayList<>();
    for (String root : ROOTS) {
      for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted(root, facts)) {
        add(each.root(), kind, each.file().module(), all);
      }
    }
    return all;
  }

  /** The files with beans of the servlets that have paths. */
  static List<Context> contexts(Sources sources) {
    List<Context> all = new ArrayList<>();
    for (String root : ROOTS) {
      for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted(root, new FactCollector())) {
        contexts(each.root(), each.file().module(), all);
      }
    }
    return all;
  }

  private static void contexts(XmlElement root, String module, List<Context> to) {
    Map<String, List<String>> paths = new HashMap<>();
    for (XmlElement mapping : root.elements("servlet-mapping")) {
      for (XmlElement pattern : mapping.elements("url-pattern")) {
        paths
            .computeIfAbsent(text(mapping, "servlet-name"), name -> new ArrayList<>())
            .add(pattern.text().strip());
      }
    }
    for (XmlElement servlet : root.elements("servlet")) {
      String name = text(servlet, "servlet-name");
      List<String> own = paths.getOrDefault(name, List.of());
      String files = name + "-servlet.xml";
      for (XmlElement each : servlet.elements("init-param")) {
        if (text(each, "param-name").equals(LOCATION)) {
          files = text(each, "param-value");
        }
      }
      for (String file : own.isEmpty() ? new String[0] : files.split("[\\s,;]+")) {
        to.add(new Context(file.substring(file.lastIndexOf('/') + 1), List.copyOf(own), module));
      }
    }
  }

  /**
   * The patterns of the servlets and filters that are given a parameter, by what they are given.
   */
  static Map<String, List<String>> patterns(Sources sources, String parameter) {
    Map<String, List<String>> all = new TreeMap<>();
    for (String root : ROOTS) {
      for (XmlFiles.Parsed file : XmlFiles.of(sources).rooted(root, new FactCollector())) {
        for (String kind : List.of("servlet", "filter")) {
          for (XmlElement each : file.root().elements(kind)) {
            String given = parameter(each, parameter);
            String name = text(each, kind + "-name");
            if (!given.isEmpty()) {
              all.computeIfAbsent(given, any -> new ArrayList<>())
                  .addAll(patterns(file.root(), kind, name));
            }
          }
        }
      }
    }
    return all;
  }

  private static String parameter(XmlElement holder, String name) {
    for (XmlElement each : holder.elements("init-param")) {
      if (text(each, "param-name").equals(name)) {
        return text(each, "param-value");
      }
    }
    return "";
  }

  private static List<String> patterns(XmlElement root, String kind, String name) {
    List<String> all = new ArrayList<>();
    for (XmlElement mapping : root.elements(kind + "-mapping")) {
      if (text(mapping, kind + "-name").equals(name)) {
        mapping.elements("url-pattern").forEach(each -> all.add(each.text().strip()));
      }
    }
    return all;
  }

  private static void add(XmlElement root, String kind, String module, List<Mapping> to) {
    Map<String, String> classes = new HashMap<>();
    for (XmlElement each : root.elements(kind)) {
      if (!text(each, kind + "-class").isEmpty()) {
        classes.put(text(each, kind + "-name"), text(each, kind + "-class"));
      }
    }
    for (XmlElement mapping : root.elements(kind + "-mapping")) {
      String name = text(mapping, kind + "-name");
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
