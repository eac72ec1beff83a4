package dev.msvc.cli;

import static dev.msvc.cli.Listing.Column.shown;

import dev.msvc.analyzers.word.Questions;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Question;
import dev.msvc.model.yaml.AnalysisDocument;
import java.util.List;
import java.util.function.Supplier;

/** The list of open questions; as text, {@link QuestionScreen} prints it. */
final class QuestionListing {
  private QuestionListing() {}

  static Listing<Question> of(ContextMap map, Supplier<AnalysisDocument> document) {
    return new Listing<>(
        "questions",
        Questions.of(map),
        Question::subject,
        each -> context -> each.answers().stream().anyMatch(some -> some.context().equals(context)),
        List.of(
            shown("KIND", each -> Listings.word(each.kind())),
            shown("QUESTION", Question::ask),
            shown("CHANGES", Question::changes),
            shown("NOW", each -> each.answers().get(0).context()),
            shown("SUBJECT", Question::subject)),
        items -> document.get().questions(items));
  }
}
