package dev.msvc.analyzers.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** What a file holds, as the first 128 bits of its SHA-256: two of a kind do not happen. */
public record Hash(long high, long low) {
  private static final int BLOCK = 1 << 13;

  public static Hash of(byte[] bytes) {
    return first(Key.sha256().digest(bytes));
  }

  /**
   * Of all that a stream gives.
   *
   * @throws IOException where it ends early
   */
  public static Hash of(InputStream in) throws IOException {
    MessageDigest digest = Key.sha256();
    byte[] block = new byte[BLOCK];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      digest.update(block, 0, read);
    }
    return first(digest.digest());
  }

  /** Written out: thousands are compared before the JVM has made what a record brings along. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash that && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high ^ low);
  }

  private static Hash first(byte[] digest) {
    ByteBuffer all = ByteBuffer.wrap(digest);
    return new Hash(all.getLong(), all.getLong());
  }
}
