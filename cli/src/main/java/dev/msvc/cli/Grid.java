package dev.msvc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Rows in columns: as wide as they need, at most as wide as the screen. */
final class Grid {
  private static final int GAP = 2;
  private static final int NARROWEST = 8;

  private final String[] titles;
  private final boolean[] numbers;
  private final List<String[]> rows = new ArrayList<>();

  /** Columns by their titles; one that starts with {@code #} holds numbers. */
  Grid(String... titles) {
    this.titles = titles.clone();
    this.numbers = new boolean[titles.length];
    for (int i = 0; i < titles.length; i++) {
      if (titles[i].startsWith("#")) {
        numbers[i] = true;
        this.titles[i] = titles[i].substring(1);
      }
    }
  }

  /** One cell a column. */
  void row(Object... cells) {
    if (cells.length != titles.length) {
      throw new IllegalArgumentException(Arrays.toString(cells));
    }
    String[] row = new String[cells.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = Text.printable(shown(cells[i]));
    }
    rows.add(row);
  }

  private static String shown(Object cell) {
    return cell instanceof Integer number
        ? String.format(Locale.ROOT, "%,d", number)
        : String.valueOf(cell);
  }

  /** The title line and the rows; names that don't fit lose their middle, sentences their end. */
  List<String> lines(int width) {
    int[] widths = fitted(width);
    List<String> lines = new ArrayList<>(rows.size() + 1);
    lines.add(line(titles, widths));
    for (String[] row : rows) {
      lines.add(line(row, widths));
    }
    return lines;
  }

  private int[] fitted(int width) {
    int[] widths = new int[titles.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = titles[i].length();
      for (String[] row : rows) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    int available = width - GAP * (widths.length - 1);
    int excess = Arrays.stream(widths).sum() - available;
    while (excess > 0) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        if (widths[i] > widths[widest]) {
          widest = i;
        }
      }
      if (widths[widest] <= NARROWEST) {
        return widths;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  private String line(String[] cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String cell =
          Text.isProse(cells[i])
              ? Text.shortenedEnd(cells[i], widths[i])
              : Text.shortened(cells[i], widths[i]);
      int padding = widths[i] - cell.length();
      if (numbers[i]) {
        line.append(" ".repeat(padding)).append(cell);
      } else {
        line.append(cell);
        if (i < cells.length - 1) {
          line.append(" ".repeat(padding));
        }
      }
      if (i < cells.length - 1) {
        line.append(" ".repeat(GAP));
      }
    }
    return line.toString().stripTrailing();
  }
}
