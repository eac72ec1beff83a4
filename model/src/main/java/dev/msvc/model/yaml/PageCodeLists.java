package dev.msvc.model.yaml;

import static dev.msvc.model.yaml.CompactLists.Column.number;
import static dev.msvc.model.yaml.CompactLists.Column.place;
import static dev.msvc.model.yaml.CompactLists.Column.text;
import static dev.msvc.model.yaml.CompactLists.Column.texts;
import static dev.msvc.model.yaml.CompactLists.Column.word;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Coupling;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Standing;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unplaced;
import dev.msvc.model.yaml.CompactLists.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page's lists of contexts, classes and entry points hold. */
final class PageCodeLists {
  private final ContextMap map;

  PageCodeLists(ContextMap map) {
    this.map = map;
  }

  List<Column<BoundedContext>> contexts() {
    return List.of(
        text("name", BoundedContext::name),
        text("id", BoundedContext::id),
        number("classes", each -> each.classes().size()),
        number("tables", each -> each.tables().size()),
        number("entryPoints", each -> map.entryPoints(each.name()).size()),
        number("lines", this::lines),
        number("crossing", each -> percent(each.coupling().share())),
        number("outgoing", each -> each.coupling().outgoing()),
        number("incoming", each -> each.coupling().incoming()),
        number("internal", each -> each.coupling().internal()),
        number("foreignReads", each -> each.coupling().foreignReads()),
        number("foreignWrites", each -> each.coupling().foreignWrites()),
        number("writtenByOthers", each -> each.coupling().writtenByOthers()),
        number("transactions", each -> each.coupling().transactions()),
        texts("evidence", BoundedContext::evidence));
  }

  private int lines(BoundedContext context) {
    int lines = 0;
    for (String each : context.classes()) {
      TypeFact type = map.type(each);
      lines += type == null ? 0 : type.lines();
    }
    return lines;
  }

  List<Column<Coupling>> couplings() {
    return List.of(
        text("from", Coupling::from),
        text("to", Coupling::to),
        number("references", Coupling::references),
        number("reads", Coupling::reads),
        number("writes", Coupling::writes));
  }

  List<TypeFact> topLevel() {
    return map.facts().types().stream().filter(TypeFact::isTopLevel).toList();
  }

  List<Column<TypeFact>> classes() {
    return List.of(
        text("name", TypeFact::name),
        text("role", this::role),
        text("context", this::context),
        number("confidence", each -> confidence(standing(each))),
        texts("alternatives", each -> alternatives(standing(each))),
        text("told", each -> map.decomposition().told().getOrDefault(each.name(), "")),
        text("reason", this::reason),
        texts("ways", this::ways),
        word("kind", TypeFact::kind),
        word("language", TypeFact::language),
        number("lines", TypeFact::lines),
        number("methods", each -> each.methods().size()),
        place("at", TypeFact::place));
  }

  private String role(TypeFact type) {
    Placement placement = map.placementOf(type.name());
    return placement == null
        ? "none"
        : placement == Placement.CONTEXT ? "member" : Document.word(placement);
  }

  /** Its context, or the one that it is nearest to. */
  private String context(TypeFact type) {
    Unplaced unplaced = map.unplaced(type.name());
    return unplaced == null ? map.contextOf(type.name()) : unplaced.nearest();
  }

  private @Nullable Standing standing(TypeFact type) {
    return map.decomposition().standings().get(type.name());
  }

  /** In percent; -1 where nobody counted. */
  private static int confidence(@Nullable Standing standing) {
    return standing == null ? -1 : percent(standing.confidence());
  }

  private static List<String> alternatives(@Nullable Standing standing) {
    return standing == null
        ? List.of()
        : standing.alternatives().stream()
            .map(each -> "%s %d %%".formatted(each.context(), percent(each.share())))
            .toList();
  }

  private String reason(TypeFact type) {
    Unplaced unplaced = map.unplaced(type.name());
    return unplaced == null ? "" : unplaced.reason();
  }

  private List<String> ways(TypeFact type) {
    Unplaced unplaced = map.unplaced(type.name());
    List<String> ways = new ArrayList<>();
    if (unplaced != null) {
      unplaced
          .methods()
          .forEach((context, names) -> ways.add(context + ": " + String.join(", ", names)));
    }
    return ways;
  }

  List<Column<Dependency>> dependencies() {
    return List.of(
        text("from", Dependency::from),
        text("to", Dependency::to),
        number("count", Dependency::count),
        text("kinds", PageCodeLists::kinds),
        place("at", Dependency::place));
  }

  private static String kinds(Dependency dependency) {
    List<String> kinds = new ArrayList<>();
    dependency.kinds().forEach((kind, count) -> kinds.add(Document.word(kind) + " " + count));
    return String.join(", ", kinds);
  }

  List<Column<EntryPoint>> entryPoints() {
    return List.of(
        text("id", EntryPoint::id),
        word("kind", EntryPoint::kind),
        text("context", each -> map.contextOf(each.className())),
        text("class", each -> map.topLevel(each.className())),
        text("method", EntryPoint::method),
        word("certainty", EntryPoint::certainty),
        place("at", EntryPoint::place));
  }

  /** Rounded down: only all is 100. */
  static int percent(double share) {
    return (int) Math.floor(share * 100 + 1e-9);
  }
}
