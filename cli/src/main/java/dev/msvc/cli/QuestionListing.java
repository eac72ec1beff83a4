package dev.msvc.cli;

import static dev.msvc.cli.Listing.Column.shown;
import static dev.msvc.cli.Listing.Column.wide;

import dev.msvc.analyzers.word.Questions;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Question;
import dev.msvc.model.yaml.AnalysisDocument;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The list of open questions. */
final class QuestionListing {
  private QuestionListing() {}

  static Listing<Question> of(ContextMap map, Supplier<AnalysisDocument> document) {
    return new Listing<>(
        "questions",
        Questions.of(map),
        Question::subject,
        each -> context -> each.answers().stream().anyMatch(some -> some.context().equals(context)),
        List.of(
            shown("QUESTION", Question::ask),
            shown("CHANGES", Question::changes),
            shown("NOW", each -> each.answers().get(0).context()),
            shown("COMMAND", each -> command(each.answers().get(1))),
            wide("PACKAGE OR TABLE", Question::subject),
            wide("ABOUT", each -> String.join(", ", each.things())),
            wide(
                "ANSWERS",
                each ->
                    each.answers().stream()
                        .map(some -> some.context() + ": " + some.evidence() + ": " + command(some))
                        .collect(Collectors.joining("; ")))),
        items -> document.get().questions(items));
  }

  private static String command(Question.Answer answer) {
    return "msvc "
        + answer.command().stream().map(Analyzed::quoted).collect(Collectors.joining(" "));
  }
}
