package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.TraitKind;
import dev.msvc.model.service.StandardOperation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What entry points answer: services answer data, and neither pages nor ways to them. */
final class Answers {
  private static final String SPRING = "org.springframework.";
  private static final Set<String> VIEWS =
      Set.of(
          "ModelAndView",
          "ActionForward",
          "Resolution",
          "RedirectView",
          "View",
          "Viewable",
          "Rendering",
          "TemplateInstance");
  private static final Set<String> WRAPPERS =
      Set.of(
          "ResponseEntity",
          "HttpEntity",
          "Mono",
          "Uni",
          "Optional",
          "Callable",
          "DeferredResult",
          "CompletableFuture",
          "CompletionStage");

  /** Of libraries, beside collections. */
  private static final Set<String> SEVERAL =
      Set.of("Flux", "Multi", "Stream", "Page", "Slice", "PagedModel", "CollectionModel");

  private final Declarations declared;
  private final OwnTypes own;
  private final Set<List<String>> pages = new HashSet<>();

  Answers(ContextMap map, Declarations declared) {
    this.declared = declared;
    this.own = new OwnTypes(map);
    map.facts().traits().stream()
        .filter(each -> each.kind() == TraitKind.PAGE)
        .forEach(each -> pages.add(List.of(each.className(), each.method())));
  }

  /** Why nothing of a service answers what an entry point does; empty where something may. */
  Optional<String> against(EntryPoint entry) {
    if (pages.contains(List.of(entry.className(), entry.method()))) {
      return Optional.of("renders a page");
    }
    return declared.method(entry).filter(this::isForBrowsers).isPresent()
        ? Optional.of("answers a browser, by a page or the way to one")
        : Optional.empty();
  }

  /** The same of one operation, which answers either one or several. */
  Optional<String> against(EntryPoint entry, Subject subject, StandardOperation operation) {
    Optional<String> against = against(entry);
    if (against.isPresent()) {
      return against;
    }
    TypeRef result = declared.method(entry).map(each -> bare(each.result())).orElse(TypeRef.OBJECT);
    boolean many = isMany(result, subject);
    boolean one = !many && isOf(result, subject);
    if (operation == StandardOperation.GET && many) {
      return Optional.of("a query of its own on " + subject.name());
    }
    return operation == StandardOperation.LIST && one
        ? Optional.of("answers one %s, and nothing in it says which".formatted(subject.name()))
        : Optional.empty();
  }

  /** Whether it is of several; a map from names to what one has is one. */
  private static boolean isMany(TypeRef result, Subject subject) {
    boolean several = !KnownTypes.isMap(result.name()) || isOf(Holdings.element(result), subject);
    return SEVERAL.contains(result.simpleName()) || (Holdings.isMany(result) && several);
  }

  private static boolean isOf(TypeRef type, Subject subject) {
    return type.simpleName().endsWith(subject.name().value());
  }

  private static TypeRef bare(TypeRef type) {
    return WRAPPERS.contains(type.simpleName()) && type.arguments().size() == 1
        ? bare(type.argument(0))
        : type;
  }

  private boolean isForBrowsers(JavaMethod method) {
    String result = method.result().simpleName();
    JavaType owner = method.owner();
    boolean view = VIEWS.contains(result) && own.named(method.result(), owner).isEmpty();
    TypeRef above = owner.superclass();
    boolean names =
        owner.annotations().stream()
            .map(Annotation::name)
            .anyMatch((SPRING + "stereotype.Controller")::equals);
    boolean writes =
        owner.annotation(SPRING + "web.bind.annotation.ResponseBody") != null
            || method.annotation(SPRING + "web.bind.annotation.ResponseBody") != null;
    boolean struts = above != null && above.simpleName().equals("ActionSupport");
    return view || (result.equals("String") && ((names && !writes) || struts));
  }
}
