package dev.msvc.cli;

import dev.msvc.model.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where answers and talk go.
 *
 * <p>Text from source code may hold anything: each line loses its control characters here, so that
 * no name can steer a terminal.
 */
final class Console {
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String CYAN = "\u001b[36m";
  private static final String PLAIN = "\u001b[0m";

  private final Writer out;
  private final Writer err;
  private final Terminal terminal;
  private boolean colour;
  private boolean quiet;
  private boolean verbose;
  private boolean progress;

  Console(Writer out, Writer err, Terminal terminal, Map<String, String> env) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    boolean dumb = "dumb".equals(env.get("TERM"));
    this.colour = env.getOrDefault("NO_COLOR", "").isEmpty() && !env.containsKey("CI") && !dumb;
    this.progress = terminal.err() && !env.containsKey("CI") && !dumb;
  }

  void configure(Invocation call) {
    quiet = call.has("-q");
    verbose = call.has("-v");
    colour = colour && !call.has("--no-color");
    progress = (progress || verbose) && !quiet && !call.has("--no-progress");
  }

  boolean verbose() {
    return verbose;
  }

  /** Whether progress is to be shown. */
  boolean progress() {
    return progress;
  }

  /** Whether talk goes to a terminal, where a line can be written over. */
  boolean talksToTerminal() {
    return terminal.err();
  }

  /** A line of the answer. */
  void line(String text) {
    write(out, Text.printable(text) + "\n");
  }

  void line() {
    write(out, "\n");
  }

  /** A line of the answer that stands out. */
  void heading(String text) {
    String plain = Text.printable(text);
    write(out, (colour && terminal.out() ? BOLD + plain + PLAIN : plain) + "\n");
  }

  /** A line of a difference, coloured as git does. */
  void difference(String text) {
    String plain = Text.printable(text);
    String begin =
        plain.startsWith("+++") || plain.startsWith("---")
            ? BOLD
            : plain.startsWith("+")
                ? GREEN
                : plain.startsWith("-") ? RED : plain.startsWith("@@") ? CYAN : "";
    boolean coloured = colour && terminal.out() && !begin.isEmpty();
    write(out, (coloured ? begin + plain + PLAIN : plain) + "\n");
  }

  /** Many lines of our own making, as help. */
  void document(String text) {
    write(out, text);
  }

  /** Where machines' formats are written; whoever takes it escapes what needs it. */
  Writer data() {
    return out;
  }

  /** A line of talk; none with {@code -q}. */
  void say(String text) {
    if (!quiet) {
      write(err, Text.printable(text) + "\n");
      flush(err);
    }
  }

  /** What went wrong and what to do. */
  void error(String message, String hint) {
    String label = colour && terminal.err() ? RED + "error:" + PLAIN : "error:";
    String more = "\n       ";
    write(
        err, label + " " + String.join(more, message.lines().map(Text::printable).toList()) + "\n");
    if (!hint.isEmpty()) {
      write(err, "hint:  " + Text.printable(hint) + "\n");
    }
    flush(err);
  }

  /**
   * All that another program feeds, in UTF-8.
   *
   * @param most bytes; beyond them it is refused
   */
  String piped(int most) {
    try {
      byte[] bytes = terminal.piped().readNBytes(most + 1);
      if (bytes.length > most) {
        throw new UserError(
            "more than %d MiB on standard input".formatted(most >> 20), "give it in files");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is somebody to ask. */
  boolean asks() {
    return terminal.err() && terminal.in() != null;
  }

  /** Asks for a yes; anything else, and nothing at all, is a no. */
  boolean confirm(String question) {
    BufferedReader in = terminal.in();
    if (in == null) {
      return false;
    }
    talk(Text.printable(question) + " [y/N] ");
    try {
      String answer = in.readLine();
      return answer != null && answer.strip().matches("(?i)y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for a line; nothing is what is proposed. */
  String ask(String question, String proposed) {
    BufferedReader in = terminal.in();
    if (in == null) {
      return proposed;
    }
    talk(Text.printable(question) + " [" + Text.printable(proposed) + "]: ");
    try {
      String answer = in.readLine();
      return answer == null || answer.isBlank() ? proposed : answer.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Talk as it is: a progress line, a stack trace. */
  void talk(String text) {
    write(err, text);
    flush(err);
  }

  void flush() {
    flush(out);
    flush(err);
  }

  private static void flush(Writer to) {
    try {
      to.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Writer to, String text) {
    try {
      to.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
