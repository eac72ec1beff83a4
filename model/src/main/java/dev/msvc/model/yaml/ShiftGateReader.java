package dev.msvc.model.yaml;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Limit;
import dev.msvc.model.shift.Metrics;
import dev.msvc.model.shift.ShiftPlan;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the gates of a shift's plan, and where their numbers come from. */
record ShiftGateReader(MarkedFile file, ShiftTexts texts) {
  private static final List<String> BASIS = List.of("name", "window", "requests");
  private static final List<String> KINDS =
      List.of(
          "success-rate",
          "client-errors",
          "latency",
          "saturation",
          "query",
          "http",
          "command",
          "approval",
          "compare");

  /** All of them; each with a name of its own. */
  List<GateSpec> gates(@Nullable MarkedYaml node, boolean metrics, boolean mirror) {
    List<GateSpec> gates = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (MarkedYaml each : file.items(node, "gates", "gates: [{success-rate: {min: 99.5%}}]")) {
      GateSpec gate = gate(each, metrics);
      texts.needs(
          each,
          mirror || !(gate instanceof GateSpec.Compare),
          "nothing is copied to the service, so that nothing is compared",
          "mirror: {share: 10%}");
      if (!names.add(gate.name())) {
        throw file.wrong(
            each, "two gates are called '%s'".formatted(gate.name()), "give one a name: name: ...");
      }
      gates.add(gate);
    }
    return gates;
  }

  /** At a stage where nothing goes to both, gates that compare say nothing. */
  void requireOneThatStandsAlone(MarkedYaml node, ShiftPlan plan) {
    boolean compared =
        IntStream.range(0, plan.stages().size())
            .allMatch(stage -> plan.compares(plan.weights(stage)));
    texts.needs(
        node,
        compared || plan.gates().stream().anyMatch(each -> each.alone().isPresent()),
        "nothing is compared at 100 %, and no other gate says when to go on",
        "have another beside it: success-rate: {min: 99.5%}");
  }

  private GateSpec gate(MarkedYaml node, boolean metrics) {
    if (node instanceof MarkedYaml.Scalar word && word.text().equals("approval")) {
      return new GateSpec.Approval(GateSpec.Basis.named("approval"), new TreeSet<>());
    }
    Map<String, MarkedYaml> kinds = file.fields(node, "a gate", KINDS);
    if (kinds.size() != 1) {
      throw file.wrong(node, "a gate is of one kind", "there are " + String.join(", ", KINDS));
    }
    String kind = kinds.keySet().iterator().next();
    MarkedYaml value = kinds.values().iterator().next();
    boolean counts = kind.equals("latency") || kind.equals("saturation") || kind.equals("query");
    texts.needs(
        value,
        metrics || !counts,
        "nothing says where the numbers of '%s' come from".formatted(kind),
        "metrics: {url: http://prometheus:9090, source: micrometer}");
    return made(
        value,
        () -> {
          if (kind.equals("success-rate")) {
            return successRate(value);
          }
          if (kind.equals("client-errors")) {
            return clientErrors(value);
          }
          if (kind.equals("latency")) {
            return latency(value);
          }
          if (kind.equals("saturation")) {
            Map<String, MarkedYaml> of = of(value, kind, "query", "below");
            return new GateSpec.Saturation(
                basis(of, kind), text(value, of, "query"), number(required(value, of, "below")));
          }
          if (kind.equals("query")) {
            return query(value);
          }
          if (kind.equals("compare")) {
            Map<String, MarkedYaml> of = of(value, kind, "max", "tolerance");
            Limit usual = Limit.atMost(share(required(value, of, "max")));
            MarkedYaml tolerance = of.get("tolerance");
            return new GateSpec.Compare(
                basis(of, kind), tolerance == null ? usual : usual.tolerating(share(tolerance)));
          }
          if (kind.equals("http")) {
            Map<String, MarkedYaml> of = of(value, kind, "url", "status", "timeout");
            MarkedYaml status = of.get("status");
            return new GateSpec.HttpCheck(
                basis(of, kind),
                URI.create(text(value, of, "url")),
                status == null ? 200 : texts.count(status),
                timeout(of));
          }
          if (kind.equals("command")) {
            Map<String, MarkedYaml> of = of(value, kind, "run", "timeout");
            List<String> command = new ArrayList<>();
            file.items(of.get("run"), "run", "a program and its arguments: [check.sh, orders]")
                .forEach(each -> command.add(file.scalar(each, "an argument").text()));
            return new GateSpec.CommandCheck(basis(of, kind), command, timeout(of));
          }
          Map<String, MarkedYaml> of = of(value, kind, "who");
          SortedSet<String> who = new TreeSet<>();
          file.items(of.get("who"), "who", "names: [ann]")
              .forEach(each -> who.add(file.scalar(each, "a name").text()));
          return new GateSpec.Approval(basis(of, kind), who);
        });
  }

