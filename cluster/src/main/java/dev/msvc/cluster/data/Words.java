package dev.msvc.cluster.data;

/** What a database or a row says, fit to be shown. */
final class Words {
  private static final int LONGEST = 300;

  private Words() {}

  /** One line without characters that steer a terminal, and cut. */
  static String shown(String said) {
    String line = said.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
  }
}
