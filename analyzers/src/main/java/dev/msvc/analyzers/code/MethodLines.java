package dev.msvc.analyzers.code;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import dev.msvc.model.shift.Deletion;
import java.util.List;
import java.util.Optional;

/** Where the methods of a file are, with their annotations and comments. */
public final class MethodLines {
  private final List<String> lines;
  private final Optional<CompilationUnit> unit;

  /** Those of a file's text. */
  public MethodLines(String text) {
    this.lines = text.lines().toList();
    this.unit =
        new JavaParser(
                new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE))
            .parse(text)
            .getResult();
  }

  /**
   * The lines of a method which share none with anything else; empty where there is no such method,
   * or more than one.
   *
   * @param type its simple name
   */
  public Optional<Deletion.Lines> of(String type, String method) {
    List<MethodDeclaration> found =
        unit.stream()
            .flatMap(each -> each.findAll(MethodDeclaration.class).stream())
            .filter(each -> each.getNameAsString().equals(method))
            .filter(each -> isIn(each, type))
            .toList();
    return found.size() == 1
        ? found.get(0).getRange().flatMap(r -> whole(found.get(0), r))
        : none();
  }

  private static Optional<Deletion.Lines> none() {
    return Optional.empty();
  }

  private static boolean isIn(MethodDeclaration method, String type) {
    return method
        .getParentNode()
        .filter(com.github.javaparser.ast.body.TypeDeclaration.class::isInstance)
        .map(com.github.javaparser.ast.body.TypeDeclaration.class::cast)
        .filter(each -> each.getNameAsString().equals(type))
        .isPresent();
  }

  private Optional<Deletion.Lines> whole(MethodDeclaration method, Range range) {
    Range begin = method.getComment().flatMap(Node::getRange).orElse(range);
    String before = lines.get(begin.begin.line - 1).substring(0, begin.begin.column - 1);
    String after = lines.get(range.end.line - 1).substring(range.end.column);
    if (!before.isBlank() || !after.isBlank()) {
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
