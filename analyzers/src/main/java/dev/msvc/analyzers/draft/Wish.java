package dev.msvc.analyzers.draft;

import dev.msvc.model.service.StandardOperation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the words of a route or a method ask for.
 *
 * @param standard the operation; empty for a command
 * @param word what is asked for, without what it is asked of
 */
record Wish(Optional<StandardOperation> standard, String word) {
  private static final Map<String, StandardOperation> VERBS =
      Map.ofEntries(
          Map.entry("create", StandardOperation.CREATE),
          Map.entry("add", StandardOperation.CREATE),
          Map.entry("insert", StandardOperation.CREATE),
          Map.entry("register", StandardOperation.CREATE),
          Map.entry("new", StandardOperation.CREATE),
          Map.entry("save", StandardOperation.CREATE),
          Map.entry("persist", StandardOperation.CREATE),
          Map.entry("update", StandardOperation.UPDATE),
          Map.entry("edit", StandardOperation.UPDATE),
          Map.entry("modify", StandardOperation.UPDATE),
          Map.entry("merge", StandardOperation.UPDATE),
          Map.entry("delete", StandardOperation.DELETE),
          Map.entry("remove", StandardOperation.DELETE),
          Map.entry("del", StandardOperation.DELETE),
          Map.entry("get", StandardOperation.GET),
          Map.entry("load", StandardOperation.GET),
          Map.entry("read", StandardOperation.GET),
          Map.entry("detail", StandardOperation.GET),
          Map.entry("details", StandardOperation.GET),
          Map.entry("info", StandardOperation.GET),
          Map.entry("show", StandardOperation.GET),
          Map.entry("view", StandardOperation.GET),
          Map.entry("list", StandardOperation.LIST),
          Map.entry("all", StandardOperation.LIST),
          Map.entry("search", StandardOperation.LIST),
          Map.entry("find", StandardOperation.LIST),
          Map.entry("query", StandardOperation.LIST),
          Map.entry("page", StandardOperation.LIST));

  /** What does not change what is asked for. */
  private static final Set<String> FILLING =
      Set.of(
          "by", "id", "ids", "all", "list", "page", "one", "new", "batch", "info", "the", "a",
          "an");

  /**
   * Reads words.
   *
   * @param called the words by which the aggregate is called
   */
  static Wish of(String text, Set<String> called) {
    List<String> words = words(text);
    StandardOperation verb = VERBS.get(words.get(0));
    List<String> rest =
        words.subList(1, words.size()).stream().filter(each -> !called.contains(each)).toList();
    boolean listById = rest.contains("id") && (rest.contains("list") || rest.contains("page"));
    boolean plain = FILLING.containsAll(rest) && !listById;
    if (verb != null && plain) {
      boolean several =
          verb == StandardOperation.GET
              && (words.contains("all")
                  || words.contains("list")
                  || words.stream().anyMatch(each -> isSeveral(each, called)));
      boolean one = verb == StandardOperation.LIST && rest.contains("id");
      return new Wish(
          Optional.of(several ? StandardOperation.LIST : one ? StandardOperation.GET : verb),
          words.get(0));
    }
    List<String> asked = words.stream().filter(each -> !called.contains(each)).toList();
    return new Wish(Optional.empty(), String.join("_", asked.isEmpty() ? words : asked));
  }

  /**
   * Whether a word is the plural of another that is known: {@code goods} and {@code address} are
   * not.
   */
  private static boolean isSeveral(String word, Set<String> called) {
    return called.contains(word)
        && called.stream().anyMatch(each -> Subject.plural(each).equals(word));
  }

  /** Whether a word says what is asked for. */
  static boolean isVerb(String word) {
    return VERBS.containsKey(word.toLowerCase(Locale.ROOT));
  }

  /** The words of a name, in lower case. */
  static List<String> words(String name) {
    String apart =
        name.replaceAll("\\.[a-z]{2,5}$", "")
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .replaceAll("^_+|_+$", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.asList(apart.split("_", -1));
  }
}
