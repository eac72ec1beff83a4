package dev.msvc.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1 - - [27/Nov/2026:06:00:00 +0000] \"GET /orders/7?full=1 HTTP/1.1\" 200"
            + " 12|GET|/orders/7?full=1",
        "h - ann [d] \"HEAD http://shop/orders HTTP/1.0\" 200 - \"http://x/\""
            + " \"curl\"|HEAD|/orders",
        "h - - [d] \"OPTIONS /\" 204 0|OPTIONS|/"
      })
  void linesOfAccessLogsAreRead(String line, String method, String target) {
    assertThat(Recorded.ofLine(line))
        .contains(new Recorded(method, target, new TreeMap<>(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "h - - [d] \"-\" 408 0", "h \"GET / x y\" 200", "\\x16\\x03\\x01"})
  void whatIsNoRequestIsNone(String line) {
    assertThat(Recorded.ofLine(line)).isEmpty();
  }

  @Test
  void whatAQuerySaysIsNotShown() {
    assertThat(
            Recorded.of("GET", "http://h/o?mail=a@b&x=1#f", new TreeMap<>(), Optional.empty())
                .shown())
        .isEqualTo("GET /o?mail=...&x=...");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Authorization", "cookie", "X-Api-Key", "X-CSRF-Token", "Proxy-Authorization"})
  void headersThatSayWhoAsksAreKnown(String name) {
    assertThat(Recorded.isSecret(name)).isTrue();
    assertThat(Recorded.isSecret("accept-language")).isFalse();
  }
}
