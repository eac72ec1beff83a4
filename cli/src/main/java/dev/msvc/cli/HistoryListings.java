package dev.msvc.cli;

import static dev.msvc.cli.Listing.Column.shown;
import static dev.msvc.cli.Listing.Column.wide;

import dev.msvc.analyzers.history.ChangeReport;
import dev.msvc.analyzers.history.TeamReport;
import dev.msvc.model.AuthorWork;
import dev.msvc.model.ClassChange;
import dev.msvc.model.CoChange;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextTeam;
import dev.msvc.model.TeamShare;
import dev.msvc.model.yaml.AnalysisDocument;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/** The lists of {@code msvc get} about who changes what. */
final class HistoryListings {
  private final ContextMap map;
  private final Supplier<AnalysisDocument> document;

  HistoryListings(ContextMap map, Supplier<AnalysisDocument> document) {
    this.map = map;
    this.document = document;
  }

  /** Why a list is empty, where the evidence is thin; empty for other lists. */
  static String silent(ContextMap map, String noun) {
    return switch (noun) {
      case "teams", "authors" -> TeamReport.of(map).silent();
      case "change", "cochange" -> ChangeReport.of(map).silent();
      case "traffic", "unmatched" -> TrafficListings.silent(map.analysis().traffic());
      default -> "";
    };
  }

  Listing<ContextTeam> teams() {
    return new Listing<>(
        "teams",
        TeamReport.of(map).contexts(),
        ContextTeam::context,
        team -> team.context()::equals,
        List.of(
            shown("CONTEXT", ContextTeam::context),
            shown("COMMITS", ContextTeam::recent),
            shown("PEOPLE", team -> team.authors().size()),
            shown("MAIN AUTHOR", HistoryListings::mainAuthor),
            shown("BUS FACTOR", ContextTeam::busFactor),
            shown("STILL HERE", ContextTeam::stillHere),
            shown("STRADDLES", team -> team.straddles() ? teams(team, 2) : "-"),
            wide("COMMITS EVER", ContextTeam::commits),
            wide("TEAMS", team -> teams(team, Integer.MAX_VALUE)),
            wide("AUTHORS", HistoryListings::authors)),
        items -> document.get().teams(items));
  }

  private static String mainAuthor(ContextTeam team) {
    return team.authors().isEmpty()
        ? "-"
        : team.authors().get(0).author() + " " + new Percent(team.authors().get(0).share());
  }

  static String authors(ContextTeam team) {
    return String.join(
        ", ",
        team.authors().stream()
            .map(each -> each.author() + " " + new Percent(each.share()))
            .toList());
  }

  static String teams(ContextTeam team, int most) {
    List<TeamShare> teams = team.teams().stream().limit(most).toList();
    return teams.isEmpty()
        ? "-"
        : String.join(
            ", ",
            teams.stream().map(each -> each.team() + " " + new Percent(each.share())).toList());
  }

  Listing<AuthorWork> authors() {
    return new Listing<>(
        "authors",
        TeamReport.of(map).authors(),
        AuthorWork::author,
        work -> work.contexts()::contains,
        List.of(
            shown("NAME", AuthorWork::author),
            shown("COMMITS", AuthorWork::commits),
            shown("HOME", AuthorWork::home),
            shown("AT HOME", work -> new Percent(work.atHome())),
            shown("CONTEXTS", work -> new Many(work.contexts()))),
        items -> document.get().authors(items));
  }

  Listing<ClassChange> change() {
    return new Listing<>(
        "change",
        ChangeReport.of(map).classes(),
        ClassChange::className,
        change -> map.contextOf(change.className())::equals,
        List.of(
            shown("CLASS", ClassChange::className),
            shown("CONTEXT", change -> context(change.className())),
            shown("RECENT", ClassChange::recent),
            shown("EVER", ClassChange::commits),
            shown("PEOPLE", ClassChange::authors),
            shown("MOST WITH", this::partner)),
        items -> document.get().change(items));
  }

  private String partner(ClassChange change) {
    CoChange pair = change.partner();
    if (pair == null) {
      return "-";
    }
    String other = pair.from().equals(change.className()) ? pair.to() : pair.from();
    return "%s %d".formatted(ExplainedLines.simple(other), pair.commits());
  }

  Listing<CoChange> cochange() {
    return new Listing<>(
        "cochange",
        ChangeReport.of(map).pairs(),
        pair -> pair.from() + " -> " + pair.to(),
        pair ->
            context ->
                map.contextOf(pair.from()).equals(context)
                    || map.contextOf(pair.to()).equals(context),
        List.of(
            shown("WHO CHANGES", pair -> ExplainedLines.simple(pair.from())),
            shown("CHANGES TOO", pair -> ExplainedLines.simple(pair.to())),
            shown("COMMITS", CoChange::commits),
            shown("CONFIDENCE", pair -> new Percent(pair.confidence())),
            shown("LAST", pair -> day(pair.last())),
            shown("CROSSES", this::crosses),
            wide("FROM", CoChange::from),
            wide("TO", CoChange::to)),
        items -> document.get().cochange(items));
  }

  static String day(long seconds) {
    return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private String crosses(CoChange pair) {
    return ChangeReport.crosses(map, pair.from(), pair.to())
        ? map.contextOf(pair.from()) + " -> " + map.contextOf(pair.to())
        : "-";
  }

  private String context(String className) {
    String context = map.contextOf(className);
    return context.isEmpty() ? "-" : context;
  }
}
