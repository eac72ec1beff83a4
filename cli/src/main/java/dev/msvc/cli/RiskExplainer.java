package dev.msvc.cli;

import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what a rule looks for, and what it or one of its findings found. */
final class RiskExplainer {
  private final List<Finding> findings;
  private final List<FindingRule> rules;

  RiskExplainer(List<Finding> findings, List<FindingRule> rules) {
    this.findings = findings;
    this.rules = rules;
  }

  Explanation rule(FindingRule rule) {
    List<Finding> found = findings.stream().filter(each -> each.rule().equals(rule.id())).toList();
    return new Explanation(
        "rule",
        rule.id(),
        rule.title() + ": " + found.size() + " found here",
        List.of(
            text("How it is found", rule.found()),
            text("Why it kills migrations", rule.kills()),
            text("What to do", rule.remedy()),
            text("How to accept it", accepting("the id of a finding")),
            new Section("Found", found.stream().map(RiskExplainer::found).toList()),
            new Section(
                "Where, of the first",
                found.stream().limit(1).flatMap(RiskExplainer::evidence).toList())));
  }

  /**
   * All rules of one row of what kills migrations, each with what it found.
   *
   * @param row as the first screen calls it: F01 to F17
   */
  Explanation row(String row) {
    List<FindingRule> all = rules.stream().filter(each -> row(each).equals(row)).toList();
    List<Section> sections = new ArrayList<>();
    int found = 0;
    for (FindingRule rule : all) {
      List<Line> lines =
          findings.stream()
              .filter(each -> each.rule().equals(rule.id()))
              .map(RiskExplainer::found)
              .toList();
      found += lines.size();
      sections.add(
          new Section(
              "%s: %s".formatted(rule.id(), rule.title()),
              lines.isEmpty() ? List.of(new Line("none found here", "")) : lines));
    }
    return new Explanation(
        "rules",
        row,
        "%d rules, each of which can be explained: %d found here".formatted(all.size(), found),
        sections);
  }

  /** What stands between the dashes first in the id of a rule. */
  static String row(FindingRule rule) {
    return rule.id().split("-", -1)[1];
  }

  Explanation finding(Finding finding) {
    String kills =
        rules.stream()
            .filter(each -> each.id().equals(finding.rule()))
            .map(FindingRule::kills)
            .findFirst()
            .orElse("");
    return new Explanation(
        "finding",
        finding.id(),
        "%s (%s, %s)"
            .formatted(
                finding.message(),
                Listings.word(finding.severity()),
                Listings.word(finding.certainty())),
        List.of(
            text("Why it kills migrations", kills),
            text("What to do", finding.remedy()),
            finding
                .accepted()
                .map(
                    line ->
                        new Section(
                            "Accepted",
                            List.of(new Line(RiskListings.accepted(finding), line.id().place()))))
                .orElse(text("How to accept it", accepting(finding.id()))),
            new Section("What shows it", evidence(finding).toList())));
  }

  private static Line found(Finding finding) {
    return new Line((finding.isAccepted() ? "accepted: " : "") + finding.told(), "");
  }

  private static String accepting(String id) {
    return "list it in msvc.yaml under 'accepted', with a reason and a day: id: " + id;
  }

  private static Section text(String title, String text) {
    return new Section(
        title,
        Text.wrapped(text, Text.WIDTH - 2).stream().map(each -> new Line(each, "")).toList());
  }

  private static Stream<Line> evidence(Finding finding) {
    return finding.evidence().stream().map(each -> new Line(each.what(), each.place().toString()));
  }
}
