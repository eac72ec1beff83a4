package dev.msvc.model.yaml;

import dev.msvc.model.AuthorWork;
import dev.msvc.model.ChangePatterns;
import dev.msvc.model.ClassChange;
import dev.msvc.model.CoChange;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextTeam;
import dev.msvc.model.History;
import dev.msvc.model.HistoryState;
import dev.msvc.model.HistorySummary;
import dev.msvc.model.Teams;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The lists of an analysis about who changes what. */
final class HistoryLists {
  /** The whole lists are in the documents of their own. */
  private static final int MOST = 50;

  private final ContextMap map;

  HistoryLists(ContextMap map) {
    this.map = map;
  }

  void history(Document document, Teams teams, ChangePatterns patterns) {
    document.object(
        "history",
        () -> {
          History history = map.analysis().history();
          summary(document, history.summary());
          document.field("counted", history.changes().size());
          document.optional("teamsSilent", teams.silent());
          document.field("codeOwners", teams.codeOwners());
          teams(document, teams.contexts());
          authors(document, first(teams.authors()));
          document.optional("changeSilent", patterns.silent());
          document.field("jointCommits", patterns.joint());
          document.field("crossingCommits", patterns.crossing());
          classes(document, first(patterns.classes()));
          pairs(document, first(patterns.pairs()));
        });
  }

  private static <T> List<T> first(List<T> all) {
    return all.size() <= MOST ? all : all.subList(0, MOST);
  }

  private static void summary(Document document, HistorySummary summary) {
    document.field("commits", summary.commits());
    document.field("merges", summary.merges());
    document.field("massCommits", summary.mass());
    document.field("botCommits", summary.bots());
    document.field("massLimit", summary.massLimit());
    document.optional("from", summary.commits() == 0 ? "" : day(summary.from()));
    document.optional("to", summary.commits() == 0 ? "" : day(summary.to()));
    document.field("state", summary.state().word());
    document.field("shallow", summary.state() == HistoryState.SHALLOW);
  }

  /** A day in UTC. */
  private static String day(long seconds) {
    return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  static void teams(Document document, List<ContextTeam> teams) {
    document.list(
        "teams",
        teams,
        each -> {
          document.field("context", each.context());
          document.field("commits", each.commits());
          document.field("recent", each.recent());
          document.field("busFactor", each.busFactor());
          document.field("stillHere", each.stillHere());
          document.field("straddles", each.straddles());
          document.list(
              "shares",
              each.teams(),
              team -> {
                document.field("team", team.team());
                document.ratio("share", team.share());
              });
          document.list(
              "authors",
              first(each.authors()),
              author -> {
                document.field("author", author.author());
                document.field("commits", author.commits());
                document.ratio("share", author.share());
              });
        });
  }

  static void authors(Document document, List<AuthorWork> authors) {
    document.list(
        "authors",
        authors,
        each -> {
          document.field("author", each.author());
          document.field("commits", each.commits());
          document.optional("home", each.home());
          document.ratio("atHome", each.atHome());
          document.names("contexts", each.contexts());
        });
  }

  void classes(Document document, List<ClassChange> classes) {
    document.list(
        "changes",
        classes,
        each -> {
          document.className("class", "module", each.className());
          document.optional("context", map.contextOf(each.className()));
          document.field("commits", each.commits());
          document.field("recent", each.recent());
          document.field("people", each.authors());
        });
  }

  void pairs(Document document, List<CoChange> pairs) {
    document.list(
        "cochanges",
        pairs,
        each -> {
          document.className("from", "fromModule", each.from());
          document.className("to", "toModule", each.to());
          document.optional("fromContext", map.contextOf(each.from()));
          document.optional("toContext", map.contextOf(each.to()));
          document.field("commits", each.commits());
          document.ratio("confidence", each.confidence());
          document.field("last", day(each.last()));
        });
  }
}
