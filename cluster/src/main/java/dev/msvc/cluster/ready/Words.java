package dev.msvc.cluster.ready;

/** How what servers say is put into lines for people. */
final class Words {
  private static final int LONGEST = 400;

  private Words() {}

  /** A message in one line, cut where it is endless. */
  static String oneLine(String message) {
    String one = message.strip().replaceAll("\\s*\\R\\s*", " ");
    return one.length() <= LONGEST ? one : one.substring(0, LONGEST) + "...";
  }

  /** A number with its thing: {@code 1 pod}, {@code 2 pods}. */
  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Which of two words fits a number: {@code is}, {@code are}. */
  static String isOrAre(long number) {
    return number == 1 ? "is" : "are";
  }
}
