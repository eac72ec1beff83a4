package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.TraitKind;
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
    if (page
        && method.annotations().stream().anyMatch(each -> each.simpleName().endsWith("Mapping"))) {
      Set<String> views = new TreeSet<>();
      Bodies.returned(method).forEach(each -> view(code, type, each, views));
      if (!views.isEmpty() && views.stream().allMatch(PageHabits::showsNothing)) {
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

  /** Whether a view sends the browser elsewhere, or writes what programs read. */
  private static boolean showsNothing(String view) {
    return view.startsWith("redirect:") || DATA.matcher(view).matches();
  }

  /** Adds the names of views that a returned value may mean; an empty one for what is not known. */
  private static void view(CodeBase code, JavaType type, Expr value, Set<String> views) {
    if (value instanceof Expr.Conditional choice) {
      view(code, type, choice.then(), views);
      view(code, type, choice.otherwise(), views);
      return;
    }
    boolean wrapped =
        value instanceof Expr.New made
            && made.type().name().endsWith("ModelAndView")
            && !made.arguments().isEmpty();
    Expr name = wrapped ? ((Expr.New) value).arguments().get(0) : value;
    String text = code.constantText(name, type);
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
