package dev.msvc.analyzers.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as bytes: small numbers are short, and a text that comes again is a number. */
final class Output {
  private final Bytes values = new Bytes();
  private final Bytes pool = new Bytes();
  private final Map<String, Integer> texts = new HashMap<>();

  void octet(int value) {
    values.octet(value);
  }

  /** A number of any sign; those near zero are short. */
  void number(long value) {
    values.number(value);
  }

  /** A text or none. */
  void text(@Nullable String text) {
    if (text == null) {
      number(0);
      return;
    }
    Integer known = texts.get(text);
    if (known == null) {
      known = texts.size() + 1;
      texts.put(text, known);
      pool.text(text);
    }
    number(known);
  }

  /** The texts, then the values. */
  byte[] toBytes() {
    Bytes all = new Bytes();
    all.number(texts.size());
    all.append(pool.all, pool.size);
    all.append(values.all, values.size);
    return Arrays.copyOf(all.all, all.size);
  }

  /** Bytes that grow. */
  private static final class Bytes {
    private byte[] all = new byte[1 << 12];
    private int size;

    void octet(int value) {
      if (size == all.length) {
        all = Arrays.copyOf(all, size * 2);
      }
      all[size++] = (byte) value;
    }

    void number(long value) {
      long rest = (value << 1) ^ (value >> 63);
      while ((rest & ~0x7FL) != 0) {
        octet(((int) rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      octet((int) rest);
    }

    void text(String text) {
      boolean narrow = true;
      for (int i = 0; i < text.length() && narrow; i++) {
        narrow = text.charAt(i) < 256;
      }
      byte[] bytes = narrow ? text.getBytes(StandardCharsets.ISO_8859_1) : wide(text);
      number(bytes.length * 2L + (narrow ? 0 : 1));
      append(bytes, bytes.length);
    }

    /** Not UTF-8: half a pair of surrogates must come back, too. */
    private static byte[] wide(String text) {
      byte[] bytes = new byte[text.length() * 2];
      for (int i = 0; i < text.length(); i++) {
        bytes[2 * i] = (byte) (text.charAt(i) >> 8);
        bytes[2 * i + 1] = (byte) text.charAt(i);
      }
      return bytes;
    }

    void append(byte[] more, int length) {
      if (size + length > all.length) {
        all = Arrays.copyOf(all, Math.max(all.length * 2, size + length));
      }
      System.arraycopy(more, 0, all, size, length);
      size += length;
    }
  }
}
