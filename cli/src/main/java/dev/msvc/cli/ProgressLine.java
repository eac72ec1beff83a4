package dev.msvc.cli;

import dev.msvc.analyzers.Progress;

/** Says on stderr how far the work is, for anything that takes over a second. */
final class ProgressLine implements Progress {
  private static final long QUIET_MILLIS = 1000;
  private static final long EVERY_MILLIS = 100;
  private static final int WIDTH = 70;

  private final Console console;
  private final long start = System.nanoTime();
  private long shown;
  private String step = "";

  ProgressLine(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void step(String what, int done, int total) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (!console.progress()) {
      return;
    }
    if (console.talksToTerminal()) {
      if (millis >= QUIET_MILLIS && millis - shown >= EVERY_MILLIS) {
        shown = millis;
        String line = Text.shortened(said(what, done, total), WIDTH);
        console.talk("\r" + line + " ".repeat(WIDTH - line.length()));
      }
    } else if (!what.equals(step)) {
      step = what;
      console.say(said(what, done, total));
    }
  }

  @Override
  public synchronized void note(String sentence) {
    if (console.verbose()) {
      console.say(sentence);
    }
  }

  /** Wipes the line, where there is one. */
  synchronized void finish() {
    if (shown > 0) {
      console.talk("\r" + " ".repeat(WIDTH) + "\r");
    }
  }

  private static String said(String what, int done, int total) {
    return total == 0 ? what : what + " " + done + " of " + total;
  }
}
