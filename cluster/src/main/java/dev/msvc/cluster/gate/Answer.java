package dev.msvc.cluster.gate;

import dev.msvc.model.yaml.ForeignJson;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an instant query was answered with.
 *
 * @param samples in any number
 * @param why there are none that may be used; empty where all is well
 */
record Answer(List<Sample> samples, String why) {
  /** One value of one series. */
  record Sample(SortedMap<String, String> labels, double value) {}

  /**
   * One finite value, or why there is none.
   *
   * @param why empty where there is one
   */
  record Figure(OptionalDouble value, String why) {
    static Figure none(String why) {
      return new Figure(OptionalDouble.empty(), why);
    }
  }

  Answer {
    samples = List.copyOf(samples);
  }

  static Answer none(String why) {
    return new Answer(List.of(), why);
  }

  /** Reads what the API says. */
  static Answer read(int status, byte[] body) {
    Optional<Map<String, Object>> root = root(body);
    if (root.isEmpty() || !(root.get().get("status") instanceof String said)) {
      return none(
          status == 200 ? "what answers is no Prometheus" : "it answers HTTP %d".formatted(status));
    }
    Map<String, Object> answer = root.get();
    if (status != 200 || !said.equals("success")) {
      String error = answer.get("error") instanceof String text ? ": " + text : "";
      return none(Cleaned.line("it answers HTTP %d%s".formatted(status, error)));
    }
    if (answer.get("warnings") instanceof List<?> warnings && !warnings.isEmpty()) {
      return none(Cleaned.line("the answer may be partial: " + warnings.get(0)));
    }
    if (!(answer.get("data") instanceof Map<?, ?> data)) {
      return none("the answer has no data");
    }
    return values(data);
  }

  private static Answer values(Map<?, ?> data) {
    String type = String.valueOf(data.get("resultType"));
    if (type.equals("scalar")) {
      return value(data.get("result"))
          .map(value -> new Answer(List.of(new Sample(new TreeMap<>(), value)), ""))
          .orElseGet(() -> none("the answer has no value"));
    }
    if (!type.equals("vector") || !(data.get("result") instanceof List<?> results)) {
      return none("the query gives no numbers of one moment, and must");
    }
    List<Sample> samples = new ArrayList<>();
    for (Object each : results) {
      Optional<Sample> sample = sample(each);
      if (sample.isEmpty()) {
        return none("the answer is no vector of numbers");
      }
      samples.add(sample.get());
    }
    return new Answer(samples, "");
  }

  private static Optional<Sample> sample(Object result) {
    if (!(result instanceof Map<?, ?> fields)
        || !(fields.get("metric") instanceof Map<?, ?> metric)) {
      return Optional.empty();
    }
    SortedMap<String, String> labels = new TreeMap<>();
    metric.forEach((name, value) -> labels.put(String.valueOf(name), String.valueOf(value)));
    return value(fields.get("value")).map(value -> new Sample(labels, value));
  }

  /** Of a moment and a number as text. */
  private static Optional<Double> value(@Nullable Object pair) {
    if (!(pair instanceof List<?> both)
        || both.size() != 2
        || !(both.get(1) instanceof String text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
          });
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, Object>> root(byte[] body) {
    List<Map<String, Object>> roots = new ArrayList<>();
    List<String> malformed = new ArrayList<>();
    try {
      ForeignJson.read(
          new StringReader(new String(body, StandardCharsets.UTF_8)),
          Set.of(),
          new ForeignJson.Visitor() {
            @Override
            public void open(String container, Map<String, Object> outer) {}

            @Override
            public boolean record(String container, Map<String, Object> fields, int line) {
              roots.add(fields);
              return true;
            }

            @Override
            public void malformed(int line, String reason) {
              malformed.add(reason);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return malformed.isEmpty() && roots.size() == 1 ? Optional.of(roots.get(0)) : Optional.empty();
  }

  /** The one value there is; none where there are more, or it is none. */
  Figure single() {
    if (!why.isEmpty()) {
      return Figure.none(why);
    }
    if (samples.isEmpty()) {
      return Figure.none("no series");
    }
    if (samples.size() > 1) {
      return Figure.none(
          "%d values where one is asked for: they differ in %s; sum or max them, or name one"
              .formatted(samples.size(), String.join(", ", differing())));
    }
    double value = samples.get(0).value();
    return Double.isFinite(value)
        ? new Figure(OptionalDouble.of(value), "")
        : Figure.none("the value is " + value);
  }

  private SortedSet<String> differing() {
    SortedSet<String> differing = new TreeSet<>();
    Map<String, String> first = samples.get(0).labels();
    for (Sample each : samples) {
      Set<String> names = new TreeSet<>(first.keySet());
      names.addAll(each.labels().keySet());
      names.stream()
          .filter(
              name -> !each.labels().getOrDefault(name, "").equals(first.getOrDefault(name, "")))
          .map(Cleaned::line)
          .forEach(differing::add);
    }
    return differing;
  }
}
