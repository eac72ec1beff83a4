package dev.msvc.analyzers.code;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.msvc.model.shift.Deletion;
import java.util.List;
import java.util.Optional;

/** Where the methods of a Java file are, with their annotations and comments. */
public final class MethodLines {
  private final WholeLines lines;
  private final Optional<CompilationUnit> unit;

  /** Those of a file's text. */
  public MethodLines(String text) {
    this.lines = new WholeLines(text);
    this.unit = lines.parsed();
  }

  /**
   * The lines of a method which share none with anything else; empty where there is no such method,
   * or more than one.
   *
   * @param type its simple name
   */
  public Optional<Deletion.Lines> of(String type, String method) {
    List<MethodDeclaration> found = named(type, method);
    return found.size() == 1 ? lines.of(found.get(0)) : Optional.empty();
  }

  /** Whether a method takes the place of one of a type above, by what is written at it. */
  public boolean isOverride(String type, String method) {
    return named(type, method).stream().anyMatch(each -> each.isAnnotationPresent("Override"));
  }

  /** Whether anything but its name makes a method one that is called from outside. */
  public boolean isAnnotated(String type, String method) {
    return named(type, method).stream().anyMatch(each -> !each.getAnnotations().isEmpty());
  }

  public boolean isPrivate(String type, String method) {
    List<MethodDeclaration> found = named(type, method);
    return !found.isEmpty() && found.stream().allMatch(MethodDeclaration::isPrivate);
  }

  /** Whether code of the file calls a method of its own type outside some lines. */
  public boolean isCalledBesides(String method, List<Deletion.Lines> gone) {
    return unit.stream()
        .anyMatch(
            each ->
                each.findAll(MethodCallExpr.class).stream()
                        .filter(call -> call.getNameAsString().equals(method))
                        .filter(call -> call.getScope().map(MethodLines::isOwn).orElse(true))
                        .anyMatch(call -> isOutside(call.getRange(), gone))
                    || each.findAll(MethodReferenceExpr.class).stream()
                        .filter(call -> call.getIdentifier().equals(method))
                        .anyMatch(call -> isOutside(call.getRange(), gone)));
  }

  private static boolean isOwn(Expression scope) {
    return scope.isThisExpr() || scope.isSuperExpr();
  }

  private static boolean isOutside(Optional<Range> range, List<Deletion.Lines> gone) {
    return range.isPresent() && gone.stream().noneMatch(each -> each.holds(range.get().begin.line));
  }

  private List<MethodDeclaration> named(String type, String method) {
    return unit.stream()
        .flatMap(each -> each.findAll(MethodDeclaration.class).stream())
        .filter(each -> each.getNameAsString().equals(method))
        .filter(each -> isIn(each, type))
        .toList();
  }

  private static boolean isIn(MethodDeclaration method, String type) {
    return method
        .getParentNode()
        .filter(TypeDeclaration.class::isInstance)
        .map(TypeDeclaration.class::cast)
        .filter(each -> each.getNameAsString().equals(type))
        .isPresent();
  }
}
