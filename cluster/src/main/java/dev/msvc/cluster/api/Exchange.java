package dev.msvc.cluster.api;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests; again where they failed on the way, or the server has no time for them. A server
 * that was never reached is given up at once: its address is wrong, or it is down.
 */
final class Exchange {
  /** Waits 0.1 s, and twice as long each time: some 13 s in all, more where the server asks. */
  private static final int RETRIES = 7;

  private static final int FIRST_WAIT = 100;

  /** What a server may ask for, in seconds. */
  private static final int LONGEST = 30;

  private static final int FIRST_ANSWER = 10;
  private static final int TOO_MANY = 429;
  private static final int ERROR = 500;

  private final HttpClient http;
  private final String address;
  private volatile boolean reached;

  Exchange(HttpClient http, String address) {
    this.http = http;
    this.address = address;
  }

  /**
   * Its answer, whatever that is.
   *
   * @param said the request, as messages name it
   * @throws ApiFailure where there is none
   */
  HttpResponse<String> send(HttpRequest request, String said) {
    for (int i = 0; ; i++) {
      long wait = (long) FIRST_WAIT << i;
      try {
        HttpResponse<String> answer = once(request, said);
        reached = true;
        if (i == RETRIES || !passes(answer)) {
          return answer;
        }
        wait = Math.max(wait, asked(answer));
      } catch (ExecutionException | TimeoutException failed) {
        if (i == RETRIES || (!reached && isFinal(failed))) {
          throw unreachable(failed, said);
        }
      }
      pause(wait, said);
    }
  }

  private HttpResponse<String> once(HttpRequest request, String said)
      throws ExecutionException, TimeoutException {
    CompletableFuture<HttpResponse<String>> sent = http.sendAsync(request, String.class);
    try {
      // once it is known to be there, the client's own time for an answer counts
      return reached ? sent.get() : sent.get(FIRST_ANSWER, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException(said));
    } finally {
      sent.cancel(true);
    }
  }

  /** Whether the same may be answered otherwise a moment later. */
  private static boolean passes(HttpResponse<String> answer) {
    if (answer.code() == ERROR) {
      // what an object is told that fits no schema, and not that something went wrong
      return !String.valueOf(answer.body()).contains(ApiFailure.UNTYPED);
    }
    return answer.code() == TOO_MANY || answer.code() > ERROR;
  }

  /** How long the server asks to wait, in milliseconds. */
  private static long asked(HttpResponse<String> answer) {
    String seconds = answer.header("Retry-After");
    return seconds != null && seconds.matches("\\d{1,6}")
        ? TimeUnit.SECONDS.toMillis(Math.min(LONGEST, Long.parseLong(seconds)))
        : 0;
  }

  private static boolean isFinal(Throwable failed) {
    return cause(failed, TimeoutException.class) != null
        || cause(failed, ConnectException.class) != null
        || cause(failed, NoRouteToHostException.class) != null
        || cause(failed, UnknownHostException.class) != null
        || cause(failed, GeneralSecurityException.class) != null;
  }

  private ApiFailure unreachable(Exception failed, String said) {
    String why = last(failed);
    String hint =
        "see whether it is up and the address of the kubeconfig is right: kubectl cluster-info";
    boolean certificate = cause(failed, GeneralSecurityException.class) != null;
    if (cause(failed, CertificateExpiredException.class) != null) {
      why = "its certificate expired (%s)".formatted(last(failed));
      hint = "it must be renewed by who runs the cluster; a wrong clock here looks the same";
    } else if (cause(failed, CertPathBuilderException.class) != null) {
      why = "its certificate is of no authority that the kubeconfig knows";
      hint = "get a new kubeconfig from who runs the cluster: certificate-authority is not its own";
    } else if (certificate) {
      why = "its certificate is not for this address (%s)".formatted(last(failed));
      hint = "name it as its certificate does, or set tls-server-name in the kubeconfig";
    } else if (cause(failed, UnknownHostException.class) != null) {
      why = "there is no such host";
    } else if (cause(failed, TimeoutException.class) != null) {
      why = "it does not answer in time";
    }
    return ApiFailure.unreachable("%s: %s".formatted(address, why), hint, said);
  }

  private static <T extends Throwable> @Nullable T cause(Throwable failed, Class<T> type) {
    for (Throwable each = failed; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
    }
    return null;
  }

  /** The innermost reason, in its words. */
  private static String last(Throwable failed) {
    String why = failed.getClass().getSimpleName();
    for (Throwable each = failed; each != null; each = each.getCause()) {
      why = each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage();
    }
    return Character.toLowerCase(why.charAt(0)) + why.substring(1);
  }

  private static void pause(long milliseconds, String said) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException(said));
    }
  }
}
