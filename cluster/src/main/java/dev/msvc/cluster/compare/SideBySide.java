package dev.msvc.cluster.compare;

import dev.msvc.model.UserError;
import dev.msvc.model.compare.Comparison;
import dev.msvc.model.compare.Observed;
import dev.msvc.model.compare.Reply;
import dev.msvc.model.shift.ShiftPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks both the same, a few requests at a time: the monolith, the service, and the monolith again,
 * so that what changes meanwhile shows as noise. What changes something is sent once to each.
 */
public final class SideBySide {
  private static final int AT_ONCE = 4;
  private static final int TRIES = 4;
  private static final int UNREACHABLE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ShiftPlan plan;
  private final Comparison comparison;
  private final ArmClient monolith;
  private final ArmClient service;
  private final Reached monolithReached = new Reached();
  private final Reached serviceReached = new Reached();

  /** Of an arm: whether it ever answered. */
  private static final class Reached {
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    void count(ArmClient.Said said) {
      (said.reply().isPresent() ? answered : failed).incrementAndGet();
    }

    boolean never(int tries) {
      return answered.get() == 0 && failed.get() >= tries;
    }
  }

  /**
   * For a plan.
   *
   * @param credentials whether headers that say who asks are sent
   * @param shows whether what bodies say is kept for the report
   */
  public SideBySide(ShiftPlan plan, boolean credentials, boolean shows) {
    this.plan = plan;
    this.comparison = new Comparison(plan.compare().ignore(), shows);
    this.monolith = new ArmClient(plan.monolith(), credentials, PATIENCE);
    this.service = new ArmClient(plan.service(), credentials, PATIENCE);
  }

  /**
   * Sends requests and says what came of each, in their order.
   *
   * @throws UserError with exit code 8 where one of both answers nothing at all
   */
  public List<Observed> ask(List<Chosen> requests) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            AT_ONCE,
            task -> {
              Thread thread = new Thread(task, "msvc compare");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<Observed>> running = new ArrayList<>();
      for (Chosen each : requests) {
        running.add(threads.submit(() -> ask(each)));
      }
      List<Observed> all = new ArrayList<>();
      for (Future<Observed> each : running) {
        all.add(each.get());
      }
      reached(1);
      return all;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UserError away) {
        throw away;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while answers were compared", "run it again", UNREACHABLE);
    } finally {
      threads.shutdownNow();
    }
  }

  private Observed ask(Chosen chosen) {
    reached(TRIES);
    ArmClient.Said first = monolith.ask(chosen.request());
    monolithReached.count(first);
    String shown = chosen.request().shown();
    if (first.reply().isEmpty()) {
      return new Observed(chosen.route(), shown, 0, List.of(), List.of());
    }
    Reply reply = first.reply().get();
    ArmClient.Said other = service.ask(chosen.request());
    serviceReached.count(other);
    Optional<Reply> again =
        chosen.writes() ? Optional.empty() : monolith.ask(chosen.request()).reply();
    return new Observed(
        chosen.route(),
        shown,
        reply.status(),
        other
            .reply()
            .map(each -> comparison.of(reply, each))
            .orElseGet(() -> List.of(comparison.unanswered(reply, other.why()))),
        again.map(each -> comparison.of(reply, each)).orElse(List.of()));
  }

  private void reached(int tries) {
    if (monolithReached.never(tries)) {
      throw away("monolith", plan.monolith());
    }
    if (serviceReached.never(tries)) {
      throw away("service", plan.service());
    }
  }

  private static UserError away(String who, String address) {
    return new UserError(
        "the %s at %s answers nothing".formatted(who, address), "see whether it runs", UNREACHABLE);
  }
}
