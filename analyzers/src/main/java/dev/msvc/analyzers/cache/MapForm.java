package dev.msvc.analyzers.cache;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map in its order.
 *
 * @param enums the type of keys that are enums; null for others
 */
record MapForm(Form key, Form value, boolean sorted, @Nullable Class<?> enums) implements Form {
  private static final int NONE = 0;
  private static final int LOOSE = 1;
  private static final int FIXED = 2;

  @Override
  public void write(@Nullable Object written, Output to) {
    if (written == null) {
      to.number(NONE);
      return;
    }
    Map<?, ?> all = (Map<?, ?>) written;
    if (sorted && ((SortedMap<?, ?>) all).comparator() != null) {
      throw new IllegalArgumentException("an order of its own cannot be kept");
    }
    to.number(!sorted && isFixed(all) ? FIXED : LOOSE);
    to.number(all.size());
    all.forEach(
        (each, its) -> {
          key.write(each, to);
          value.write(its, to);
        });
  }

  private static boolean isFixed(Map<?, ?> all) {
    try {
      return Map.copyOf(all) == all;
    } catch (NullPointerException holdsNull) {
      return false;
    }
  }

  @Override
  public @Nullable Object read(Input from) {
    int kind = from.atMost(FIXED);
    if (kind == NONE) {
      return null;
    }
    int count = from.count();
    Map<@Nullable Object, @Nullable Object> all = empty();
    for (int i = 0; i < count; i++) {
      Object each = key.read(from);
      all.put(each, value.read(from));
    }
    return kind == FIXED ? Map.copyOf(all) : all;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Map<@Nullable Object, @Nullable Object> empty() {
    if (enums != null) {
      return new EnumMap(enums);
    }
    return sorted ? new TreeMap<>() : new LinkedHashMap<>();
  }
}
