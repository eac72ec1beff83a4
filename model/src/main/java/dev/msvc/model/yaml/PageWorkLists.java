package dev.msvc.model.yaml;

import static dev.msvc.model.yaml.CompactLists.Column.number;
import static dev.msvc.model.yaml.CompactLists.Column.places;
import static dev.msvc.model.yaml.CompactLists.Column.text;
import static dev.msvc.model.yaml.CompactLists.Column.texts;
import static dev.msvc.model.yaml.CompactLists.Column.word;

import dev.msvc.model.CoChange;
import dev.msvc.model.ContextTeam;
import dev.msvc.model.Cut;
import dev.msvc.model.Extraction;
import dev.msvc.model.Finding;
import dev.msvc.model.PlannedStep;
import dev.msvc.model.Question;
import dev.msvc.model.Remedy;
import dev.msvc.model.Roadmap;
import dev.msvc.model.ShellWord;
import dev.msvc.model.yaml.CompactLists.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the page's lists of work hold: cuts, findings, questions and steps. */
final class PageWorkLists {
  /** Of one cut or finding. */
  static final int PLACES = 20;

  private PageWorkLists() {}

  /**
   * A context on its way.
   *
   * @param number its turn, from 1; 0 for one that stays
   */
  record Turn(int number, Extraction of) {}

  /** A step of the context with that turn. */
  record Step(Turn turn, PlannedStep of) {}

  static List<Column<Cut>> cuts() {
    return List.of(
        text("id", Cut::id),
        word("kind", Cut::kind),
        text("title", each -> each.kind().title()),
        text("from", Cut::from),
        text("to", Cut::to),
        texts("contexts", Cut::contexts),
        text("subject", Cut::subject),
        text("what", Cut::what),
        text("advice", Cut::advice),
        text("remedy", each -> remedy(each.remedy())),
        text("why", Cut::why),
        texts("tables", Cut::tables),
        text("text", Cut::text),
        number("hurts", Cut::hurts),
        word("certainty", Cut::certainty),
        number("seen", each -> each.places().size()),
        places("at", each -> first(each.places())));
  }

  private static String remedy(@Nullable Remedy remedy) {
    return remedy == null ? "" : Document.word(remedy);
  }

  static List<Column<Finding>> findings() {
    return List.of(
        text("id", Finding::id),
        text("rule", Finding::rule),
        word("severity", Finding::severity),
        text("subject", Finding::subject),
        text("message", Finding::message),
        text("remedy", Finding::remedy),
        texts("contexts", Finding::contexts),
        word("certainty", Finding::certainty),
        text("accepted", each -> each.accepted().map(line -> line.reason()).orElse("")),
        number("seen", each -> each.evidence().size()),
        texts("evidence", each -> first(each.evidence()).stream().map(one -> one.what()).toList()),
        places("at", each -> first(each.evidence()).stream().map(one -> one.place()).toList()));
  }

  static List<Column<Question>> questions() {
    return List.of(
        word("kind", Question::kind),
        text("subject", Question::subject),
        text("ask", Question::ask),
        texts("things", Question::things),
        number("changes", Question::changes),
        texts("answers", each -> each.answers().stream().map(Question.Answer::context).toList()),
        texts("shares", each -> each.answers().stream().map(PageWorkLists::share).toList()),
        texts("evidence", each -> each.answers().stream().map(Question.Answer::evidence).toList()),
        texts("commands", each -> each.answers().stream().map(PageWorkLists::command).toList()));
  }

  private static String share(Question.Answer answer) {
    return Double.isNaN(answer.share())
        ? ""
        : "%d %%".formatted(PageCodeLists.percent(answer.share()));
  }

  private static String command(Question.Answer answer) {
    return answer.command().isEmpty()
        ? ""
        : answer.command().stream()
            .map(ShellWord::of)
            .collect(Collectors.joining(" ", "msvc ", ""));
  }

  static List<Turn> extractions(Roadmap roadmap) {
    List<Turn> turns = new ArrayList<>();
    IntStream.range(0, roadmap.order().size())
        .forEach(i -> turns.add(new Turn(i + 1, roadmap.order().get(i))));
    roadmap.leave().forEach(each -> turns.add(new Turn(0, each)));
    return turns;
  }

  static List<Column<Turn>> extractionColumns() {
    return List.of(
        number("turn", Turn::number),
        text("name", each -> each.of().name()),
        texts("contexts", each -> each.of().contexts()),
        word("verdict", each -> each.of().verdict()),
        text("together", each -> each.of().together()),
        text("why", each -> each.of().why()),
        number("classes", each -> each.of().classes()),
        number("tables", each -> each.of().tables().size()),
        number("entryPoints", each -> each.of().entryPoints()),
        number("cuts", each -> each.of().cuts().size()),
        number("calls", each -> each.of().boundary().callsIn() + each.of().boundary().callsOut()),
        text("days", each -> each.of().effort().toString()),
        number("dayMiddle", each -> (int) Math.round(each.of().effort().middle())),
        text("coupling", each -> each.of().coupling().toString()),
        word("risk", each -> each.of().risk().level()),
        texts("reasons", each -> each.of().risk().reasons()),
        number("done", each -> each.of().done()),
        texts("findings", each -> each.of().findings()));
  }

  static List<Step> steps(Roadmap roadmap) {
    List<Step> steps = new ArrayList<>();
    for (Turn turn : extractions(roadmap)) {
      turn.of().steps().forEach(each -> steps.add(new Step(turn, each)));
    }
    return steps;
  }

  static List<Column<Step>> stepColumns() {
    return List.of(
        text("name", each -> each.turn().of().name()),
        text("title", each -> each.of().step().title()),
        text("how", each -> each.of().step().how()),
        text("doneWhen", each -> each.of().step().doneWhen()),
        word("state", each -> each.of().state()),
        text("days", each -> each.of().effort().toString()),
        number("cuts", each -> each.of().cuts().size()),
        texts(
            "work",
            each ->
                each.of().work().stream()
                    .map(work -> "%s (%s days)".formatted(work.what(), work.effort()))
                    .toList()));
  }

  static List<Column<ContextTeam>> teams() {
    return List.of(
        text("context", ContextTeam::context),
        number("commits", ContextTeam::commits),
        number("recent", ContextTeam::recent),
        number("busFactor", ContextTeam::busFactor),
        number("stillHere", ContextTeam::stillHere),
        number("straddles", each -> each.straddles() ? 1 : 0),
        texts(
            "authors",
            each ->
                each.authors().stream()
                    .map(one -> "%s: %d commits".formatted(one.author(), one.commits()))
                    .toList()),
        texts(
            "teams",
            each ->
                each.teams().stream()
                    .map(
                        one -> "%s %d %%".formatted(one.team(), PageCodeLists.percent(one.share())))
                    .toList()));
  }

  static List<Column<CoChange>> changes() {
    return List.of(
        text("from", CoChange::from),
        text("to", CoChange::to),
        number("commits", CoChange::commits),
        number("confidence", each -> PageCodeLists.percent(each.confidence())));
  }

  private static <T> List<T> first(List<T> all) {
    return all.size() <= PLACES ? all : all.subList(0, PLACES);
  }
}
