package dev.msvc.analyzers.cache;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Much that a result depends on, as a list of numbers: two that differ are different lists. */
public final class Numbers {
  private static final int CHARS = Long.BYTES / Character.BYTES;

  private long[] all = new long[1 << 10];
  private int size;

  public Numbers add(long number) {
    if (size == all.length) {
      all = Arrays.copyOf(all, size * 2);
    }
    all[size++] = number;
    return this;
  }

  public Numbers add(double number) {
    return add(Double.doubleToLongBits(number));
  }

  /** Adds two numbers as one. */
  public Numbers add(int high, int low) {
    return add(((long) high << 32) | (low & 0xFFFF_FFFFL));
  }

  /** Adds a text, or that there is none. */
  public Numbers add(@Nullable String text) {
    if (text == null) {
      return add(-1L);
    }
    int length = text.length();
    add((long) length);
    for (int i = 0; i < length; i += CHARS) {
      long some = 0;
      for (int k = i; k < Math.min(length, i + CHARS); k++) {
        some = (some << Character.SIZE) | text.charAt(k);
      }
      add(some);
    }
    return this;
  }

  public Numbers add(Collection<String> texts) {
    add((long) texts.size());
    texts.forEach(this::add);
    return this;
  }

  long[] all() {
    return Arrays.copyOf(all, size);
  }
}
