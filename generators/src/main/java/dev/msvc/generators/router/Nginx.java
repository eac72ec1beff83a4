package dev.msvc.generators.router;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.StickyWord;
import dev.msvc.model.shift.Weights;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is told of a plan to templates for nginx.
 *
 * @param name of the shift, as a part of names of variables
 * @param include the file with the weights
 * @param status where workers say their weights: host and port
 * @param weights as workers say them
 * @param client what tells one client from another; none where chance decides each request
 */
public record Nginx(
    String name,
    String include,
    String listen,
    String status,
    String monolith,
    String service,
    String weights,
    List<Client> client,
    List<Who> selectors,
    List<Of> rules) {
  private static final String NAME = "[A-Za-z0-9-]+";

  /**
   * What tells one client from another.
   *
   * @param variable of the header, without {@code http_}
   * @param pattern which finds the value of a cookie; none where the header is it
   */
  public record Client(String variable, List<String> pattern) {}

  /**
   * Requests that say one of some values.
   *
   * @param number by which rules name it
   * @param variable of the header, without {@code http_}
   */
  public record Who(int number, String variable, List<String> patterns) {}

  /**
   * One rule.
   *
   * @param name as a part of names of variables
   * @param pattern of method, selectors and path
   * @param shares what of it the service answers; none where that is nothing or all
   * @param rest who answers all else
   */
  public record Of(String name, String pattern, List<Share> shares, String rest) {}

  /** A part of all requests. */
  public record Share(int percent) {}

  static Nginx of(ShiftPlan plan) {
    return of(plan, plan.weights(-1));
  }

  static Nginx of(ShiftPlan plan, Weights weights) {
    List<Selector> selectors =
        plan.rules().stream()
            .map(each -> each.match().selector())
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    List<Who> who = new ArrayList<>();
    for (int i = 0; i < selectors.size(); i++) {
      who.add(who(i, selectors.get(i)));
    }
    List<Of> rules = new ArrayList<>();
    for (Rule each : plan.rules()) {
      requireOther(plan, each);
      int service = weights.of(each.id(), Arm.SERVICE);
      rules.add(
          new Of(
              variable(each.id()),
              pattern(each.match(), selectors),
              service == 0 || service == 100 ? List.of() : List.of(new Share(service)),
              service == 100 ? "service" : "monolith"));
    }
    URI status = URI.create(plan.router().settings().getOrDefault("status", ""));
    return new Nginx(
        variable(plan.name()),
        plan.router().settings().getOrDefault("include", ""),
        plan.router().settings().getOrDefault("listen", "127.0.0.1:8080"),
        status.getHost() + ":" + status.getPort(),
        Host.of(plan.monolith()).toString(),
        Host.of(plan.service()).toString(),
        plan.rules().stream()
            .map(Rule::id)
            .sorted()
            .map(each -> each + "=" + weights.of(each, Arm.SERVICE))
            .collect(Collectors.joining(" ")),
        plan.sticky().map(Nginx::client).stream().toList(),
        who,
        rules);
  }

  private static String variable(String name) {
    return name.replace('-', '_');
  }

  /** Variables of rules stand beside ours, by the same beginning. */
  private static void requireOther(ShiftPlan plan, Rule rule) {
    if (variable(rule.id()).matches("weights|arm|upstream|client|who_\\d+")) {
      throw new Unsayable(
          plan.router().line(),
          "the rule '%s' has a name that it needs for something else".formatted(rule.id()),
          "give its route another: {name: ..., prefix: ...}");
    }
  }

  private static Client client(StickyWord sticky) {
    if (sticky.in() == Selector.In.COOKIE) {
      return new Client(
          "cookie",
          List.of("(?:^|;)[ \\t]*%s=\"?(?<msvc_said>[^\";]+)".formatted(quoted(sticky.name()))));
    }
    return new Client(header(sticky.name(), sticky.line()), List.of());
  }

  private static String header(String name, int line) {
    if (!name.matches(NAME)) {
      throw new Unsayable(
          line,
          "nginx has no variable for the header '%s'".formatted(name),
          "use letters, digits and '-'");
    }
    return variable(name.toLowerCase(Locale.ROOT));
  }

  private static Who who(int number, Selector selector) {
    if (selector.in() == Selector.In.COOKIE) {
      String name = quoted(selector.name());
      return new Who(
          number,
          "cookie",
          selector.values().stream()
              .map(
                  each ->
                      "(?:^|;)[ \\t]*%s=(\"?)%s\\g1[ \\t]*(?:;|\\z)".formatted(name, quoted(each)))
              .toList());
    }
    return new Who(
        number,
        header(selector.name(), 0),
        selector.values().stream().map(each -> "^%s\\z".formatted(quoted(each))).toList());
  }

  private static String pattern(Match match, List<Selector> selectors) {
    StringBuilder pattern = new StringBuilder("^");
    pattern.append(
        match.methods().isEmpty() ? "[^:]*" : "(?:" + String.join("|", match.methods()) + ")");
    for (Selector each : selectors) {
      pattern.append(match.selector().equals(Optional.of(each)) ? ":1" : ":[01]");
    }
    return pattern.append(':').append(path(match)).toString();
  }

  /** By segments, each of which may have parameters. */
  static String path(Match match) {
    boolean folder = match.path().endsWith("/");
    String[] segments = match.path().substring(1).split("/", -1);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < segments.length; i++) {
      path.append('/').append(quoted(segments[i]));
      if (!segments[i].isEmpty()) {
        path.append("(?:;[^/]*)?");
      }
    }
    if (match.exact()) {
      return path.append("\\z").toString();
    }
    return folder ? path.toString() : path.append("(?:/|\\z)").toString();
  }

  private static String quoted(String text) {
    return text.replaceAll("[^A-Za-z0-9_/ \\u0080-\\uffff-]", "\\\\$0");
  }
}
