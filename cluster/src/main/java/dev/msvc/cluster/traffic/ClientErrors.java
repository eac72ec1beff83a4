package dev.msvc.cluster.traffic;

/**
 * Answers with 4xx, which are counted beside what failed: under a name of their own, so that counts
 * of a router or a journal that knows none of them are told from none at all.
 */
public final class ClientErrors {
  private static final String KEY = "/client-errors";

  private ClientErrors() {}

  /**
   * By which a rule's requests are counted of which those are bad that were answered with 4xx: no
   * rule is called so.
   */
  public static String key(String rule) {
    return rule + KEY;
  }

  static boolean isKey(String counted) {
    return counted.endsWith(KEY);
  }
}
