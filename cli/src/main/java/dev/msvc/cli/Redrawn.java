package dev.msvc.cli;

import java.util.List;

/** Some lines at the end of a terminal that are drawn over. */
final class Redrawn {
  private static final int MOST = 20;
  private static final int WIDTH = 100;

  /** A line that is wider than the terminal ends at its edge, or there would be more to wipe. */
  private static final String CUT = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  private final Console console;
  private int drawn;

  Redrawn(Console console) {
    this.console = console;
  }

  /** In the place of those before; of too many the first. */
  void draw(List<String> lines) {
    StringBuilder text = new StringBuilder();
    wipe(text);
    text.append(CUT);
    int shown = Math.min(lines.size(), MOST);
    for (String each : lines.subList(0, shown)) {
      text.append(Text.printable(Text.shortenedEnd(each, WIDTH))).append('\n');
    }
    text.append(WRAP);
    drawn = shown;
    console.talk(text.toString());
  }

  /** Takes them away, so that what is said next stands in their place. */
  void finish() {
    StringBuilder text = new StringBuilder();
    wipe(text);
    drawn = 0;
    if (text.length() > 0) {
      console.talk(text.toString());
    }
  }

  private void wipe(StringBuilder text) {
    for (int i = 0; i < drawn; i++) {
      text.append("\u001b[1A\u001b[2K");
    }
  }
}
