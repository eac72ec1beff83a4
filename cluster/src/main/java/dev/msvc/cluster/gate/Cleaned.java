package dev.msvc.cluster.gate;

/** What a server or a program says, fit to be shown: it is nobody's word but theirs. */
final class Cleaned {
  private static final int LONGEST = 300;

  private Cleaned() {}

  /** One line without characters that steer a terminal, and cut. */
  static String line(String said) {
    String clean =
        said.codePoints()
            .limit(LONGEST * 4L)
            .map(each -> steers(each) ? ' ' : each)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .replaceAll(" {2,}", " ")
            .strip();
    return clean.codePointCount(0, clean.length()) <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "...";
  }

  private static boolean steers(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT
        || Character.getType(character) == Character.SURROGATE
        || character == '\u2028'
        || character == '\u2029';
  }
}
