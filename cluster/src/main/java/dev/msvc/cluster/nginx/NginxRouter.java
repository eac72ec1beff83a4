package dev.msvc.cluster.nginx;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.Digest;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * nginx on this machine. Its weights are those by which the workers that run now say that they
 * work, and not what a file says; they are changed by a file and a reload. It counts nothing.
 */
public final class NginxRouter implements Router {
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration EFFECT = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofMillis(20);

  /** Answers in a row over a while in which old workers and new ones may both take connections. */
  private static final int IN_A_ROW = 15;

  private static final int MOVED = 5;
  private static final int REFUSES = 8;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final ShiftPlan plan;
  private final URI status;
  private final Program program;
  private final WeightsFile file;

  private NginxRouter(ShiftPlan plan, URI status, Program program, WeightsFile file) {
    this.plan = plan;
    this.status = status;
    this.program = program;
    this.file = file;
  }

  /**
   * That of a plan.
   *
   * @param shown the plan's file, as messages name it
   * @throws UserError where what its settings name is none of this machine
   */
  public static NginxRouter of(ShiftPlan plan, String shown, WeightsFile file) {
    SortedMap<String, String> settings = plan.router().settings();
    for (String each : new String[] {"include", "nginx", "conf"}) {
      require(plan, shown, each, settings.getOrDefault(each, "/").startsWith("/"), "/PATH");
    }
    String status = settings.getOrDefault("status", "");
    String should = "http://127.0.0.1:PORT/-/msvc/" + plan.name();
    boolean here =
        status.matches("http://(localhost|127\\.0\\.0\\.1):\\d{1,5}/-/msvc/" + plan.name());
    require(plan, shown, "status", here, should);
    return new NginxRouter(
        plan,
        URI.create(status),
        new Program(
            settings.getOrDefault("nginx", "nginx"), Optional.ofNullable(settings.get("conf"))),
        file);
  }

  private static void require(
      ShiftPlan plan, String shown, String name, boolean holds, String should) {
    if (!holds) {
      throw new UserError(
          "%s:%d: router nginx has another '%s' than it can have"
              .formatted(shown, plan.router().line(), name),
          "write %s: %s".formatted(name, should));
    }
  }

  @Override
  public Sight look() {
    return sight(file.read(), said());
  }

  @Override
  public Sight write(Sight base, Weights weights) {
    String before = file.read();
    Sight now = sight(before, said());
    if (!now.version().equals(base.version())) {
      throw new UserError(
          "weights of nginx moved: %s was looked at, and it is %s by now %s"
              .formatted(base.weights().service(), now.weights().service(), now.why()),
          "nothing was written; see who moved them, and go on from what is there",
          MOVED);
    }
    if (!before.startsWith("# made by msvc for the shift %s,".formatted(plan.name()))) {
      throw new UserError(
          "the file that nginx includes was not made for the shift %s".formatted(plan.name()),
          "name a file of its own, as msvc strangle route %s prints it".formatted(plan.name()));
    }
    String after = file.text(weights);
    file.replace(before, after);
    String wrong = program.test();
    if (wrong.isEmpty()) {
      wrong = program.reload();
    }
    if (!wrong.isEmpty()) {
      file.replace(after, before);
      throw new UserError(
          "nginx does not take it, and its file is as it was: " + wrong,
          "mend what it says; nothing was changed",
          REFUSES);
    }
    return effective(after, weights);
  }

  private Sight effective(String after, Weights weights) {
    long until = System.nanoTime() + EFFECT.toNanos();
    int same = 0;
    while (same < IN_A_ROW) {
      boolean is = weights(said()).equals(weights);
      same = is ? same + 1 : 0;
      if (!is && System.nanoTime() > until) {
        throw new UserError(
            "nginx was told to read its files anew, and its workers still do what they did",
            "see its error log",
            REFUSES);
      }
      pause();
    }
    return sight(after, said());
  }

  private Sight sight(String held, String said) {
    Weights live = weights(said);
    boolean same = held.equals(file.text(live));
    return new Sight(
        Digest.of(said + "\n" + held).substring(0, 16),
        live,
        same,
        same ? "" : "the file holds something else than what its workers do",
        Map.of(),
        Map.of());
  }

  /** What its workers say, as {@code orders=20 orders-canary=100}. */
  private Weights weights(String said) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    for (String each : said.strip().split(" ", -1)) {
      if (each.matches("[a-z0-9-]{1,63}=(100|\\d{1,2})")) {
        int equals = each.indexOf('=');
        weights.put(each.substring(0, equals), Integer.parseInt(each.substring(equals + 1)));
      }
    }
    if (!weights.keySet().equals(plan.weights(-1).service().keySet())) {
      throw new UserError(
          "what answers at %s holds other rules than the plan".formatted(status),
          "put into nginx what it must hold: msvc strangle route " + plan.name(),
          REFUSES);
    }
    return new Weights(weights);
  }

  private String said() {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(status).timeout(ANSWER).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? answer.body() : "";
    } catch (IOException e) {
      throw new UserError(
          "nginx was not reached at %s (%s)".formatted(status, e.getClass().getSimpleName()),
          "see whether it runs and holds what msvc strangle route %s prints".formatted(plan.name()),
          REFUSES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while nginx was asked", "run it again", REFUSES);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(AGAIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while nginx was waited for", "look at it", REFUSES);
    }
  }
}
