package dev.msvc.cli;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.SyncWord;
import dev.msvc.model.shift.Writers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a plan has databases asked, in lines: shown before any of it is asked. */
record SyncWords(SyncWord sync) {
  /** Of a plan; none where it says nothing. */
  static List<String> of(ShiftPlan plan) {
    return plan.sync().map(each -> new SyncWords(each).lines()).orElse(List.of());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("writes move, and stay, while this is below its bound:");
    lines.add("  " + lag());
    for (Arm each : Arm.values()) {
      sync.database(each).ifPresent(one -> lines.add("  %s".formatted(words(each, one))));
    }
    if (!sync.reconcile().isEmpty()) {
      lines.add("rows that are compared before they do:");
      sync.reconcile().forEach(each -> lines.add("  " + words(each)));
    }
    return lines;
  }

  private String lag() {
    if (sync.lag() instanceof SyncWord.Lag.Sql sql) {
      return "%s at the %s, below %s"
          .formatted(sql.sql(), Writers.Writer.word(sql.at()), number(sql.below()));
    }
    SyncWord.Lag.Query query = (SyncWord.Lag.Query) sync.lag();
    return "%s, below %s".formatted(query.query(), number(query.below()));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** Variables by name; what they hold is shown nowhere. */
  private static String words(Arm arm, SyncWord.Database database) {
    String who =
        database
            .userVariable()
            .map(
                user ->
                    ", as $%s%s"
                        .formatted(
                            user,
                            database.passwordVariable().map(each -> " with $" + each).orElse("")))
            .orElse("");
    return "database of the %s: %s%s".formatted(Writers.Writer.word(arm), database.url(), who);
  }

  private static String words(SyncWord.TablePair pair) {
    String key =
        pair.key().stream().map(SyncWord.Column::monolith).collect(Collectors.joining(", "));
    String columns =
        pair.columns().isEmpty()
            ? "all columns that both have"
            : pair.columns().stream()
                .map(SyncWord.Column::monolith)
                .collect(Collectors.joining(", "));
    String where =
        pair.where().entrySet().stream()
            .map(
                each ->
                    ", %s where %s".formatted(Writers.Writer.word(each.getKey()), each.getValue()))
            .collect(Collectors.joining());
    return "%s: %s with %s by %s, %s%s"
        .formatted(
            pair.aggregate(),
            pair.table(Arm.MONOLITH),
            pair.table(Arm.SERVICE),
            key,
            columns,
            where);
  }
}
