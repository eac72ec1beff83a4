package dev.msvc.cli;

import dev.msvc.cluster.deploy.Change;
import dev.msvc.cluster.deploy.ChangePlanner;
import dev.msvc.cluster.deploy.Deployer;
import dev.msvc.cluster.deploy.ObjectChange;
import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.cluster.ready.Outcome;
import dev.msvc.cluster.ready.Progress;
import dev.msvc.cluster.ready.Waiting;
import dev.msvc.cluster.ready.Wanted;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Release;
import dev.msvc.cluster.release.Revision;
import dev.msvc.model.UserError;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/** Brings a change that was agreed to into the cluster, and waits until it holds. */
final class Rollout {
  private static final int ROLLED_BACK = 6;
  private static final int NOT_READY = 9;

  private final Invocation call;
  private final ClusterAccess access;
  private final Patience patience;

  /**
   * What to wait for.
   *
   * @param time zero for not at all
   * @param rollsBack whether the revision before comes back where this one is not ready in time
   */
  record Patience(Duration time, boolean rollsBack) {}

  /**
   * How it came out.
   *
   * @param revision that the release has now
   * @param said what to tell, a line each
   */
  record Result(
      int exitCode, int revision, String state, List<String> said, List<Progress> objects) {
    Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("revision", revision);
      fields.put("outcome", state);
      fields.put("said", said);
      fields.put("readiness", objects.stream().map(ChangeFields::progress).toList());
      return fields;
    }
  }

  Rollout(Invocation call, ClusterAccess access, Patience patience) {
    this.call = call;
    this.access = access;
    this.patience = patience;
  }

  Result run(Agreed agreed) {
    Release release = agreed.change().inventory().release();
    if (!agreed.change().needsWork()) {
      return asItIs(agreed);
    }
    if (patience.time().isZero() && !agreed.switched().isEmpty()) {
      throw new UserError(
          "Services switch to other pods here, and only once those are ready; nothing was changed",
          "leave out --no-wait, and give --timeout some time",
          2);
    }
    Clock clock = Clock.systemUTC();
    Deployer.makeRoom(access.api(), agreed.change());
    try (LeaseLock lock =
        LeaseLock.take(
            access.api(), access.kinds(), release.leased(), ClusterAccess.holder(call), clock)) {
      Deployer deployer =
          new Deployer(access.api(), access.kinds(), access.store(), lock, clock, this::told);
      int before = agreed.change().inventory().deployed();
      Result result = attempt(deployer, agreed);
      boolean back = result.exitCode() == NOT_READY && patience.rollsBack();
      return back ? back(deployer, agreed, result, before) : result;
    }
  }

  /** Nothing is asked for that is not so already; it may not be ready yet. */
  private Result asItIs(Agreed agreed) {
    Outcome outcome = ready(agreed.change(), each -> true);
    int number = agreed.change().inventory().revision();
    return outcome.isReady()
        ? new Result(
            0,
            number,
            "unchanged",
            List.of(
                "nothing to do: release %s is as it is asked for"
                    .formatted(agreed.change().inventory().release())),
            outcome.objects())
        : unready(agreed, number, outcome);
  }

  private Result attempt(Deployer deployer, Agreed agreed) {
    Change change = agreed.change();
    Deployer.Begun begun =
        deployer.begin(
            change, agreed.terms(), ClusterAccess.who(call), agreed.note(), agreed.strategy());
    int number = begun.revision().number();
    Predicate<ObjectChange> switches = each -> agreed.switched().contains(each.key());
    deployer.apply(begun, switches.negate());
    Outcome outcome = ready(change, switches.negate());
    if (outcome.isReady() && !agreed.switched().isEmpty()) {
      deployer.apply(begun, switches);
      outcome = ready(change, each -> true);
    }
    if (!outcome.isReady()) {
      deployer.fail(begun);
      return unready(agreed, number, outcome);
    }
    deployer.prune(begun);
    deployer.finish(begun);
    String how = patience.time().isZero() ? "applied" : "deployed, and ready";
    return new Result(
        0,
        number,
        "deployed",
        List.of("revision %d of %s is %s".formatted(number, change.inventory().release(), how)),
        outcome.objects());
  }

  private Result unready(Agreed agreed, int number, Outcome outcome) {
    List<String> said = new ArrayList<>();
    said.add(
        "revision %d of %s is applied and not ready: %s"
            .formatted(
                number,
                agreed.change().inventory().release(),
                outcome.end() == Outcome.End.FAILED
                    ? "what failed does not come right by itself"
                    : "the time is over"));
    for (Progress each : outcome.unready()) {
      said.add("  " + each.key() + ": " + each.readiness().why());
      each.details().forEach(detail -> said.add("    " + detail));
    }
    said.addAll(next(agreed.change().inventory(), number));
    return new Result(NOT_READY, number, "not-ready", said, outcome.objects());
  }

  /** What to do about it. */
  private List<String> next(Inventory inventory, int number) {
    if (patience.rollsBack()) {
      return List.of();
    }
    Release release = inventory.release();
    String status =
        "it stays as it is; how it fares: msvc release status %s -n %s"
            .formatted(release, release.namespace());
    int before = inventory.deployed();
    return before == 0 || before == number
        ? List.of(status)
        : List.of(
            status,
            "to go back: msvc release rollback %s -n %s --to %d"
                .formatted(release, release.namespace(), before));
  }

  private Result back(Deployer deployer, Agreed agreed, Result failed, int before) {
    Release release = agreed.change().inventory().release();
    List<String> said = new ArrayList<>(failed.said());
    Revision revision = before == 0 ? null : access.store().revision(release, before);
    if (revision == null || revision.objects().isEmpty()) {
      said.add("there is no revision before it to go back to; it stays as it is");
      return new Result(NOT_READY, failed.revision(), failed.state(), said, failed.objects());
    }
    said.add("going back to revision " + before);
    Inventory inventory = access.store().inventory(release);
    Agreed back =
        Agreed.back(
            new ChangePlanner(access.api(), access.kinds()),
            inventory,
            revision,
            agreed.terms(),
            "back to %d: %d was not ready".formatted(before, failed.revision()));
    if (!back.change().refusals().isEmpty()) {
      said.add("it cannot go back: " + back.change().refusals().get(0).message());
      return new Result(NOT_READY, failed.revision(), failed.state(), said, failed.objects());
    }
    Result result = attempt(deployer, back);
    said.addAll(result.said());
    return new Result(
        result.exitCode() == 0 ? ROLLED_BACK : NOT_READY,
        result.revision(),
        result.exitCode() == 0 ? "rolled-back" : "not-ready",
        said,
        failed.objects());
  }

  private Outcome ready(Change change, Predicate<ObjectChange> which) {
    if (patience.time().isZero()) {
      return new Outcome(Outcome.End.READY, List.of());
    }
    List<Wanted> wanted = new ArrayList<>();
    for (ObjectChange each : change.objects()) {
      if (each.manifest() != null && which.test(each)) {
        wanted.add(new Wanted(each.kind(), each.key()));
      }
    }
    WaitScreen screen = new WaitScreen(call.console());
    try {
      return Waiting.on(access.api(), access.kinds()).until(wanted, patience.time(), screen);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    } finally {
      screen.finish();
    }
  }

  private synchronized void told(String news) {
    if (call.console().verbose()) {
      call.console().say(news);
    }
  }

  /** What an option says: {@code 90}, {@code 90s}, {@code 5m}, {@code 1h}, {@code 7d}. */
  static Duration time(String text) {
    if (!text.matches("\\d{1,6}[smhd]?")) {
      throw new UserError(
          "'%s' is no length of time".formatted(text), "write it as 90s, 5m, 1h or 7d", 2);
    }
    long number = Long.parseLong(text.replaceAll("\\D", ""));
    return switch (text.charAt(text.length() - 1)) {
      case 'd' -> Duration.ofDays(number);
      case 'h' -> Duration.ofHours(number);
      case 'm' -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
