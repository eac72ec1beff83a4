package dev.msvc.analyzers.cache;

import org.jspecify.annotations.Nullable;

/** How values of one type are written and read. */
interface Form {
  void write(@Nullable Object value, Output to);

  @Nullable Object read(Input from);
}
