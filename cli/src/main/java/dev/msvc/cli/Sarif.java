package dev.msvc.cli;

import dev.msvc.analyzers.check.BoundaryRules;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Violation;
import dev.msvc.model.yaml.SarifDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Violations as code hosts show them beside the lines. */
final class Sarif {
  private Sarif() {}

  static SarifDocument of(List<Violation> violations) {
    Map<FindingRule, String> pages = new LinkedHashMap<>();
    BoundaryRules.all().forEach(each -> pages.put(each, BoundaryRules.page(each.id())));
    return new SarifDocument(violations, pages, VersionCommand.version());
  }
}
