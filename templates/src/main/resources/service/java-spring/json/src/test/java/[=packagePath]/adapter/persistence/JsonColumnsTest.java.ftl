// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import [=package].adapter.persistence.JsonColumns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class JsonColumnsTest {

  private static final Dated DATED = new Dated(LocalDate.of(2026, 1, 2), LocalTime.of(3, 4, 5), Instant.parse("2026-01-02T03:04:05.000006Z"));

  private final JsonColumns columns = new JsonColumns();

  record Dated(LocalDate day, LocalTime time, Instant at) {}

  @Test
  void daysAndTimesAreTexts() {
    String json = columns.toString(DATED, Dated.class);

    assertThat(json)
        .isEqualTo(
            """
            {"day":"2026-01-02","time":"03:04:05","at":"2026-01-02T03:04:05.000006Z"}""");
    assertThat(columns.<Dated>fromString(json, Dated.class)).isEqualTo(DATED);
  }

  @Test
  void daysAndTimesThatWereWrittenAsNumbersAreRead() {
    String json =
        """
        {"day": [2026, 1, 2], "time": [3, 4, 5], "at": 1767323045.000006000}
        """;

    assertThat(columns.<Dated>fromString(json, Dated.class)).isEqualTo(DATED);
  }
}
