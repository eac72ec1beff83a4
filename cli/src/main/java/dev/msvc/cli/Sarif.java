package dev.msvc.cli;

import dev.msvc.analyzers.check.BoundaryRules;
import dev.msvc.analyzers.check.Violations;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Violation;
import dev.msvc.model.Word;
import dev.msvc.model.yaml.SarifDocument;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Violations as code hosts show them beside the lines. */
final class Sarif {
  private Sarif() {}

  /** Those that are new. */
  static SarifDocument of(List<Violation> violations) {
    return of(violations, Map.of());
  }

  /** All of an analysis, those that the user accepts as suppressed. */
  static SarifDocument of(Analyzed analyzed) {
    List<Violation> all = Violations.of(analyzed.map());
    Map<String, String> accepted = new HashMap<>();
    for (Violation each : all) {
      Word.Accepted line = analyzed.accepted().of(each.id(), each.key());
      if (line != null) {
        accepted.put(each.id(), line.reason());
      }
    }
    return of(all, accepted);
  }

  private static SarifDocument of(List<Violation> violations, Map<String, String> accepted) {
    Map<FindingRule, String> pages = new LinkedHashMap<>();
    BoundaryRules.all().forEach(each -> pages.put(each, BoundaryRules.page(each.id())));
    return new SarifDocument(violations, accepted, pages, VersionCommand.version());
  }
}
