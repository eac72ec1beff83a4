package dev.msvc.analyzers.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.msvc.analyzers.code.Expr.LiteralKind;
import java.util.ArrayList;
import java.util.List;

/** Turns the parser's expressions into the compact form. */
final class ExpressionReader {
  private final JavaReader types;
  private final BodyReader bodies;

  ExpressionReader(JavaReader types, BodyReader bodies) {
    this.types = types;
    this.bodies = bodies;
  }

  List<Expr> all(NodeList<? extends Expression> expressions) {
    if (expressions.isEmpty()) {
      return List.of();
    }
    List<Expr> all = new ArrayList<>(expressions.size());
    for (Expression each : expressions) {
      all.add(read(each));
    }
    return List.copyOf(all);
  }

  Expr read(Expression expression) {
    int line = JavaReader.line(expression);
    if (expression instanceof NameExpr each) {
      return new Expr.Name(each.getNameAsString(), line);
    }
    if (expression instanceof MethodCallExpr each) {
      return call(each);
    }
    if (expression instanceof FieldAccessExpr each) {
      return new Expr.Select(read(each.getScope()), each.getNameAsString(), line);
    }
    if (expression instanceof StringLiteralExpr each) {
      return literal(LiteralKind.STRING, unescaped(each), line);
    }
    if (expression instanceof TextBlockLiteralExpr each) {
      return literal(LiteralKind.STRING, each.asString(), line);
    }
    if (expression instanceof IntegerLiteralExpr each) {
      return literal(LiteralKind.INT, each.getValue(), line);
    }
    if (expression instanceof BinaryExpr each) {
      return binary(each, line);
    }
    if (expression instanceof EnclosedExpr each) {
      return read(each.getInner());
    }
    if (expression instanceof ObjectCreationExpr each) {
      return creation(each, line);
    }
    if (expression instanceof AssignExpr each) {
      return new Expr.Assign(
          read(each.getTarget()), each.getOperator().asString(), read(each.getValue()), line);
    }
    if (expression instanceof UnaryExpr each) {
      return new Expr.Unary(
          read(each.getExpression()),
          each.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT,
          line);
    }
    if (expression instanceof LambdaExpr each) {
      return lambda(each, line);
    }
    if (expression instanceof MethodReferenceExpr each) {
      return new Expr.MethodRef(read(each.getScope()), each.getIdentifier(), line);
    }
    if (expression instanceof TypeExpr each) {
      return new Expr.TypeName(TypeSyntaxes.of(each.getType()), line);
    }
    if (expression instanceof CastExpr each) {
      return new Expr.Cast(TypeSyntaxes.of(each.getType()), read(each.getExpression()), line);
    }
    if (expression instanceof ConditionalExpr each) {
      return new Expr.Conditional(
          read(each.getCondition()), read(each.getThenExpr()), read(each.getElseExpr()), line);
    }
    if (expression instanceof ThisExpr each) {
      return new Expr.This(
          each.getTypeName().map(name -> named(name.asString(), line)).orElse(null), line);
    }
    if (expression instanceof SuperExpr each) {
      return new Expr.Super(
          each.getTypeName().map(name -> named(name.asString(), line)).orElse(null), line);
    }
    return rare(expression, line);
  }

  private Expr rare(Expression expression, int line) {
    if (expression instanceof InstanceOfExpr each) {
      Expr value = read(each.getExpression());
      return each.getPattern()
          .map(pattern -> pattern(value, pattern, line))
          .orElseGet(() -> new Expr.InstanceOf(value, TypeSyntaxes.of(each.getType()), null, line));
    }
    if (expression instanceof TypePatternExpr || expression instanceof RecordPatternExpr) {
      return pattern(literal(LiteralKind.NULL, "null", line), expression, line);
    }
    if (expression instanceof ClassExpr each) {
      return new Expr.ClassLiteral(TypeSyntaxes.of(each.getType()), line);
    }
    if (expression instanceof ArrayAccessExpr each) {
      return new Expr.Index(read(each.getName()), read(each.getIndex()), line);
    }
    if (expression instanceof ArrayCreationExpr each) {
      List<Expr> parts = new ArrayList<>();
      each.getLevels()
          .forEach(level -> level.getDimension().ifPresent(size -> parts.add(read(size))));
      each.getInitializer().ifPresent(values -> parts.addAll(all(values.getValues())));
      return new Expr.Array(
          TypeSyntaxes.of(each.getElementType()).withDimensions(each.getLevels().size()),
          List.copyOf(parts),
          line);
    }
    if (expression instanceof ArrayInitializerExpr each) {
      return new Expr.Array(null, all(each.getValues()), line);
    }
    if (expression instanceof SwitchExpr each) {
      return new Expr.Switch(
          new Stmt.Switch(read(each.getSelector()), bodies.cases(each.getEntries())), line);
    }
    if (expression instanceof AnnotationExpr each) {
      return new Expr.Nested(types.annotation(each), line);
    }
    if (expression instanceof BooleanLiteralExpr each) {
      return literal(LiteralKind.BOOLEAN, Boolean.toString(each.getValue()), line);
    }
    if (expression instanceof LongLiteralExpr each) {
      return literal(LiteralKind.LONG, each.getValue(), line);
    }
    if (expression instanceof DoubleLiteralExpr each) {
      String text = each.getValue();
      boolean single = text.endsWith("f") || text.endsWith("F");
      return literal(single ? LiteralKind.FLOAT : LiteralKind.DOUBLE, text, line);
    }
    if (expression instanceof CharLiteralExpr each) {
      return literal(LiteralKind.CHAR, each.getValue(), line);
    }
    return literal(LiteralKind.NULL, "null", line);
  }

