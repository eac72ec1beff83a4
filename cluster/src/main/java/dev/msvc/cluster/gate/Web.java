package dev.msvc.cluster.gate;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Requests that end in time, whatever the other side does; nothing is followed, nothing trusted.
 */
final class Web {
  private static final int LONGEST = 4 << 20;

  private final HttpClient client;

  Web(Duration connect) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(connect)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** An answer, or that there was none. */
  record Reply(int status, byte[] body, String why) {
    boolean isThere() {
      return why.isEmpty();
    }
  }

  /** Asks; the time is for all of it, the body too. */
  Reply ask(HttpRequest request, Duration timeout) {
    CompletableFuture<HttpResponse<byte[]>> running =
        client.sendAsync(request, head -> new BoundedBody(LONGEST));
    try {
      HttpResponse<byte[]> response = running.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(response.statusCode(), response.body(), "");
    } catch (TimeoutException e) {
      running.cancel(true);
      return none("no answer in %s ms".formatted(timeout.toMillis()));
    } catch (ExecutionException e) {
      return none(why(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      return none("interrupted");
    }
  }

  private static Reply none(String why) {
    return new Reply(0, new byte[0], why);
  }

  private static String why(Throwable failure) {
    if (failure instanceof HttpTimeoutException) {
      return "no answer in time";
    }
    if (failure.getCause() instanceof UnresolvedAddressException) {
      return "its host has no address";
    }
    if (failure instanceof ConnectException) {
      return "nothing listens there";
    }
    String said = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    String what =
        failure instanceof SSLException
            ? "no trusted connection"
            : failure instanceof IOException ? "the connection broke" : "no answer";
    return Cleaned.line(what + said);
  }
}
