package dev.msvc.cluster.gate;

import dev.msvc.model.shift.Metrics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Queries for what counts requests; {@code series.txt} says which series.
 *
 * <p>Counted is exactly: what a counter is at the end of a window, less what it was at its start.
 * Windows that follow one another then add up to what there was, which {@code increase()} with its
 * extrapolation does not; and a counter that was born in the window, as the first failure is,
 * counts from zero, where {@code increase()} overlooks what it is born with. Only where it began
 * again, or is gone, {@code increase()} it is.
 */
public final class ReadyQueries {
  private static final Map<Metrics.Source, Map<String, List<Series>>> ALL = read();

  /** Prometheus looks back so far for the value of a moment. */
  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  private final Map<String, List<Series>> series;
  private final Map<String, String> labels;

  /** A metric and what of it, without braces. */
  record Series(String metric, String matchers) {
    String selector(String more) {
      String both = matchers.isEmpty() || more.isEmpty() ? matchers + more : matchers + "," + more;
      return both.isEmpty() ? metric : metric + "{" + both + "}";
    }
  }

  /** Of who counts, and the labels of an arm. */
  public ReadyQueries(Metrics.Source source, Map<String, String> labels) {
    this.series = Objects.requireNonNull(ALL.get(source));
    this.labels = Map.copyOf(labels);
  }

  /** How many requests there were in the window before now; nothing where there are no series. */
  public String requests(Duration window) {
    return sum(series("requests"), "", window);
  }

  /** How many of them failed; 0 where none ever did, and nothing where there are no requests. */
  public String failures(Duration window) {
    return sum(series("failures"), "", window);
  }

  /**
   * How many were answered with 4xx; 0 where none ever was, and nothing where there are no
   * requests.
   */
  public String clientErrors(Duration window) {
    return sum(series("client-errors"), "", window);
  }

  /** Whether it has histograms of times. */
  public boolean hasTimes() {
    return series.containsKey("timed");
  }

  /** How many requests' time was taken. */
  public String timed(Duration window) {
    return counted(only("timed").selector(matchers("")), window);
  }

  /** How many took no longer than a bound that the histogram has; nothing where it has it not. */
  public String within(Bound bound, Duration window) {
    return counted(histogram().selector(matchers("le=~\"%s\"".formatted(bound.pattern()))), window);
  }

  /** How many took no longer than each bound that the histogram has, by {@code le}. */
  public String withinEach(Duration window) {
    return counted("by (le) ", histogram().selector(matchers("")), window);
  }

  /** The bounds that the histogram has, by {@code le}. */
  public String bounds() {
    return "group by (le) (%s)".formatted(histogram().selector(matchers("")));
  }

  /** When the youngest sample was taken, in seconds. */
  public String youngest() {
    return "max(timestamp(%s))".formatted(first("requests").selector(matchers("")));
  }

  /**
   * When the oldest sample was taken that counts, in seconds; nothing where there are no series.
   */
  String oldest() {
    return "min(timestamp(%s))".formatted(first("requests").selector(matchers("")));
  }

  /** The metric that counts requests, for people. */
  String metric(boolean times) {
    return times ? histogram().metric() : first("requests").metric();
  }

  /** Its series of this arm. */
  String there(boolean times) {
    Series series = times ? histogram() : first("requests");
    return "count(%s)".formatted(series.selector(matchers("")));
  }

  /** The values of one label among all series of the metric. */
  String values(String label) {
    return "count by (%s) (%s)".formatted(label, first("requests").selector(""));
  }

  Map<String, String> labels() {
    return labels;
  }

  /** A bound as the histogram says it. */
  Bound bound(Duration time) {
    BigDecimal seconds =
        BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
    return new Bound(inMillis() ? seconds.movePointRight(3) : seconds);
  }

  /** In seconds. */
  double seconds(double le) {
    return inMillis() ? le / 1000 : le;
  }

  /** What is in 'le'. */
  record Bound(BigDecimal value) {
    /** Prometheus 3 writes 250 as 250.0, 2 leaves it as it came. */
    String pattern() {
      String plain = value.stripTrailingZeros().toPlainString();
      return plain.contains(".") ? plain.replace(".", "[.]") : plain + "([.]0)?";
    }
  }

  private boolean inMillis() {
    return series.containsKey("within-ms");
  }

  private Series histogram() {
    return inMillis() ? only("within-ms") : only("within-s");
  }

  private String matchers(String more) {
    String own =
        labels.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                each ->
                    each.getValue().startsWith("~")
                        ? each.getKey() + "=~" + quoted(each.getValue().substring(1))
                        : each.getKey() + "=" + quoted(each.getValue()))
            .collect(Collectors.joining(","));
    return own.isEmpty() || more.isEmpty() ? own + more : own + "," + more;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** All of a kind; 0 for one that has no series, as long as there are requests. */
  private String sum(List<Series> all, String more, Duration window) {
    String requests = counted(first("requests").selector(matchers(more)), window);
    return all.stream()
        .map(each -> counted(each.selector(matchers(more)), window))
        .map(each -> each.equals(requests) ? each : "(%s or 0 * %s)".formatted(each, requests))
        .collect(Collectors.joining(" + "));
  }

  private static String counted(String selector, Duration window) {
    return counted("", selector, window);
  }

  private static String counted(String by, String selector, Duration window) {
    return "sum %s(%2$s - %2$s offset %3$s and resets(%2$s[%4$s]) == 0 or %2$s unless %2$s offset %3$s or increase(%2$s[%3$s]))"
        .formatted(by, selector, millis(window), millis(window.plus(LOOKBACK)));
  }

  /** As Prometheus writes it. */
  static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }

  private List<Series> series(String kind) {
    return Objects.requireNonNull(series.get(kind), kind);
  }

  private Series first(String kind) {
    return series(kind).get(0);
  }

  private Series only(String kind) {
    return first(kind);
  }

  private static Map<Metrics.Source, Map<String, List<Series>>> read() {
    Map<Metrics.Source, Map<String, List<Series>>> all = new EnumMap<>(Metrics.Source.class);
    try (InputStream in = ReadyQueries.class.getResourceAsStream("series.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(each -> !each.isBlank()).toList()) {
        if (line.startsWith("#")) {
          continue;
        }
        List<String> words = List.of(line.split(" ", 3));
        String text = words.get(2);
        int brace = text.indexOf('{');
        Series one =
            new Series(text.substring(0, brace), text.substring(brace + 1, text.length() - 1));
        all.computeIfAbsent(source(words.get(0)), key -> new LinkedHashMap<>())
            .computeIfAbsent(words.get(1), key -> new ArrayList<>())
            .add(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(all);
  }

  private static Metrics.Source source(String word) {
    for (Metrics.Source each : Metrics.Source.values()) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    throw new IllegalStateException(word);
  }
}
