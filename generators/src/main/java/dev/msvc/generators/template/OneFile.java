package dev.msvc.generators.template;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.Writer;

/** The text of one file, which has an end. */
final class OneFile extends Writer {
  /** Of characters: no file that somebody is to read is as long. */
  static final int LONGEST = 16 * 1024 * 1024;

  private final StringBuilder text = new StringBuilder();

  /** Says what wrote on and on. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient TemplateException place;

    private TooLong() {
      super("too long");
      place =
          new TemplateException(
              "it writes more than %d MiB".formatted(LONGEST >> 20),
              Environment.getCurrentEnvironment());
    }

    /** The same, with the place in the template. */
    TemplateException place() {
      return place;
    }
  }

  @Override
  public void write(char[] from, int offset, int length) throws TooLong {
    if (text.length() + length > LONGEST) {
      throw new TooLong();
    }
    text.append(from, offset, length);
  }

  @Override
  public void write(String from, int offset, int length) throws TooLong {
    if (text.length() + length > LONGEST) {
      throw new TooLong();
    }
    text.append(from, offset, offset + length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
