package dev.msvc.cluster.traffic;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.Weights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A router and a store in memory, and a clock that is told the time. At one call, before or after
 * what it does, the process is killed or the other side answers with an error.
 */
final class World {
  /** That the process is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** What happens at a call. */
  enum Fault {
    KILLED_BEFORE,
    KILLED_AFTER,
    AWAY_BEFORE,
    AWAY_AFTER
  }

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Weights live;
  private int version;
  private Journal journal;
  private final List<Weights> history = new ArrayList<>();
  private final List<String> writes = new ArrayList<>();
  private int call;
  private int faultAt = -1;
  private Fault fault = Fault.KILLED_BEFORE;
  private Map<Arm, Integer> ready = Map.of(Arm.MONOLITH, 2, Arm.SERVICE, 2);
  private Runnable between = () -> {};

  World(Weights live) {
    this.live = live;
    this.journal = new Journal("0", List.of(), Progress.fresh(now, "", Map.of()));
    history.add(live);
  }

  /** That something happens at a call, counted from now on. */
  void fault(int at, Fault what) {
    call = 0;
    faultAt = at;
    fault = what;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void ready(int monolith, int service) {
    ready = Map.of(Arm.MONOLITH, monolith, Arm.SERVICE, service);
  }

  /** What somebody else does between a look and a write. */
  void between(Runnable edit) {
    between = edit;
  }

  /** An edit by somebody else. */
  void edit(Weights weights) {
    live = weights;
    version++;
  }

  Weights live() {
    return live;
  }

  Journal journal() {
    return journal;
  }

  /** All weights that were live, one after the other. */
  List<Weights> history() {
    return history;
  }

  /** What reached the router, as text. */
  List<String> writes() {
    return writes;
  }

  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  Router router() {
    return new Router() {
      @Override
      public Sight look() {
        return World.this.call(
            () -> new Sight(String.valueOf(version), live, true, "", ready, Map.of()));
      }

      @Override
      public Sight write(Sight base, Weights weights) {
        return World.this.call(
            () -> {
              between.run();
              if (!base.version().equals(String.valueOf(version))) {
                throw new UserError("the route moved", "look again", 5);
              }
              writes.add(weights.toString());
              version++;
              live = weights;
              history.add(weights);
              return new Sight(String.valueOf(version), live, true, "", ready, Map.of());
            });
      }
    };
  }

  ShiftStore store() {
    return new ShiftStore() {
      @Override
      public Journal read() {
        return World.this.call(() -> journal);
      }

      @Override
      public Journal append(Journal base, Entry entry, Progress progress) {
        return World.this.call(
            () -> {
              check(base);
              List<Entry> entries = new ArrayList<>(journal.entries());
              entries.add(entry);
              journal = new Journal(next(), entries, progress);
              return journal;
            });
      }

      @Override
      public Journal note(Journal base, Progress progress) {
        return World.this.call(
            () -> {
              check(base);
              journal = new Journal(next(), journal.entries(), progress);
              return journal;
            });
      }

      private void check(Journal base) {
        if (!base.version().equals(journal.version())) {
          throw new UserError("the journal moved", "look again", 5);
        }
      }

      private String next() {
        return String.valueOf(Integer.parseInt(journal.version()) + 1);
      }
    };
  }

  private <T> T call(java.util.function.Supplier<T> what) {
    boolean now = call++ == faultAt;
    if (now && fault == Fault.KILLED_BEFORE) {
      throw new Killed();
    }
    if (now && fault == Fault.AWAY_BEFORE) {
      throw new UserError("it cannot be reached", "wait", 8);
    }
    T done = what.get();
    if (now && fault == Fault.KILLED_AFTER) {
      throw new Killed();
    }
    if (now && fault == Fault.AWAY_AFTER) {
      throw new UserError("its answer was lost", "wait", 8);
    }
    return done;
  }
}
