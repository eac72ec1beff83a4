package dev.msvc.analyzers.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Everything that a result depends on, as one hash. */
public final class Key {
  private final MessageDigest digest = sha256();

  /** Adds a text; two texts are never taken for one. */
  public Key add(String text) {
    return add(text.getBytes(UTF_8));
  }

  public Key add(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  /** Adds bytes; two of them are never taken for one. */
  public Key add(byte[] bytes) {
    add((long) bytes.length);
    digest.update(bytes);
    return this;
  }

  /** Adds numbers; two lists of them are never taken for one. */
  public Key add(long[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.asLongBuffer().put(numbers);
    return add(bytes.array());
  }

  /** The hash in hexadecimal; nothing can be added any more. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
