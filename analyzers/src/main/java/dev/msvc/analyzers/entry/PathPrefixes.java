package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.model.Place;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Prefixes that stand before controllers' paths by their classes: those of {@code
 * PathMatchConfigurer.addPathPrefix} and of {@code RequestMappingHandlerMapping.setPathPrefixes}.
 */
final class PathPrefixes {
  private static final String CONFIGURER = "PathMatchConfigurer";
  private static final Set<String> CONFIGURING =
      Set.of("configurePathMatch", "configurePathMatching");
  private static final String MAPPING = "RequestMappingHandlerMapping";
  private static final String OPEN =
      "routes have a prefix that is only known when the program runs";

  /** A prefix and what a controller must be to have it. */
  private record Prefix(String path, String module, ControllerPredicates.Understood asked) {}

  private final Modules modules;
  private final SettingTexts texts;
  private final ControllerPredicates predicates;
  private final List<Prefix> all = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  PathPrefixes(CodeBase code, Modules modules, SpringSettings settings) {
    this.modules = modules;
    texts = new SettingTexts(code, settings);
    predicates = new ControllerPredicates(code, texts);
    PrefixMaps maps = new PrefixMaps();
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        if (CONFIGURING.contains(method.name())) {
          method.calls().forEach(this::configured);
        }
        for (Call call : method.calls()) {
          if (call.name().equals("setPathPrefixes") && call.arguments().size() == 1) {
            mapped(maps, call);
          }
        }
        if (isOwnMapping(type, method)) {
          unread(method.place(), OPEN);
        }
      }
    }
  }

  /** What was seen of prefixes and not understood. */
  List<Unread> unread() {
    return List.copyOf(unread);
  }

  private void configured(Call call) {
    String receiver = call.receiver().name();
    if (call.name().equals("addPathPrefix")
        && call.arguments().size() == 2
        && (receiver.endsWith(CONFIGURER) || !call.receiver().known())) {
      Called in = Called.of(call.caller());
      for (Called each : in.looped(call.arguments().get(0), call.arguments().get(1))) {
        add(call.arguments().get(0), call.arguments().get(1), each, call.place());
      }
    }
  }

  private void mapped(PrefixMaps maps, Call call) {
    List<PrefixMaps.Put> puts = maps.of(call);
    if (puts.isEmpty()) {
      unread(call.place(), OPEN);
    }
    puts.forEach(each -> add(each.prefix(), each.predicate(), each.in(), each.place()));
  }

  private void add(Expr prefix, Expr predicate, Called in, Place place) {
    String path = texts.of(prefix, in);
    if (path == null || path.contains(Texts.HOLE)) {
      unread(place, OPEN);
      return;
    }
    if (path.isBlank()) {
      return;
    }
    ControllerPredicates.Understood asked = predicates.of(predicate, in);
    if (!asked.whole()) {
      unread(
          place,
          "which routes have the prefix '%s' is only known when the program runs".formatted(path));
    }
    all.add(new Prefix(path, in.holder().owner().module(), asked));
  }

  private void unread(Place place, String reason) {
    Unread found = new Unread(place.file(), place.line(), reason);
    if (!unread.contains(found)) {
      unread.add(found);
    }
  }

  /** Whether a method puts paths of its own before those that it is given. */
  private static boolean isOwnMapping(JavaType type, JavaMethod method) {
    return method.name().equals("getMappingForMethod")
        && type.superclass() != null
        && type.superclass().name().endsWith(MAPPING)
        && method.calls().stream().anyMatch(each -> each.name().equals("combine"))
        && method.calls().stream().anyMatch(Dispatches::isSuper);
  }

  /** The prefix of a controller; empty for none. */
  String of(JavaType controller, Lineage lineage) {
    for (Prefix each : all) {
      if (modules.mayMeet(each.module(), controller.module())
          && each.asked().matches(controller, lineage)) {
        return each.path();
      }
    }
    return "";
  }
}
