package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JournalDocumentTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static Journal journal() {
    Weights none = new Weights(new TreeMap<>(Map.of("orders", 0)));
    Entry first =
        new Entry(
            1,
            NOON,
            "ann@laptop",
            Event.STARTED,
            "plan",
            -1,
            none,
            none,
            "begun",
            new TreeMap<>(),
            "");
    Entry second =
        new Entry(
            2,
            NOON.plusSeconds(1),
            "ann@laptop",
            Event.INTENT,
            "plan",
            0,
            none,
            none.with("orders", 5),
            "it's: \"5 %\"\nand more",
            new TreeMap<>(Map.of("requests", "100")),
            first.digest());
    Progress progress =
        new Progress(
            Duration.ofMinutes(3),
            1,
            Duration.ZERO,
            NOON,
            "a note",
            NOON,
            Map.of(
                "orders", Map.of(Arm.SERVICE, new Tally(5, 1)),
                "orders/client-errors", Map.of(Arm.SERVICE, new Tally(5, 2))),
            Map.of("success", Evidence.from(NOON).goingBy(0.25)));
    return new Journal("", List.of(first, second), progress);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    String text = JournalDocument.write(journal());

    Journal read = JournalDocument.read("orders.state.json", text, "");

    assertThat(read).isEqualTo(journal());
    assertThat(read.broken()).isEmpty();
  }

  @Test
  void anEntryThatWasChangedIsNotGoneOnFrom() {
    String text = JournalDocument.write(journal()).replace("ann@laptop", "bob@laptop");

    assertThatThrownBy(() -> JournalDocument.read("orders.state.json", text, ""))
        .hasMessageContaining("entry 1 was changed since it was written");
  }

  @Test
  void anEntryThatIsLeftOutIsTold() {
    Journal cut = new Journal("", journal().entries().subList(1, 2), journal().progress());

    assertThat(cut.broken())
        .containsExactly(
            "entry 2 stands where 1 should",
            "entry 2 does not follow from the one before it: one of them was changed");
  }
}
