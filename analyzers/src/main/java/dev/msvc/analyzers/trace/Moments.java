package dev.msvc.analyzers.trace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Reads moments as logs write them; many lines have the same. */
final class Moments {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private String last = "";
  private long lastMillis;

  /** Milliseconds since 1970; 0 where it is not understood. */
  long millis(String text) {
    if (!text.equals(last)) {
      last = text;
      lastMillis = read(text);
    }
    return lastMillis;
  }

  private static long read(String text) {
    try {
      if (text.length() >= 20 && text.charAt(2) == '/' && text.charAt(11) == ':') {
        return common(text);
      }
      if (text.length() >= 19 && text.charAt(4) == '-') {
        return iso(text);
      }
      double number = Double.parseDouble(text);
      // seconds, milliseconds, microseconds or nanoseconds of this century
      while (number > 1e13) {
        number /= 1000;
      }
      return number < 1e8 ? 0 : (long) (number < 1e11 ? number * 1000 : number);
    } catch (DateTimeException | NumberFormatException other) {
      return 0;
    }
  }

  /** As {@code 10/Oct/2000:13:55:36 -0700}. */
  private static long common(String text) {
    int month = MONTHS.indexOf(text.substring(3, 6)) + 1;
    long days = LocalDate.of(number(text, 7, 11), month, number(text, 0, 2)).toEpochDay();
    long seconds =
        days * 86_400
            + number(text, 12, 14) * 3600L
            + number(text, 15, 17) * 60L
            + number(text, 18, 20);
    if (text.length() >= 26 && (text.charAt(21) == '-' || text.charAt(21) == '+')) {
      int offset = number(text, 22, 24) * 3600 + number(text, 24, 26) * 60;
      seconds -= text.charAt(21) == '-' ? -offset : offset;
    }
    return seconds * 1000;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }

  private static long iso(String text) {
    String whole = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
    int zone = Math.max(whole.indexOf('+', 19), whole.indexOf('-', 19));
    if (zone > 0 && whole.length() == zone + 5) {
      whole = whole.substring(0, zone + 3) + ":" + whole.substring(zone + 3);
    }
    return zone < 0 && !whole.endsWith("Z")
        ? LocalDateTime.parse(whole.replace(',', '.')).toInstant(ZoneOffset.UTC).toEpochMilli()
        : OffsetDateTime.parse(whole.replace(',', '.')).toInstant().toEpochMilli();
  }
}
