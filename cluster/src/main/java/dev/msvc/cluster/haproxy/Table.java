package dev.msvc.cluster.haproxy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What HAProxy prints in rows, under a line that begins with {@code #} and names the columns. */
record Table(List<Map<String, String>> rows) {
  /**
   * Reads one.
   *
   * @param between what stands between two columns
   */
  static Table read(String text, String between) {
    List<String> columns = List.of();
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("# ")) {
        columns = Arrays.asList(line.substring(2).split(between, -1));
      } else if (!columns.isEmpty() && !line.isBlank()) {
        rows.add(row(columns, line.split(between, -1)));
      }
    }
    return new Table(rows);
  }

  private static Map<String, String> row(List<String> columns, String[] cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.length); i++) {
      row.putIfAbsent(columns.get(i), cells[i]);
    }
    return row;
  }

  Optional<Map<String, String>> row(String column, String value, String other, String its) {
    return rows.stream()
        .filter(each -> value.equals(each.get(column)) && its.equals(each.get(other)))
        .findFirst();
  }

  /** A number of a row; 0 where there is none. */
  static long number(Map<String, String> row, String column) {
    String cell = row.getOrDefault(column, "");
    return cell.matches("\\d{1,18}") ? Long.parseLong(cell) : 0;
  }
}
