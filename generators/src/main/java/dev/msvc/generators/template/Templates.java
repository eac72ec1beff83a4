package dev.msvc.generators.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The templates that come with msvc. */
public final class Templates {
  private static final Configuration CONFIGURATION = configuration();

  private Templates() {}

  private static Configuration configuration() {
    // FreeMarker would look for a logging library and log each error that it throws as well
    System.setProperty("org.freemarker.loggerLibrary", "none");
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class.getClassLoader(), ""));
    configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    configuration.setRegisteredCustomOutputFormats(
        List.of(
            new TextFormat("Markdown", "text/markdown", Templates::markdown),
            new TextFormat("Mermaid", "text/vnd.mermaid", Templates::mermaid),
            new TextFormat("PlantUML", "text/x-plantuml", Templates::plantuml),
            new TextFormat("CML", "text/x-cml", Templates::cml)));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setLogTemplateExceptions(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    return configuration;
  }

  /**
   * Writes a template's text.
   *
   * @param name path of the template without {@code .ftl}
   * @param data what its names mean; records are read by their components
   */
  public static void render(String name, Map<String, ?> data, Writer to) {
    try {
      CONFIGURATION.getTemplate(name + ".ftl").process(data, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("the template " + name + " is wrong", e);
    }
  }

  /** Keeps a text on its line, in its cell and in its code span. */
  private static String markdown(String text) {
    return line(text).replace('`', '\'').replace("|", "\\|").replace("<", "&lt;");
  }

  /** Keeps a text in its quotes. */
  private static String mermaid(String text) {
    return line(text)
        .replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace('`', '\'');
  }

  /** Keeps a text in its quotes, and lets no sign in it format, link or call anything. */
  private static String plantuml(String text) {
    String line = line(text);
    StringBuilder plain = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean twice = i > 0 && line.charAt(i - 1) == c;
      if ("\"\\<>~&%|[]{}$!^#@`".indexOf(c) >= 0 || (twice && "_*/-.'=:".indexOf(c) >= 0)) {
        plain.append("<U+%04X>".formatted((int) c));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Keeps a text in its quotes. */
  private static String cml(String text) {
    return line(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean steers =
          type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      line.append(steers ? '\ufffd' : c);
    }
    return line.toString();
  }
}
