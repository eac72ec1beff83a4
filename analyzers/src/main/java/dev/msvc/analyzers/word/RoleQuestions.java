package dev.msvc.analyzers.word;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Question;
import dev.msvc.model.Question.Answer;
import dev.msvc.model.Unplaced;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks of shared classes that are mostly of one context whether they are its own, and of classes to
 * split whether they go to one context instead.
 */
record RoleQuestions(ContextMap map, Bonds bonds) {
  /** Below, no one context is much more of a home than the others together. */
  private static final double HALF = 0.5;

  private static final int FEW = 3;
  private static final int ALTERNATIVES = 3;

  List<Question> all() {
    List<Question> questions = new ArrayList<>();
    for (Unplaced each : map.decomposition().shared()) {
      if (isOpen(each)) {
        shared(questions, each.className());
      }
    }
    for (Unplaced each : map.decomposition().mustSplit()) {
      if (isOpen(each)) {
        split(questions, each);
      }
    }
    return questions;
  }

  private boolean isOpen(Unplaced each) {
    return !map.decomposition().told().containsKey(each.className());
  }

  private void shared(List<Question> questions, String name) {
    SortedMap<String, Integer> counts = bonds.contexts(name);
    int all = sum(counts.values());
    List<String> most = most(counts);
    if (most.isEmpty() || counts.size() < 2) {
      return;
    }
    String home = most.get(0);
    int own = counts.getOrDefault(home, 0);
    if (own < FEW || own < HALF * all) {
      return;
    }
    String others =
        "%s with %s".formatted(Bonds.count(all - own, "reference"), others(counts.size() - 1));
    List<Answer> answers = new ArrayList<>();
    answers.add(new Answer("", Double.NaN, others, List.of("pin", name)));
    answers.add(
        new Answer(
            home,
            Double.NaN,
            bonds.evidence(List.of(name), home),
            List.of("move", name, "--to", home)));
    questions.add(
        new Question(
            Question.Kind.SHARED,
            name,
            "Is %s shared, or of %s?".formatted(Bonds.simple(name), home),
            List.of(name),
            bonds.changes(List.of(name), "", home),
            answers));
  }

  private static String others(int count) {
    return count == 1 ? "one other context" : count + " other contexts";
  }

  private void split(List<Question> questions, Unplaced god) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    god.methods().forEach((context, methods) -> counts.put(context, methods.size()));
    counts.remove("");
    if (counts.isEmpty()) {
      return;
    }
    String name = god.className();
    List<String> most = most(counts);
    List<Answer> answers = new ArrayList<>();
    String spread =
        "%s of it reach into %s"
            .formatted(
                Bonds.count(sum(counts.values()), "member"),
                counts.size() == 1 ? "one context" : counts.size() + " contexts");
    answers.add(new Answer("", Double.NaN, spread, List.of()));
    for (String context : most.subList(0, Math.min(ALTERNATIVES, most.size()))) {
      String members = Bonds.count(counts.getOrDefault(context, 0), "member");
      answers.add(
          new Answer(
              context,
              Double.NaN,
              members + "; " + bonds.evidence(List.of(name), context),
              List.of("move", name, "--to", context)));
    }
    questions.add(
        new Question(
            Question.Kind.MUST_SPLIT,
            name,
            "Is %s split, or does it go to %s as a whole?"
                .formatted(Bonds.simple(name), most.get(0)),
            List.of(name),
            bonds.changes(List.of(name), "", most.get(0)),
            answers));
  }

  private static List<String> most(Map<String, Integer> counts) {
    List<String> names = new ArrayList<>(counts.keySet());
    names.sort(Comparator.comparingInt((String each) -> -counts.getOrDefault(each, 0)));
    return names;
  }

  private static int sum(Collection<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
