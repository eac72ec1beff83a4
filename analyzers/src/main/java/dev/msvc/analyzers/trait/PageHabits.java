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

/** Pages that controllers have rendered, their templates, and texts that come from bundles. */
final class PageHabits {
  private static final String SPRING = "org.springframework.";
  private static final Set<String> MESSAGE_SOURCES =
      Set.of(
          SPRING + "context.MessageSource",
          SPRING + "context.support.MessageSourceAccessor",
          SPRING + "context.support.ResourceBundleMessageSource",
          SPRING + "context.support.ReloadableResourceBundleMessageSource");

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
      found.add(
          TraitKind.PAGE, type.simpleName() + "." + method.name(), "renders a page", method.line());
      Set<String> templates = new TreeSet<>();
      Bodies.returned(method).forEach(each -> template(code, type, each, templates));
      for (String each : templates) {
        found.add(TraitKind.TEMPLATE, each, "renders " + each, method.line());
      }
    }
  }

  private static void template(CodeBase code, JavaType type, Expr value, Set<String> templates) {
    if (value instanceof Expr.Conditional choice) {
      template(code, type, choice.then(), templates);
      template(code, type, choice.otherwise(), templates);
      return;
    }
    boolean wrapped =
        value instanceof Expr.New made
            && made.type().name().endsWith("ModelAndView")
            && !made.arguments().isEmpty();
    Expr name = wrapped ? ((Expr.New) value).arguments().get(0) : value;
    String text = code.constantText(name, type);
    if (text != null && !text.isBlank() && text.indexOf(':') < 0) {
      templates.add(text.strip());
    }
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
