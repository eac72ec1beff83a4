package dev.msvc.analyzers.entry;

import dev.msvc.model.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What a service answers, as its document of OpenAPI says. */
public final class ServedUrls {
  private static final String ANY = "ANY";

  private final List<Url> urls;

  private ServedUrls(List<Url> urls) {
    this.urls = urls;
  }

  private record Url(String verb, List<String> segments) {}

  /**
   * Reads a document of OpenAPI 3 or Swagger 2; empty where it is none, or says no URL.
   *
   * @param file as it is called
   */
  public static Optional<ServedUrls> read(String file, String text) {
    List<YamlTree> trees;
    try {
      trees = YamlTree.read(text);
    } catch (YamlTree.Malformed malformed) {
      return Optional.empty();
    }
    ApiDocument document =
        trees.isEmpty()
            ? null
            : ApiDocument.of(
                trees.get(0), file, "", (from, other) -> other.isEmpty() ? trees.get(0) : null);
    if (document == null || document.operations().isEmpty()) {
      return Optional.empty();
    }
    List<Url> urls = new ArrayList<>();
    document.operations().values().stream()
        .flatMap(Collection::stream)
        .forEach(
            each ->
                urls.add(
                    new Url(
                        each.verb(), segments(HttpPath.open(document.serverPath(), each.path())))));
    return Optional.of(new ServedUrls(urls));
  }

  /**
   * Whether a request of the monolith's is answered. A variable of its path may be any word, so
   * that only a variable answers it; what it does not say, as {@code **}, is taken for answered.
   *
   * @param verb GET, POST...; HEAD is answered where GET is, OPTIONS and TRACE by anything
   */
  public boolean answer(String verb, String path) {
    return path.contains("*")
        || served(verb, segments(path), (url, asked) -> url.size() == asked.size());
  }

  /** Whether any URL at a path or below it is answered. */
  public boolean answerBelow(String verb, String prefix) {
    return served(verb, segments(prefix), (url, asked) -> url.size() >= asked.size());
  }

  private boolean served(
      String verb, List<String> asked, BiPredicate<List<String>, List<String>> longEnough) {
    String means = verb.equals("HEAD") ? "GET" : verb;
    boolean any = means.equals(ANY) || means.equals("OPTIONS") || means.equals("TRACE");
    return urls.stream()
        .anyMatch(
            each ->
                (any || each.verb().equals(means) || each.verb().equals(verb))
                    && longEnough.test(each.segments(), asked)
                    && fits(each.segments(), asked));
  }

  private static boolean fits(List<String> url, List<String> asked) {
    for (int i = 0; i < asked.size(); i++) {
      boolean variable = url.get(i).contains("{");
      if (!variable && (asked.get(i).contains("{") || !url.get(i).equals(asked.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> segments(String path) {
    return Arrays.stream(HttpPath.open(path).split("/")).filter(each -> !each.isEmpty()).toList();
  }
}
