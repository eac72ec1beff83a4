package dev.msvc.generators.template;

import dev.msvc.model.UserError;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates that come with msvc, and those of a user laid over them file by file.
 *
 * <p>A template sees data only: it can load no class, call nothing but records of ours, and read no
 * file but other templates. What it puts out is escaped for the language of its file.
 */
public final class Templates {
  /** Those that come with msvc. */
  public static final Templates BUNDLED = new Templates(Collections.emptySortedMap());

  /** What the name of a template's file ends with. */
  public static final String ENDING = ".ftl";

  /** Documents of an analysis are no part of a service. */
  private static final String REPORTS = "report/";

  /** What a shift's router holds is none, either. */
  private static final String ROUTERS = "router/";

  private final Configuration configuration;
  private final SortedMap<String, String> over;
  // each is needed once for every file of a service
  private final Map<String, Template> paths = new ConcurrentHashMap<>();

  private Templates(SortedMap<String, String> over) {
    this.over = over;
    this.configuration = configuration(over);
  }

  /**
   * These with others in their place.
   *
   * @param files texts by the path of the template, as {@link #names} lists it with {@code .ftl}
   */
  public static Templates over(Map<String, String> files) {
    return new Templates(Collections.unmodifiableSortedMap(new TreeMap<>(files)));
  }

  private static Configuration configuration(SortedMap<String, String> over) {
    // FreeMarker would look for a logging library and log each error that it throws as well
    System.setProperty("org.freemarker.loggerLibrary", "none");
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    StringTemplateLoader user = new StringTemplateLoader();
    over.forEach(user::putTemplate);
    configuration.setTemplateLoader(
        new MultiTemplateLoader(
            new TemplateLoader[] {
              user, new ClassTemplateLoader(Templates.class.getClassLoader(), "")
            }));
    configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    configuration.setRegisteredCustomOutputFormats(Notation.ALL);
    configuration.setTemplateConfigurations(new ByLanguage());
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setBooleanFormat("c");
    configuration.setLocalizedLookup(false);
    // they don't change while msvc runs
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setLogTemplateExceptions(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    DefaultObjectWrapperBuilder wrapper =
        new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34);
    wrapper.setMemberAccessPolicy(new OnlyOurRecords());
    configuration.setObjectWrapper(wrapper.build());
    return configuration;
  }

  /** Names of all templates below a folder, without {@code .ftl}. */
  public SortedSet<String> names(String folder) {
    SortedSet<String> names = new TreeSet<>();
    for (String each : Bundle.below(folder)) {
      names.add(bare(each));
    }
    for (String each : over.keySet()) {
      if (each.startsWith(folder + "/")) {
        names.add(bare(each));
      }
    }
    return names;
  }

  /** Names of all templates that services are made from, without {@code .ftl}. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (String each : Bundle.all()) {
      if (!each.startsWith(REPORTS) && !each.startsWith(ROUTERS)) {
        names.add(bare(each));
      }
    }
    over.keySet().forEach(each -> names.add(bare(each)));
    return names;
  }

  /** A template as it is written, by its name without {@code .ftl}. */
  public String source(String name) {
    String file = name + ENDING;
    return over.containsKey(file) ? over.getOrDefault(file, "") : Bundle.text(file);
  }

  /** A file that lies among the templates and is none, by its whole path. */
  public static String file(String path) {
    return Bundle.text(path);
  }

  /** Whether a file of that path lies over one of these, or makes one more of their kind. */
  public boolean isPlace(String path) {
    int end = path.indexOf('/');
    return path.endsWith(ENDING)
        && end > 0
        && names().stream().anyMatch(each -> each.startsWith(path.substring(0, end + 1)));
  }

  private static String bare(String name) {
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /**
   * Writes a template's text.
   *
   * @param name path of the template without {@code .ftl}
   * @param data what its names mean; records are read by their components
   */
  public void render(String name, Map<String, ?> data, Writer to) {
    try {
      configuration.getTemplate(name + ENDING).process(data, to);
    } catch (ParseException | MalformedTemplateNameException | TemplateNotFoundException e) {
      throw wrong(name, e);
    } catch (OneFile.TooLong e) {
      throw wrong(name, e.place());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw wrong(name, e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw endless(name, e);
    }
  }

  /** A template's text. */
  public String text(String name, Map<String, ?> data) {
    OneFile text = new OneFile();
    render(name, data, text);
    return text.toString();
  }

  /** The text of a path in which names stand: {@code src/[=packagePath]/Main.java}. */
  String path(String pattern, Map<String, ?> data) {
    if (!pattern.contains("[=")) {
      return pattern;
    }
    try {
      StringWriter path = new StringWriter();
      Template template = paths.get(pattern);
      if (template == null) {
        template = new Template("path", pattern, configuration);
        paths.put(pattern, template);
      }
      template.process(data, path);
      return path.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw wrong(pattern, e);
    }
  }

  /** What is wrong with a template, or with one that it reads: the user's, or ours. */
  RuntimeException wrong(String name, Exception e) {
    String file = blamed(name + ENDING, e);
    return over.containsKey(file)
        ? users(
            bare(file), "the template %s is wrong: %s".formatted(file + place(file, e), reason(e)))
        : new IllegalStateException("the template " + name + " is wrong", e);
  }

  /** Where it goes on without an end, FreeMarker does not tell. */
  private RuntimeException endless(String name, Error e) {
    String why =
        e instanceof StackOverflowError
            ? "it, or what it includes, calls itself without an end"
            : "it takes more memory than there is";
    return over.isEmpty()
        ? new IllegalStateException("the template " + name + " is wrong", e)
        : users(name, "the template %s is wrong: %s".formatted(name + ENDING, why));
  }

  private static UserError users(String name, String message) {
    return new UserError(
        message,
        "mend it in the folder that --templates names; 'msvc templates show "
            + name
            + "' prints ours");
  }

  /** The template in which it went wrong, where that is one of the user's. */
  private String blamed(String file, Exception e) {
    String at =
        e instanceof ParseException parse
            ? parse.getTemplateName()
            : e instanceof TemplateException wrong ? wrong.getTemplateSourceName() : null;
    return at != null && over.containsKey(at) ? at : file;
  }

  /** Line and column, where it is known and in that very template. */
  private static String place(String file, Exception e) {
    if (e instanceof ParseException parse) {
      return ":%d:%d".formatted(parse.getLineNumber(), parse.getColumnNumber());
    }
    return e instanceof TemplateException wrong && file.equals(wrong.getTemplateSourceName())
        ? ":%d:%d".formatted(wrong.getLineNumber(), wrong.getColumnNumber())
        : "";
  }

  private static String reason(Exception e) {
    if (e instanceof InvalidReferenceException missing
        && missing.getBlamedExpressionString() != null) {
      return "nothing is called '%s' here".formatted(missing.getBlamedExpressionString());
    }
    String message =
        e instanceof TemplateException wrong ? wrong.getMessageWithoutStackTop() : e.getMessage();
    // the place is said before it; what follows the first line is the place again, or advice
    return String.valueOf(message)
        .lines()
        .filter(each -> !each.isBlank())
        .map(String::strip)
        .filter(each -> !each.startsWith("Syntax error in template"))
        .map(each -> each.endsWith(":") ? each.substring(0, each.length() - 1) : each)
        .findFirst()
        .orElse("it cannot be read");
  }
}
