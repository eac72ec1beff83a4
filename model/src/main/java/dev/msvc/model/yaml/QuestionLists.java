package dev.msvc.model.yaml;

import dev.msvc.model.Question;
import java.util.List;

/** What a person has to decide, as lists. */
final class QuestionLists {
  private QuestionLists() {}

  static void questions(Document document, List<Question> questions) {
    document.list(
        "questions",
        questions,
        each -> {
          document.field("kind", each.kind());
          document.field("subject", each.subject());
          document.field("ask", each.ask());
          document.names("things", each.things());
          document.field("changes", each.changes());
          document.list("answers", each.answers(), answer -> answer(document, answer));
        });
  }

  private static void answer(Document document, Question.Answer answer) {
    document.optional("context", answer.context());
    if (Double.isNaN(answer.share())) {
      document.optional("share", null);
    } else {
      document.ratio("share", answer.share());
    }
    document.field("evidence", answer.evidence());
    document.names("command", answer.command());
  }
}
