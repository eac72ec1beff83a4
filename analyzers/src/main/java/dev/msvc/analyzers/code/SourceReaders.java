package dev.msvc.analyzers.code;

import dev.msvc.model.SourceLanguage;

/** Reads one file of any language that is known. One a thread. */
final class SourceReaders {
  private final JavaReader java = new JavaReader();

  /**
   * Reads a file's text.
   *
   * @throws UnreadableSourceException where it is not what its name says
   */
  SourceUnit read(String file, String module, String text, int lines, boolean generated) {
    SourceLanguage language = SourceLanguage.of(file);
    return switch (language == null ? SourceLanguage.JAVA : language) {
      case JAVA -> java.read(file, module, text, lines, generated);
      case KOTLIN -> new KotlinReader().read(file, module, text, lines, generated);
      case GROOVY -> new GroovyReader().read(file, module, text, lines, generated);
      case SCALA -> new ScalaReader().read(file, module, text, lines, generated);
    };
  }
}
