package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Methods of beans that pages of Jakarta Faces call. */
public final class FacesActions implements Analyzer {
  private static final Pattern BINDING =
      Pattern.compile(
          "\\b(action|actionListener|listener|valueChangeListener)\\s*=\\s*[\"']\\s*#\\{\\s*"
              + "([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)\\.([A-Za-z_]\\w*)\\s*(?:\\([^}]*\\))?\\s*}");
  private static final Set<String> BEFORE = Set.of("viewAction", "event");
  private static final Pattern ROOT =
      Pattern.compile("^(?:.*/)?(?:src/main/webapp|WebContent|webapp|web|META-INF/resources)(?=/)");
  private static final String[] SERVLET = MetaAnnotations.ee("faces.webapp.FacesServlet");

  /**
   * A method that a page calls.
   *
   * @param bean its name, or a path that begins with it and leads on by properties
   */
  private record Bound(String tag, String bean, String method) {}

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    List<ResourceFile> pages =
        sources.resources().stream().filter(each -> each.extension().equals("xhtml")).toList();
    EntryPoints entries = new EntryPoints();
    if (!pages.isEmpty()) {
      BeanNames beans = BeanNames.of(sources);
      String mapping = mapping(ServletMappings.of(sources).byClass());
      List<Set<Bound>> bound = Workers.map(pages, each -> bound(each.text()));
      for (int i = 0; i < pages.size(); i++) {
        String path = path(pages.get(i).file(), mapping);
        for (Bound each : bound.get(i)) {
          action(sources.code(), beans, each, path, entries);
        }
      }
    }
    entries.addTo(facts);
  }

  private static Set<Bound> bound(String page) {
    Set<Bound> all = new TreeSet<>(ORDER);
    Matcher matcher = BINDING.matcher(page);
    while (matcher.find()) {
      all.add(new Bound(tag(page, matcher.start()), matcher.group(2), matcher.group(3)));
    }
    return all;
  }

  private static final Comparator<Bound> ORDER =
      Comparator.comparing(Bound::bean)
          .thenComparing(Bound::method)
          .thenComparing(each -> BEFORE.contains(each.tag()));

  private static String tag(String page, int at) {
    int start = page.lastIndexOf('<', at) + 1;
    int end = start;
    while (end < at && !Character.isWhitespace(page.charAt(end))) {
      end++;
    }
    String name = page.substring(start, end);
    return name.substring(name.indexOf(':') + 1);
  }

  private static String mapping(Map<String, SortedSet<String>> servlets) {
    List<String> all = new ArrayList<>();
    for (String each : SERVLET) {
      all.addAll(servlets.getOrDefault(each, new TreeSet<>()));
    }
    return all.contains("*.xhtml") || all.isEmpty() ? "*.xhtml" : all.get(0);
  }

  /** The path of a page; null for a part that other pages include. */
  private static @Nullable String path(String file, String mapping) {
    Matcher root = ROOT.matcher(file);
    String inside = root.find() ? file.substring(root.end()) : "";
    if (inside.isEmpty() || inside.startsWith("/WEB-INF/") || inside.startsWith("/resources/")) {
      return null;
    }
    if (mapping.endsWith("/*")) {
      return mapping.substring(0, mapping.length() - 2) + inside;
    }
    return inside.substring(0, inside.lastIndexOf('.')) + mapping.substring(1);
  }

  /**
   * What a path leads to: names of beans may hold dots themselves, so the longest is looked for.
   */
  private static @Nullable JavaType type(CodeBase code, BeanNames beans, String path) {
    JavaType bean = beans.named(path);
    int dot = path.lastIndexOf('.');
    if (bean != null || dot < 0) {
      return bean;
    }
    JavaType holder = type(code, beans, path.substring(0, dot));
    return holder == null ? null : property(code, holder, path.substring(dot + 1));
  }

  /** The type of a property of a bean, where it is one of the system's. */
  private static @Nullable JavaType property(CodeBase code, JavaType holder, String name) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (JavaType each : Lineage.of(code, holder).types()) {
      for (JavaMethod getter : each.methods("get" + capital)) {
        if (getter.parameters().isEmpty()) {
          TypeRef type = getter.result();
          return type.isArray() || type.variable() ? null : code.project(type.name());
        }
      }
    }
    return null;
  }

  private static void action(
      CodeBase code, BeanNames beans, Bound bound, @Nullable String path, EntryPoints entries) {
    JavaType type = type(code, beans, bound.bean());
    if (type == null) {
      return;
    }
    for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
      JavaMethod method = overridden.get(0);
      if (method.name().equals(bound.method()) && method.hasBody()) {
        if (path == null) {
          entries.method(EntryPointKind.HTTP, "action", null, type, method, Certainty.INFERRED);
        } else {
          String httpMethod = BEFORE.contains(bound.tag()) ? "GET" : "POST";
          entries.route(EntryPointKind.HTTP, httpMethod, path, type, method, Certainty.INFERRED);
        }
        return;
      }
    }
  }
}