  private GateSpec successRate(MarkedYaml node) {
    Map<String, MarkedYaml> of = of(node, "success-rate", "min", "worse", "tolerance");
    MarkedYaml min = of.get("min");
    MarkedYaml worse = of.get("worse");
    texts.needs(
        node,
        min != null || worse != null,
        "nothing says how many requests must succeed",
        "min: 99.5%, or worse: 0.5% than the monolith's");
    OptionalDouble most =
        min == null ? OptionalDouble.empty() : OptionalDouble.of(rest(share(min)));
    return new GateSpec.SuccessRate(
        basis(of, "success-rate"), limit(most, worse, of.get("tolerance")));
  }

  private GateSpec clientErrors(MarkedYaml node) {
    Map<String, MarkedYaml> of = of(node, "client-errors", "worse", "max", "tolerance");
    MarkedYaml worse = of.get("worse");
    MarkedYaml max = of.get("max");
    texts.needs(
        node,
        worse != null || max != null,
        "nothing says how many requests may be answered with 4xx",
        "worse: 1% than the monolith's, or max: 5%");
    OptionalDouble most = max == null ? OptionalDouble.empty() : OptionalDouble.of(share(max));
    return new GateSpec.ClientErrors(
        basis(of, "client-errors"), limit(most, worse, of.get("tolerance")));
  }

  private Limit limit(
      OptionalDouble most, @Nullable MarkedYaml worse, @Nullable MarkedYaml tolerance) {
    OptionalDouble than = worse == null ? OptionalDouble.empty() : OptionalDouble.of(share(worse));
    Limit usual =
        most.isPresent() ? Limit.atMost(most.getAsDouble()) : Limit.worseBy(than.orElse(0));
    return new Limit(most, than, tolerance == null ? usual.tolerance() : share(tolerance));
  }

  private GateSpec latency(MarkedYaml node) {
    Map<String, MarkedYaml> of = of(node, "latency", "quantile", "below", "times");
    MarkedYaml quantile = of.get("quantile");
    MarkedYaml below = of.get("below");
    MarkedYaml times = of.get("times");
    texts.needs(
        node,
        (below == null) != (times == null),
        "a latency is below a time, or at most some times the monolith's",
        "latency: {quantile: 0.95, below: 300ms}");
    double part = quantile == null ? 0.95 : number(quantile);
    GateSpec.Basis basis = basis(of, "latency");
    return below != null
        ? GateSpec.Latency.below(basis, part, milliseconds(below))
        : GateSpec.Latency.times(basis, part, times == null ? 1 : number(times));
  }

  private GateSpec query(MarkedYaml node) {
    Map<String, MarkedYaml> of = of(node, "query", "service", "monolith", "min", "max");
    MarkedYaml monolith = of.get("monolith");
    MarkedYaml min = of.get("min");
    MarkedYaml max = of.get("max");
    return new GateSpec.Query(
        basis(of, "query"),
        text(node, of, "service"),
        monolith == null ? Optional.empty() : Optional.of(file.scalar(monolith, "monolith").text()),
        new GateSpec.Bounds(
            min == null ? OptionalDouble.empty() : OptionalDouble.of(number(min)),
            max == null ? OptionalDouble.empty() : OptionalDouble.of(number(max))));
  }

  /** Where numbers come from; empty where nothing says. */
  Optional<Metrics> metrics(@Nullable MarkedYaml node) {
    if (node == null) {
      return Optional.empty();
    }
    Map<String, MarkedYaml> of =
        file.fields(
            node,
            "metrics",
            List.of("url", "source", "monolith", "service", "tokenFile", "userEnv", "passwordEnv"));
    Map<Arm, SortedMap<String, String>> labels = new EnumMap<>(Arm.class);
    labels.put(Arm.MONOLITH, labels(of.get("monolith"), "monolith"));
    labels.put(Arm.SERVICE, labels(of.get("service"), "service"));
    String source = text(node, of, "source");
    return Optional.of(
        made(
            node,
            () ->
                new Metrics(
                    URI.create(text(node, of, "url")),
                    source(node, source),
                    labels,
                    credentials(of))));
  }

