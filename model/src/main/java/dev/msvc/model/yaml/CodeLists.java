package dev.msvc.model.yaml;

import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Dependency;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Standing;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unplaced;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of an analysis about classes and what they use of each other. */
final class CodeLists {
  private final ContextMap map;

  CodeLists(ContextMap map) {
    this.map = map;
  }

  static void unplaced(Document document, String name, List<Unplaced> classes) {
    document.list(
        name,
        classes,
        each -> {
          document.className("class", "module", each.className());
          document.optional("nearest", each.nearest());
          document.field("reason", each.reason());
          if (name.equals("mustSplit")) {
            document.list(
                "methods",
                each.methods().entrySet(),
                way -> {
                  document.field("context", way.getKey());
                  document.names("names", way.getValue());
                });
          }
        });
  }

  /** Those kinds that bytecode shows, too, or those that only the source shows. */
  static List<Dependency> ofKinds(List<Dependency> all, boolean compiled) {
    List<Dependency> some = new ArrayList<>(all.size());
    for (Dependency each : all) {
      Map<ReferenceKind, Integer> kinds = new EnumMap<>(each.kinds());
      kinds.keySet().removeIf(kind -> kind.isCompiled() != compiled);
      if (!kinds.isEmpty()) {
        some.add(new Dependency(each.from(), each.to(), kinds, each.place()));
      }
    }
    return some;
  }

  static void dependencies(Document document, String name, List<Dependency> dependencies) {
    document.list(
        name,
        dependencies,
        dependency -> {
          document.className("from", "fromModule", dependency.from());
          document.className("to", "toModule", dependency.to());
          document.object(
              "kinds",
              () ->
                  dependency
                      .kinds()
                      .forEach((kind, count) -> document.field(Document.word(kind), count)));
          document.place(dependency.place());
        });
  }

  void types(Document document, List<TypeFact> types) {
    document.list(
        "types",
        types,
        type -> {
          document.field("name", bare(type.name()));
          document.field("module", type.module());
          document.field("language", type.language());
          document.field("kind", type.kind());
          document.field("topLevel", type.isTopLevel());
          Placement placement = map.placementOf(type.name());
          document.optional("placement", placement == null ? "" : Document.word(placement));
          document.optional("context", map.contextOf(type.name()));
          document.optional("told", map.decomposition().told().getOrDefault(type.topLevel(), ""));
          standing(document, map.decomposition().standings().get(type.topLevel()));
          document.place(type.place());
          document.field("lines", type.lines());
          document.field("generated", type.generated());
        });
  }

  private static void standing(Document document, @Nullable Standing standing) {
    if (standing != null) {
      document.ratio("confidence", standing.confidence());
      document.list(
          "alternatives",
          standing.alternatives(),
          each -> {
            document.field("context", each.context());
            document.ratio("share", each.share());
          });
      document.optional("because", standing.because());
    }
  }

  private static String bare(String name) {
    int module = name.indexOf('@');
    return module < 0 ? name : name.substring(0, module);
  }
}
