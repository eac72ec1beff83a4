package dev.msvc.generators.router;

import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told of a plan to templates for HAProxy.
 *
 * @param path name of the variable that holds the path
 * @param stateFile one, or none
 */
public record Haproxy(
    String socket,
    String listen,
    List<String> stateFile,
    String path,
    String monolith,
    String service,
    List<Of> rules) {
  /** How messages name it, and what names of headers and cookies it can be asked for. */
  private static final String NAME = "[A-Za-z0-9_.-]+";

  /**
   * One rule: all of its names must hold, and one test of each name is enough.
   *
   * @param backend that is asked
   */
  public record Of(String backend, List<Test> tests) {
    /** Each once. */
    public List<String> names() {
      return tests.stream().map(Test::name).distinct().toList();
    }
  }

  /** Whether what is fetched of a request is a value. */
  public record Test(String name, String fetch, String value) {}

  static Haproxy of(ShiftPlan plan) {
    String socket = plan.router().settings().getOrDefault("socket", "");
    String path = "txn.msvc_%s_path".formatted(plan.name().replace('-', '_'));
    List<Of> rules = new ArrayList<>();
    for (Rule each : plan.rules()) {
      rules.add(new Of(plan.ours(each), tests(each.match(), path)));
    }
    String file = plan.router().settings().get("state-file");
    return new Haproxy(
        socket.startsWith("/") ? socket : "ipv4@" + socket,
        plan.router().settings().getOrDefault("listen", "127.0.0.1:8080"),
        file == null ? List.of() : List.of(file),
        path,
        Host.of(plan.monolith()).toString(),
        Host.of(plan.service()).toString(),
        rules);
  }

  private static List<Test> tests(Match match, String path) {
    List<Test> tests = new ArrayList<>();
    String fetch = "var(%s)".formatted(path);
    String below = match.path().endsWith("/") ? match.path() : match.path() + "/";
    tests.add(new Test("path", fetch + " -m str", match.path()));
    if (!match.exact()) {
      tests.add(new Test("path", fetch + " -m beg", below));
    }
    match.methods().forEach(each -> tests.add(new Test("method", "method -m str", each)));
    match.selector().ifPresent(each -> tests.addAll(who(each)));
    return tests;
  }

  private static List<Test> who(Selector selector) {
    if (!selector.name().matches(NAME)) {
      throw new Unsayable(
          0,
          "the name '%s' has signs that mean something else there".formatted(selector.name()),
          "use letters, digits and '-'");
    }
    boolean header = selector.in() == Selector.In.HEADER;
    String fetch =
        (header ? "req.fhdr(%s) -m str" : "req.cook(%s) -m str").formatted(selector.name());
    List<Test> tests = new ArrayList<>();
    for (String each : selector.values()) {
      tests.add(new Test("who", fetch, each));
      if (!header) {
        tests.add(new Test("who", fetch, "\"" + each + "\""));
      }
    }
    return tests;
  }
}
