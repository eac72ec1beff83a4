package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a command is given: what the method behind it is, less what frameworks hand in. */
final class CommandFields {
  private static final int MOST = 40;

  /** Annotations of what is not said by the one who commands. */
  private static final Set<String> HANDED_IN =
      Set.of(
          "Context",
          "AuthenticationPrincipal",
          "CurrentUser",
          "CurrentSecurityContext",
          "RequestHeader",
          "HeaderParam",
          "CookieValue",
          "CookieParam",
          "SessionAttribute",
          "RequestAttribute",
          "Suspended",
          "MatrixVariable",
          "MatrixParam",
          "Auth",
          "Value");

  private static final List<String> FRAMEWORKS =
      List.of(
          "jakarta.",
          "javax.",
          "org.springframework.",
          "java.security.",
          "java.io.",
          "java.lang.Object",
          "org.apache.",
          "io.micronaut.",
          "io.quarkus.",
          "kotlin.coroutines.");

  private final ContextMap map;
  private final Declarations declared;
  private final Identified identified;
  private final FieldDrafts fields;

  CommandFields(ContextMap map, Declarations declared, Identified identified, FieldDrafts fields) {
    this.map = map;
    this.declared = declared;
    this.identified = identified;
    this.fields = fields;
  }

  List<FieldSpec> of(EntryPoint entry, Subject subject, TypeName owner) {
    TypeFact within = map.type(entry.className());
    List<Declared> given = new ArrayList<>();
    for (Declared each : declared.parameters(entry).orElse(List.of())) {
      TypeFact body = map.type(each.typeName());
      boolean known = KnownTypes.of(each.typeName()) != null;
      if (isHandedIn(each, entry, subject) || (!known && isOfFramework(each.type()))) {
        continue;
      }
      if (body != null && body.kind() != TypeKind.ENUM && !each.isArray()) {
        if (!identified.has(body.name())) {
          declared.of(body).stream().filter(one -> !isId(one.name(), subject)).forEach(given::add);
        }
      } else {
        given.add(each);
      }
    }
    if (within == null) {
      return List.of();
    }
    Map<String, FieldSpec> all = new LinkedHashMap<>();
    for (FieldSpec each : fields.given(within, asked(given), owner)) {
      if (all.size() < MOST) {
        all.putIfAbsent(each.name().snake(), each);
      }
    }
    return List.copyOf(all.values());
  }

  /** What may be left out says so: a parameter of a query where nothing is said must be there. */
  private static List<Declared> asked(List<Declared> given) {
    return given.stream()
        .map(
            each -> {
              boolean must =
                  each.has("RequestParam")
                      && each.says("RequestParam", "required").filter("false"::equals).isEmpty();
              return must ? each.with(Map.of("NotNull", Map.of())) : each;
            })
        .toList();
  }

  private static boolean isHandedIn(Declared parameter, EntryPoint entry, Subject subject) {
    return HANDED_IN.stream().anyMatch(parameter::has)
        || says(parameter, entry)
        || isId(parameter.name(), subject);
  }

  /** Whether a parameter is of the path, before what is asked for. */
  private static boolean says(Declared parameter, EntryPoint entry) {
    String path = String.valueOf(entry.path());
    String name =
        parameter
            .says("PathVariable", "value")
            .or(() -> parameter.says("PathVariable", "name"))
            .or(() -> parameter.says("PathParam", "value"))
            .orElse(parameter.name());
    int at = path.indexOf("{" + name);
    String before = at < 0 ? path : path.substring(0, at);
    boolean first = !before.contains("{");
    boolean last = at >= 0 && !path.substring(at).contains("/");
    boolean ofPath = at >= 0 || parameter.has("PathVariable") || parameter.has("PathParam");
    return ofPath && (first || !last);
  }

  private static boolean isOfFramework(TypeRef type) {
    return FRAMEWORKS.stream().anyMatch(each -> type.name().startsWith(each))
        || type.name().equals("?");
  }

  /** Whether a parameter says which one is meant. */
  static boolean isId(String name, Subject subject) {
    String plain = name.toLowerCase(Locale.ROOT);
    String named = plain.replaceFirst("(id|ids|number|uuid|key|code)$", "");
    boolean names = !named.equals(plain) && subject.fit(named) > 0;
    return plain.equals("id") || plain.equals("ids") || names;
  }
}
