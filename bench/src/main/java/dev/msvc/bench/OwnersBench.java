package dev.msvc.bench;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Analysis;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Lock;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many tables are owned by the context that people say: once by our contexts, each of which
 * stands for that of the people which most of its classes are in, and once by the people's own
 * contexts, which are pinned.
 */
final class OwnersBench implements Benchmark {
  @Override
  public String name() {
    return "owners";
  }

  @Override
  public String what() {
    return "owners of tables beside those that people name, with --truths DIR";
  }

  @Override
  public void run(Bench bench) throws IOException, SkippedException {
    int[] all = new int[2];
    int[] right = new int[2];
    int[] pinned = new int[2];
    for (Truth truth : bench.truths()) {
      if (truth.owners().isEmpty()) {
        continue;
      }
      Analysis found = Monolith.analyze(truth.tree(), Inputs.NONE, Progress.NONE);
      Map<String, String> owners = inContexts(truth, found);
      Analysis told =
          Monolith.again(truth.tree(), found, Inputs.NONE.told(word(truth, found), Lock.NONE));
      List<String> ours = wrong(truth, owners, found.decomposition());
      List<String> theirs = wrong(truth, owners, told.decomposition());
      tell(bench, "owners." + truth.name(), owners.size(), ours);
      tell(bench, "owners.pinned." + truth.name(), owners.size(), theirs);
      int group = truth.synthetic() ? 1 : 0;
      all[group] += owners.size();
      right[group] += owners.size() - ours.size();
      pinned[group] += owners.size() - theirs.size();
    }
    if (all[0] + all[1] == 0) {
      throw new SkippedException("there is no NAME/tables.csv or NAME-tables.csv");
    }
    if (all[0] > 0) {
      bench.figure(
          Figure.atLeast(
              0.95, "owners.real", (double) right[0] / all[0], right[0] + " of " + all[0]));
      sum(bench, "owners.pinned.real", pinned[0], all[0]);
    }
    if (all[1] > 0) {
      sum(bench, "owners.synthetic", right[1], all[1]);
      sum(bench, "owners.pinned.synthetic", pinned[1], all[1]);
    }
  }

  private static void sum(Bench bench, String name, int right, int all) {
    bench.figure(Figure.told(name, (double) right / all, right + " of " + all));
  }

  private static void tell(Bench bench, String name, int all, List<String> wrong) {
    String note = wrong.isEmpty() ? "" : "not " + String.join(", ", wrong);
    bench.figure(Figure.told(name, (double) (all - wrong.size()) / all, note));
  }

  /** Tables with another owner than people say, and that owner. */
  private static List<String> wrong(
      Truth truth, Map<String, String> owners, Decomposition decomposition) {
    Map<String, String> meant = meant(truth, decomposition);
    Map<String, String> found = new HashMap<>();
    decomposition.owners().forEach((table, owner) -> found.put(key(table), owner.owner()));
    List<String> wrong = new ArrayList<>();
    owners.forEach(
        (table, owner) -> {
          String ours = found.getOrDefault(key(table), "");
          String theirs = meant.getOrDefault(ours, ours);
          // what people share is nobody's
          if (!theirs.equals(Truth.NOT_SCORED.contains(owner) ? "" : owner)) {
            wrong.add(table + " (" + (theirs.isEmpty() ? "nobody" : theirs) + ")");
          }
        });
    return wrong;
  }

  /**
   * Owners by the people's contexts of classes. Where these have no context of an owner's name, the
   * classes were divided by others than the tables, and the owner is the context that most classes
   * are in which map its tables.
   */
  private static SortedMap<String, String> inContexts(Truth truth, Analysis analysis) {
    Map<String, SortedMap<String, Integer>> mapping = new HashMap<>();
    for (TableFact table : analysis.facts().tables()) {
      for (String type : table.entities()) {
        String context = truth.contexts().get(type);
        if (context != null) {
          owner(truth, table.name())
              .ifPresent(
                  owner ->
                      mapping
                          .computeIfAbsent(owner, name -> new TreeMap<>())
                          .merge(context, 1, Integer::sum));
        }
      }
    }
    SortedMap<String, String> owners = new TreeMap<>(truth.owners());
    owners.replaceAll(
        (table, owner) ->
            truth.contexts().containsValue(owner)
                ? owner
                : most(mapping.getOrDefault(owner, new TreeMap<>())).orElse(owner));
    return owners;
  }

  private static Optional<String> owner(Truth truth, String table) {
    return truth.owners().entrySet().stream()
        .filter(owned -> key(owned.getKey()).equals(key(table)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<String> most(SortedMap<String, Integer> counts) {
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** A name without what a naming strategy puts in. */
  private static String key(String table) {
    return ContextMap.key(table).replace("_", "");
  }

  /** The people's context that most classes of each of ours are in. */
  private static Map<String, String> meant(Truth truth, Decomposition decomposition) {
    Map<String, SortedMap<String, Integer>> votes = new HashMap<>();
    DecomposeBench.places(decomposition, false)
        .forEach(
            (type, context) -> {
              String theirs = truth.contexts().get(type);
              if (theirs != null) {
                votes
                    .computeIfAbsent(context, name -> new TreeMap<>())
                    .merge(theirs, 1, Integer::sum);
              }
            });
    Map<String, String> meant = new HashMap<>();
    votes.forEach((context, counts) -> most(counts).ifPresent(most -> meant.put(context, most)));
    return meant;
  }

  /** A word that pins each class that is there where people put it. */
  private static Word word(Truth truth, Analysis analysis) {
    Set<String> there =
        analysis.facts().types().stream()
            .filter(TypeFact::isTopLevel)
            .map(TypeFact::name)
            .collect(Collectors.toSet());
    SortedMap<String, List<Word.Pattern>> pins = new TreeMap<>();
    truth
        .contexts()
        .forEach(
            (type, context) -> {
              if (there.contains(type)) {
                pins.computeIfAbsent(context, name -> new ArrayList<>())
                    .add(new Word.Pattern(Word.Kind.CLASS, said(type)));
              }
            });
    List<Word.Named> named = new ArrayList<>();
    pins.forEach(
        (context, classes) -> named.add(new Word.Named(said(context), Optional.empty(), classes)));
    return Word.NONE.withContexts(named);
  }

  private static Word.Said said(String text) {
    return new Word.Said(text, 1, 1);
  }
}
