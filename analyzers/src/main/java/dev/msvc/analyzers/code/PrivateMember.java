package dev.msvc.analyzers.code;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithParameters;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.msvc.model.shift.Deletion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A private method or field of a Java file.
 *
 * @param names of a field several where it declares several
 * @param goes its lines where it may go once nothing names it
 * @param why it stays else
 */
record PrivateMember(
    String type,
    List<String> names,
    boolean isField,
    Range range,
    Optional<Deletion.Lines> goes,
    String why) {
  /** Those that say nothing of who else might use a member. */
  private static final Set<String> NOTES =
      Set.of("SuppressWarnings", "Nullable", "NonNull", "NotNull", "SafeVarargs", "Deprecated");

  /** Those by which a field is only given something. */
  private static final Set<String> GIVEN =
      Set.of("Autowired", "Inject", "Value", "Context", "Qualifier", "Lazy");

  /** What the machine finds by its name when it writes or reads objects. */
  private static final Set<String> OF_SERIALIZATION =
      Set.of(
          "serialVersionUID",
          "serialPersistentFields",
          "writeObject",
          "readObject",
          "readObjectNoData",
          "readResolve",
          "writeReplace");

  /** Made without doing anything else. */
  private static final Set<String> PLAIN =
      Set.of(
          "ArrayList",
          "AtomicInteger",
          "AtomicLong",
          "ConcurrentHashMap",
          "HashMap",
          "HashSet",
          "LinkedHashMap",
          "LinkedHashSet",
          "Object",
          "TreeMap",
          "TreeSet");

  private static final Set<String> PLAIN_CALLS = Set.of("getLogger", "getLog");

  /**
   * Those of a file.
   *
   * @param handlers what was called from outside: of types without any no field goes, since nobody
   *     knows who reads it
   */
  static List<PrivateMember> of(
      CompilationUnit code, WholeLines lines, List<Deletion.Lines> handlers) {
    List<PrivateMember> members = new ArrayList<>();
    for (TypeDeclaration<?> type : types(code)) {
      for (BodyDeclaration<?> each : type.getMembers()) {
        Range range = each.getRange().orElse(null);
        if (range == null) {
          continue;
        }
        if (each instanceof MethodDeclaration method && method.isPrivate()) {
          String why = why(method);
          members.add(
              new PrivateMember(
                  type.getNameAsString(),
                  List.of(method.getNameAsString()),
                  false,
                  range,
                  why.isEmpty() ? lines.of(each) : Optional.empty(),
                  why.isEmpty() ? "shares a line with something else" : why));
        } else if (each instanceof FieldDeclaration field && field.isPrivate()) {
          String why = hasAny(type, handlers) ? why(field, lines) : "may be read by a framework";
          members.add(
              new PrivateMember(
                  type.getNameAsString(),
                  field.getVariables().stream().map(VariableDeclarator::getNameAsString).toList(),
                  true,
                  range,
                  why.isEmpty() ? lines.of(each) : Optional.empty(),
                  why.isEmpty() ? "shares a line with something else" : why));
        }
      }
    }
    return members;
  }

  private static List<TypeDeclaration<?>> types(CompilationUnit code) {
    List<TypeDeclaration<?>> types = new ArrayList<>();
    code.walk(TypeDeclaration.class, each -> types.add(each));
    return types;
  }

  private static boolean hasAny(TypeDeclaration<?> type, List<Deletion.Lines> handlers) {
    return type.getMembers().stream()
        .map(Node::getRange)
        .flatMap(Optional::stream)
        .anyMatch(range -> handlers.stream().anyMatch(each -> each.holds(range.end.line)));
  }

  private static String why(MethodDeclaration method) {
    if (isAnnotated(method, NOTES)) {
      return "may be called by a framework, by its annotation";
    }
    return method.isNative() || OF_SERIALIZATION.contains(method.getNameAsString())
        ? "may be called by the machine"
        : "";
  }

  private static String why(FieldDeclaration field, WholeLines lines) {
    Set<String> fine = new HashSet<>(NOTES);
    fine.addAll(GIVEN);
    if (isAnnotated(field, fine)) {
      return "may be read by a framework, by its annotation";
    }
    if (lines.say("lombok.")) {
      return "may be read by what Lombok makes";
    }
    if (lines.say("Serializable") || lines.say("serialVersionUID")) {
      return "is part of what is kept of its object";
    }
    return field.getVariables().stream()
            .flatMap(each -> each.getInitializer().stream())
            .allMatch(PrivateMember::isPlain)
        ? ""
        : "does something when it is made";
  }

  private static boolean isAnnotated(BodyDeclaration<?> member, Set<String> besides) {
    return member.getAnnotations().stream()
        .anyMatch(each -> !besides.contains(each.getName().getIdentifier()));
  }

  private static boolean isPlain(Expression value) {
    return value.findAll(MethodCallExpr.class).stream()
            .allMatch(each -> PLAIN_CALLS.contains(each.getNameAsString()))
        && value.findAll(ObjectCreationExpr.class).stream()
            .allMatch(
                each ->
                    PLAIN.contains(each.getType().getNameAsString())
                        && each.getAnonymousClassBody().isEmpty())
        && value.findAll(AssignExpr.class).isEmpty()
        && value.findAll(UnaryExpr.class).stream()
            .noneMatch(each -> each.getOperator().name().endsWith("CREMENT"));
  }

  boolean isAmong(Set<String> words) {
    return names.stream().anyMatch(words::contains);
  }

  /** Whether it is a field that code still sets and none reads. */
  boolean isSetOnly(CompilationUnit code, List<Deletion.Lines> gone) {
    if (!isField) {
      return false;
    }
    List<Expression> uses = new ArrayList<>(code.findAll(NameExpr.class));
    uses.addAll(code.findAll(FieldAccessExpr.class));
    uses.removeIf(
        each ->
            !names.contains(name(each))
                || isHidden(each)
                || each.getRange()
                    .map(at -> gone.stream().anyMatch(lines -> lines.holds(at.begin.line)))
                    .orElse(true));
    return !uses.isEmpty() && uses.stream().allMatch(PrivateMember::isTarget);
  }

  private static String name(Expression use) {
    return use.isNameExpr()
        ? use.asNameExpr().getNameAsString()
        : use.asFieldAccessExpr().getNameAsString();
  }

  /** Whether a parameter around it has the name. */
  private static boolean isHidden(Expression use) {
    Optional<Node> around = use.getParentNode();
    while (use.isNameExpr() && around.isPresent()) {
      if (around.get() instanceof NodeWithParameters<?> with
          && with.getParameterByName(name(use)).isPresent()) {
        return true;
      }
      around = around.get().getParentNode();
    }
    return false;
  }

  private static boolean isTarget(Expression use) {
    return use.getParentNode()
        .filter(AssignExpr.class::isInstance)
        .map(AssignExpr.class::cast)
        .filter(each -> each.getTarget().getRange().equals(use.getRange()))
        .filter(each -> each.getOperator() == AssignExpr.Operator.ASSIGN)
        .flatMap(Node::getParentNode)
        .filter(ExpressionStmt.class::isInstance)
        .isPresent();
  }

  Unused.Left left(String because) {
    return new Unused.Left(type, String.join(", ", names), range.begin.line, because);
  }
}
