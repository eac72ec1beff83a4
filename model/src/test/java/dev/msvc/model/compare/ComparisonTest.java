package dev.msvc.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.compare.Spot.Kind;
import dev.msvc.model.shift.CompareWord;
import dev.msvc.model.yaml.JsonBody;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Comparison PLAIN = new Comparison(List.of(), false);
  private static final Comparison SHOWING = new Comparison(List.of(), true);

  private static Reply json(String text) {
    Optional<Json> json = JsonBody.read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(json).as(text).isPresent();
    return new Reply(200, new TreeMap<>(), new Body(json, "digest of " + text, text.length()));
  }

  private static Reply headers(String... headers) {
    SortedMap<String, List<String>> all = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.computeIfAbsent(headers[i], none -> new ArrayList<>()).add(headers[i + 1]);
    }
    return new Reply(200, all, new Body(Optional.empty(), "the same digest", 2));
  }

  private static List<String> found(Comparison comparison, String one, String other) {
    return comparison.of(json(one), json(other)).stream()
        .map(
            each ->
                "%s %s: %s, %s"
                    .formatted(
                        each.spot().path(), each.spot().kind(), each.monolith(), each.service()))
        .toList();
  }

  @Test
  void itSaysWhereAndHowDocumentsDiffer() {
    assertThat(
            found(
                SHOWING,
                "{\"id\": 1, \"at\": null, \"items\": [{\"sku\": \"a\"}, {\"sku\": \"b\"}],"
                    + " \"old\": true}",
                "{\"items\": [{\"sku\": \"a\"}, {\"sku\": 7}, {}], \"at\": \"now\", \"id\": 2,"
                    + " \"new\": 0}"))
        .containsExactly(
            "$.at TYPE: null, 'now'",
            "$.id VALUE: 1, 2",
            "$.items[] EXTRA: none, object of 0",
            "$.items[].sku TYPE: 'b', 7",
            "$.new EXTRA: none, 0",
            "$.old MISSING: true, none");
  }

  @Test
  void nothingOfWhatBodiesSayIsKeptUnlessThatIsAskedFor() {
    String all =
        String.join(
            "\n",
            found(
                PLAIN,
                "{\"mail\": \"ann@example.org\", \"card\": 4111, \"by\": {\"ann@example.org\": 1}}",
                "{\"mail\": \"bob@example.org\", \"card\": 4222, \"by\": {\"bob@example.org\":"
                    + " 1}}"));

    assertThat(all).contains("$.mail VALUE: text of 15, text of 15").contains("$.by.*");
    assertThat(all).doesNotContain("example.org").doesNotContain("4111").doesNotContain("4222");
  }

  @Test
  void valuesOfCookiesAreNeverKeptAndNotCompared() {
    List<Difference> none =
        SHOWING.of(
            headers("set-cookie", "sid=secret1; Path=/"),
            headers("set-cookie", "sid=secret2; Path=/"));
    List<Difference> other =
        SHOWING.of(headers("set-cookie", "sid=secret1"), headers("set-cookie", "token=secret2"));

    assertThat(none).isEmpty();
    assertThat(other)
        .containsExactly(new Difference(new Spot("header:set-cookie", Kind.VALUE), "sid", "token"));
  }

  @Test
  void aNumberIsTheSameHoweverItIsWritten() {
    assertThat(found(PLAIN, "[1, 1.0, 1e2, 0]", "[1.0, 1, 100, -0.00]")).isEmpty();
    assertThat(found(PLAIN, "[0.1]", "[0.10000000000000000001]")).hasSize(1);
  }

  @Test
  void whatThePlanIgnoresAndAllBelowIsNotCompared() {
    String one = "{\"at\": 1, \"a\": {\"at\": {\"x\": 1}}, \"l\": [{\"at\": 1, \"atom\": 1}]}";
    String other = "{\"at\": 2, \"a\": {\"at\": {\"x\": 2}}, \"l\": [{\"at\": 2, \"atom\": 2}]}";

    assertThat(found(new Comparison(List.of("$.at", "$.l[].at"), true), one, other))
        .containsExactly("$.a.at.x VALUE: 1, 2", "$.l[].atom VALUE: 1, 2");
    assertThat(found(new Comparison(List.of("$..at"), true), one, other))
        .containsExactly("$.l[].atom VALUE: 1, 2");
    assertThat(
            new Comparison(List.of("header:X-Shop"), true)
                .of(headers("x-shop", "1", "etag", "1"), headers("x-shop", "2", "etag", "2")))
        .isEmpty();
  }

  @Test
  void anotherStatusIsTheOnlyDifference() {
    Reply broken = new Reply(500, new TreeMap<>(), json("{\"error\": 1}").body());

    assertThat(PLAIN.of(json("{}"), broken))
        .containsExactly(new Difference(new Spot("status", Kind.VALUE), "200", "500"));
  }

  /** Documents of all kinds of values. */
  private static Json random(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : 6);
    switch (kind) {
      case 0:
        return new Json.Text("t" + random.nextInt(3));
      case 1:
        return new Json.Numeral(BigDecimal.valueOf(random.nextInt(4), random.nextInt(2)));
      case 2:
        return new Json.Truth(random.nextBoolean());
      case 3:
        return new Json.Nothing();
      case 4:
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(random(random, depth - 1));
        }
        return new Json.Items(items);
      default:
        SortedMap<String, Json> fields = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          fields.put("f" + random.nextInt(5), random(random, depth - 1));
        }
        return new Json.Fields(fields);
    }
  }

  private static Reply reply(Json json) {
    return new Reply(200, new TreeMap<>(), new Body(Optional.of(json), "none", 0));
  }

  /** As text, with keys in an order of chance. */
  private static String written(Json json, Random random) {
    if (json instanceof Json.Fields fields) {
      List<String> all = new ArrayList<>();
      for (Map.Entry<String, Json> each : fields.values().entrySet()) {
        all.add("\"%s\":%s".formatted(each.getKey(), written(each.getValue(), random)));
      }
      Collections.shuffle(all, random);
      return "{" + String.join(",", all) + "}";
    }
    if (json instanceof Json.Items items) {
      return "["
          + String.join(",", items.values().stream().map(each -> written(each, random)).toList())
          + "]";
    }
    return json instanceof Json.Text text ? "\"" + text.value() + "\"" : json.text();
  }

  @Test
  void aDocumentIsEqualToItselfWithItsKeysInAnyOrder() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      Json json = random(random, 4);

      assertThat(PLAIN.of(json(written(json, random)), json(written(json, random)))).isEmpty();
    }
  }

  @Test
  void differencesAreTheSameFromTheOtherSide() {
    Random random = new Random(2);
    int different = 0;
    for (int i = 0; i < 500; i++) {
      Reply one = reply(random(random, 3));
      Reply other = reply(random(random, 3));

      List<Spot> there = PLAIN.of(one, other).stream().map(Difference::spot).sorted().toList();
      List<Spot> back =
          PLAIN.of(other, one).stream().map(each -> each.spot().turned()).sorted().toList();

      assertThat(there).isEqualTo(back);
      assertThat(there.isEmpty()).isEqualTo(one.equals(other));
      different += there.isEmpty() ? 0 : 1;
    }
    assertThat(different).isGreaterThan(300);
  }

  @Test
  void noiseHidesNoDifferenceThatIsNotNoise() {
    Random random = new Random(3);
    for (int run = 0; run < 200; run++) {
      List<Observed> all = new ArrayList<>();
      int wrong = 0;
      for (int i = 0; i < 60; i++) {
        Json one = random(random, 3);
        // some fields of the monolith vary by themselves; what the service has wrong is another
        Json again = random.nextInt(3) == 0 ? random(random, 3) : one;
        boolean fails = random.nextInt(10) == 0;
        wrong += fails ? 1 : 0;
        Reply monolith = around(one, 1);
        all.add(
            new Observed(
                "orders",
                "GET /orders/" + i,
                200,
                PLAIN.of(monolith, around(again, fails ? 2 : 1)),
                PLAIN.of(monolith, around(random.nextInt(3) == 0 ? random(random, 3) : one, 1))));
      }
      RouteReport report = RouteReport.of("orders", all);

      assertThat(report.noise()).noneMatch(each -> each.path().equals("$.total"));
      assertThat(report.differing()).isGreaterThanOrEqualTo(wrong);
      assertThat(report.paths().stream().filter(each -> at(each, "$.total")).toList())
          .hasSize(wrong == 0 ? 0 : 1)
          .allMatch(each -> each.example().spot().kind() == Kind.VALUE);
      assertThat(report.requests())
          .isEqualTo(report.same() + report.noisy() + report.differing())
          .isEqualTo(60);
    }
  }

  private static boolean at(RouteReport.Path path, String where) {
    return path.example().spot().path().equals(where);
  }

  private static Reply around(Json varies, int total) {
    return reply(
        new Json.Fields(
            new TreeMap<>(
                Map.of("varies", varies, "total", new Json.Numeral(BigDecimal.valueOf(total))))));
  }

  private static Observed observed(boolean service, boolean noise) {
    List<Difference> at = List.of(new Difference(new Spot("$.at", Kind.VALUE), "", ""));
    return new Observed(
        "orders", "GET /orders", 200, service ? at : List.of(), noise ? at : List.of());
  }

  @Test
  void whatTheMonolithItselfRefusesIsCounted() {
    List<Observed> all =
        List.of(
            observed(false, false),
            new Observed("orders", "GET /orders/9", 404, List.of(), List.of()),
            new Observed("orders", "GET /orders/8", 404, List.of(), List.of()),
            new Observed("orders", "GET /orders/7", 302, List.of(), List.of()),
            new Observed("orders", "GET /orders/6", 0, List.of(), List.of()));

    RouteReport report = RouteReport.of("orders", all);

    assertThat(report.errors()).isEqualTo(Map.of(404, 2));
    assertThat(report.same()).isEqualTo(4);
    assertThat(report.unjudged()).isEqualTo(1);
  }

  @Test
  void aFieldThatVariesNowAndThenAndIsWrongAlwaysIsNoNoise() {
    List<Observed> all = new ArrayList<>(List.of(observed(true, true)));
    for (int i = 0; i < 20; i++) {
      all.add(observed(true, false));
    }

    assertThat(RouteReport.of("orders", all).differing()).isEqualTo(21);
  }

  @Test
  void aFieldThatVariesAsOftenHereAsThereIsNoise() {
    List<Observed> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(observed(i % 2 == 0, i % 3 == 0));
    }
    RouteReport report = RouteReport.of("orders", all);

    assertThat(report.differing()).isZero();
    assertThat(report.noisy()).isEqualTo(50);
    assertThat(report.noise()).containsExactly(new Spot("$.at", Kind.VALUE));
  }

  @Test
  void tooFewRequestsAreNeitherWithinNorAbove() {
    CompareWord word = new CompareWord(List.of(), 0.1, 10);
    List<Observed> all = new ArrayList<>(Collections.nCopies(9, observed(true, false)));

    assertThat(CompareReport.of("orders", word, all, new TreeMap<>()).outcome())
        .isEqualTo(CompareReport.Outcome.TOO_FEW);
    all.add(observed(false, false));
    assertThat(CompareReport.of("orders", word, all, new TreeMap<>()).outcome())
        .isEqualTo(CompareReport.Outcome.ABOVE);
  }
}
