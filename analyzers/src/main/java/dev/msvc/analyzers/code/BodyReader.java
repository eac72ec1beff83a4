package dev.msvc.analyzers.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
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
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.UnionType;
import dev.msvc.analyzers.code.Expr.LiteralKind;
import java.util.ArrayList;
import java.util.List;

/** Turns the parser's statements and expressions into the compact form. */
final class BodyReader {
  private static final Stmt LEAVE = new Stmt.Block(List.of(), Stmt.Role.LEAVE);

  private final JavaReader types;

  BodyReader(JavaReader types) {
    this.types = types;
  }

  Stmt statement(Statement statement) {
    List<Stmt> all = new ArrayList<>();
    add(statement, all);
    return all.size() == 1 ? all.get(0) : new Stmt.Block(List.copyOf(all));
  }

  private Stmt block(Statement statement) {
    return block(statement, Stmt.Role.PLAIN);
  }

  private Stmt block(Statement statement, Stmt.Role role) {
    List<Stmt> all = new ArrayList<>();
    if (statement instanceof BlockStmt block) {
      block.getStatements().forEach(each -> add(each, all));
    } else {
      add(statement, all);
    }
    return new Stmt.Block(List.copyOf(all), role);
  }

  private void add(Statement statement, List<Stmt> to) {
    if (statement instanceof ExpressionStmt each) {
      evaluate(each.getExpression(), to);
    } else if (statement instanceof BlockStmt) {
      to.add(block(statement));
    } else if (statement instanceof ReturnStmt each) {
      to.add(new Stmt.Return(each.getExpression().map(this::expression).orElse(null)));
    } else if (statement instanceof IfStmt each) {
      addIf(each, to);
    } else if (statement instanceof ForEachStmt each) {
      VariableDeclarator variable = each.getVariable().getVariable(0);
      to.add(
          new Stmt.ForEach(
              TypeSyntaxes.declared(variable),
              variable.getNameAsString(),
              expression(each.getIterable()),
              block(each.getBody()),
              JavaReader.line(each)));
    } else if (statement instanceof ForStmt each) {
      List<Stmt> parts = new ArrayList<>();
      each.getInitialization().forEach(part -> evaluate(part, parts));
      each.getCompare().ifPresent(part -> evaluate(part, parts));
      parts.add(block(each.getBody(), Stmt.Role.LOOP));
      each.getUpdate().forEach(part -> evaluate(part, parts));
      to.add(new Stmt.Block(List.copyOf(parts)));
    } else if (statement instanceof WhileStmt each) {
      evaluate(each.getCondition(), to);
      to.add(block(each.getBody(), Stmt.Role.LOOP));
    } else if (statement instanceof DoStmt each) {
      to.add(block(each.getBody(), Stmt.Role.LOOP));
      evaluate(each.getCondition(), to);
    } else if (statement instanceof TryStmt each) {
      addTry(each, to);
    } else if (statement instanceof SwitchStmt each) {
      to.add(new Stmt.Switch(expression(each.getSelector()), cases(each.getEntries())));
    } else if (statement instanceof ThrowStmt each) {
      List<Stmt> thrown = new ArrayList<>(1);
      evaluate(each.getExpression(), thrown);
      to.add(new Stmt.Block(List.copyOf(thrown), Stmt.Role.THROW));
    } else if (statement instanceof BreakStmt || statement instanceof ContinueStmt) {
      to.add(LEAVE);
    } else if (statement instanceof SynchronizedStmt each) {
      evaluate(each.getExpression(), to);
      to.add(block(each.getBody()));
    } else if (statement instanceof LabeledStmt each) {
      add(each.getStatement(), to);
    } else if (statement instanceof AssertStmt each) {
      evaluate(each.getCheck(), to);
      each.getMessage().ifPresent(message -> evaluate(message, to));
    } else if (statement instanceof YieldStmt each) {
      evaluate(each.getExpression(), to);
    } else if (statement instanceof ExplicitConstructorInvocationStmt each) {
      to.add(
          new Stmt.Eval(
              new Expr.ConstructorCall(
                  !each.isThis(), expressions(each.getArguments()), JavaReader.line(each))));
    } else if (statement instanceof LocalClassDeclarationStmt each) {
      to.add(new Stmt.LocalType(types.type(each.getClassDeclaration())));
    } else if (statement instanceof LocalRecordDeclarationStmt each) {
      to.add(new Stmt.LocalType(types.type(each.getRecordDeclaration())));
    }
  }

  /** A chain of {@code else if} can be long: taken in a loop, not by recursion. */
  private void addIf(IfStmt first, List<Stmt> to) {
    Statement next = first;
    Stmt.Role role = Stmt.Role.THEN;
    while (next instanceof IfStmt each) {
      evaluate(each.getCondition(), to);
      to.add(block(each.getThenStmt(), role));
      role = Stmt.Role.ELSE_IF;
      next = each.getElseStmt().orElse(null);
    }
    if (next != null) {
      to.add(block(next, Stmt.Role.ELSE));
    }
  }

