package dev.msvc.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One list of an analysis and the forms that it can be printed in.
 *
 * @param noun as the user types it
 * @param items in their usual order
 * @param name what {@code -o name} prints and what NAME is compared with
 * @param within whether an item belongs to a context
 * @param columns of text; the ones with places and long lists only in wide
 * @param document writes items for programs
 */
record Listing<T>(
    String noun,
    List<T> items,
    Function<T, String> name,
    Function<T, Predicate<String>> within,
    List<Column<T>> columns,
    Consumer<List<T>> document) {
  private static final int ROWS = 36;

  /** A column of text. */
  record Column<T>(String title, boolean wide, Function<T, Comparable<?>> value) {
    static <T> Column<T> shown(String title, Function<T, Comparable<?>> value) {
      return new Column<>(title, false, value);
    }

    static <T> Column<T> wide(String title, Function<T, Comparable<?>> value) {
      return new Column<>(title, true, value);
    }

    /** As it is typed after {@code --sort-by}. */
    String field() {
      return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
  }

  Listing<T> with(List<T> others) {
    return new Listing<>(noun, others, name, within, columns, document);
  }

  /** Those of a context. */
  Listing<T> in(String context) {
    return with(items.stream().filter(item -> within.apply(item).test(context)).toList());
  }

  /** Those whose name is as wanted. */
  Listing<T> where(Predicate<String> wanted) {
    return with(items.stream().filter(item -> wanted.test(name.apply(item))).toList());
  }

  /** Those of a name: the whole one, or else its last parts; in any case of letters. */
  Listing<T> named(String wanted) {
    List<T> whole =
        items.stream().filter(item -> name.apply(item).equalsIgnoreCase(wanted)).toList();
    return whole.isEmpty()
        ? with(items.stream().filter(item -> endsIn(name.apply(item), wanted)).toList())
        : with(whole);
  }

  /** As {@code OrderService.place} does a method's whole name, and a path that of a route. */
  private static boolean endsIn(String name, String wanted) {
    int from = name.length() - wanted.length();
    return from > 0
        && !wanted.isEmpty()
        && (name.charAt(from - 1) == '.' || name.charAt(from - 1) == ' ')
        && name.regionMatches(true, from, wanted, 0, wanted.length());
  }

  List<String> names() {
    return items.stream().map(name).toList();
  }

  List<String> fields() {
    return columns.stream().map(Column::field).toList();
  }

  /**
   * Biggest first where the column holds numbers or lists, by the alphabet where it holds texts;
   * texts last where it holds both.
   */
  Listing<T> sortedBy(String field) {
    for (Column<T> column : columns) {
      if (column.field().equals(field)) {
        List<T> sorted = new ArrayList<>(items);
        sorted.sort(order(column));
        return with(sorted);
      }
    }
    throw new IllegalArgumentException(field);
  }

  private static <T> Comparator<T> order(Column<T> column) {
    return (a, b) -> {
      Comparable<?> left = column.value().apply(a);
      Comparable<?> right = column.value().apply(b);
      if (left instanceof String != right instanceof String) {
        return left instanceof String ? 1 : -1;
      }
      if (left instanceof Integer number) {
        return Integer.compare((Integer) right, number);
      }
      if (left instanceof Long number) {
        return Long.compare((Long) right, number);
      }
      if (left instanceof Many many) {
        return ((Many) right).compareTo(many);
      }
      if (left instanceof Percent percent) {
        return ((Percent) right).compareTo(percent);
      }
      return left.toString().compareTo(right.toString());
    };
  }

  void print(Console console, Format format, String everything) {
    switch (format) {
      case TEXT -> text(console, everything);
      case WIDE -> grid(items, columns).lines(Integer.MAX_VALUE).forEach(console::line);
      case NAME -> names().forEach(console::line);
      case JSON, YAML -> document.accept(items);
    }
  }

  private void text(Console console, String everything) {
    List<T> shown = items.size() <= ROWS + 1 ? items : items.subList(0, ROWS);
    List<Column<T>> narrow = columns.stream().filter(column -> !column.wide()).toList();
    List<String> lines = grid(shown, narrow).lines(Text.WIDTH);
    console.heading(lines.get(0));
    lines.subList(1, lines.size()).forEach(console::line);
    if (shown.size() < items.size()) {
      String more = String.format(Locale.ROOT, "%,d", items.size() - shown.size());
      console.line(more + " more: " + everything);
    }
  }

  private static <T> Grid grid(List<T> items, List<Column<T>> columns) {
    String[] titles = new String[columns.size()];
    for (int i = 0; i < titles.length; i++) {
      Column<T> column = columns.get(i);
      boolean number = !items.isEmpty() && column.value().apply(items.get(0)) instanceof Number;
      titles[i] = (number ? "#" : "") + column.title();
    }
    Grid grid = new Grid(titles);
    for (T item : items) {
      grid.row(columns.stream().map(column -> (Object) column.value().apply(item)).toArray());
    }
    return grid;
  }
}
