package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.msvc.cluster.traffic.ClientErrors;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LocalRouterTest {
  private static final String TOKEN = "a-token-of-the-tests";
  private static final Rule READS = Rig.reads("reads", "/");
  private static final Rule WRITES =
      new Rule("writes", new Match("/", false, new TreeSet<>(), Optional.empty()), Rule.Kind.WRITE);

  private static LocalProxy proxy(Consumer<Weights> persist) {
    return LocalProxy.start(
        new ProxySetup(
            Rig.loopback(0),
            Rig.loopback(0),
            TOKEN,
            List.of(READS, WRITES),
            Rig.unused(),
            Rig.unused(),
            new Weights(new TreeMap<>()),
            persist,
            Optional.empty(),
            OptionalLong.empty(),
            Duration.ZERO));
  }

  private static Weights weights(int reads, int writes) {
    return new Weights(new TreeMap<>(Map.of("reads", reads, "writes", writes)));
  }

  private static HttpResponse<String> put(LocalProxy proxy, String version, String body)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + proxy.admin().getPort() + "/weights"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("If-Match", version)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void allWeightsChangeInOneStepAndAreKept() {
    try (LocalProxy proxy = proxy(w -> {})) {
      LocalRouter router = new LocalRouter(proxy.admin(), TOKEN);
      Sight before = router.look();

      Sight written = router.write(before, weights(20, 100));

      assertThat(before.weights()).isEqualTo(weights(0, 0));
      assertThat(written.weights()).isEqualTo(weights(20, 100));
      assertThat(written.version()).isNotEqualTo(before.version());
      assertThat(router.look()).isEqualTo(written);
      assertThat(written.ready(Arm.SERVICE)).hasValue(0);
    }
  }

  @Test
  void aProxyThatAnOlderMsvcStartedCountsNo4xxWhichIsNotNone() {
    JsonObject arm = new JsonObject().put("requests", 9).put("failures", 1);
    JsonObject rule =
        new JsonObject()
            .put("id", "reads")
            .put("weight", 20)
            .put("monolith", arm)
            .put("service", arm);
    JsonObject old =
        new JsonObject()
            .put("version", "1")
            .put("ready", new JsonObject().put("monolith", 1).put("service", 1))
            .put("rules", new JsonArray().add(rule));

    Sight sight = StateDocument.sight(old);

    assertThat(sight.count("reads", Arm.SERVICE)).isEqualTo(new Tally(9, 1));
    assertThat(sight.counts()).containsOnlyKeys("reads");
    arm.put("clientErrors", 4);
    assertThat(StateDocument.sight(old).count(ClientErrors.key("reads"), Arm.SERVICE))
        .isEqualTo(new Tally(9, 4));
  }

  @Test
  void aWriteOnAnOldVersionWritesNothingAndSaysBoth() {
    try (LocalProxy proxy = proxy(w -> {})) {
      LocalRouter router = new LocalRouter(proxy.admin(), TOKEN);
      Sight old = router.look();
      Sight moved = router.write(old, weights(7, 0));

      assertThatThrownBy(() -> router.write(old, weights(20, 0)))
          .asInstanceOf(type(UserError.class))
          .satisfies(e -> assertThat(e.exitCode()).isEqualTo(5))
          .satisfies(
              e ->
                  assertThat(e.message())
                      .contains(old.version(), "{reads=0, writes=0}")
                      .contains(moved.version(), "{reads=7, writes=0}"));
      assertThat(router.look().weights()).isEqualTo(weights(7, 0));
    }
  }

  @Test
  void aVersionOfBeforeARestartIsNoneOfNow() {
    Sight old;
    try (LocalProxy proxy = proxy(w -> {})) {
      old = new LocalRouter(proxy.admin(), TOKEN).look();
    }
    try (LocalProxy proxy = proxy(w -> {})) {
      LocalRouter router = new LocalRouter(proxy.admin(), TOKEN);

      assertThatThrownBy(() -> router.write(old, weights(1, 0)))
          .asInstanceOf(type(UserError.class))
          .satisfies(e -> assertThat(e.exitCode()).isEqualTo(5));
    }
  }

  @Test
  void whatIsNoWeightIsRefused() throws Exception {
    try (LocalProxy proxy = proxy(w -> {})) {
      String version = new LocalRouter(proxy.admin(), TOKEN).look().version();
      List<String> refused =
          List.of(
              "",
              "[]",
              "{}",
              "{\"weights\":{\"reads\":20}}",
              "{\"weights\":{\"reads\":20,\"writes\":50}}",
              "{\"weights\":{\"reads\":101,\"writes\":0}}",
              "{\"weights\":{\"reads\":-1,\"writes\":0}}",
              "{\"weights\":{\"reads\":1.5,\"writes\":0}}",
              "{\"weights\":{\"reads\":\"1\",\"writes\":0}}",
              "{\"weights\":{\"reads\":null,\"writes\":0}}",
              "{\"weights\":{\"reads\":1,\"writes\":0,\"others\":0}}");
      for (String body : refused) {
        assertThat(put(proxy, version, body).statusCode()).as(body).isEqualTo(400);
      }
      assertThat(new LocalRouter(proxy.admin(), TOKEN).look().version()).isEqualTo(version);
    }
  }

  @Test
  void weightsThatCannotBeKeptDoNotTakeEffect() {
    try (LocalProxy proxy =
        proxy(
            w -> {
              throw new IllegalStateException("the disc is full");
            })) {
      LocalRouter router = new LocalRouter(proxy.admin(), TOKEN);
      Sight before = router.look();

      assertThatThrownBy(() -> router.write(before, weights(1, 0)))
          .asInstanceOf(type(UserError.class))
          .satisfies(e -> assertThat(e.message()).contains("the disc is full"))
          .satisfies(e -> assertThat(e.exitCode()).isEqualTo(8));
      assertThat(router.look()).isEqualTo(before);
    }
  }

  @Test
  void withoutTheTokenNothingIsSaid() throws Exception {
    try (LocalProxy proxy = proxy(w -> {})) {
      assertThatThrownBy(() -> new LocalRouter(proxy.admin(), "another-token-of-tests").look())
          .asInstanceOf(type(UserError.class))
          .satisfies(e -> assertThat(e.message()).contains("401"));
      HttpResponse<String> bare =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + proxy.admin().getPort() + "/state"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(bare.statusCode()).isEqualTo(401);
      assertThat(bare.body()).doesNotContain("reads");
    }
  }

  @Test
  void aProxyThatIsNotThereIsSaidSo() {
    assertThatThrownBy(() -> new LocalRouter(Rig.unused(), TOKEN).look())
        .asInstanceOf(type(UserError.class))
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(8));
  }

  @Test
  void weightsAreWrittenOnLoopbackOnly() {
    assertThatThrownBy(
            () ->
                new ProxySetup(
                    Rig.loopback(0),
                    new InetSocketAddress("0.0.0.0", 0),
                    TOKEN,
                    List.of(READS),
                    Rig.unused(),
                    Rig.unused(),
                    new Weights(new TreeMap<>()),
                    w -> {},
                    Optional.empty(),
                    OptionalLong.empty(),
                    Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loopback");
  }
}
