package dev.msvc.analyzers.cache;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Output} wrote. */
final class Input {
  private final byte[] bytes;
  private final int end;
  private final @Nullable String[] texts;
  private int at;

  Input(byte[] bytes) {
    this.bytes = bytes;
    this.end = bytes.length;
    int count = count();
    texts = new String[count + 1];
    for (int i = 1; i <= count; i++) {
      texts[i] = characters();
    }
  }

  boolean isAtEnd() {
    return at == end;
  }

  int octet() {
    if (at >= end) {
      throw new DamagedException("too short");
    }
    return bytes[at++] & 0xFF;
  }

  long number() {
    long rest = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = octet();
      rest |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return (rest >>> 1) ^ -(rest & 1);
      }
    }
    throw new DamagedException("no number");
  }

  /** How many things follow, each of at least a byte. */
  int count() {
    return atMost(end - at);
  }

  /** A number from 0 to a limit. */
  int atMost(int limit) {
    long number = number();
    if (number < 0 || number > limit) {
      throw new DamagedException("a number out of its range");
    }
    return (int) number;
  }

  @Nullable String text() {
    return texts[atMost(texts.length - 1)];
  }

  private String characters() {
    int head = atMost(Integer.MAX_VALUE);
    int length = head >> 1;
    if (length > end - at) {
      throw new DamagedException("too short");
    }
    int start = at;
    at += length;
    if ((head & 1) == 0) {
      return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }
    char[] all = new char[length / 2];
    for (int i = 0; i < all.length; i++) {
      all[i] = (char) (((bytes[start + 2 * i] & 0xFF) << 8) | (bytes[start + 2 * i + 1] & 0xFF));
    }
    return new String(all);
  }
}
