package dev.msvc.cli;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Question;
import dev.msvc.model.Question.Answer;
import dev.msvc.model.ShellWord;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints questions with what speaks for each answer, and the command that says it. */
final class QuestionScreen {
  private static final int LINES = 36;

  private final Console console;
  private final Analyzed analyzed;
  private final Map<String, Integer> simple = new HashMap<>();

  QuestionScreen(Console console, Analyzed analyzed) {
    this.console = console;
    this.analyzed = analyzed;
    ContextMap map = analyzed.map();
    for (TypeFact type : map.facts().types()) {
      if (type.isTopLevel()) {
        simple.merge(type.simpleName(), 1, Integer::sum);
      }
    }
  }

  /**
   * Those that fit a screen, or all.
   *
   * @param next the command for all
   */
  void print(List<Question> questions, boolean everything, String next) {
    int lines = 0;
    int shown = 0;
    for (Question each : questions) {
      List<String> block = block(each, everything);
      if (!everything && shown > 0 && lines + block.size() > LINES) {
        break;
      }
      console.heading(block.get(0));
      block.subList(1, block.size()).forEach(console::line);
      lines += block.size();
      shown++;
    }
    if (shown < questions.size()) {
      console.line("%d more: %s".formatted(questions.size() - shown, next));
    }
    if (!everything && !analyzed.footnote().isEmpty()) {
      console.line(analyzed.footnote());
    }
  }

  private List<String> block(Question question, boolean everything) {
    List<String> lines = new ArrayList<>();
    String changes = "changes " + question.changes();
    int width = Text.WIDTH - changes.length() - 2;
    String ask =
        everything ? Text.printable(question.ask()) : Text.shortenedEnd(question.ask(), width);
    lines.add(
        ask + " ".repeat(Math.max(2, Text.WIDTH - ask.length() - changes.length())) + changes);
    for (int i = 0; i < question.answers().size(); i++) {
      Answer answer = question.answers().get(i);
      String name = answer.context().isEmpty() ? state(question) : answer.context();
      String share = Double.isNaN(answer.share()) ? "" : " " + new Percent(answer.share());
      String now = i == 0 ? " (now)" : "";
      String line = "  " + name + share + now + ": " + answer.evidence();
      lines.add(everything ? Text.printable(line) : Text.shortenedEnd(line, Text.WIDTH));
      if (everything && !answer.command().isEmpty()) {
        lines.add("      " + command(answer));
      }
    }
    if (everything) {
      lines.add("  about: " + Text.printable(String.join(", ", question.things())));
    } else {
      lines.add(Text.shortened("  " + commands(question), Text.WIDTH));
    }
    return lines;
  }

  private static String state(Question question) {
    return question.kind() == Question.Kind.SHARED ? "shared" : "split";
  }

  /** What says the first other answer, and the rest as far as they fit. */
  private String commands(Question question) {
    List<Answer> answers = new ArrayList<>(question.answers());
    answers.add(answers.remove(0));
    String line = "";
    for (Answer each : answers) {
      String command = each.command().isEmpty() ? "" : command(each);
      String longer = line.isEmpty() ? command : line + "  |  " + command;
      if (longer.length() > Text.WIDTH - 2) {
        // one that is passed over would seem not to be there
        break;
      }
      line = command.isEmpty() ? line : longer;
    }
    return line.isEmpty() ? "how to say it: " + analyzed.next("get questions -o wide") : line;
  }

  private String command(Answer answer) {
    return analyzed.next(
        answer.command().stream()
            .map(each -> ShellWord.of(shortest(each)))
            .collect(Collectors.joining(" ")));
  }

  /** The simple name of a class, where no other has it. */
  private String shortest(String argument) {
    TypeFact type = analyzed.map().type(argument);
    return type != null && simple.getOrDefault(type.simpleName(), 0) == 1
        ? type.simpleName()
        : argument;
  }
}
