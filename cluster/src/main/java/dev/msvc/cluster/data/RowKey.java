package dev.msvc.cluster.data;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What tells a row apart: the same text in either database, ordered as both are asked to order.
 *
 * @param families of its columns
 * @param values of them
 */
record RowKey(List<Kind.Family> families, List<String> values) implements Comparable<RowKey> {
  RowKey {
    families = List.copyOf(families);
    values = List.copyOf(values);
  }

  @Override
  public int compareTo(RowKey other) {
    for (int i = 0; i < values.size(); i++) {
      int order =
          families.get(i) == Kind.Family.NUMBER
              ? new BigDecimal(values.get(i)).compareTo(new BigDecimal(other.values.get(i)))
              : Arrays.compareUnsigned(bytes(values.get(i)), bytes(other.values.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return String.join(", ", values);
  }
}
