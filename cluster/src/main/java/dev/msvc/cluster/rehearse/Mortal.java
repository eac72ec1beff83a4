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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Names each write of a shift, and kills the process at one of them or loses its answer. They are
 * known by what they write, not by their number: how often a stage is looked at depends on
 * requests.
 */
final class Mortal {
  /** Notes after the same entry are alike from some on. */
  private static final int ALIKE = 2;

  private final ShiftPlan plan;
  private final Optional<Mishap> mishap;
  private final Set<String> points = new LinkedHashSet<>();
  private String last = "nothing";
  private int notes;
  private boolean came;

  /** What may come to a write. */
  enum Kind {
    /** Nothing was written yet. */
    KILLED_BEFORE("killed before %s"),
    /** It is written. */
    KILLED_AFTER("killed after %s"),
    /** It is written, and whoever wrote it is told that it failed. */
    ANSWER_LOST("the answer lost to %s");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /**
   * Something that comes to a write, once.
   *
   * @param point name of the write
   */
  record Mishap(String point, Kind kind) {
    String words() {
      return kind.words.formatted(point);
    }
  }

  Mortal(ShiftPlan plan, Optional<Mishap> mishap) {
    this.plan = plan;
    this.mishap = mishap;
  }

  /** All writes that came, each once, in their order. */
  List<String> points() {
    return List.copyOf(points);
  }

  /** Whether the mishap came. */
  boolean came() {
    return came;
  }

  Router router(Router router) {
    return new Router() {
      @Override
      public Sight look() {
        return router.look();
      }

      @Override
      public Sight write(Sight base, Weights weights) {
        return at("the weights of " + stage(weights), () -> router.write(base, weights));
      }
    };
  }

  ShiftStore store(ShiftStore store) {
    return new ShiftStore() {
      @Override
      public Journal read() {
        return store.read();
      }

      @Override
      public Journal append(Journal base, Entry entry, Progress progress) {
        String point = "the entry '%s'".formatted(words(entry));
        last = words(entry);
        notes = 0;
        return at(point, () -> store.append(base, entry, progress));
      }

      @Override
      public Journal note(Journal base, Progress progress) {
        notes++;
        String point = "note %d after '%s'".formatted(Math.min(notes, ALIKE), last);
        return at(point, () -> store.note(base, progress));
      }
    };
  }

  private static String words(Entry entry) {
    String event = entry.event().name().toLowerCase(Locale.ROOT);
    if (entry.event() == Event.STARTED) {
      return event;
    }
    return entry.stage() < 0
        ? event + " to go back"
        : "%s of stage %d".formatted(event, entry.stage() + 1);
  }

  private String stage(Weights weights) {
    for (int i = plan.stages().size() - 1; i >= 0; i--) {
      if (plan.weights(i).equals(weights)) {
        return "stage " + (i + 1);
      }
    }
    return "going back";
  }

  private <T> T at(String point, Supplier<T> write) {
    points.add(point);
    boolean here = !came && mishap.filter(each -> each.point().equals(point)).isPresent();
    if (!here) {
      return write.get();
    }
    Kind kind = mishap.get().kind();
    came = true;
    if (kind == Kind.KILLED_BEFORE) {
      throw new Died();
    }
    var unused = write.get();
    if (kind == Kind.KILLED_AFTER) {
      throw new Died();
    }
    throw new UserError("the answer to %s was lost".formatted(point), "look again", 8);
  }
}
