package dev.msvc.analyzers.data;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.sql.SqlTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The templates of a system that make SQL.
 *
 * @param all as files whose text is that SQL
 */
record SqlTemplates(List<ResourceFile> all) {
  private static final Pattern SOURCE_CODE =
      Pattern.compile("\\.(?:java|kt|ts|tsx|vue)\\.[a-z]+$", Pattern.CASE_INSENSITIVE);

  /** Folders that hold templates of all kinds. */
  private static final Set<String> ROOTS =
      Set.of("", "resources", "templates", "main", "webapp", "WEB-INF", "classes");

  SqlTemplates {
    all = List.copyOf(all);
  }

  static SqlTemplates of(Sources sources) {
    return sources.shared(SqlTemplates.class, SqlTemplates::read);
  }

  private static SqlTemplates read(Sources sources) {
    List<ResourceFile> templates =
        sources.resources().stream().filter(each -> SqlTemplate.isTemplate(each.file())).toList();
    Set<String> generators = generators(templates);
    templates = templates.stream().filter(each -> !isOf(generators, each.file())).toList();
    List<String> texts = Workers.map(templates, each -> SqlTemplate.sql(each.file(), each.text()));
    List<ResourceFile> all = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (!text.isEmpty()) {
        ResourceFile file = templates.get(i);
        all.add(new ResourceFile(file.file(), file.module(), file.size(), () -> text));
      }
    }
    return new SqlTemplates(all);
  }

  /**
   * Folders whose templates make source code: their SQL is text for a developer, and never runs.
   */
  private static Set<String> generators(List<ResourceFile> templates) {
    Set<String> folders = new HashSet<>();
    for (ResourceFile each : templates) {
      if (SOURCE_CODE.matcher(each.file()).find()) {
        String folder = parent(each.file());
        folders.add(folder);
        if (!ROOTS.contains(lastName(parent(folder)))) {
          folders.add(parent(folder));
        }
      }
    }
    return folders;
  }

  /** Whether a file lies in one of these folders, or one level below. */
  private static boolean isOf(Set<String> folders, String file) {
    String folder = parent(file);
    String above = parent(folder);
    return folders.contains(folder)
        || (folders.contains(above) && !ROOTS.contains(lastName(above)));
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
