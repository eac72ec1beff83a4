package dev.msvc.analyzers.code;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import dev.msvc.model.shift.Deletion;
import java.util.List;
import java.util.Optional;

/** Lines of a Java file that hold one thing, its comment, and nothing else. */
final class WholeLines {
  private final String text;
  private final List<String> lines;

  WholeLines(String text) {
    this.text = text;
    this.lines = text.lines().toList();
  }

  /** The file as code, with its comments; empty where anything of it could not be read. */
  Optional<CompilationUnit> parsed() {
    ParseResult<CompilationUnit> parsed =
        new JavaParser(
                new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE))
            .parse(text);
    return parsed.isSuccessful() ? parsed.getResult() : Optional.empty();
  }

  boolean say(String word) {
    return text.contains(word);
  }

  /** Those of a declaration; empty where it shares one with anything else. */
  Optional<Deletion.Lines> of(Node node) {
    return node.getRange().flatMap(range -> of(node, range));
  }

  private Optional<Deletion.Lines> of(Node node, Range range) {
    Range begin = node.getComment().flatMap(Node::getRange).orElse(range);
    if (begin.begin.line > range.begin.line) {
      begin = range; // a comment behind it
    }
    String before = lines.get(begin.begin.line - 1).substring(0, begin.begin.column - 1);
    String after = lines.get(range.end.line - 1).substring(range.end.column).strip();
    if (!before.isBlank() || !(after.isEmpty() || after.startsWith("//"))) {
      return Optional.empty();
    }
    int first = begin.begin.line;
    int last = range.end.line;
    boolean spaced = isBlank(first - 1) && (isBlank(last + 1) || closes(last + 1));
    return Optional.of(new Deletion.Lines(spaced ? first - 1 : first, last));
  }

  private boolean isBlank(int line) {
    return line >= 1 && line <= lines.size() && lines.get(line - 1).isBlank();
  }

  private boolean closes(int line) {
    return line <= lines.size() && lines.get(line - 1).strip().equals("}");
  }
}
