package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.ShiftStore;
import dev.msvc.cluster.traffic.Sight;
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
 * Names each write of a shift, and kills the process at one of them. They are known by what they
 * write, not by their number: how often a stage is looked at depends on requests.
 */
final class Mortal {
  /** Notes after the same entry are alike from some on. */
  private static final int ALIKE = 2;

  private final ShiftPlan plan;
  private final Optional<Death> death;
  private final Set<String> points = new LinkedHashSet<>();
  private String last = "nothing";
  private int notes;
  private boolean died;

  /**
   * Where it dies.
   *
   * @param point name of a write
   * @param after whether what was to be written is there by then
   */
  record Death(String point, boolean after) {
    String words() {
      return "killed %s %s".formatted(after ? "after" : "before", point);
    }
  }

  Mortal(ShiftPlan plan, Optional<Death> death) {
    this.plan = plan;
    this.death = death;
  }

  /** All writes that came, each once, in their order. */
  List<String> points() {
    return List.copyOf(points);
  }

  boolean died() {
    return died;
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
    boolean here = !died && death.filter(each -> each.point().equals(point)).isPresent();
    if (here && !death.get().after()) {
      died = true;
      throw new Died();
    }
    T done = write.get();
    if (here) {
      died = true;
      throw new Died();
    }
    return done;
  }
}
