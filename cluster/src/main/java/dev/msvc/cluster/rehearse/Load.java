package dev.msvc.cluster.rehearse;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Requests that fit each rule of a plan, sent while it is rehearsed. */
final class Load implements AutoCloseable {
  private static final int CLIENTS = 4;

  private final Origins origins;
  private final List<Ask> splitting;
  private final Collection<List<Ask>> others;
  private final ExecutorService clients =
      Executors.newFixedThreadPool(
          CLIENTS,
          work -> {
            Thread thread = new Thread(work, "rehearsal-client");
            thread.setDaemon(true);
            return thread;
          });
  private final BlockingQueue<Caller> callers = new LinkedBlockingQueue<>();
  private final List<Future<Heard>> underWay = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private Supplier<Era> era;
  private long sent;
  private int next;
  private int turns;

  /** What came back, before it is known how often it arrived. */
  private record Heard(String id, Ask ask, Optional<Era> under, Optional<Arm> arm, int status) {}

  Load(ShiftPlan plan, InetSocketAddress front, Origins origins) {
    this.origins = origins;
    for (int i = 0; i < CLIENTS; i++) {
      callers.add(new Caller(front));
    }
    List<Ask> asks = Ask.of(plan);
    this.splitting = asks.stream().filter(Ask::splits).toList();
    this.era = () -> new Era(0, true, plan.weights(-1));
    this.others =
        asks.stream()
            .filter(each -> !each.splits())
            .collect(Collectors.groupingBy(Ask::kind, TreeMap::new, Collectors.toList()))
            .values();
  }

  /** Which weights are live is asked there from now on. */
  void under(Supplier<Era> now) {
    era = now;
  }

  /** Sends so many that go by weight, and one of each other kind; does not wait for them. */
  void send(int reads) {
    for (List<Ask> each : others) {
      submit(each.get(turns % each.size()));
    }
    turns++;
    for (int i = 0; i < reads && !splitting.isEmpty(); i++) {
      submit(splitting.get(next++ % splitting.size()));
    }
  }

  private void submit(Ask ask) {
    String id = "r" + sent++;
    Supplier<Era> now = era;
    underWay.add(clients.submit(() -> ask(id, ask, now)));
  }

  private Heard ask(String id, Ask ask, Supplier<Era> now) throws InterruptedException {
    Caller caller = callers.take();
    Era before = now.get();
    try {
      Caller.Reply reply = caller.ask(ask, id);
      Optional<Arm> arm =
          Optional.ofNullable(reply.headers().get(Origins.ARM))
              .map(each -> Arm.valueOf(each.toUpperCase(Locale.ROOT)));
      return new Heard(id, ask, stable(before, now.get()), arm, reply.status());
    } catch (IOException lost) {
      return new Heard(id, ask, Optional.empty(), Optional.empty(), 0);
    } finally {
      callers.put(caller);
    }
  }

  private static Optional<Era> stable(Era before, Era after) {
    return before.equals(after) && !before.moving() ? Optional.of(before) : Optional.empty();
  }

  /** Waits for the answers of all that were sent. */
  void await() {
    for (Future<Heard> each : underWay) {
      try {
        Heard heard = each.get();
        answers.add(
            new Answer(
                heard.ask().rule(),
                heard.ask().method(),
                heard.under(),
                heard.arm(),
                heard.status(),
                origins.arrivals(heard.id())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CompletionException(e);
      } catch (ExecutionException e) {
        throw new CompletionException(e.getCause());
      }
    }
    underWay.clear();
  }

  /** All answers since this was asked last. */
  List<Answer> taken() {
    List<Answer> all = List.copyOf(answers);
    answers.clear();
    origins.clear();
    return all;
  }

  @Override
  public void close() {
    clients.shutdownNow();
    callers.forEach(Caller::close);
  }
}
