package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * SQL in annotations of methods: MyBatis's and their providers, and any other library's whose value
 * reads as a statement.
 */
public final class MyBatisAnnotations implements Analyzer {
  private static final String MYBATIS = "org.apache.ibatis.annotations.";
  private static final List<String> STATEMENTS = List.of("Select", "Insert", "Update", "Delete");
  private static final List<String> KEYS = List.of("value", "sql", "query", "statement", "select");

  /** Calls of MyBatis's SQL builder that name a table. */
  private static final Map<String, Operation> BUILDER =
      Map.of(
          "FROM", Operation.SELECT,
          "JOIN", Operation.SELECT,
          "INNER_JOIN", Operation.SELECT,
          "LEFT_OUTER_JOIN", Operation.SELECT,
          "RIGHT_OUTER_JOIN", Operation.SELECT,
          "OUTER_JOIN", Operation.SELECT,
          "INSERT_INTO", Operation.INSERT,
          "UPDATE", Operation.UPDATE,
          "DELETE_FROM", Operation.DELETE);

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    Statements statements = new Statements(EntityModel.of(sources, facts.tables()), facts);
    Reading reading = new Reading(sources.code(), statements);
    Workers.each(sources.code().types(), reading::read);
  }

  private record Reading(CodeBase code, Statements statements) {
    void read(JavaType type) {
      for (JavaMethod method : type.methods()) {
        for (Annotation each : method.annotations()) {
          read(method, each);
        }
      }
    }

    private void read(JavaMethod method, Annotation annotation) {
      Site site = Site.of(method).at(new Place(method.owner().file(), annotation.line()));
      for (String each : STATEMENTS) {
        if (annotation.is(MYBATIS + each)) {
          List<Annotation> copies =
              method.annotations().stream().filter(other -> other.is(MYBATIS + each)).toList();
          if (copies.get(0) == annotation) {
            statement(copies, site, each.equals("Select"), true);
          }
          return;
        }
        if (annotation.is(MYBATIS + each + "Provider")) {
          provided(annotation, site);
          return;
        }
        if (annotation.is(MYBATIS + each + ".List")) {
          statement(annotation.annotations("value"), site, each.equals("Select"), true);
          return;
        }
      }
      if (annotation.is(MYBATIS + "Results")) {
        annotation.annotations("value").forEach(each -> nested(each, site));
        return;
      }
      if (annotation.is(MYBATIS + "Result")) {
        nested(annotation, site);
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

    /** Notes a statement by its copies for several databases, of which mostly there is one. */
    private void statement(List<Annotation> copies, Site site, boolean selects, boolean first) {
      Set<String> texts = new LinkedHashSet<>();
      boolean prefixed = false;
      for (Annotation each : copies) {
        String text = String.join(" ", each.texts("value")).strip();
        if (text.startsWith("<script")) {
          try {
            DynamicSql.Flattened flattened = DynamicSql.flatten(SafeXml.read(text));
            texts.addAll(flattened.texts());
            prefixed |= flattened.prefixed();
            continue;
          } catch (MalformedXml malformed) {
            text = text.replaceAll("<[^>]*>", " ");
          }
        }
        if (!text.isEmpty()) {
          MapperText sql = MapperText.of(text, selects, false);
          texts.add(sql.sql());
          prefixed |= sql.prefixed();
        }
      }
      if (texts.isEmpty()) {
        statements.unread(site.place(), "text of the statement is not known");
      } else {
        statements.mapped(
            texts,
            site,
            AccessVia.MYBATIS_ANNOTATION,
            prefixed ? Certainty.INFERRED : Certainty.PARSED,
            first);
      }
    }

    /** What fills a property of the result is read by whoever wants the result. */
    private void nested(Annotation result, Site site) {
      for (String each : List.of("one", "many")) {
        for (Annotation filling : result.annotations(each)) {
          String select = filling.text("select");
          int dot = select == null ? -1 : select.lastIndexOf('.');
          JavaType mapper =
              code.project(dot < 0 ? site.className() : String.valueOf(select).substring(0, dot));
          String method = String.valueOf(select).substring(dot + 1);
          for (JavaMethod target :
              mapper == null ? List.<JavaMethod>of() : mapper.methods(method)) {
            Annotation statement = target.annotation(MYBATIS + "Select");
            if (statement != null) {
              Place place = new Place(target.owner().file(), statement.line());
              statement(List.of(statement), site.at(place), true, false);
            }
          }
        }
      }
    }

    private void provided(Annotation annotation, Site site) {
      List<TypeRef> types = annotation.types("type");
      if (types.isEmpty()) {
        types = annotation.types("value");
      }
      String method = annotation.text("method");
      JavaType provider = types.isEmpty() ? null : code.project(types.get(0).name());
      String wanted = method == null ? site.method() : method;
      boolean found = false;
      if (provider != null) {
        for (JavaMethod each : provider.methods(wanted)) {
          found |= provided(each, site);
        }
      }
      if (!found) {
        statements.unread(site.place(), "text of the provider's statement is not known");
      }
    }

    private boolean provided(JavaMethod provider, Site site) {
      Set<String> texts = new LinkedHashSet<>();
      for (var each : Bodies.returned(provider)) {
        code.texts(each, provider).stream().filter(SqlReader::looksLikeSql).forEach(texts::add);
      }
      if (!texts.isEmpty()) {
        statements.sql(texts, site, AccessVia.MYBATIS_ANNOTATION);
        return true;
      }
      List<String> tables = new ArrayList<>();
      for (Call call : provider.calls()) {
        Operation op = BUILDER.get(call.name());
        if (op != null && !call.arguments().isEmpty()) {
          for (String text : code.texts(call.arguments().get(0), provider)) {
            String table = text.strip().split("\\s+", 2)[0];
            if (!table.isEmpty() && table.indexOf(SqlReader.HOLE) < 0) {
              statements.access(
                  table, op, List.of(), site, AccessVia.MYBATIS_ANNOTATION, Certainty.INFERRED);
              tables.add(table);
            }
          }
        }
      }
      statements.join(tables, site);
      return !tables.isEmpty();
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
