package dev.msvc.analyzers.draft;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The release of Java that a build of Gradle is for, be it by names that stand for it. */
final class GradleJava {
  private static final String VALUE =
      "\\(?\\s*((?:JavaVersion\\.toVersion\\(\\s*)?(?:JavaLanguageVersion\\.of\\(\\s*)?"
          + "(?:['\"][^'\"\\n]*['\"]|[\\w.]+\\(['\"][^'\"\\n]*['\"]\\)[\\w.()]*|[\\w.()]+))";

  /** Settings, the strongest first: what is compiled for comes before what it is compiled with. */
  private static final List<Pattern> SETTINGS =
      List.of(
          Pattern.compile("options\\.release(?:\\s*=\\s*|\\.set)" + VALUE),
          Pattern.compile("(?:source|target)Compatibility\\s*=?\\s*" + VALUE),
          Pattern.compile("jvmToolchain" + VALUE),
          Pattern.compile("JavaLanguageVersion\\.of" + VALUE));

  /** A name that by itself says what it is, in a catalogue or at the start of a line. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?m)^[ \\t]*(?:(?:def|val|ext\\.|project\\.ext\\.)\\s*)?java(?:Version)?\\s*=\\s*"
              + VALUE);

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])(?:VERSION_)?(?:1[._])?(\\d{1,2})(?![\\d.])");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.]*");

  /** What is called on a name to read it. */
  private static final String READING =
      "(\\.(get|toInteger|toInt|asInteger|asProvider|toString))+$";

  private static final Pattern ONE_PROJECT =
      Pattern.compile("\\bproject\\s*\\(\\s*['\"]:[^'\"]*['\"]\\s*\\)\\s*\\{");
  private static final int DEEPEST = 5;

  private GradleJava() {}

  /**
   * What a build file says of its own.
   *
   * @param definitions texts in which names may be set: the file itself, and those of the root
   */
  static OptionalInt of(String build, String definitions) {
    String text = withoutSingleProjects(build);
    for (Pattern each : SETTINGS) {
      OptionalInt found = first(each, text, definitions);
      if (found.isPresent()) {
        return found;
      }
    }
    return first(NAMED, text, definitions);
  }

  private static OptionalInt first(Pattern setting, String text, String definitions) {
    Matcher matcher = setting.matcher(text);
    while (matcher.find()) {
      OptionalInt found = value(matcher.group(1), definitions, 0);
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt value(String written, String definitions, int depth) {
    String bare =
        written
            .replaceFirst("^(JavaVersion\\.toVersion|JavaLanguageVersion\\.of)\\(\\s*", "")
            .replaceFirst("^JavaVersion\\.(VERSION_\\w+).*$", "$1");
    Matcher number = NUMBER.matcher(bare);
    if (number.find() && !bare.matches("[a-z].*\\(['\"].*")) {
      return OptionalInt.of(Integer.parseInt(number.group(1)));
    }
    String name = name(bare);
    if (name.isEmpty() || depth == DEEPEST) {
      return OptionalInt.empty();
    }
    Matcher set =
        Pattern.compile(
                "(?<![\\w.])(?:ext\\.|project\\.|rootProject\\.)*['\"]?"
                    + Pattern.quote(name).replace(".", "\\E[.-]\\Q")
                    + "['\"]?\\s*[:=](?!=)\\s*"
                    + VALUE)
            .matcher(definitions);
    while (set.find()) {
      OptionalInt found = value(set.group(1), definitions, depth + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalInt.empty();
  }

  /** The name that an expression reads; of a longer one, as {@code versions.java}, the last. */
  private static String name(String expression) {
    Matcher given = Pattern.compile("\\(\\s*['\"]([\\w.-]+)['\"]").matcher(expression);
    if (given.find()) {
      return given.group(1);
    }
    String plain = expression.replaceAll("[()'\"]", "").replaceFirst(READING, "");
    Matcher name = NAME.matcher(plain);
    if (!name.matches() || plain.startsWith("JavaVersion")) {
      return "";
    }
    return plain.startsWith("libs.versions.")
        ? plain.substring("libs.versions.".length())
        : plain.substring(plain.lastIndexOf('.') + 1);
  }

  /** Without what is said of one module by its name. */
  private static String withoutSingleProjects(String build) {
    StringBuilder text = new StringBuilder(build);
    Matcher one = ONE_PROJECT.matcher(text);
    while (one.find()) {
      int depth = 1;
      int end = one.end();
      while (end < text.length() && depth > 0) {
        depth += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
        end++;
      }
      text.delete(one.start(), end);
      one.reset(text);
    }
    return text.toString();
  }
}
