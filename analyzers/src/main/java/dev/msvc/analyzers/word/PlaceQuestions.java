package dev.msvc.analyzers.word;

import dev.msvc.analyzers.graph.Words;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Question;
import dev.msvc.model.Question.Answer;
import dev.msvc.model.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks where classes in doubt belong: those together that hang between the same two contexts and
 * fill a package, or are layers of one thing that use each other, or stand in one package.
 */
record PlaceQuestions(ContextMap map, Bonds bonds) {
  private static final int ALTERNATIVES = 3;

  /** What classes in doubt have in common. */
  private record Group(String here, String there, String by) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::here).thenComparing(Group::there).thenComparing(Group::by);

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  List<Question> all() {
    Set<String> open = new TreeSet<>();
    for (String each : bonds.open()) {
      Standing standing = map.decomposition().standings().get(each);
      if (standing != null && standing.isInDoubt() && !standing.alternatives().isEmpty()) {
        open.add(each);
      }
    }
    List<Question> questions = new ArrayList<>();
    groups(open, false)
        .forEach(
            (group, names) -> {
              Set<String> whole = new HashSet<>(bonds.of(group.by()));
              if (names.size() > 1 && whole.equals(names)) {
                questions.add(question(group, names, List.of(group.by())));
                open.removeAll(names);
              }
            });
    groups(open, true)
        .forEach(
            (group, names) -> {
              for (SortedSet<String> stack : bonds.connected(names)) {
                if (stack.size() > 1 && !group.by().isEmpty()) {
                  questions.add(question(group, stack, List.copyOf(stack)));
                  open.removeAll(stack);
                }
              }
            });
    groups(open, false)
        .forEach((group, names) -> questions.add(question(group, names, List.copyOf(names))));
    return questions;
  }

  private SortedMap<Group, SortedSet<String>> groups(Collection<String> open, boolean byWord) {
    SortedMap<Group, SortedSet<String>> groups = new TreeMap<>();
    for (String name : open) {
      String by = byWord ? word(name) : bonds.packageOf(name);
      String there = standing(name).alternatives().get(0).context();
      groups
          .computeIfAbsent(new Group(map.contextOf(name), there, by), key -> new TreeSet<>())
          .add(name);
    }
    return groups;
  }

  /** What a class is about: {@code OrderLineController} and {@code OrderLineDao} are of one. */
  private static String word(String name) {
    return String.join(" ", Words.domain(Bonds.simple(name)));
  }

  private Standing standing(String name) {
    return map.decomposition().standings().getOrDefault(name, Standing.TOLD);
  }

  private Question question(Group group, SortedSet<String> names, List<String> pins) {
    Map<String, Double> shares = new TreeMap<>();
    double here = 0;
    for (String name : names) {
      here += standing(name).confidence() / names.size();
      for (Standing.Alternative each : standing(name).alternatives()) {
        shares.merge(each.context(), each.share() / names.size(), Double::sum);
      }
    }
    shares.remove(group.here());
    List<String> others = new ArrayList<>(shares.keySet());
    others.sort(Comparator.comparingDouble((String each) -> -shares.getOrDefault(each, 0.0)));
    others.remove(group.there());
    others.add(0, group.there());
    List<Answer> answers = new ArrayList<>();
    answers.add(
        new Answer(
            group.here(), here, bonds.evidence(names, group.here()), command(pins, "pin", "")));
    List<String> follow = bonds.followers(names).stream().map(Bonds::simple).toList();
    String after = follow.isEmpty() ? "" : "; likely to follow: " + Bonds.named(follow);
    for (String other : others.subList(0, Math.min(ALTERNATIVES, others.size()))) {
      answers.add(
          new Answer(
              other,
              shares.getOrDefault(other, 0.0),
              bonds.evidence(names, other) + after,
              command(pins, "move", other)));
    }
    boolean isPackage = pins.size() == 1 && names.size() > 1;
    return new Question(
        Question.Kind.PLACE,
        names.size() == 1 ? names.first() : bonds.packageOf(names.first()),
        ask(names, isPackage ? pins.get(0) : "", answers),
        List.copyOf(names),
        bonds.changes(names, group.here(), group.there()),
        answers);
  }

  private static String ask(SortedSet<String> names, String packageName, List<Answer> answers) {
    List<String> simple = names.stream().map(Bonds::simple).toList();
    String what =
        !packageName.isEmpty()
            ? "Does package %s (%d classes) belong".formatted(packageName, names.size())
            : names.size() == 1
                ? "Does %s belong".formatted(simple.get(0))
                : "Do %s belong".formatted(together(simple));
    List<String> contexts = answers.stream().map(Answer::context).toList();
    return "%s to %s?".formatted(what, String.join(" or to ", contexts));
  }

  private static String together(List<String> names) {
    return names.size() > 3
        ? Bonds.named(names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  static List<String> command(List<String> pins, String verb, String to) {
    List<String> command = new ArrayList<>(List.of(verb));
    command.addAll(pins);
    if (!to.isEmpty()) {
      command.addAll(List.of("--to", to));
    }
    return command;
  }
}
