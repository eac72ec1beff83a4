package dev.msvc.model.yaml;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.CohortKey;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.RouterWord;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.shift.Stage;
import dev.msvc.model.shift.Step;
import dev.msvc.model.shift.StickyWord;
import dev.msvc.model.shift.Tolerance;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code strangle/NAME.yaml}: {@code msvc/shift/v1}; every error says file, line and column.
 */
public final class ShiftDocument {
  /** What such a file says in its first line. */
  public static final String SCHEMA = "msvc/shift/v1";

  private static final List<String> TOP =
      List.of(
          "schema",
          "router",
          "monolith",
          "service",
          "routes",
          "canary",
          "cohort",
          "stages",
          "metrics",
          "gates",
          "ungated",
          "tolerance",
          "sync",
          "compare",
          "mirror",
          "git",
          "sticky",
          "after");

  private final MarkedFile file;
  private final ShiftTexts texts;

  private ShiftDocument(String name) {
    this.file = new MarkedFile(name);
    this.texts = new ShiftTexts(file);
  }

  /**
   * Reads a plan.
   *
   * @param name of the shift
   * @param shown the file, as messages name it
   * @throws UserError where it is no plan, or one that could do harm
   */
  public static ShiftPlan read(String name, String shown, String text) {
    ShiftDocument document = new ShiftDocument(shown);
    return document.plan(name, document.root(shown, text));
  }

  /**
   * Reads a plan by which a shift is to begin. What is refused here alone may be under way since an
   * earlier msvc, and must be taken back.
   *
   * @throws UserError as {@link #read}, and where a stage is left without a gate
   */
  public static ShiftPlan readToBegin(String name, String shown, String text) {
    ShiftDocument document = new ShiftDocument(shown);
    MarkedYaml root = document.root(shown, text);
    ShiftPlan plan = document.plan(name, root);
    MarkedYaml gates = document.file.fields(root, "a shift", TOP).get("gates");
    if (gates != null) {
      new ShiftGateReader(document.file, document.texts).requireOneThatStandsAlone(gates, plan);
    }
    return plan;
  }

  private MarkedYaml root(String shown, String text) {
    file.requireMerged(text, "finish the merge, then run it again");
    return MarkedYaml.read(shown, text);
  }

  private ShiftPlan plan(String name, MarkedYaml root) {
    file.requireSchema(root, SCHEMA);
    Map<String, MarkedYaml> of = file.fields(root, "a shift", TOP);
    RouterWord router = router(required(root, of, "router"));
    List<ShiftRoute> routes = new ShiftRouteReader(file).routes(required(root, of, "routes"));
    Optional<Selector> canary = canary(of.get("canary"));
    Optional<CohortKey> cohort = cohort(of.get("cohort"));
    List<Stage> stages =
        new ShiftStageReader(file, texts)
            .stages(required(root, of, "stages"), canary, cohort, routes);
    if (stages.stream().anyMatch(each -> each.step().movesWrites()) && of.get("sync") == null) {
      MarkedYaml at = required(root, of, "stages");
      throw file.wrong(
          at,
          "writes go to the service, and nothing says how its rows come back to the monolith",
          "say how one sees that both are in step: sync: {lag: {query: ..., below: 5000}}; without"
              + " it leave writes where they are");
    }
    ShiftGateReader gates = new ShiftGateReader(file, texts);
    List<GateSpec> specs =
        gates.gates(of.get("gates"), of.get("metrics") != null, of.get("mirror") != null);
    MarkedYaml without = of.get("ungated");
    Optional<String> ungated =
        without == null ? Optional.empty() : Optional.of(file.scalar(without, "ungated").text());
    if (specs.isEmpty() == ungated.isEmpty()) {
      throw file.wrong(
          without == null ? root : without,
          specs.isEmpty() ? "no gate says when to go on" : "there are gates, and it says why not",
          specs.isEmpty()
              ? "gates: [{success-rate: {min: 99.5%}}]; without any: ungated: REASON"
              : "leave out ungated");
    }
    ShiftCompareReader side = new ShiftCompareReader(file, texts);
    return new ShiftPlan(
        name,
        router,
        address(required(root, of, "monolith"), "monolith"),
        address(required(root, of, "service"), "service"),
        routes,
        canary,
        cohort,
        stages,
        gates.metrics(of.get("metrics")),
        specs,
        ungated,
        tolerance(of.get("tolerance")),
        side.compare(of.get("compare")),
        side.mirror(of.get("mirror"), routes),
        new ShiftSyncReader(file, texts)
            .sync(of.get("sync"), new ShiftSyncReader.Known(of.get("metrics") != null, routes)),
        new ShiftGitReader(file, texts).git(of.get("git")),
        sticky(of.get("sticky"), stages),
        new ShiftAfterReader(file, texts).after(of.get("after"), name));
  }

