package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Packages;
import dev.msvc.analyzers.graph.Terms;
import dev.msvc.analyzers.graph.Words;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names of contexts, from the words of the domain in the names of their classes, tables, packages
 * and paths: the word that most of a context's things have, and few things of others.
 */
final class Names {
  private static final double TABLE = 2;
  private static final double PACKAGE = 0.5;
  private static final double PATH = 1;

  /** Shares are of so many things more, so that a context of few does not take all their words. */
  private static final double FEW = 4;

  /** Things that have a word before one that a single thing has names them no more. */
  private static final int SEVERAL = 4;

  /**
   * Words of the trade and of the language that hold classes together as those of the domain do,
   * but are nobody's name.
   */
  private static final Set<String> NO_NAMES =
      Set.of("biz", "cannot", "only", "other", "slf", "sys");

  /** What names the whole system names a part of it only where nothing else does. */
  private static final double WHOLE = 0.01;

  private Names() {}

  /**
   * One unique name for each context, lower case with hyphens.
   *
   * @param given names of some contexts, by number
   */
  static List<String> of(CodeGraph graph, int[] context, SortedMap<Integer, String> given) {
    List<List<Word>> words = new ArrayList<>();
    words(graph, context).forEach(each -> words.add(ofSeveral(each)));
    // the context that a word fits best takes it
    List<int[]> order = new ArrayList<>();
    for (int c = 0; c < words.size(); c++) {
      for (int w = 0; w < words.get(c).size(); w++) {
        order.add(new int[] {c, w});
      }
    }
    order.sort(
        Comparator.<int[]>comparingDouble(at -> -words.get(at[0]).get(at[1]).score())
            .thenComparingInt(at -> at[0])
            .thenComparingInt(at -> at[1]));
    String[] names = new String[words.size()];
    Set<String> taken = new TreeSet<>();
    given.forEach(
        (c, name) -> {
          names[c] = name;
          taken.add(Words.stem(name));
        });
    for (int[] at : order) {
      Word word = words.get(at[0]).get(at[1]);
      if (names[at[0]] == null
          && at[1] < 5
          && !given.containsValue(word.surface())
          && taken.add(word.stem())) {
        names[at[0]] = word.surface();
      }
    }
    List<String> result = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    for (String name : names) {
      if (name != null) {
        used.add(name);
      }
    }
    for (int c = 0; c < names.length; c++) {
      String name = names[c];
      if (name == null) {
        name = fallback(graph, context, c, words.get(c), used);
        used.add(name);
      }
      result.add(name);
    }
    return result;
  }

  /** What one thing of many alone has in its name comes last: it is no name for all of them. */
  private static List<Word> ofSeveral(List<Word> words) {
    int most = words.stream().mapToInt(Word::things).max().orElse(0);
    return most < SEVERAL
        ? words
        : words.stream().sorted(Comparator.comparing(word -> word.things() == 1)).toList();
  }

