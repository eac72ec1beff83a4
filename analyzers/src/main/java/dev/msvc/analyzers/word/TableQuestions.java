package dev.msvc.analyzers.word;

import static java.util.Comparator.comparing;

import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Operation;
import dev.msvc.model.Ownership;
import dev.msvc.model.Question;
import dev.msvc.model.Question.Answer;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks who owns a table that several contexts write. */
record TableQuestions(ContextMap map) {
  List<Question> all() {
    List<Question> questions = new ArrayList<>();
    for (TableFact table : map.contestedTables()) {
      Ownership ownership = map.ownership(table.name());
      if (!ownership.owner().isEmpty() && !isDecided(ownership.reason())) {
        add(questions, table.name(), ownership.owner());
      }
    }
    return questions;
  }

  private static boolean isDecided(String reason) {
    return reason.startsWith("pinned by ") || reason.startsWith("accepted in ");
  }

  private void add(List<Question> questions, String table, String owner) {
    SortedMap<String, int[]> uses = new TreeMap<>();
    Map<String, Integer> inserts = new HashMap<>();
    for (Access access : map.accesses(table)) {
      String context = map.contextOf(access.className());
      if (!context.isEmpty() && !access.isMigration()) {
        uses.computeIfAbsent(context, name -> new int[2])[access.op().writes() ? 1 : 0]++;
        if (access.op() == Operation.INSERT) {
          inserts.merge(context, 1, Integer::sum);
        }
      }
    }
    int writes = uses.values().stream().mapToInt(each -> each[1]).sum();
    List<Answer> answers = new ArrayList<>();
    answers.add(answer(owner, uses, writes, List.of("pin", "table/" + table)));
    int changes = 1;
    List<Map.Entry<String, int[]>> others =
        uses.entrySet().stream()
            .filter(each -> !each.getKey().equals(owner) && each.getValue()[1] > 0)
            // who makes its rows, then who writes it most
            .sorted(
                comparing(
                        (Map.Entry<String, int[]> each) -> -inserts.getOrDefault(each.getKey(), 0))
                    .thenComparing(each -> -each.getValue()[1]))
            .toList();
    for (Map.Entry<String, int[]> each : others) {
      changes += each.getValue()[0] + each.getValue()[1];
      List<String> command = List.of("move", "table/" + table, "--to", each.getKey());
      answers.add(answer(each.getKey(), uses, writes, command));
    }
    if (answers.size() > 1) {
      String ask = "Who owns table %s?".formatted(table);
      questions.add(
          new Question(Question.Kind.TABLE, table, ask, List.of(table), changes, answers));
    }
  }

  private static Answer answer(
      String context, Map<String, int[]> uses, int writes, List<String> command) {
    int[] counts = uses.getOrDefault(context, new int[2]);
    String evidence =
        "%d of %s, and %s"
            .formatted(counts[1], Bonds.count(writes, "write"), Bonds.count(counts[0], "read"));
    return new Answer(context, Double.NaN, evidence, command);
  }
}