  private MarkedYaml required(MarkedYaml root, Map<String, MarkedYaml> of, String key) {
    MarkedYaml node = of.get(key);
    if (node == null || (node instanceof MarkedYaml.Scalar scalar && scalar.isNull())) {
      throw file.wrong(
          root, "the shift says nothing of '%s'".formatted(key), "see docs/strangle.md");
    }
    return node;
  }

  private RouterWord router(MarkedYaml node) {
    SortedMap<String, String> settings = new TreeMap<>();
    if (node instanceof MarkedYaml.Scalar kind) {
      return new RouterWord(kind.text(), settings, node.mark().line());
    }
    List<MarkedYaml.Entry> kinds = file.entries(node, "router", "one kind of router");
    if (kinds.size() != 1) {
      throw file.wrong(node, "a shift has one router", "name one: router: {local: {...}}");
    }
    MarkedYaml.Entry kind = kinds.get(0);
    for (MarkedYaml.Entry each :
        file.entries(kind.value(), "router " + kind.key(), "settings of the router")) {
      settings.put(each.key(), file.scalar(each.value(), each.key()).text());
    }
    return new RouterWord(kind.key(), settings, node.mark().line());
  }

  private String address(MarkedYaml node, String what) {
    String text = file.scalar(node, what).text();
    try {
      URI uri = URI.create(text);
      boolean fits =
          ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
      if (fits) {
        return text.replaceAll("/$", "");
      }
    } catch (IllegalArgumentException notOne) {
      // told below
    }
    throw file.wrong(
        node,
        "'%s' is no address of the %s".formatted(text, what),
        "write it as http://HOST:PORT, without path or password");
  }

  private Optional<Selector> canary(@Nullable MarkedYaml node) {
    if (node == null) {
      return Optional.empty();
    }
    Map<String, MarkedYaml> of = file.fields(node, "canary", List.of("header", "cookie", "value"));
    MarkedYaml value = of.get("value");
    if (value == null) {
      throw file.wrong(node, "canary has no value", "write {header: X-Canary, value: orders}");
    }
    String text = file.scalar(value, "value").text();
    return Optional.of(key(node, "canary", of).of(List.of(text)));
  }

  private Optional<CohortKey> cohort(@Nullable MarkedYaml node) {
    return node == null
        ? Optional.empty()
        : Optional.of(
            key(node, "cohort", file.fields(node, "cohort", List.of("header", "cookie"))));
  }

  private Optional<StickyWord> sticky(@Nullable MarkedYaml node, List<Stage> stages) {
    if (node == null) {
      return Optional.empty();
    }
    Map<String, MarkedYaml> of =
        file.fields(node, "sticky", List.of("header", "cookie", "requests"));
    CohortKey key = key(node, "sticky", of);
    texts.needs(
        node,
        stages.stream()
            .anyMatch(each -> each.step() instanceof Step.Reads reads && reads.weight() < 100),
        "no stage splits requests, so that there is nothing to keep a client from",
        "leave out sticky, or have a stage with a weight: {weight: 20, soak: 1h}");
    MarkedYaml requests = of.get("requests");
    return Optional.of(
        new StickyWord(
            key.in(),
            key.name(),
            requests == null ? OptionalInt.empty() : OptionalInt.of(texts.count(requests)),
            node.mark().line()));
  }

  private CohortKey key(MarkedYaml node, String what, Map<String, MarkedYaml> of) {
    MarkedYaml header = of.get("header");
    MarkedYaml cookie = of.get("cookie");
    MarkedYaml named = header == null ? cookie : header;
    if (named == null || (header != null && cookie != null)) {
      throw file.wrong(
          node, what + " names a header or a cookie", "write header: X-Tenant, or cookie: tenant");
    }
    String name = file.scalar(named, what).text();
    if (!name.matches(Selector.NAME)) {
      throw file.wrong(
          named,
          "'%s' is no name of a header or a cookie".formatted(name),
          "use letters, digits and '-'");
    }
    return new CohortKey(header == null ? Selector.In.COOKIE : Selector.In.HEADER, name);
  }

  private Tolerance tolerance(@Nullable MarkedYaml node) {
    if (node == null) {
      return Tolerance.DEFAULT;
    }
    Map<String, MarkedYaml> of =
        file.fields(node, "tolerance", List.of("window", "badWindows", "blind", "minReady"));
    MarkedYaml window = of.get("window");
    MarkedYaml bad = of.get("badWindows");
    MarkedYaml blind = of.get("blind");
    MarkedYaml ready = of.get("minReady");
    Tolerance usual = Tolerance.DEFAULT;
    return new Tolerance(
        window == null ? usual.window() : texts.duration(window, "window"),
        bad == null ? usual.badWindows() : texts.count(bad),
        blind == null ? usual.blind() : texts.duration(blind, "blind"),
        ready == null ? usual.minReady() : texts.count(ready));
  }
}
