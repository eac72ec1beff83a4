package dev.msvc.analyzers.graph;

import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of the domain, as one system speaks: a word of the trade that is all of an entity's
 * name is a word of the domain there. Where {@code Consumer} has a table, it buys something.
 *
 * @param entities stems of the words of the trade that name entities, sorted
 */
public record Terms(Set<String> entities) {
  /**
   * The terms of a system.
   *
   * @param uses by the node of their type
   */
  static Terms of(List<TypeFact> types, List<CodeGraph.TableUse> uses) {
    Set<String> entities = new TreeSet<>();
    for (CodeGraph.TableUse use : uses) {
      if (use.maps()) {
        List<String> words = Words.split(types.get(use.type()).simpleName());
        if (words.size() == 1 && Words.isOfTheTrade(words.get(0))) {
          entities.add(Words.stem(words.get(0)));
        }
      }
    }
    return new Terms(entities);
  }

  /**
   * The words of the domain in an identifier: lower case, singular, those of the trade left out.
   */
  public List<String> in(String identifier) {
    if (entities.isEmpty()) {
      return Words.domain(identifier);
    }
    List<String> words = new ArrayList<>();
    for (String word : Words.split(identifier)) {
      if (entities.contains(Words.stem(word)) || Words.isOfTheDomain(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** The same words, each by its stem. */
  List<String> stems(String identifier) {
    return in(identifier).stream().map(Words::stem).toList();
  }
}
