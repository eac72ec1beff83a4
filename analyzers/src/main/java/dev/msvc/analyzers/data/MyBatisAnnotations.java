package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Place;
import java.util.List;
import java.util.Locale;

/**
 * SQL in annotations of methods: MyBatis's and their providers, and any other library's whose value
 * reads as a statement.
 */
public final class MyBatisAnnotations implements Analyzer {
  private static final List<String> KEYS = List.of("value", "sql", "query", "statement", "select");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    Statements statements = new Statements(EntityModel.of(sources, facts.tables()), facts);
    NestedSelects nested = new NestedSelects(sources.code(), MapperFiles.of(sources));
    MapperVariables variables =
        nested.annotated().isEmpty() ? MapperVariables.NONE : MapperVariables.of(sources);
    AnnotatedStatements annotated = new AnnotatedStatements(sources.code(), statements, variables);
    Reading reading = new Reading(statements, annotated, nested);
    Workers.each(sources.code().types(), reading::read);
  }

  private record Reading(
      Statements statements, AnnotatedStatements annotated, NestedSelects nested) {
    void read(JavaType type) {
      for (JavaMethod method : type.methods()) {
        for (Annotation each : method.annotations()) {
          read(method, each);
        }
        String id = type.name() + "." + method.name();
        if (method.equals(nested.annotated().get(id))) {
          nested.runWith(id).forEach(each -> nested(each, method));
        }
      }
    }

    /** What fills a property of the result is read by whoever wants the result. */
    private void nested(String id, JavaMethod outer) {
      JavaMethod method = nested.annotated().get(id);
      if (method != null) {
        annotated.runBy(method, Site.of(outer));
      }
    }

    private void read(JavaMethod method, Annotation annotation) {
      Site site = Site.of(method).at(new Place(method.owner().file(), annotation.line()));
      if (annotated.read(method, annotation, site, true)) {
        return;
      }
      String name = annotation.name();
      boolean others =
          name.startsWith("org.springframework.data.")
              || name.startsWith("jakarta.persistence.")
              || name.startsWith("javax.persistence.")
              || name.startsWith("org.hibernate.");
      if (!others) {
        unknown(annotation, site);
      }
    }

    private void unknown(Annotation annotation, Site site) {
      for (String key : KEYS) {
        if (annotation.has(key)) {
          List<String> parts = annotation.texts(key);
          String text = String.join(" ", parts).strip();
          boolean statement =
              text.indexOf(' ') > 0
                  && !text.toLowerCase(Locale.ROOT).startsWith("from ")
                  && SqlReader.looksLikeSql(text);
          if (statement) {
            statements.sql(List.of(text), site, AccessVia.JDBC);
            return;
          }
        }
      }
    }
  }
}
