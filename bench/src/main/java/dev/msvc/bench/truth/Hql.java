package dev.msvc.bench.truth;

import dev.msvc.bench.truth.Mapping.Mapped;
import dev.msvc.bench.truth.Mapping.Relation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;
import org.jspecify.annotations.Nullable;

/** HQL and JPQL as Hibernate's grammar reads them. */
final class Hql {
  private final Mapping mapping;

  Hql(Mapping mapping) {
    this.mapping = mapping;
  }

  /** What a query reads and writes; null where it is none, or names what is no entity. */
  @Nullable Set<Touch> touches(String text) {
    String bound =
        text.replaceAll(Sql.HOLE + "(?=\\w)", "")
            .replaceAll("(?<=\\w)" + Sql.HOLE, "")
            .replace(Sql.HOLE, " :hole ")
            // positional parameters of old
            .replaceAll("\\?(?!\\d)", "?1");
    HqlParser parser = new HqlParser(new CommonTokenStream(lexer(bound)));
    parser.removeErrorListeners();
    int[] errors = new int[1];
    parser.addErrorListener(
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              Object symbol,
              int line,
              int column,
              String message,
              RecognitionException e) {
            errors[0]++;
          }
        });
    ParserRuleContext statement = parser.statement();
    if (errors[0] > 0) {
      return null;
    }
    Reading reading = new Reading();
    reading.names(statement);
    reading.paths(statement);
    return reading.unknown ? null : reading.touches;
  }

  private static HqlLexer lexer(String text) {
    HqlLexer lexer = new HqlLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    return lexer;
  }

  /** One query: first the names that it gives, then the paths that start from them. */
  private final class Reading {
    private final Set<Touch> touches = new LinkedHashSet<>();
    private final Map<String, String> variables = new HashMap<>();
    private @Nullable Mapped implicit;
    private boolean unknown;

    private void names(ParseTree node) {
      if (node instanceof HqlParser.RootEntityContext root) {
        entity(root.entityName().getText(), variable(root.variable()), written(root));
      } else if (node instanceof HqlParser.CrossJoinContext cross) {
        entity(cross.entityName().getText(), variable(cross.variable()), false);
      } else if (node instanceof HqlParser.TargetEntityContext target) {
        entity(target.entityName().getText(), variable(target.variable()), true);
      } else if (node instanceof HqlParser.JoinPathContext join) {
        String path = join.path().getText();
        if (path.indexOf('.') < 0 && mapping.named(path) != null) {
          entity(path, variable(join.variable()), false);
        } else {
          joined(path, variable(join.variable()));
        }
      } else if (node instanceof HqlParser.JpaCollectionJoinContext join) {
        joined(join.path().getText(), variable(join.variable()));
      }
      children(node);
    }

    /** What an update or a delete starts with is what it changes. */
    private static boolean written(ParseTree root) {
      ParseTree around = root.getParent();
      ParseTree statement = around == null ? null : around.getParent();
      return statement instanceof HqlParser.DeleteStatementContext
          || statement instanceof HqlParser.UpdateStatementContext;
    }

    private void children(ParseTree node) {
      for (int i = 0; i < node.getChildCount(); i++) {
        names(node.getChild(i));
      }
    }

    private String variable(HqlParser.@Nullable VariableContext variable) {
      if (variable == null) {
        return "";
      }
      String text = variable.getText();
      return text.toLowerCase(Locale.ROOT).startsWith("as") && variable.AS() != null
          ? text.substring(2)
          : text;
    }

    private void entity(String name, String variable, boolean written) {
      Mapped entity = mapping.named(name);
      if (entity == null) {
        // in a subquery, a path from the query around may stand where an entity does
        if (name.indexOf('.') > 0 && variables.containsKey(name.substring(0, name.indexOf('.')))) {
          joined(name, variable);
        } else {
          unknown = true;
        }
        return;
      }
      variables.put(variable.isEmpty() ? entity.name : variable, entity.type);
      if (implicit == null) {
        implicit = entity;
      }
      (written ? entity.tables : entity.sources())
          .forEach(table -> touches.add(new Touch(table, written)));
    }

    private void joined(String path, String variable) {
      String type = walk(path, true);
      if (type != null && !variable.isEmpty()) {
        variables.put(variable, type);
      }
    }

    private void paths(ParseTree node) {
      if (node instanceof HqlParser.SimplePathContext
          || node instanceof HqlParser.GeneralPathFragmentContext) {
        String path = node.getText().replaceAll("\\[[^]]*\\]", "");
        if (path.indexOf('.') > 0) {
          walk(path, false);
        }
      }
      for (int i = 0; i < node.getChildCount(); i++) {
        paths(node.getChild(i));
      }
    }

    /** Reads the tables on the way of a path; the type at its end. */
    private @Nullable String walk(String path, boolean wholly) {
      List<String> steps = List.of(path.split("\\.", -1));
      String type = variables.get(steps.get(0));
      int at = 1;
      if (type == null && implicit != null) {
        type = implicit.type;
        at = 0;
      }
      Mapped from = mapping.at(type);
      while (from != null && at < steps.size()) {
        Relation relation = from.relations.get(steps.get(at));
        int taken = 1;
        if (relation == null && at + 1 < steps.size()) {
          relation = from.relations.get(steps.get(at) + "." + steps.get(at + 1));
          taken = 2;
        }
        if (relation == null) {
          return null;
        }
        at += taken;
        Mapped target = mapping.at(relation.target());
        boolean key =
            target != null && at == steps.size() - 1 && target.keys.contains(steps.get(at));
        boolean last = at == steps.size();
        if (!relation.link().isEmpty()) {
          touches.add(new Touch(relation.link(), false));
        }
        if (target != null && (wholly || !(last || key))) {
          target.sources().forEach(table -> touches.add(new Touch(table, false)));
        }
        from = target;
      }
      return from == null ? null : from.type;
    }
  }
}
