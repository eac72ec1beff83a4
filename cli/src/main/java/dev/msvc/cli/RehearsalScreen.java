package dev.msvc.cli;

import dev.msvc.cluster.rehearse.Rehearsed;
import dev.msvc.cluster.rehearse.Rehearsed.Row;
import dev.msvc.cluster.rehearse.Rehearsed.State;
import dev.msvc.model.yaml.PlainDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows which properties held in a rehearsal.
 *
 * @param notes what was other than it will be
 */
record RehearsalScreen(List<String> notes) {
  /** All of it; 1 where something broke. */
  int show(String name, Rehearsed rehearsed, Duration took, Format format, Console console) {
    if (format.forPrograms()) {
      PlainDocument.write(
          "msvc/rehearsal/v1", fields(name, rehearsed, took), Notation.of(format), console.data());
    } else {
      text(name, rehearsed, took, console);
    }
    return rehearsed.held() ? 0 : 1;
  }

  private void text(String name, Rehearsed rehearsed, Duration took, Console console) {
    console.heading("rehearsal of shift %s, before %s".formatted(name, rehearsed.router()));
    Grid grid = new Grid("ID", "WHAT", "RESULT", "#CASES");
    for (Row each : rehearsed.rows()) {
      if (each.state() != State.NOT_TRIED) {
        grid.row(each.id(), each.words(), word(each.state()), each.cases());
      }
    }
    grid.lines(Text.WIDTH).forEach(console::line);
    notTried(rehearsed, console);
    for (Row each : rehearsed.rows()) {
      if (each.state() == State.BROKEN) {
        console.line(
            "%s broke in %d of %d, first %s"
                .formatted(each.id(), each.broken(), each.cases(), each.why()));
      }
    }
    console.line(
        String.format(
            Locale.ROOT,
            "%d attempts, killed before and after each of %d writes, and without its answer; %,d"
                + " requests, %d lost, %d answered twice; %.1f s",
            rehearsed.attempts(),
            rehearsed.points(),
            rehearsed.requests(),
            rehearsed.lost(),
            rehearsed.twice(),
            took.toMillis() / 1000.0));
    notes.forEach(console::line);
  }

  /** Each with its reason; where that is the same for many, it is said once. */
  private static void notTried(Rehearsed rehearsed, Console console) {
    console.line("not tried here:");
    List<Row> rows =
        rehearsed.rows().stream().filter(each -> each.state() == State.NOT_TRIED).toList();
    boolean same = rows.stream().map(Row::why).distinct().count() == 1;
    if (same && rows.size() > 1) {
      String ids = rows.stream().map(Row::id).collect(Collectors.joining(" "));
      console.line("  %s: %s".formatted(ids, rows.get(0).why()));
      return;
    }
    for (Row each : rows) {
      console.line("  %-4s %s: %s".formatted(each.id(), each.words(), each.why()));
    }
  }

  private static String word(State state) {
    return state == State.BROKEN ? "BROKEN" : state.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> fields(String name, Rehearsed rehearsed, Duration took) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("router", rehearsed.router());
    fields.put("held", rehearsed.held());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row each : rehearsed.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", each.id());
      row.put("words", each.words());
      row.put("result", each.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      row.put("cases", each.cases());
      row.put("broken", each.broken());
      if (!each.why().isEmpty()) {
        row.put("why", each.why());
      }
      rows.add(row);
    }
    fields.put("properties", rows);
    fields.put("attempts", rehearsed.attempts());
    fields.put("writes", rehearsed.points());
    fields.put("requests", rehearsed.requests());
    fields.put("lost", rehearsed.lost());
    fields.put("twice", rehearsed.twice());
    fields.put("millis", took.toMillis());
    fields.put("notes", notes);
    return fields;
  }
}
