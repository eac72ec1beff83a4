package dev.msvc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells how much came out as it should: to who watches, and to the file that a benchmark names. */
final class Figures {
  private static final String FILE = System.getProperty("msvc.figures", "");

  private Figures() {}

  static void tell(String name, int right, int all) throws IOException {
    System.out.printf("%s: %d of %d%n", name, right, all);
    if (!FILE.isEmpty()) {
      Files.writeString(
          Path.of(FILE),
          "%s\t%d\t%d%n".formatted(name, right, all),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
