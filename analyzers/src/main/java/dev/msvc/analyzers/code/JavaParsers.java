package dev.msvc.analyzers.code;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;

/** Parses the text of a file: cheaply, and thoroughly where that is not enough. One a thread. */
final class JavaParsers {
  private final JavaParser parser = new JavaParser(configuration());
  private final JavaParser thorough = new JavaParser(thoroughConfiguration());

  /** The cheapest settings that tell lines: no comments, no validation. */
  private static ParserConfiguration configuration() {
    return new ParserConfiguration()
        .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
        .setAttributeComments(false)
        .setDetectOriginalLineSeparator(false)
        .setLexicalPreservationEnabled(false);
  }

  /**
   * The newest language level, for the few files that the cheapest settings do not read, as those
   * with {@code yield}.
   */
  private static ParserConfiguration thoroughConfiguration() {
    return new ParserConfiguration()
        .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)
        .setAttributeComments(false);
  }

  ParseResult<CompilationUnit> parse(String text) {
    if (!text.contains("yield ")) {
      ParseResult<CompilationUnit> result = parser.parse(text);
      if (result.isSuccessful()) {
        return result;
      }
    }
    return thorough.parse(text);
  }
}
