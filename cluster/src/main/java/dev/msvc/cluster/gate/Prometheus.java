package dev.msvc.cluster.gate;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Asks Prometheus, or what answers as it does. Whatever goes wrong is an answer without values and
 * with a reason; only what the user has to mend before anything can be asked is an error.
 */
public final class Prometheus {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LONGEST_ADDRESS = 4000;

  private final URI api;
  private final Metrics.Credentials credentials;
  private final Map<String, String> environment;
  private final Duration timeout;
  private final Web web = new Web(CONNECT);

  /**
   * Of an address.
   *
   * @param environment where the variables of credentials are
   * @param timeout for one question
   */
  public Prometheus(Metrics metrics, Map<String, String> environment, Duration timeout) {
    String base = metrics.url().toString().replaceFirst("/+$", "");
    this.api = URI.create(base + "/api/v1/query");
    this.credentials = metrics.credentials();
    this.environment = Map.copyOf(environment);
    this.timeout = timeout;
  }

  /**
   * Its own time: ours may be another. All that is asked at one look is asked for one moment of it.
   *
   * @param why it doesn't say; empty where it does
   */
  record Clock(Instant now, String why) {}

  /** Its own time, to the millisecond. */
  Clock clock() {
    Answer.Figure time = ask("time()", "").single();
    return time.value().isPresent()
        ? new Clock(Instant.ofEpochMilli(Math.round(time.value().getAsDouble() * 1000)), "")
        : new Clock(Instant.EPOCH, "Prometheus: " + time.why());
  }

  /** The value of a query at a moment. */
  Answer query(String query, Instant at) {
    return ask(query, "&time=%d.%03d".formatted(at.getEpochSecond(), at.getNano() / 1_000_000));
  }

  private Answer ask(String query, String time) {
    String form =
        "query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8)
            + time
            + "&timeout="
            + timeout.toMillis()
            + "ms";
    // where only reading is granted that is GET; long ones must be POST
    HttpRequest.Builder request =
        form.length() < LONGEST_ADDRESS
            ? HttpRequest.newBuilder(URI.create(api + "?" + form)).GET()
            : HttpRequest.newBuilder(api)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    request.header("Accept", "application/json");
    authorization().ifPresent(value -> request.header("Authorization", value));
    Web.Reply reply = web.ask(request.build(), timeout);
    if (!reply.isThere()) {
      return Answer.none(reply.why());
    }
    if (reply.status() == 401 || reply.status() == 403) {
      return Answer.none("it refuses us: HTTP %d".formatted(reply.status()));
    }
    return Answer.read(reply.status(), reply.body());
  }

  private Optional<String> authorization() {
    if (credentials instanceof Metrics.Credentials.TokenFile file) {
      return Optional.of("Bearer " + token(file.path()));
    }
    if (credentials instanceof Metrics.Credentials.Basic basic) {
      String both = variable(basic.userVariable()) + ":" + variable(basic.passwordVariable());
      return Optional.of(
          "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.empty();
  }

  private static String token(String path) {
    String token;
    try {
      token = Files.readString(Path.of(path)).strip();
    } catch (IOException e) {
      throw new UserError(
          "the token for Prometheus cannot be read from %s".formatted(path),
          "see that the file is there and yours to read",
          8);
    }
    if (token.isEmpty() || token.chars().anyMatch(each -> each <= ' ' || each > '~')) {
      throw new UserError(
          "%s holds no token for Prometheus".formatted(path),
          "it is one line of letters, digits and signs",
          8);
    }
    return token;
  }

  private String variable(String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new UserError(
          "the variable %s, which Prometheus is asked with, is not set".formatted(name),
          "set it where msvc runs",
          8);
    }
    return value;
  }
}
