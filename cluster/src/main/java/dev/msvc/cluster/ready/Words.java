package dev.msvc.cluster.ready;

/** How what servers say is put into lines for people. */
final class Words {
  private static final int LONGEST = 400;

  private Words() {}

  /** A message in one line. */
  static String oneLine(String message) {
    return plain(message.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  /** A line without colours and other marks for a terminal, cut where it is endless. */
  static String plain(String line) {
    String one =
        line.replaceAll("\u001B\\[[0-9;?]*[ -/]*[@-~]", "")
            .replace('\t', ' ')
            .replaceAll("\\p{Cntrl}", "");
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
