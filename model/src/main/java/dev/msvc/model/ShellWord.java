package dev.msvc.model;

/** Text in a command that a person copies. */
public final class ShellWord {
  private ShellWord() {}

  /** Text as one word of a shell. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "/._-+@:~".indexOf(c) < 0) {
        return "'" + text.replace("'", "'\\''") + "'";
      }
    }
    return text;
  }
}
