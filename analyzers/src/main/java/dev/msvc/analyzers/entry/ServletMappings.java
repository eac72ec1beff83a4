package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which servlet answers on which paths, as annotations, descriptors and registrations in code say.
 */
final class ServletMappings {
  private static final String[] WEB_SERVLET = MetaAnnotations.ee("servlet.annotation.WebServlet");

  /** A servlet of a library that code registers. */
  record Foreign(Call registration, String path) {}

  private final List<WebXml.Mapping> all;
  private final List<Foreign> foreign;
  private final List<WebXml.Context> contexts;
  private final ServletScans scans;
  private final List<Unread> broken;
  private final Modules modules;

  private ServletMappings(
      List<WebXml.Mapping> all,
      List<Foreign> foreign,
      List<WebXml.Context> contexts,
      ServletScans scans,
      List<Unread> broken,
      Modules modules) {
    this.all = List.copyOf(all);
    this.foreign = List.copyOf(foreign);
    this.contexts = List.copyOf(contexts);
    this.scans = scans;
    this.broken = List.copyOf(broken);
    this.modules = modules;
  }

  static ServletMappings of(Sources sources) {
    return sources.shared(ServletMappings.class, ServletMappings::read);
  }

  private static ServletMappings read(Sources sources) {
    FactCollector facts = new FactCollector();
    List<WebXml.Mapping> all = new ArrayList<>(WebXml.mappings(sources, facts));
    List<Foreign> foreign = new ArrayList<>();
    CodeBase code = sources.code();
    ServletRegistrations registrations =
        new ServletRegistrations(
            code, new SettingTexts(code, SpringSettings.of(sources)), all, foreign);
    for (JavaType type : code.types()) {
      annotated(type, all);
      type.methods().forEach(registrations::read);
    }
    List<WebXml.Context> contexts = WebXml.contexts(sources);
    return new ServletMappings(
        all,
        foreign,
        contexts,
        ServletScans.of(sources, contexts),
        facts.unread(),
        Modules.of(sources));
  }

  /** Where servlets look for their controllers. */
  ServletScans scans() {
    return scans;
  }

  /** Descriptors that are no XML. */
  List<Unread> broken() {
    return broken;
  }

  /** Servlets that are none of the system's classes, where code gives them a path. */
  List<Foreign> foreign() {
    return foreign;
  }

  /** Paths by the class of the servlet. */
  Map<String, SortedSet<String>> byClass() {
    Map<String, SortedSet<String>> byClass = new TreeMap<>();
    for (WebXml.Mapping each : all) {
      byClass.computeIfAbsent(each.className(), ignored -> new TreeSet<>()).add(each.path());
    }
    return byClass;
  }

  /**
   * The path in front of all that a framework's servlet serves for a module; empty for none.
   *
   * @param servlets names of the framework's servlets
   */
  String prefix(String module, List<String> servlets) {
    Map<String, String> byModule = new TreeMap<>();
    for (WebXml.Mapping each : all) {
      if (servlets.contains(each.className())) {
        open(List.of(each.path())).forEach(open -> byModule.putIfAbsent(each.module(), open));
      }
    }
    String prefix = modules.agreed(module, byModule.keySet(), byModule::get);
    return prefix == null ? "" : prefix;
  }

  /**
   * The path in front of what the servlet serves whose beans a file holds; null where the file is
   * no servlet's own.
   *
   * @param file with its folders
   */
  @Nullable String prefix(String module, String file, String path) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    Map<String, String> byModule = new TreeMap<>();
    for (WebXml.Context each : contexts) {
      if (each.file().equals(name)) {
        byModule.putIfAbsent(each.module(), prefix(each.paths(), path));
      }
    }
    return modules.agreed(module, byModule.keySet(), byModule::get);
  }

  private static String prefix(List<String> paths, String path) {
    return paths.stream().anyMatch(each -> isExact(each, path))
        ? ""
        : open(paths).stream().findFirst().orElse("");
  }

  /** The paths in front of what patterns leave open behind them. */
  static List<String> open(List<String> patterns) {
    return patterns.stream()
        .filter(each -> each.endsWith("/*"))
        .map(each -> each.substring(0, each.length() - 2))
        .toList();
  }

  /** Whether a pattern of paths is just this path, or all with its ending. */
  static boolean isExact(String pattern, String path) {
    return pattern.equals(path)
        || (pattern.startsWith("*.") && path.endsWith(pattern.substring(1)));
  }

  /** Whether a framework's servlet serves just this path, or all with its ending. */
  boolean isExact(String path, List<String> servlets) {
    return all.stream()
        .anyMatch(each -> servlets.contains(each.className()) && isExact(each.path(), path));
  }

  private static void annotated(JavaType type, List<WebXml.Mapping> to) {
    Annotation found = type.annotation(WEB_SERVLET);
    if (found != null) {
      List<String> paths = new ArrayList<>(found.texts("value"));
      paths.addAll(found.texts("urlPatterns"));
      paths.forEach(path -> to.add(new WebXml.Mapping(type.name(), path, type.module())));
      if (paths.isEmpty()) {
        to.add(new WebXml.Mapping(type.name(), "", type.module()));
      }
    }
  }
}
