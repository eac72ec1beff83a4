// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.application;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some of a list, and the token that asks for what follows; null on the last page. */
public record Page<T>(List<T> items, @Nullable String nextToken) {

  private static final int DEFAULT_SIZE = 50;
  private static final int MAX_SIZE = 200;

  /** The page of {@code size} items that is cut from the {@code size + 1} that were read. */
  static <T> Page<T> of(List<T> read, int size, Function<T, Object> id) {
    if (read.size() <= size) {
      return new Page<>(read, null);
    }
    List<T> items = List.copyOf(read.subList(0, size));
    return new Page<>(items, PageToken.of(id.apply(items.get(size - 1))));
  }

  /** How many items to show a caller who asks for this many; 0 leaves it to us. */
  static int size(int asked) {
    return asked <= 0 ? DEFAULT_SIZE : Math.min(asked, MAX_SIZE);
  }
}
