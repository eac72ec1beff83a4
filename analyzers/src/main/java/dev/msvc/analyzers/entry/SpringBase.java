package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Sources;
import java.util.List;

/** What stands before all paths of a Spring application: its context and its servlet. */
final class SpringBase {
  private static final List<String> DISPATCHER =
      List.of("org.springframework.web.servlet.DispatcherServlet");

  private final SpringSettings settings;
  private final ServletMappings servlets;

  private SpringBase(SpringSettings settings, ServletMappings servlets) {
    this.settings = settings;
    this.servlets = servlets;
  }

  static SpringBase of(Sources sources) {
    return sources.shared(
        SpringBase.class,
        each -> new SpringBase(SpringSettings.of(each), ServletMappings.of(each)));
  }

  String context(String module) {
    return settings.get(module, "server.servlet.context-path", "server.context-path");
  }

  String servlet(String module) {
    String set =
        settings.get(
            module, "spring.mvc.servlet.path", "spring.webflux.base-path", "server.servlet-path");
    return set.isEmpty() ? servlets.prefix(module, DISPATCHER) : set;
  }

  /**
   * What servlets add in front of a path of a controller: those whose own files look for
   * controllers in its package, or else the one of its module.
   *
   * @param otherwise what {@link #servlet(String)} says of its module
   */
  List<String> servlets(JavaType controller, String path, String otherwise) {
    List<String> own =
        servlets.scans().prefixes(controller.module(), controller.packageName(), path);
    return own.isEmpty() ? List.of(isExact(path) ? "" : otherwise) : own;
  }

  /**
   * What the servlet adds in front of a path that a file with beans maps: that servlet's whose own
   * file it is.
   */
  String servlet(String module, String file, String path) {
    String own = servlets.prefix(module, file, path);
    if (own != null) {
      return own;
    }
    return isExact(path) ? "" : servlet(module);
  }

  /** Whether the servlet is mapped to just this path, so that nothing stands before it. */
  boolean isExact(String path) {
    return servlets.isExact(path, DISPATCHER);
  }
}
