package dev.msvc.cluster.gate;

import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Judgement.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Gates that ask the service, or a program of the user's. */
final class Checks {
  /** Of what a program says, this much is kept. */
  private static final int KEPT = 8 << 10;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final Map<String, String> environment;
  private final Web web = new Web(CONNECT);

  Checks(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  Judgement judge(GateSpec.HttpCheck gate) {
    Web.Reply reply = web.ask(HttpRequest.newBuilder(gate.url()).GET().build(), gate.timeout());
    if (!reply.isThere()) {
      return Judgement.of(gate.name(), Outcome.UNKNOWN, reply.why());
    }
    return Judgement.of(
            gate.name(),
            reply.status() == gate.status() ? Outcome.PASS : Outcome.FAIL,
            "answered %d, and must %d".formatted(reply.status(), gate.status()))
        .with("status", reply.status());
  }

  Judgement judge(GateSpec.CommandCheck gate) {
    ProcessBuilder builder = new ProcessBuilder(gate.command()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return Judgement.of(
          gate.name(),
          Outcome.UNKNOWN,
          "%s cannot be started".formatted(Cleaned.line(gate.command().get(0))));
    }
    CompletableFuture<String> said = new CompletableFuture<>();
    Thread reader = new Thread(() -> said.complete(read(process.getInputStream())), "gate output");
    reader.setDaemon(true);
    reader.start();
    String all;
    try {
      boolean ended = process.waitFor(gate.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        return Judgement.of(
            gate.name(),
            Outcome.UNKNOWN,
            "did not end in %s ms".formatted(gate.timeout().toMillis()));
      }
      // something that it left running may hold the output open
      all = said.completeOnTimeout("", FAREWELL.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Judgement.of(gate.name(), Outcome.UNKNOWN, "interrupted");
    } finally {
      end(process);
    }
    int code = process.exitValue();
    String last = Cleaned.line(all.strip());
    return Judgement.of(
            gate.name(),
            code == 0 ? Outcome.PASS : Outcome.FAIL,
            "ended with %d%s".formatted(code, last.isEmpty() ? "" : ", and said: " + last))
        .with("exitCode", code);
  }

  /** With all that it started. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The beginning is kept, and the rest read, lest the program waits for ever. */
  private static String read(InputStream from) {
    try {
      byte[] kept = from.readNBytes(KEPT);
      byte[] rest = new byte[KEPT];
      while (from.read(rest) >= 0) {
        // not kept
      }
      return new String(kept, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
