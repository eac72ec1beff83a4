package dev.msvc.analyzers.plan;

import dev.msvc.model.Effort;
import dev.msvc.model.Nearest;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.Word.Said;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What work takes: as the user says, elsewhere as usual. The first three of one kind between the
 * same contexts count in full, each more a third: the pattern is there by then.
 */
final class Rates {
  private static final int IN_FULL = 3;

  private final Map<Rate, Effort> own = new EnumMap<>(Rate.class);

  /**
   * @throws dev.msvc.model.UserError where a line names no kind of work
   */
  Rates(RoadmapWord word) {
    for (RoadmapWord.OwnRate each : word.rates()) {
      own.put(named(each.name()), each.each());
    }
  }

  private static Rate named(Said name) {
    List<String> known = new ArrayList<>();
    for (Rate each : Rate.values()) {
      if (each.word().equals(name.text())) {
        return each;
      }
      known.add(each.word());
    }
    List<String> near = Nearest.of(name.text(), known);
    throw name.wrong(
        "there is no rate '%s'".formatted(name.text()),
        (near.isEmpty() ? "" : "did you mean %s? ".formatted(String.join(", ", near)))
            + "there are "
            + String.join(", ", known));
  }

  /** What so many take, each in full. */
  Effort each(Rate rate, int count) {
    return own.getOrDefault(rate, rate.usual()).times(count);
  }

  /** What so many take of one pattern. */
  Effort alike(Rate rate, int count) {
    return each(rate, 1).times(count <= IN_FULL ? count : IN_FULL + (count - IN_FULL) / 3.0);
  }
}
