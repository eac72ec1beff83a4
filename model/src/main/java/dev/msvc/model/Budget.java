package dev.msvc.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much an extraction may cost at run time; what is not limited may cost anything.
 *
 * @param limits by name, one of {@link #NAMES}
 */
public record Budget(Map<String, Integer> limits) {
  public static final List<String> NAMES = List.of("calls", "repeated", "lazy", "transactions");

  public Budget {
    limits = Map.copyOf(limits);
  }

  /**
   * Reads {@code calls=5,transactions=0}.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  public static Budget of(String text) {
    Map<String, Integer> limits = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
      String number = equals < 0 ? "" : part.substring(equals + 1).strip();
      if (!NAMES.contains(name) || !number.matches("\\d{1,9}")) {
        throw new IllegalArgumentException(
            "'%s' is no budget: say it as calls=5,transactions=0; there are %s"
                .formatted(part.strip(), String.join(", ", NAMES)));
      }
      limits.put(name, Integer.parseInt(number));
    }
    return new Budget(limits);
  }

  /** Whether it sets a limit of this name. */
  public boolean limits(String name) {
    return limits.containsKey(name);
  }

  /** What is over it, each in a sentence; none where nothing is. */
  public List<String> over(Extraction extraction) {
    Forecast forecast = extraction.forecast();
    List<String> over = new ArrayList<>();
    check(over, extraction.name(), "calls", forecast.calls(), "remote calls in one request");
    check(
        over,
        extraction.name(),
        "repeated",
        forecast.repeated(),
        "remote calls in loops of one request");
    check(
        over,
        extraction.name(),
        "lazy",
        forecast.lazyRelations(),
        "reads of relations that lead across");
    check(over, extraction.name(), "transactions", forecast.transactions(), "broken transactions");
    return over;
  }

  /** Why a limit of calls cannot be judged, in a sentence; empty where it can. */
  public String unjudged(Extraction extraction) {
    return (limits("calls") || limits("repeated")) && !extraction.forecast().isKnown()
        ? "%s: %s".formatted(extraction.name(), extraction.forecast().unknown())
        : "";
  }

  private void check(List<String> over, String context, String name, int value, String what) {
    Integer limit = limits.get(name);
    if (limit != null && value > limit) {
      over.add("%s: %,d %s, %,d allowed".formatted(context, value, what, limit));
    }
  }
}
