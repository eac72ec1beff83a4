package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.TraitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Pages that controllers have rendered, their templates, and texts that come from bundles. */
final class PageHabits {
  private static final String SPRING = "org.springframework.";
  private static final Set<String> MESSAGE_SOURCES =
      Set.of(
          SPRING + "context.MessageSource",
          SPRING + "context.support.MessageSourceAccessor",
          SPRING + "context.support.ResourceBundleMessageSource",
          SPRING + "context.support.ReloadableResourceBundleMessageSource");

  /** Names that views have which write JSON or XML. */
  private static final Pattern DATA =
      Pattern.compile("\\w*json\\w*|xml(?:view)?", Pattern.CASE_INSENSITIVE);

  /** Classes of views that write data or only how it went. */
  private static final Pattern WRITER =
      Pattern.compile(
          "(?:\\w+\\.)*\\w*(?:json|xml|status|responsecode|redirect)\\w*",
          Pattern.CASE_INSENSITIVE);

  private static final String NOTHING = "redirect:";
  private static final Set<String> CHANGES = Set.of("POST", "PUT", "DELETE", "PATCH");
  private static final int DEEPEST = 3;

  private PageHabits() {}

  static void read(CodeBase code, JavaType type, JavaMethod method, Found found) {
    page(code, type, method, found);
    for (Call each : method.calls()) {
      message(code, method, each, found);
    }
  }

  /** A method of a controller that says which page is rendered. */
  private static void page(CodeBase code, JavaType type, JavaMethod method, Found found) {
    if (type.annotation(SPRING + "stereotype.Controller") == null
        || type.annotation(SPRING + "web.bind.annotation.ResponseBody") != null
        || method.annotation(SPRING + "web.bind.annotation.ResponseBody") != null) {
      return;
    }
    String result = method.result().name();
    boolean page = result.equals("java.lang.String") || result.endsWith(".ModelAndView");
    List<Annotation> mappings =
        method.annotations().stream()
            .filter(each -> each.simpleName().endsWith("Mapping"))
            .toList();
    if (page && !mappings.isEmpty() && !isData(mappings)) {
      Set<String> views = new TreeSet<>();
      Bodies.returned(method).forEach(each -> view(code, method, each, views, 0));
      if (!views.isEmpty() && showNothing(views, isChange(mappings))) {
        return;
      }
      found.add(
          TraitKind.PAGE, type.simpleName() + "." + method.name(), "renders a page", method.line());
      for (String each : views) {
        if (!each.isEmpty() && each.indexOf(':') < 0 && !showsNothing(each)) {
          found.add(TraitKind.TEMPLATE, each, "renders " + each, method.line());
        }
      }
    }
  }

  /** Whether all paths are those of data, as {@code /orders.json}. */
  private static boolean isData(List<Annotation> mappings) {
    List<String> paths = new ArrayList<>();
    for (Annotation each : mappings) {
      paths.addAll(each.texts("value"));
      paths.addAll(each.texts("path"));
    }
    return !paths.isEmpty()
        && paths.stream().allMatch(each -> each.endsWith(".json") || each.endsWith(".xml"));
  }

  /** Whether only requests come that change something. */
  private static boolean isChange(List<Annotation> mappings) {
    Set<String> verbs = new TreeSet<>();
    for (Annotation each : mappings) {
      String simple = each.simpleName().replace("Mapping", "").toUpperCase(Locale.ROOT);
      verbs.addAll(simple.equals("REQUEST") ? each.texts("method") : List.of(simple));
    }
    return !verbs.isEmpty() && CHANGES.containsAll(verbs);
  }

  /** Whether no view shows anything; of a change also where that is known of some only. */
  private static boolean showNothing(Set<String> views, boolean change) {
    return views.stream().allMatch(each -> showsNothing(each) || (change && each.isEmpty()))
        && views.stream().anyMatch(PageHabits::showsNothing);
  }

  /** Whether a view sends the browser elsewhere, or writes what programs read. */
  private static boolean showsNothing(String view) {
    return view.startsWith(NOTHING) || DATA.matcher(view).matches();
  }

  /**
   * Adds the names of views that a returned value may mean; an empty one for what is not known.
   * Methods of the system that make it are followed.
   */
  private static void view(
      CodeBase code, JavaMethod method, Expr value, Set<String> views, int depth) {
    if (value instanceof Expr.Conditional choice) {
      view(code, method, choice.then(), views, depth);
      view(code, method, choice.otherwise(), views, depth);
      return;
    }
    Call call = value instanceof Expr.Call ? method.call(value) : null;
    JavaMethod target = call == null ? null : call.target();
    if (depth < DEEPEST
        && target != null
        && target.hasBody()
        && target.result().name().endsWith("ModelAndView")) {
      Bodies.returned(target).forEach(each -> view(code, target, each, views, depth + 1));
      return;
    }
    Expr name = value;
    if (value instanceof Expr.New made) {
      String type = made.type().name();
      boolean plain = type.endsWith("ModelAndView") && !made.arguments().isEmpty();
      name = plain ? made.arguments().get(0) : value;
      if (WRITER.matcher(type).matches()
          || (name instanceof Expr.New view && WRITER.matcher(view.type().name()).matches())) {
        views.add(NOTHING);
        return;
      }
    }
    String text = code.constantText(name, method.owner());
    views.add(text == null ? "" : text.strip());
  }

  private static void message(CodeBase code, JavaMethod method, Call call, Found found) {
    String receiver = call.receiver().name();
    if (receiver.equals("java.util.ResourceBundle") && call.name().equals("getBundle")) {
      String bundle =
          call.arguments().isEmpty()
              ? null
              : code.constantText(call.arguments().get(0), method.owner());
      if (bundle != null) {
        found.add(TraitKind.MESSAGES, bundle, "reads the bundle " + bundle, call.line());
      }
    } else if (MESSAGE_SOURCES.contains(receiver) && call.name().equals("getMessage")) {
      found.add(TraitKind.MESSAGES, "messages", "asks the message source", call.line());
    }
  }
}
