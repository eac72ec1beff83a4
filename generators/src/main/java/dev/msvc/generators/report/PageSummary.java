package dev.msvc.generators.report;

import dev.msvc.model.Advice;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Conclusions;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Coverage;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Extraction;
import dev.msvc.model.Finding;
import dev.msvc.model.Ownership;
import dev.msvc.model.Roadmap;
import dev.msvc.model.Share;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a page says first, and without a script: as {@code msvc analyze}, in its order. */
final class PageSummary {
  private static final int FEW = 5;
  private static final int ROWS = 200;

  private final ContextMap map;
  private final Conclusions conclusions;
  private final Roadmap roadmap;

  PageSummary(ContextMap map, Conclusions conclusions, Roadmap roadmap) {
    this.map = map;
    this.conclusions = conclusions;
    this.roadmap = roadmap;
  }

  /** A figure with its name. */
  public record Figure(String value, String name) {}

  /**
   * How much of one kind was understood.
   *
   * @param percent rounded down
   */
  public record Covered(String what, String of, int percent, boolean none) {}

  /** A table that more than one context writes. */
  public record Contested(String name, String owner, String writers, String foreignWrites) {}

  /** A finding of a rule of which none stands above. */
  public record Danger(String rule, String severity, String message) {}

  /** A row of the table of contexts. */
  public record Row(
      String name,
      String classes,
      String tables,
      String entryPoints,
      int crossing,
      String outgoing,
      String incoming,
      String foreign) {}

  /** A context's turn. */
  public record Turn(
      String turn,
      String name,
      String classes,
      String tables,
      String days,
      String risk,
      String why) {}

  Map<String, Object> data() {
    Advice advice = map.analysis().advice();
    Map<String, Object> data = new HashMap<>();
    data.put("system", system());
    data.put("figures", figures());
    data.put("coverage", coverage());
    data.put("failed", map.facts().coverage().failed());
    data.put("advice", advice);
    data.put("contested", contested());
    data.put("contestedCount", ContextReport.counted(map.contestedTables().size(), "table"));
    data.put("findings", dangers());
    data.put("findingCount", ContextReport.counted(conclusions.findings().size(), "finding"));
    data.put("contexts", contexts());
    data.put("moreContexts", Math.max(0, map.decomposition().contexts().size() - ROWS));
    data.put("outside", outside());
    data.put("order", turns(roadmap.order(), true));
    data.put("leave", turns(roadmap.leave(), false));
    data.put("days", roadmap.effort().toString());
    data.put("questions", ContextReport.counted(conclusions.questions().size(), "question"));
    return data;
  }

  /** The longest package that nine of ten classes share: what the system calls itself. */
  private String system() {
    Map<String, Integer> packages = new HashMap<>();
    int all = 0;
    for (TypeFact each : map.facts().types()) {
      if (each.isTopLevel()) {
        all++;
        String name = each.packageName();
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
          packages.merge(name.substring(0, end), 1, Integer::sum);
        }
      }
    }
    String longest = "";
    for (Map.Entry<String, Integer> each : packages.entrySet()) {
      if (each.getValue() * 10 >= all * 9 && each.getKey().length() > longest.length()) {
        longest = each.getKey();
      }
    }
    return longest;
  }

  private List<Figure> figures() {
    SourceSummary summary = map.facts().summary();
    return List.of(
        figure(map.decomposition().contexts().size(), "context"),
        figure(summary.types(), "type"),
        figure(summary.lines(), "line"),
        figure(map.facts().tables().size(), "table"),
        figure(map.facts().entryPoints().size(), "entry point"),
        figure(conclusions.cuts().size(), "cut"));
  }

  private static Figure figure(int count, String what) {
    return new Figure(number(count), count == 1 ? what : what + "s");
  }

  private List<Covered> coverage() {
    Coverage coverage = map.facts().coverage();
    List<Covered> rows = new ArrayList<>();
    rows.add(covered("Java files", coverage.files()));
    coverage
        .otherLanguages()
        .forEach((language, share) -> rows.add(covered(language + " files", share)));
    rows.add(covered("SQL and JPQL statements", coverage.statements()));
    rows.add(covered("Entities and mappers", coverage.mappings()));
    rows.add(covered("Migrations", coverage.migrations()));
    rows.add(covered("Calls with a known receiver", coverage.calls()));
    if (coverage.hidesEntryPoints()) {
      rows.add(covered("Entry points, or methods that may be some", coverage.entryPoints()));
    }
    if (map.hidesTransactions()) {
      rows.add(covered("Written tables in transactions", map.writtenInTransactions()));
    }
    return rows;
  }

  private static Covered covered(String what, Share share) {
    return share.all() == 0
        ? new Covered(what, "none found", 0, true)
        : new Covered(
            what,
            number(share.read()) + " of " + number(share.all()),
            (int) (share.read() * 100L / share.all()),
            false);
  }

  private List<Contested> contested() {
    List<Contested> rows = new ArrayList<>();
    for (TableFact each : map.contestedTables().stream().limit(FEW).toList()) {
      Ownership ownership = map.ownership(each.name());
      rows.add(
          new Contested(
              each.name(),
              ownership.owner(),
              String.join(", ", ownership.writers()),
              number(map.foreignWrites(each.name()))));
    }
    return rows;
  }

  /** One of each rule. */
  private List<Danger> dangers() {
    List<Danger> rows = new ArrayList<>();
    Set<String> rules = new HashSet<>(Set.of("MSVC-F06-MANY-WRITERS"));
    for (Finding each : conclusions.findings()) {
      if (!each.isAccepted() && rows.size() < FEW && rules.add(each.rule())) {
        String rule = each.rule().replaceFirst("^MSVC-(F\\d+).*", "$1");
        rows.add(new Danger(rule, each.severity().name().toLowerCase(Locale.ROOT), each.told()));
      }
    }
    return rows;
  }

  private List<Row> contexts() {
    List<Row> rows = new ArrayList<>();
    for (BoundedContext each : ContextReport.bySize(map.decomposition().contexts())) {
      BoundedContext.Coupling coupling = each.coupling();
      if (rows.size() < ROWS) {
        rows.add(
            new Row(
                each.name(),
                number(each.classes().size()),
                number(map.tablesWithRows(each).size()),
                number(map.entryPoints(each.name()).size()),
                (int) Math.round(coupling.share() * 100),
                number(coupling.outgoing()),
                number(coupling.incoming()),
                number(coupling.foreignReads() + coupling.foreignWrites())));
      }
    }
    return rows;
  }

  private String outside() {
    Decomposition decomposition = map.decomposition();
    return "%s shared, %s to split, %s technical"
        .formatted(
            number(decomposition.shared().size()),
            number(decomposition.mustSplit().size()),
            number(decomposition.technical().size()));
  }

  private static List<Turn> turns(List<Extraction> extractions, boolean numbered) {
    List<Turn> turns = new ArrayList<>();
    for (Extraction each : extractions) {
      if (turns.size() < ROWS) {
        turns.add(
            new Turn(
                numbered ? Integer.toString(turns.size() + 1) : "",
                String.join(", ", each.contexts()),
                number(each.classes()),
                number(each.tables().size()),
                each.effort().toString(),
                each.risk().level().name().toLowerCase(Locale.ROOT),
                each.together().isEmpty() ? each.why() : each.together() + "; " + each.why()));
      }
    }
    return turns;
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
