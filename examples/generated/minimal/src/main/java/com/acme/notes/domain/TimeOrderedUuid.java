// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562): new ones sort after old ones, which keeps indexes dense and lists
 * in order.
 */
public final class TimeOrderedUuid {

  private static final SecureRandom RANDOM = new SecureRandom();

  private TimeOrderedUuid() {}

  public static UUID next() {
    long random = RANDOM.nextLong();
    long high = System.currentTimeMillis() << 16 | 0x7000L | random >>> 52;
    long low = 0x8000_0000_0000_0000L | RANDOM.nextLong() >>> 2;
    return new UUID(high, low);
  }
}
