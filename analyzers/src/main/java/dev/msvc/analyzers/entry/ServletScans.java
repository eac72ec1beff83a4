package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In which packages servlets look for their controllers, as their own files say. */
record ServletScans(List<Scan> scans, Modules modules) {

  /** A package in which a servlet looks for its controllers. */
  record Scan(String packageName, WebXml.Context servlet) {
    boolean holds(String name) {
      return name.equals(packageName) || name.startsWith(packageName + ".");
    }
  }

  /** Of files of one name those of the servlet's own module count, where there are any. */
  static ServletScans of(Sources sources, List<WebXml.Context> contexts) {
    List<Scan> scans = new ArrayList<>();
    List<XmlFiles.Parsed> beans = XmlFiles.of(sources).rooted("beans", new FactCollector());
    for (WebXml.Context servlet : contexts) {
      List<XmlFiles.Parsed> named =
          beans.stream().filter(each -> each.file().fileName().equals(servlet.file())).toList();
      List<XmlFiles.Parsed> own =
          named.stream().filter(each -> each.file().module().equals(servlet.module())).toList();
      for (XmlFiles.Parsed file : own.isEmpty() ? named : own) {
        for (XmlElement scan : file.root().elements("component-scan")) {
          for (String each : scan.attribute("base-package").split("[,;\\s]+")) {
            if (!each.isEmpty()) {
              scans.add(new Scan(each, servlet));
            }
          }
        }
      }
    }
    return new ServletScans(List.copyOf(scans), Modules.of(sources));
  }

  /**
   * The paths in front of what the servlets serve that look for controllers in a package, the
   * nearest one that any names; empty where no servlet's own file tells, or modules contradict.
   *
   * @param path of a controller below the servlet's
   */
  List<String> prefixes(String module, String packageName, String path) {
    List<Scan> holding = scans.stream().filter(each -> each.holds(packageName)).toList();
    int nearest = holding.stream().mapToInt(each -> each.packageName().length()).max().orElse(0);
    Map<String, String> byModule = new TreeMap<>();
    for (Scan each : holding) {
      if (each.packageName().length() == nearest) {
        byModule.merge(
            each.servlet().module(),
            String.join("\n", prefixes(each.servlet().paths(), path)),
            (one, other) -> one + "\n" + other);
      }
    }
    String agreed = modules.agreed(module, byModule.keySet(), byModule::get);
    return agreed == null ? List.of() : List.of(agreed.split("\n")).stream().distinct().toList();
  }

  private static List<String> prefixes(List<String> paths, String path) {
    if (paths.stream().anyMatch(each -> ServletMappings.isExact(each, path))) {
      return List.of("");
    }
    List<String> open = ServletMappings.open(paths);
    // a handler without a path of its own answers where the servlet does
    List<String> exact =
        path.equals("/") && open.isEmpty()
            ? paths.stream().filter(each -> each.startsWith("/") && each.length() > 1).toList()
            : List.of();
    return open.isEmpty() ? (exact.isEmpty() ? List.of("") : exact) : open;
  }
}
