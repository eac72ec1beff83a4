package dev.msvc.cli;

import dev.msvc.cluster.traffic.Quiet;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.model.Counted;
import dev.msvc.model.UserError;
import dev.msvc.model.compare.Recorded;
import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether access logs of the monolith have requests that the service answers now. */
final class QuietLog {
  private static final Pattern WHEN =
      Pattern.compile("\\[(\\d{2}/[A-Z][a-z]{2}/\\d{4}:\\d{2}:\\d{2}:\\d{2} [+-]\\d{4})]");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  /** A log that ends earlier says nothing of today. */
  private static final Duration AGE = Duration.ofDays(1);

  private final List<Match> routes;
  private final Duration over;
  private final Instant now;
  private final SortedMap<String, Long> hits = new TreeMap<>();
  private @Nullable Instant first;
  private @Nullable Instant last;

  QuietLog(ShiftPlan plan, Duration over, Instant now) {
    this.routes =
        plan.settled().rules().stream()
            .filter(each -> each.kind() == Rule.Kind.READ || each.kind() == Rule.Kind.WRITE)
            .map(Rule::match)
            .toList();
    this.over = over;
    this.now = now;
  }

  /** What logs in the common or the combined format say together, as those that are rotated. */
  Quiet read(Path folder, List<String> files) {
    files.forEach(each -> read(folder.resolve(each), each));
    return told(String.join(", ", files));
  }

  private void read(Path file, String shown) {
    if (!Files.isRegularFile(file)) {
      throw new UserError("there is no file " + shown, "name an access log of the monolith");
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        line(line);
      }
    } catch (IOException unreadable) {
      throw new UserError("%s cannot be read".formatted(shown), "see who may read it");
    }
  }

  private void line(String line) {
    Optional<Recorded> request = Recorded.ofLine(line);
    Matcher when = WHEN.matcher(line);
    if (request.isEmpty() || !when.find()) {
      return;
    }
    Instant at;
    try {
      at = OffsetDateTime.parse(when.group(1), TIME).toInstant();
    } catch (DateTimeParseException none) {
      return;
    }
    first = first == null || at.isBefore(first) ? at : first;
    last = last == null || at.isAfter(last) ? at : last;
    String path = request.get().target().replaceFirst("\\?.*", "");
    boolean ours =
        !at.isBefore(now.minus(over))
            && routes.stream().anyMatch(each -> each.covers(request.get().method(), path));
    if (ours) {
      hits.merge(request.get().method() + " " + path, 1L, Long::sum);
    }
  }

  private Quiet told(String shown) {
    if (first == null || last == null) {
      return new Quiet(
          Verdict.UNKNOWN, "%s has no request in the common log format".formatted(shown));
    }
    if (!hits.isEmpty()) {
      long all = hits.values().stream().mapToLong(Long::longValue).sum();
      String most =
          String.valueOf(
              hits.entrySet().stream()
                  .max(java.util.Map.Entry.comparingByValue())
                  .map(each -> "%s %,d".formatted(each.getKey(), each.getValue()))
                  .orElse(""));
      return new Quiet(
          Verdict.FAIL,
          "%s: %s of these routes reached the monolith: %s%s"
              .formatted(
                  shown,
                  Counted.of(all, "request", "requests"),
                  most,
                  hits.size() > 1 ? " and others" : ""));
    }
    if (first.isAfter(now.minus(over))) {
      return new Quiet(
          Verdict.INSUFFICIENT,
          "%s begins at %s, and it must go back %s".formatted(shown, first, over));
    }
    if (last.isBefore(now.minus(AGE))) {
      return new Quiet(
          Verdict.INSUFFICIENT, "%s ends at %s, more than a day ago".formatted(shown, last));
    }
    return new Quiet(
        Verdict.PASS,
        "none of these routes' requests is in %s, from %s to %s"
            .formatted(shown, now.minus(over), last));
  }
}
