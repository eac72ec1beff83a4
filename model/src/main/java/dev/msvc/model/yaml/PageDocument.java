package dev.msvc.model.yaml;

import dev.msvc.model.Access;
import dev.msvc.model.Conclusions;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Dependency;
import dev.msvc.model.Place;
import dev.msvc.model.Roadmap;
import dev.msvc.model.Unread;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The data of the page that {@code msvc export html} writes, bounded at any size. It is read by the
 * script of the same page, and promised to nobody else.
 */
public final class PageDocument {
  private static final int DEPENDENCIES = 60_000;
  private static final int ACCESSES = 60_000;
  private static final int CUTS = 10_000;
  private static final int CHANGES = 2_000;
  private static final int UNREAD = 5_000;

  private final ContextMap map;
  private final Conclusions conclusions;
  private final Roadmap roadmap;
  private final List<Dependency> dependencies;
  private final List<Access> accesses;

  public PageDocument(ContextMap map, Conclusions conclusions, Roadmap roadmap) {
    this.map = map;
    this.conclusions = conclusions;
    this.roadmap = roadmap;
    this.dependencies = new ArrayList<>(map.decomposition().dependencies());
    dependencies.sort(
        Comparator.comparing((Dependency each) -> !crosses(each))
            .thenComparingInt(each -> -each.count()));
    this.accesses = map.facts().accesses().stream().filter(each -> !each.isMigration()).toList();
  }

  private boolean crosses(Dependency dependency) {
    String from = map.contextOf(dependency.from());
    String to = map.contextOf(dependency.to());
    return !from.isEmpty() && !to.isEmpty() && !from.equals(to);
  }

  /** Writes everything. */
  public void write(Writer to) {
    Decomposition decomposition = map.decomposition();
    PageCodeLists code = new PageCodeLists(map);
    PageDataLists data = new PageDataLists(map);
    try (CompactLists lists = new CompactLists(to)) {
      lists.list("contexts", decomposition.contexts(), code.contexts());
      lists.list("couplings", map.couplings(), code.couplings());
      lists.list("classes", code.topLevel(), code.classes());
      lists.list("dependencies", first(dependencies, DEPENDENCIES), code.dependencies());
      lists.list("entrypoints", map.facts().entryPoints(), code.entryPoints());
      lists.list("tables", map.facts().tables(), data.tables());
      lists.list("accesses", first(accesses, ACCESSES), data.accesses());
      lists.list("aggregates", conclusions.aggregates(), data.aggregates());
      lists.list("cuts", first(conclusions.cuts(), CUTS), PageWorkLists.cuts());
      lists.list("findings", conclusions.findings(), PageWorkLists.findings());
      lists.list("questions", conclusions.questions(), PageWorkLists.questions());
      lists.list(
          "extractions", PageWorkLists.extractions(roadmap), PageWorkLists.extractionColumns());
      lists.list("steps", PageWorkLists.steps(roadmap), PageWorkLists.stepColumns());
      lists.list("teams", conclusions.teams().contexts(), PageWorkLists.teams());
      lists.list(
          "changes", first(conclusions.patterns().pairs(), CHANGES), PageWorkLists.changes());
      lists.list("unread", first(map.facts().unread(), UNREAD), unread());
    }
  }

  private static List<CompactLists.Column<Unread>> unread() {
    return List.of(
        CompactLists.Column.place("at", each -> new Place(each.file(), each.line())),
        CompactLists.Column.text("reason", Unread::reason));
  }

  /** What the page leaves out, each with the command that lists it. */
  public List<String> omitted() {
    List<String> sentences = new ArrayList<>();
    omit(sentences, dependencies.size() - DEPENDENCIES, "references", "get dependencies -o wide");
    omit(sentences, accesses.size() - ACCESSES, "accesses of tables", "get tables -o json");
    omit(sentences, conclusions.cuts().size() - CUTS, "cuts", "get cuts -o wide");
    omit(
        sentences,
        conclusions.patterns().pairs().size() - CHANGES,
        "pairs of classes that change together",
        "get cochange");
    omit(sentences, map.facts().unread().size() - UNREAD, "not understood", "get unread");
    long places = 0;
    for (Cut each : conclusions.cuts()) {
      places += Math.max(0, each.places().size() - PageWorkLists.PLACES);
    }
    omit(sentences, places, "places of cuts", "get cuts -o wide");
    sentences.add("Nested types, methods and fields: msvc analyze -o json");
    sentences.add("Transactions one by one: msvc get transactions -o wide");
    sentences.add("Published figures: msvc get metrics");
    return sentences;
  }

  private static void omit(List<String> sentences, long more, String what, String command) {
    if (more > 0) {
      sentences.add(String.format(Locale.ROOT, "%,d more %s: msvc %s", more, what, command));
    }
  }

  private static <T> List<T> first(List<T> all, int count) {
    return all.size() <= count ? all : all.subList(0, count);
  }
}
