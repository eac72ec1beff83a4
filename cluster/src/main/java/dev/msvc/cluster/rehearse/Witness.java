package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.ShiftStore;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down what a shift does to its router and its journal, and changes nothing of it. */
public final class Witness {
  private final ShiftPlan plan;
  private final Clock clock;
  private final Supplier<Weights> live;
  private final List<Moment> moments = new ArrayList<>();
  private volatile Era era;
  private Moment.@Nullable Wrote unanswered;

  /**
   * Of one attempt.
   *
   * @param live what the router has, asked beside the shift
   */
  public Witness(ShiftPlan plan, Clock clock, Supplier<Weights> live) {
    this.plan = plan;
    this.clock = clock;
    this.live = live;
    this.era = new Era(0, false, live.get());
  }

  /** Which weights are live now. */
  Era era() {
    return era;
  }

  /** The last entry of the journal, as far as this attempt wrote it. */
  Optional<Entry> last() {
    for (int i = moments.size() - 1; i >= 0; i--) {
      if (moments.get(i) instanceof Moment.Appended last) {
        return Optional.of(last.entry());
      }
    }
    return Optional.empty();
  }

  /** Whether weights were written, and it is not known yet whether requests go by them. */
  boolean measures() {
    return last().filter(each -> each.event() == Event.INTENT && each.stage() >= 0).isPresent();
  }

  /** The same router, watched. */
  public Router router(Router router) {
    return new Router() {
      @Override
      public Sight look() {
        Sight sight = router.look();
        late(sight.weights());
        moments.add(new Moment.Looked(clock.instant(), sight));
        return sight;
      }

      @Override
      public Sight write(Sight base, Weights weights) {
        Weights before = era.weights();
        era = era.written();
        boolean said = false;
        try {
          Sight sight = router.write(base, weights);
          said = true;
          return sight;
        } finally {
          Weights after = live.get();
          boolean there = said || (!after.equals(before) && after.equals(weights));
          if (there) {
            moments.add(new Moment.Wrote(clock.instant(), before, weights, after));
            era = era.settled(after);
            unanswered = null;
          } else {
            unanswered = new Moment.Wrote(clock.instant(), before, weights, weights);
          }
        }
      }
    };
  }

  /** A write whose answer was lost may come to pass after it. */
  private void late(Weights seen) {
    Moment.Wrote waiting = unanswered;
    if (waiting != null && !waiting.before().equals(seen) && waiting.to().equals(seen)) {
      moments.add(waiting);
      era = era.settled(seen);
      unanswered = null;
    }
  }

  /** The same store, watched. */
  public ShiftStore store(ShiftStore store) {
    return new ShiftStore() {
      @Override
      public Journal read() {
        return store.read();
      }

      @Override
      public Journal append(Journal base, Entry entry, Progress progress) {
        Journal after = store.append(base, entry, progress);
        moments.add(new Moment.Appended(clock.instant(), entry));
        return after;
      }

      @Override
      public Journal note(Journal base, Progress progress) {
        return store.note(base, progress);
      }
    };
  }

  /** Weights that somebody else sets, by what he does. */
  void edited(Runnable edit) {
    era = era.written();
    edit.run();
    era = era.settled(live.get());
  }

  /** A step begins. */
  public void began() {
    moments.add(new Moment.Began(clock.instant()));
  }

  /** Something else that was seen. */
  public void saw(Moment moment) {
    moments.add(moment);
  }

  /** The last refusal, in its words. */
  Optional<String> refusal() {
    return moments.stream()
        .filter(Moment.Refused.class::isInstance)
        .map(each -> ((Moment.Refused) each).said())
        .reduce((before, last) -> last);
  }

  void refused(UserError error) {
    saw(new Moment.Refused(clock.instant(), error.exitCode(), String.valueOf(error.getMessage())));
  }

  /** All of it, with what is kept in the end. */
  public Seen seen(List<Answer> answers, List<Seen.Copy> copies, Journal journal) {
    return new Seen(plan, moments, answers, copies, journal, live.get());
  }
}