  private static Expr literal(LiteralKind kind, String text, int line) {
    return new Expr.Literal(kind, text, line);
  }

  /** The value of a literal; its text where an escape is not Java's. */
  private static String unescaped(StringLiteralExpr literal) {
    String text = literal.getValue();
    if (text.indexOf('\\') < 0) {
      return text;
    }
    try {
      return text.translateEscapes();
    } catch (IllegalArgumentException notAnEscape) {
      return text;
    }
  }

  private Expr call(MethodCallExpr call) {
    List<TypeSyntax> arguments = new ArrayList<>();
    call.getTypeArguments()
        .ifPresent(all -> all.forEach(each -> arguments.add(TypeSyntaxes.of(each))));
    return new Expr.Call(
        call.getScope().map(this::read).orElse(null),
        call.getNameAsString(),
        all(call.getArguments()),
        List.copyOf(arguments),
        JavaReader.line(call.getName()));
  }

  private Expr creation(ObjectCreationExpr creation, int line) {
    TypeSyntax type = TypeSyntaxes.of(creation.getType());
    Expr created =
        new Expr.New(
            type,
            all(creation.getArguments()),
            creation
                .getAnonymousClassBody()
                .map(body -> types.anonymous(type, body, (Node) creation))
                .orElse(null),
            line);
    return created;
  }

  private Expr lambda(LambdaExpr lambda, int line) {
    List<Expr.Parameter> parameters = new ArrayList<>(lambda.getParameters().size());
    lambda
        .getParameters()
        .forEach(
            each -> {
              boolean untyped =
                  each.getType().isUnknownType() || each.getType().asString().equals("var");
              parameters.add(
                  new Expr.Parameter(
                      untyped ? null : TypeSyntaxes.of(each.getType()), each.getNameAsString()));
            });
    Stmt body =
        lambda
            .getExpressionBody()
            .map(value -> (Stmt) new Stmt.Return(read(value)))
            .orElseGet(() -> bodies.statement(lambda.getBody()));
    return new Expr.Lambda(List.copyOf(parameters), body, line);
  }

  /** Long chains of one operator lean to the left: taken in a loop, not by recursion. */
  private Expr binary(BinaryExpr top, int line) {
    List<BinaryExpr> chain = new ArrayList<>();
    Expression left = top;
    while (left instanceof BinaryExpr each) {
      chain.add(each);
      left = each.getLeft();
    }
    Expr result = read(left);
    for (int i = chain.size() - 1; i >= 0; i--) {
      BinaryExpr each = chain.get(i);
      result =
          new Expr.Binary(
              each.getOperator().asString(),
              result,
              read(each.getRight()),
              i == 0 ? line : JavaReader.line(each));
    }
    return result;
  }

  private Expr pattern(Expr value, Expression pattern, int line) {
    if (pattern instanceof TypePatternExpr typed) {
      return new Expr.InstanceOf(
          value, TypeSyntaxes.of(typed.getType()), typed.getNameAsString(), line);
    }
    if (pattern instanceof RecordPatternExpr nested) {
      Expr all = new Expr.InstanceOf(value, TypeSyntaxes.of(nested.getType()), null, line);
      for (Expression part : nested.getPatternList()) {
        all =
            new Expr.Binary(
                "&&", all, pattern(literal(LiteralKind.NULL, "null", line), part, line), line);
      }
      return all;
    }
    return value;
  }

  private static TypeSyntax named(String name, int line) {
    return new TypeSyntax(name, List.of(), 0, line);
  }
}
