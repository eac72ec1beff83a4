package dev.msvc.cluster.rehearse;

import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was seen of one attempt at a shift.
 *
 * @param moments in the order in which they came
 * @param answers of requests that were sent meanwhile
 * @param copies of requests that came to the service
 * @param journal as it was kept in the end
 * @param live weights of the router in the end
 */
public record Seen(
    ShiftPlan plan,
    List<Moment> moments,
    List<Answer> answers,
    List<Copy> copies,
    Journal journal,
    Weights live) {
  public Seen {
    moments = List.copyOf(moments);
    answers = List.copyOf(answers);
    copies = List.copyOf(copies);
  }

  /** A copy of a request, made by a router that mirrors. */
  public record Copy(String rule, String method) {}

  <T extends Moment> Stream<T> all(Class<T> kind) {
    return moments.stream().filter(kind::isInstance).map(kind::cast);
  }

  boolean troubledBy(Trouble trouble) {
    return all(Moment.Troubled.class).anyMatch(each -> each.trouble() == trouble);
  }

  /** What was seen while it was disturbed so; all else is left out. */
  Seen during(Trouble trouble) {
    List<Moment> within = new ArrayList<>();
    boolean on = false;
    for (Moment each : moments) {
      if (each instanceof Moment.Troubled now) {
        on = now.trouble() == trouble;
      } else if (each instanceof Moment.Calmed) {
        on = false;
      }
      if (on) {
        within.add(each);
      }
    }
    return new Seen(plan, within, answers, copies, journal, live);
  }

  /** The same without what came before, and without, the first of a kind. */
  Seen after(Class<? extends Moment> kind) {
    for (int i = 0; i < moments.size(); i++) {
      if (kind.isInstance(moments.get(i))) {
        return new Seen(
            plan, moments.subList(i + 1, moments.size()), answers, copies, journal, live);
      }
    }
    return new Seen(plan, List.of(), answers, copies, journal, live);
  }

  Stream<Entry> appended(Event event) {
    return all(Moment.Appended.class)
        .map(Moment.Appended::entry)
        .filter(each -> each.event() == event);
  }

  Optional<Moment.Wrote> firstWrite() {
    return all(Moment.Wrote.class).findFirst();
  }

  /** When the first moment of it was; the begin of all time where there is none. */
  Instant start() {
    return moments.isEmpty() ? Instant.EPOCH : moments.get(0).when();
  }
}
