package dev.msvc.cli;

import dev.msvc.analyzers.history.ChangeReport;
import dev.msvc.analyzers.history.TeamReport;
import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.Change;
import dev.msvc.model.ChangePatterns;
import dev.msvc.model.CoChange;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextTeam;
import dev.msvc.model.Teams;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what the history says of one thing: a few lines, none where evidence is thin. */
final class HistoryExplainer {
  private static final int FEW = 5;

  private final ContextMap map;

  HistoryExplainer(ContextMap map) {
    this.map = map;
  }

  Section people(String context) {
    List<Line> lines = new ArrayList<>();
    for (ContextTeam each : TeamReport.of(map).contexts()) {
      if (each.context().equals(context)) {
        if (each.commits() > 0) {
          lines.add(
              new Line(
                  "%s made more than half of its %s; %d still %s here"
                      .formatted(
                          each.busFactor() == 1 ? "1 person" : each.busFactor() + " people",
                          TrafficExplainer.count(each.commits(), "commit"),
                          each.stillHere(),
                          each.stillHere() == 1 ? "commits" : "commit"),
                  ""));
        }
        each.authors().stream()
            .limit(FEW)
            .forEach(
                author ->
                    lines.add(
                        new Line(
                            "%s: %d of %d recent commits"
                                .formatted(author.author(), author.commits(), each.recent()),
                            "")));
        if (each.straddles()) {
          lines.add(new Line("straddles teams: " + HistoryListings.teams(each, FEW), ""));
        }
      }
    }
    return new Section("Who works on it", lines);
  }

  Section partners(String context) {
    List<Line> lines = new ArrayList<>();
    for (CoChange each : ChangeReport.of(map).pairs()) {
      boolean crosses = ChangeReport.crosses(map, each.from(), each.to());
      boolean ours =
          map.contextOf(each.from()).equals(context) || map.contextOf(each.to()).equals(context);
      if (crosses && ours) {
        lines.add(line(each));
      }
    }
    return new Section("Classes that change with those of other contexts", lines);
  }

  private Line line(CoChange each) {
    return new Line(
        "%s (%s) with %s (%s): %d commits, %s of those to the first"
            .formatted(
                ExplainedLines.simple(each.from()),
                map.contextOf(each.from()),
                ExplainedLines.simple(each.to()),
                map.contextOf(each.to()),
                each.commits(),
                new Percent(each.confidence())),
        "");
  }

  Section history(TypeFact type) {
    List<Line> lines = new ArrayList<>();
    ChangePatterns patterns = ChangeReport.of(map);
    if (!patterns.silent().isEmpty()) {
      return new Section("", lines);
    }
    Map<String, Integer> authors = new TreeMap<>();
    int commits = 0;
    for (Change each : map.analysis().history().changes()) {
      if (each.classes().contains(type.topLevel())) {
        authors.merge(each.author(), 1, Integer::sum);
        commits++;
      }
    }
    for (Map.Entry<String, Integer> each :
        authors.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(FEW)
            .toList()) {
      lines.add(
          new Line("%s: %d of %d commits".formatted(each.getKey(), each.getValue(), commits), ""));
    }
    patterns.pairs().stream()
        .filter(each -> each.from().equals(type.topLevel()) || each.to().equals(type.topLevel()))
        .limit(FEW)
        .forEach(each -> lines.add(line(each)));
    return new Section("Who changes it, and with what", lines);
  }

  /** At most two lines for the first screen. */
  List<String> telling() {
    List<String> lines = new ArrayList<>();
    Teams teams = TeamReport.of(map);
    List<String> straddling =
        teams.contexts().stream().filter(ContextTeam::straddles).map(ContextTeam::context).toList();
    if (!straddling.isEmpty()) {
      lines.add("no one team works on: " + new Many(straddling));
    }
    ChangePatterns patterns = ChangeReport.of(map);
    if (!patterns.pairs().isEmpty()) {
      CoChange hottest = patterns.pairs().get(0);
      if (ChangeReport.crosses(map, hottest.from(), hottest.to())) {
        lines.add(
            "across contexts, %s (%s) and %s (%s) changed together in %d commits"
                .formatted(
                    ExplainedLines.simple(hottest.from()),
                    map.contextOf(hottest.from()),
                    ExplainedLines.simple(hottest.to()),
                    map.contextOf(hottest.to()),
                    hottest.commits()));
      }
    }
    return lines;
  }
}
