package dev.msvc.generators.template;

import freemarker.cache.TemplateConfigurationFactory;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has each template escape for the language of its file. */
final class ByLanguage extends TemplateConfigurationFactory {
  private final Map<TextFormat, TemplateConfiguration> all = new HashMap<>();

  ByLanguage() {
    for (TextFormat each : Notation.ALL) {
      TemplateConfiguration escaping = new TemplateConfiguration();
      escaping.setOutputFormat(each);
      all.put(each, escaping);
    }
  }

  @Override
  public @Nullable TemplateConfiguration get(String name, Object source) {
    TextFormat notation = Notation.of(name);
    return notation == null ? null : all.get(notation);
  }

  @Override
  protected void setConfigurationOfChildren(Configuration configuration) {
    all.values().forEach(each -> each.setParentConfiguration(configuration));
  }
}