  /** Two words, or the name of its first class, or a number where there are no words at all. */
  private static String fallback(
      CodeGraph graph, int[] context, int c, List<Word> words, Set<String> used) {
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < words.size(); j++) {
        String name = words.get(i).surface() + "-" + words.get(j).surface();
        if (i != j && !used.contains(name)) {
          return name;
        }
      }
    }
    for (int node = 0; node < graph.types().size(); node++) {
      if (context[node] == c) {
        String name = String.join("-", Words.split(graph.types().get(node).simpleName()));
        if (!name.isEmpty() && !used.contains(name)) {
          return name;
        }
      }
    }
    int number = 1;
    while (used.contains("context-" + number)) {
      number++;
    }
    return "context-" + number;
  }

  /**
   * A word of a context.
   *
   * @param surface as the domain writes it most often: singular or plural
   * @param things of the context that have it
   */
  record Word(String stem, String surface, double score, int things) {}

  /** The words of each context, best first. */
  static List<List<Word>> words(CodeGraph graph, int[] context) {
    int count = 0;
    for (int c : context) {
      count = Math.max(count, c + 1);
    }
    List<SortedMap<String, Double>> weights = new ArrayList<>();
    List<SortedMap<String, Integer>> things = new ArrayList<>();
    List<SortedMap<String, SortedMap<String, Double>>> surfaces = new ArrayList<>();
    double[] sizes = new double[count];
    for (int c = 0; c < count; c++) {
      weights.add(new TreeMap<>());
      things.add(new TreeMap<>());
      surfaces.add(new TreeMap<>());
    }
    List<List<String>> paths = Packages.belowCommon(graph);
    double[] central = central(graph, context);
    Set<Integer> used = new TreeSet<>();
    graph.uses().forEach(use -> used.add(use.table()));
    for (int node = 0; node < context.length; node++) {
      int c = context[node];
      // a table that no class touches is a library's, or was forgotten: its words are not ours
      if (c < 0 || (graph.isTable(node) && !used.contains(node))) {
        continue;
      }
      double pull = central[node];
      SortedMap<String, Double> own = new TreeMap<>();
      if (graph.isTable(node)) {
        collect(graph.terms(), own, graph.table(node).name(), TABLE);
        sizes[c] += TABLE * central[node];
      } else {
        collect(graph.terms(), own, graph.types().get(node).simpleName(), 1);
        sizes[c] += central[node];
        for (String part : paths.get(node)) {
          collect(graph.terms(), own, part, PACKAGE);
        }
        for (EntryPoint entry : graph.entryPoints().getOrDefault(node, List.of())) {
          String path = entry.path();
          if (path != null) {
            collect(graph.terms(), own, path.replaceAll("\\{[^}]*}", ""), PATH);
          }
        }
      }
      SortedMap<String, Double> stems = new TreeMap<>();
      own.forEach(
          (surface, weight) -> {
            String stem = Words.stem(surface);
            stems.merge(stem, weight * pull, Math::max);
            surfaces
                .get(c)
                .computeIfAbsent(stem, s -> new TreeMap<>())
                .merge(surface, weight, Double::sum);
          });
      stems.forEach(
          (stem, weight) -> {
            weights.get(c).merge(stem, weight, Double::sum);
            things.get(c).merge(stem, 1, Integer::sum);
          });
    }
    SortedMap<String, Double> rates = new TreeMap<>();
    for (int c = 0; c < count; c++) {
      double size = FEW + sizes[c];
      weights.get(c).forEach((stem, weight) -> rates.merge(stem, weight / size, Double::sum));
    }
    Set<String> whole = new TreeSet<>();
    for (String part : Packages.common(graph)) {
      graph.terms().in(part).forEach(word -> whole.add(Words.stem(word)));
    }
    Map<String, Double> kinds = kinds(graph);
    List<List<Word>> words = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      double size = FEW + sizes[c];
      int number = c;
      List<Word> own = new ArrayList<>();
      weights
          .get(c)
          .forEach(
              (stem, weight) -> {
                double rate = weight / size;
                double distinct =
                    rate / rates.getOrDefault(stem, rate) * kinds.getOrDefault(stem, 1.0);
                own.add(
                    new Word(
                        stem,
                        surface(surfaces.get(number).getOrDefault(stem, new TreeMap<>()), stem),
                        rate * distinct * (whole.contains(stem) ? WHOLE : 1),
                        things.get(number).getOrDefault(stem, 0)));
              });
      own.sort(Comparator.comparingDouble(Word::score).reversed().thenComparing(Word::stem));
      words.add(own);
    }
    return words;
  }

  /**
   * What words count for that say of classes what they are and not what they are of, as {@code
   * Rule} of {@code ReplyTopicRule}: which most of the classes with the word end in, and no table
   * has. Twice the share of those that don't end in it, and one more that may not.
   */
  private static Map<String, Double> kinds(CodeGraph graph) {
    Map<String, Integer> having = new HashMap<>();
    Map<String, Integer> ending = new HashMap<>();
    for (TypeFact type : graph.types()) {
      List<String> stems = Words.split(type.simpleName()).stream().map(Words::stem).toList();
      Set.copyOf(stems).forEach(stem -> having.merge(stem, 1, Integer::sum));
      if (!stems.isEmpty()) {
        ending.merge(stems.get(stems.size() - 1), 1, Integer::sum);
      }
    }
    for (TableFact table : graph.tables()) {
      graph.terms().in(table.name()).forEach(word -> ending.remove(Words.stem(word)));
    }
    Map<String, Double> kinds = new HashMap<>();
    ending.forEach(
        (stem, count) -> {
          int all = having.getOrDefault(stem, count);
          if (all >= SEVERAL) {
            kinds.put(stem, Math.min(1, 2 * (1 - count / (all + 1.0))));
          }
        });
    return kinds;
  }

  /** What many of its own context use, names it better than what none uses. */
  private static double[] central(CodeGraph graph, int[] context) {
    int[] users = new int[context.length];
    for (CodeGraph.Link link : graph.links()) {
      if (context[link.from()] == context[link.to()]) {
        users[link.to()]++;
      }
    }
    return Arrays.stream(users).mapToDouble(count -> 1 + Math.log1p(count)).toArray();
  }

  private static void collect(
      Terms terms, Map<String, Double> words, String identifier, double weight) {
    for (String word : terms.in(identifier)) {
      if (word.length() > 2 && !NO_NAMES.contains(word)) {
        words.merge(word.toLowerCase(Locale.ROOT), weight, Math::max);
      }
    }
  }

  private static String surface(SortedMap<String, Double> surfaces, String stem) {
    return surfaces.entrySet().stream()
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.<String, Double>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(stem);
  }
}
