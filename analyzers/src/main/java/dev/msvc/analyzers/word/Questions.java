package dev.msvc.analyzers.word;

import dev.msvc.model.Access;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.Question;
import dev.msvc.model.Question.Answer;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person has to decide: who owns a table that several contexts write, and where classes
 * belong that have nearly as much to do with another context as with their own. What was pinned or
 * accepted is decided.
 */
public final class Questions {
  private static final int MOST = 20;

  /** Classes are asked for when another context has this share of the references of their own. */
  private static final double NEARLY = 0.8;

  private static final int FEW = 3;

  private Questions() {}

  /** At most twenty, those first whose answer changes most. */
  public static List<Question> of(ContextMap map) {
    List<Question> questions = new ArrayList<>(tables(map));
    questions.addAll(classes(map));
    questions.sort(
        Comparator.comparingInt((Question each) -> -each.changes())
            .thenComparing(Question::subject)
            .thenComparing(Question::ask));
    return List.copyOf(questions.subList(0, Math.min(MOST, questions.size())));
  }

  private static List<Question> tables(ContextMap map) {
    List<Question> questions = new ArrayList<>();
    for (TableFact table : map.contestedTables()) {
      String owner = map.ownership(table.name()).owner();
      if (isDecided(map.ownership(table.name()).reason()) || owner.isEmpty()) {
        continue;
      }
      SortedMap<String, int[]> uses = new TreeMap<>();
      for (Access access : map.accesses(table.name())) {
        String context = map.contextOf(access.className());
        if (!context.isEmpty() && !access.isMigration()) {
          uses.computeIfAbsent(context, name -> new int[2])[access.op().writes() ? 1 : 0]++;
        }
      }
      List<Answer> answers = new ArrayList<>();
      answers.add(answer(table, owner, uses, List.of("pin", "table/" + table.name())));
      int changes = 0;
      for (Map.Entry<String, int[]> use : uses.entrySet()) {
        int[] counts = use.getValue();
        if (!use.getKey().equals(owner) && counts[1] > 0) {
          changes += counts[0] + counts[1];
          List<String> command = List.of("move", "table/" + table.name(), "--to", use.getKey());
          answers.add(answer(table, use.getKey(), uses, command));
        }
      }
      if (answers.size() > 1) {
        questions.add(
            new Question(
                table.name(),
                "Who owns table %s?".formatted(table.name()),
                List.of(table.name()),
                changes + 1,
                answers));
      }
    }
    return questions;
  }

  private static Answer answer(
      TableFact table, String context, Map<String, int[]> uses, List<String> command) {
    int[] counts = uses.getOrDefault(context, new int[2]);
    return new Answer(
        context,
        "it has %d writes and %d reads of %s".formatted(counts[1], counts[0], table.name()),
        command);
  }

  private static boolean isDecided(String reason) {
    return reason.startsWith("pinned by ") || reason.startsWith("accepted in ");
  }

  /** Classes of one package that hang between the same two contexts. */
  private record Between(String packageName, String here, String there) {}

  private static List<Question> classes(ContextMap map) {
    Map<String, SortedMap<String, Integer>> tied = tied(map);
    Map<Between, SortedSet<String>> groups = new HashMap<>();
    for (BoundedContext context : map.decomposition().contexts()) {
      for (String name : context.classes()) {
        SortedMap<String, Integer> ties = tied.getOrDefault(name, new TreeMap<>());
        int own = ties.getOrDefault(context.name(), 0);
        String there = other(ties, context.name());
        int most = ties.getOrDefault(there, 0);
        if (!map.decomposition().told().containsKey(name) && most >= FEW && most >= NEARLY * own) {
          int dot = name.lastIndexOf('.');
          String packageName = dot < 0 ? "" : name.substring(0, dot);
          groups
              .computeIfAbsent(
                  new Between(packageName, context.name(), there), key -> new TreeSet<>())
              .add(name);
        }
      }
    }
    List<Question> questions = new ArrayList<>();
    groups.forEach((between, names) -> questions.add(question(between, names, tied)));
    return questions;
  }

  private static Question question(
      Between between, SortedSet<String> names, Map<String, SortedMap<String, Integer>> tied) {
    int here = 0;
    int there = 0;
    for (String name : names) {
      here += tied.getOrDefault(name, new TreeMap<>()).getOrDefault(between.here(), 0);
      there += tied.getOrDefault(name, new TreeMap<>()).getOrDefault(between.there(), 0);
    }
    List<String> pin = new ArrayList<>(List.of("pin"));
    pin.addAll(names);
    List<String> move = new ArrayList<>(List.of("move"));
    move.addAll(names);
    move.addAll(List.of("--to", between.there()));
    String what =
        names.size() == 1
            ? "Does %s belong".formatted(simple(names.first()))
            : "Do %s and %d more of its package belong"
                .formatted(simple(names.first()), names.size() - 1);
    return new Question(
        between.packageName(),
        "%s to %s or to %s?".formatted(what, between.here(), between.there()),
        List.copyOf(names),
        names.size() + here + there,
        List.of(
            new Answer(between.here(), "%d references to and from it".formatted(here), pin),
            new Answer(between.there(), "%d references to and from it".formatted(there), move)));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String other(SortedMap<String, Integer> ties, String own) {
    String best = "";
    for (Map.Entry<String, Integer> each : ties.entrySet()) {
      boolean more = each.getValue() > ties.getOrDefault(best, 0);
      best = !each.getKey().equals(own) && more ? each.getKey() : best;
    }
    return best;
  }

  /** For each class how many references go between it and each context. */
  private static Map<String, SortedMap<String, Integer>> tied(ContextMap map) {
    Map<String, SortedMap<String, Integer>> tied = new HashMap<>();
    for (Dependency each : map.decomposition().dependencies()) {
      String from = map.contextOf(each.from());
      String to = map.contextOf(each.to());
      if (!from.isEmpty() && !to.isEmpty()) {
        tied.computeIfAbsent(each.from(), n -> new TreeMap<>())
            .merge(to, each.count(), Integer::sum);
        tied.computeIfAbsent(each.to(), n -> new TreeMap<>())
            .merge(from, each.count(), Integer::sum);
      }
    }
    return tied;
  }
}
