package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Notes in the journal that somebody still looks, while one question takes long. What somebody else
 * wrote there meanwhile ends it: a pause, or the way back, needs no answer any more.
 */
final class Heartbeat implements Consumer<String> {
  private final Desk desk;
  private final Duration often;
  private Journal journal;
  private Instant last;

  Heartbeat(Desk desk, Journal journal) {
    this.desk = desk;
    this.journal = journal;
    this.often = desk.plan().tolerance().window().dividedBy(4);
    this.last = desk.now();
  }

  @Override
  public void accept(String said) {
    Instant now = desk.now();
    if (Duration.between(last, now).compareTo(often) >= 0) {
      journal = desk.store().note(journal, journal.progress().seen(now, said));
      last = now;
    }
  }

  /** As it is by now. */
  Journal journal() {
    return journal;
  }
}