  private Metrics.Source source(MarkedYaml node, String word) {
    List<String> words = new ArrayList<>();
    for (Metrics.Source each : Metrics.Source.values()) {
      if (each.word().equals(word)) {
        return each;
      }
      words.add(each.word());
    }
    throw file.wrong(
        node, "'%s' counts no requests".formatted(word), "there are " + String.join(", ", words));
  }

  private Metrics.Credentials credentials(Map<String, MarkedYaml> of) {
    MarkedYaml token = of.get("tokenFile");
    MarkedYaml user = of.get("userEnv");
    MarkedYaml password = of.get("passwordEnv");
    MarkedYaml half = user == null ? password : user;
    if (half != null && (user == null || password == null)) {
      throw file.wrong(
          half,
          user == null
              ? "metrics have a password and no user"
              : "metrics have a user and no password",
          "name both variables: userEnv: PROM_USER, passwordEnv: PROM_PASSWORD");
    }
    if (token != null) {
      return new Metrics.Credentials.TokenFile(file.scalar(token, "tokenFile").text());
    }
    return user == null || password == null
        ? new Metrics.Credentials.None()
        : new Metrics.Credentials.Basic(
            file.scalar(user, "userEnv").text(), file.scalar(password, "passwordEnv").text());
  }

  private SortedMap<String, String> labels(@Nullable MarkedYaml node, String what) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (MarkedYaml.Entry each : file.entries(node, what, "labels of its series")) {
      labels.put(each.key(), file.scalar(each.value(), each.key()).text());
    }
    return labels;
  }

  private Map<String, MarkedYaml> of(MarkedYaml node, String kind, String... keys) {
    List<String> known = new ArrayList<>(List.of(keys));
    known.addAll(BASIS);
    return file.fields(node, kind, known);
  }

  private GateSpec.Basis basis(Map<String, MarkedYaml> of, String kind) {
    MarkedYaml name = of.get("name");
    MarkedYaml window = of.get("window");
    MarkedYaml requests = of.get("requests");
    return new GateSpec.Basis(
        name == null ? kind : file.scalar(name, "name").text(),
        window == null ? GateSpec.Basis.WINDOW : texts.duration(window, "window"),
        requests == null ? GateSpec.Basis.MIN_REQUESTS : texts.count(requests));
  }

  private Duration timeout(Map<String, MarkedYaml> of) {
    MarkedYaml timeout = of.get("timeout");
    return timeout == null ? Duration.ofSeconds(10) : texts.duration(timeout, "timeout");
  }

  private MarkedYaml required(MarkedYaml at, Map<String, MarkedYaml> of, String key) {
    MarkedYaml node = of.get(key);
    if (node == null) {
      throw file.wrong(at, "it says nothing of '%s'".formatted(key), "see docs/gates.md");
    }
    return node;
  }

  private String text(MarkedYaml at, Map<String, MarkedYaml> of, String key) {
    return file.scalar(required(at, of, key), key).text();
  }

  /** {@code 99.5%} or {@code 0.995}. */
  private double share(MarkedYaml node) {
    String text = file.scalar(node, "a share").text();
    boolean percent = text.endsWith("%");
    double number = number(node, percent ? text.substring(0, text.length() - 1).strip() : text);
    double share = percent ? number / 100 : number;
    texts.needs(
        node,
        share >= 0 && share <= 1,
        "'%s' is no share".formatted(text),
        "write it as 99.5%, or as 0.995");
    return share;
  }

  private static double rest(double share) {
    // 1 - 0.995 is not 0.005
    return Math.round((1 - share) * 1e9) / 1e9;
  }

  private double number(MarkedYaml node) {
    return number(node, file.scalar(node, "a number").text());
  }

  private double number(MarkedYaml node, String text) {
    if (text.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
      return Double.parseDouble(text);
    }
    throw file.wrong(node, "'%s' is no number".formatted(text), "write it as 0.95");
  }

  private Duration milliseconds(MarkedYaml node) {
    String text = file.scalar(node, "below").text();
    return text.matches("[1-9]\\d{0,8}ms")
        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
        : texts.duration(node, "below");
  }

  private <T> T made(MarkedYaml node, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException wrong) {
      throw file.wrong(node, String.valueOf(wrong.getMessage()), "see docs/gates.md");
    }
  }
}
