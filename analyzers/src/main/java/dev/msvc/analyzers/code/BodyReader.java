package dev.msvc.analyzers.code;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
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
import java.util.ArrayList;
import java.util.List;

/** Turns the parser's statements into the compact form. */
final class BodyReader {
  private static final Stmt LEAVE = new Stmt.Block(List.of(), Stmt.Role.LEAVE);

  private final JavaReader types;
  private final ExpressionReader expressions;

  BodyReader(JavaReader types) {
    this.types = types;
    this.expressions = new ExpressionReader(types, this);
  }

  ExpressionReader expressions() {
    return expressions;
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
      to.add(new Stmt.Return(each.getExpression().map(expressions::read).orElse(null)));
    } else if (statement instanceof IfStmt each) {
      addIf(each, to);
    } else if (statement instanceof ForEachStmt each) {
      VariableDeclarator variable = each.getVariable().getVariable(0);
      to.add(
          new Stmt.ForEach(
              TypeSyntaxes.declared(variable),
              variable.getNameAsString(),
              expressions.read(each.getIterable()),
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
      to.add(new Stmt.Switch(expressions.read(each.getSelector()), cases(each.getEntries())));
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
                  !each.isThis(), expressions.all(each.getArguments()), JavaReader.line(each))));
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

  List<Stmt.Case> cases(NodeList<SwitchEntry> entries) {
    List<Stmt.Case> cases = new ArrayList<>(entries.size());
    for (SwitchEntry entry : entries) {
      List<Stmt> body = new ArrayList<>();
      entry.getGuard().ifPresent(guard -> evaluate(guard, body));
      entry.getStatements().forEach(each -> add(each, body));
      if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
        body.add(LEAVE);
      }
      cases.add(new Stmt.Case(expressions.all(entry.getLabels()), List.copyOf(body)));
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
                each.getInitializer().map(expressions::read).orElse(null),
                JavaReader.line(each)));
      }
    } else {
      to.add(new Stmt.Eval(expressions.read(expression)));
    }
  }
}
