package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingTest {
  @Test
  void whatIsNotKnownStandsBelowEachNumber() {
    Map<String, Comparable<?>> counts =
        Map.of("a", 2, "b", "not known", "c", 10, "d", "not known", "e", 0);
    Listing<String> listing =
        new Listing<>(
            "contexts",
            List.of("a", "b", "c", "d", "e"),
            each -> each,
            each -> each::equals,
            List.of(Listing.Column.shown("CROSSING", counts::get)),
            all -> {});

    assertThat(listing.sortedBy("crossing").names()).containsExactly("c", "a", "e", "b", "d");
  }
}
