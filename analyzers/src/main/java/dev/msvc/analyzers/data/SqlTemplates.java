package dev.msvc.analyzers.data;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.sql.SqlTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * The templates of a system that make SQL.
 *
 * @param all as files whose text is that SQL
 */
record SqlTemplates(List<ResourceFile> all) {
  SqlTemplates {
    all = List.copyOf(all);
  }

  static SqlTemplates of(Sources sources) {
    return sources.shared(SqlTemplates.class, SqlTemplates::read);
  }

  private static SqlTemplates read(Sources sources) {
    List<ResourceFile> templates =
        sources.resources().stream().filter(each -> SqlTemplate.isTemplate(each.file())).toList();
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
}