  private void addTry(TryStmt statement, List<Stmt> to) {
    List<Stmt> parts = new ArrayList<>();
    statement.getResources().forEach(resource -> evaluate(resource, parts));
    parts.add(block(statement.getTryBlock()));
    to.add(new Stmt.Block(List.copyOf(parts), Stmt.Role.TRY));
    for (CatchClause each : statement.getCatchClauses()) {
      com.github.javaparser.ast.type.Type type = each.getParameter().getType();
      List<TypeSyntax> caught = new ArrayList<>();
      if (type instanceof UnionType union) {
        union.getElements().forEach(one -> caught.add(TypeSyntaxes.of(one)));
      } else {
        caught.add(TypeSyntaxes.of(type));
      }
      to.add(
          new Stmt.Catch(
              List.copyOf(caught),
              each.getParameter().getNameAsString(),
              block(each.getBody()),
              JavaReader.line(each)));
    }
    statement.getFinallyBlock().ifPresent(each -> to.add(block(each)));
  }

  private List<Stmt.Case> cases(NodeList<SwitchEntry> entries) {
    List<Stmt.Case> cases = new ArrayList<>(entries.size());
    for (SwitchEntry entry : entries) {
      List<Stmt> body = new ArrayList<>();
      entry.getGuard().ifPresent(guard -> evaluate(guard, body));
      entry.getStatements().forEach(each -> add(each, body));
      if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
        body.add(LEAVE);
      }
      cases.add(new Stmt.Case(expressions(entry.getLabels()), List.copyOf(body)));
    }
    return List.copyOf(cases);
  }

  private void evaluate(Expression expression, List<Stmt> to) {
    if (expression instanceof VariableDeclarationExpr declaration) {
      for (VariableDeclarator each : declaration.getVariables()) {
        to.add(
            new Stmt.Local(
                TypeSyntaxes.declared(each),
                each.getNameAsString(),
                each.getInitializer().map(this::expression).orElse(null),
                JavaReader.line(each)));
      }
    } else {
      to.add(new Stmt.Eval(expression(expression)));
    }
  }

  List<Expr> expressions(NodeList<? extends Expression> expressions) {
    if (expressions.isEmpty()) {
      return List.of();
    }
    List<Expr> all = new ArrayList<>(expressions.size());
    for (Expression each : expressions) {
      all.add(expression(each));
    }
    return List.copyOf(all);
  }

  Expr expression(Expression expression) {
    int line = JavaReader.line(expression);
    if (expression instanceof NameExpr each) {
      return new Expr.Name(each.getNameAsString(), line);
    }
    if (expression instanceof MethodCallExpr each) {
      return call(each);
    }
    if (expression instanceof FieldAccessExpr each) {
      return new Expr.Select(expression(each.getScope()), each.getNameAsString(), line);
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
      return expression(each.getInner());
    }
    if (expression instanceof ObjectCreationExpr each) {
      return creation(each, line);
    }
    if (expression instanceof AssignExpr each) {
      return new Expr.Assign(
          expression(each.getTarget()),
          each.getOperator().asString(),
          expression(each.getValue()),
          line);
    }
    if (expression instanceof UnaryExpr each) {
      return new Expr.Unary(
          expression(each.getExpression()),
          each.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT,
          line);
    }
    if (expression instanceof LambdaExpr each) {
      return lambda(each, line);
    }
    if (expression instanceof MethodReferenceExpr each) {
      return new Expr.MethodRef(expression(each.getScope()), each.getIdentifier(), line);
    }
    if (expression instanceof TypeExpr each) {
      return new Expr.TypeName(TypeSyntaxes.of(each.getType()), line);
    }
    if (expression instanceof CastExpr each) {
      return new Expr.Cast(TypeSyntaxes.of(each.getType()), expression(each.getExpression()), line);
    }
    if (expression instanceof ConditionalExpr each) {
      return new Expr.Conditional(
          expression(each.getCondition()),
          expression(each.getThenExpr()),
          expression(each.getElseExpr()),
          line);
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
      Expr value = expression(each.getExpression());
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
      return new Expr.Index(expression(each.getName()), expression(each.getIndex()), line);
    }
    if (expression instanceof ArrayCreationExpr each) {
      List<Expr> parts = new ArrayList<>();
      each.getLevels()
          .forEach(level -> level.getDimension().ifPresent(size -> parts.add(expression(size))));
      each.getInitializer().ifPresent(values -> parts.addAll(expressions(values.getValues())));
      return new Expr.Array(
          TypeSyntaxes.of(each.getElementType()).withDimensions(each.getLevels().size()),
          List.copyOf(parts),
          line);
    }
    if (expression instanceof ArrayInitializerExpr each) {
      return new Expr.Array(null, expressions(each.getValues()), line);
    }
    if (expression instanceof SwitchExpr each) {
      return new Expr.Switch(
          new Stmt.Switch(expression(each.getSelector()), cases(each.getEntries())), line);
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
        call.getScope().map(this::expression).orElse(null),
        call.getNameAsString(),
        expressions(call.getArguments()),
        List.copyOf(arguments),
        JavaReader.line(call.getName()));
  }

  private Expr creation(ObjectCreationExpr creation, int line) {
    TypeSyntax type = TypeSyntaxes.of(creation.getType());
    Expr created =
        new Expr.New(
            type,
            expressions(creation.getArguments()),
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
            .map(value -> (Stmt) new Stmt.Return(expression(value)))
            .orElseGet(() -> statement(lambda.getBody()));
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
    Expr result = expression(left);
    for (int i = chain.size() - 1; i >= 0; i--) {
      BinaryExpr each = chain.get(i);
      result =
          new Expr.Binary(
              each.getOperator().asString(),
              result,
              expression(each.getRight()),
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
