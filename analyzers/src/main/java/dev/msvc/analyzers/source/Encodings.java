package dev.msvc.analyzers.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text's encoding where it is not UTF-8: by a mark, by what the text says, by its bytes.
 */
final class Encodings {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  private static final Charset GBK = Charset.forName("GBK");
  private static final int START = 4096;
  private static final Pattern XML =
      Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  /** What dumps of PostgreSQL and MySQL begin with. */
  private static final Pattern SQL =
      Pattern.compile(
          "(?i)\\bset\\s+(?:client_encoding\\s*(?:=|to)|names)\\s*['\"]?([A-Za-z0-9_-]+)");

  /** Names that databases give to encodings, in small letters and digits. */
  private static final Map<String, String> OF_DATABASES =
      Map.ofEntries(
          Map.entry("sjis", "windows-31j"),
          Map.entry("cp932", "windows-31j"),
          Map.entry("ujis", "EUC-JP"),
          Map.entry("eucjp", "EUC-JP"),
          Map.entry("eucjpms", "EUC-JP"),
          Map.entry("euccn", "GBK"),
          Map.entry("gb2312", "GBK"),
          Map.entry("gbk", "GBK"),
          Map.entry("gb18030", "GB18030"),
          Map.entry("big5", "Big5"),
          Map.entry("euckr", "x-windows-949"),
          Map.entry("uhc", "x-windows-949"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin2", "ISO-8859-2"),
          Map.entry("latin5", "ISO-8859-9"),
          Map.entry("latin9", "ISO-8859-15"),
          Map.entry("cp1250", "windows-1250"),
          Map.entry("win1250", "windows-1250"),
          Map.entry("cp1251", "windows-1251"),
          Map.entry("win1251", "windows-1251"),
          Map.entry("koi8r", "KOI8-R"),
          Map.entry("greek", "ISO-8859-7"),
          Map.entry("hebrew", "ISO-8859-8"));

  private Encodings() {}

  /** UTF-16 by its mark, or by the zeros that are half of each letter; null where it is neither. */
  static @Nullable Charset utf16(byte[] start) {
    if (start.length < 2) {
      return null;
    }
    int first = start[0] & 0xFF;
    int second = start[1] & 0xFF;
    if (first == 0xFF && second == 0xFE) {
      return UTF_16LE;
    }
    if (first == 0xFE && second == 0xFF) {
      return UTF_16BE;
    }
    int pairs = Math.min(start.length, START) / 2;
    int zeroFirst = 0;
    int zeroSecond = 0;
    for (int i = 0; i < pairs; i++) {
      zeroFirst += start[2 * i] == 0 ? 1 : 0;
      zeroSecond += start[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs < 4 || Math.max(zeroFirst, zeroSecond) * 3 < pairs) {
      return null;
    }
    return zeroFirst == 0 ? UTF_16LE : zeroSecond == 0 ? UTF_16BE : null;
  }

  /**
   * The encoding of a text that is neither UTF-8 nor UTF-16: what it says of itself, or Shift JIS
   * or GBK where all of its bytes speak for it, or Windows-1252.
   *
   * @param bytes the text or its start
   */
  static Charset other(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, START), ISO_8859_1);
    Charset said = said(XML.matcher(start));
    if (said == null) {
      said = said(SQL.matcher(start));
    }
    if (said != null) {
      return said;
    }
    return isJapanese(bytes) ? SHIFT_JIS : isChinese(bytes) ? GBK : WINDOWS_1252;
  }

  private static @Nullable Charset said(Matcher declaration) {
    if (!declaration.find()) {
      return null;
    }
    String name = declaration.group(1);
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String java = OF_DATABASES.getOrDefault(plain, name);
    return !plain.startsWith("utf") && Charset.isSupported(java) ? Charset.forName(java) : null;
  }

  /** Whether all is Shift JIS, with the syllables that no Japanese text is without. */
  private static boolean isJapanese(byte[] bytes) {
    String text = decoded(bytes, SHIFT_JIS);
    int letters = 0;
    int syllables = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        letters++;
        syllables += c >= '\u3040' && c <= '\u30FF' ? 1 : 0;
        if (!isEastAsian(c)) {
          return false;
        }
      }
    }
    return syllables * 5 > letters;
  }

  /** Whether all is GBK, and most of it the characters in everyday use. */
  private static boolean isChinese(byte[] bytes) {
    int pairs = 0;
    int usual = 0;
    for (int i = 0; i + 1 < bytes.length; i++) {
      int first = bytes[i] & 0xFF;
      if (first >= 0x80) {
        int second = bytes[++i] & 0xFF;
        boolean everyday = (first >= 0xB0 && first <= 0xD7) || (first >= 0xA1 && first <= 0xA3);
        pairs++;
        usual += everyday && second >= 0xA1 ? 1 : 0;
      }
    }
    return usual * 10 > pairs * 7
        && decoded(bytes, GBK).chars().allMatch(c -> c < 0x80 || isEastAsian((char) c));
  }

  private static boolean isEastAsian(char c) {
    return (c >= '\u2010' && c <= '\u2642')
        || (c >= '\u3000' && c <= '\u9FFF')
        || (c >= '\uFF01' && c <= '\uFF5E')
        || c == '\u00B7';
  }

  /** The text; empty where it is not of the encoding. What may go on behind the end is left out. */
  private static String decoded(byte[] bytes, Charset charset) {
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean broken =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), out, false)
            .isError();
    return broken ? "" : out.flip().toString();
  }
}
