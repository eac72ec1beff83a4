package dev.msvc.model.yaml;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import org.jspecify.annotations.Nullable;

/** Escapes what could end a script element, or begin a comment in it, as JSON knows to. */
final class ScriptEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int[] ESCAPES = escapes();

  private static int[] escapes() {
    int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
    for (char each : new char[] {'<', '>', '&', '\''}) {
      escapes[each] = CharacterEscapes.ESCAPE_STANDARD;
    }
    return escapes;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ESCAPES.clone();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    return null;
  }

  /** The text with the sign for what is lost in place of each that steers a screen, or is half. */
  static String plain(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> plain.appendCodePoint(isPlain(c) ? c : 0xfffd));
    return plain.toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> (c & 0xfffe) != 0xfffe;
    };
  }
}
