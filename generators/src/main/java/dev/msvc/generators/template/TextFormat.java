package dev.msvc.generators.template;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/** A notation in which text from elsewhere must be escaped; templates get it done by themselves. */
final class TextFormat extends CommonMarkupOutputFormat<TextFormat.Escaped> {
  private final String name;
  private final String mimeType;
  private final UnaryOperator<String> escape;

  TextFormat(String name, String mimeType, UnaryOperator<String> escape) {
    this.name = name;
    this.mimeType = mimeType;
    this.escape = escape;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getMimeType() {
    return mimeType;
  }

  @Override
  public void output(String text, Writer to) throws IOException {
    to.write(escape.apply(whole(text)));
  }

  @Override
  public String escapePlainText(String text) {
    return escape.apply(whole(text));
  }

  /** What no file in UTF-8, no YAML and no XML may hold becomes the sign for what is lost. */
  private static String whole(String text) {
    if (text.chars().allMatch(c -> c < Character.MIN_SURROGATE)) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean alone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
              whole.appendCodePoint(alone || (c & 0xfffe) == 0xfffe ? 0xfffd : c);
            });
    return whole.toString();
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Escaped newTemplateMarkupOutputModel(String text, String markup) {
    return new Escaped(this, text, markup);
  }

  /** Text that is escaped already. */
  static final class Escaped extends CommonTemplateMarkupOutputModel<Escaped> {
    private final TextFormat format;

    Escaped(TextFormat format, String text, String markup) {
      super(text, markup);
      this.format = format;
    }

    @Override
    public TextFormat getOutputFormat() {
      return format;
    }
  }
}
