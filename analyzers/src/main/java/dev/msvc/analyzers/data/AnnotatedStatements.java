package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements that MyBatis's annotations give to methods, for whoever runs them. */
record AnnotatedStatements(CodeBase code, Statements statements, MapperVariables variables) {
  private static final String MYBATIS = "org.apache.ibatis.annotations.";
  private static final List<String> STATEMENTS = List.of("Select", "Insert", "Update", "Delete");

  /** Notes a method's statements for another that runs them, too. */
  void runBy(JavaMethod method, Site site) {
    for (Annotation each : method.annotations()) {
      Place place = new Place(method.owner().file(), each.line());
      read(method, each, site.at(place), false);
    }
  }

  /**
   * Notes the statement of an annotation, if it is one of MyBatis's.
   *
   * @param first whether it is counted now
   * @return whether it is
   */
  boolean read(JavaMethod method, Annotation annotation, Site site, boolean first) {
    for (String each : STATEMENTS) {
      if (annotation.is(MYBATIS + each)) {
        List<Annotation> copies =
            method.annotations().stream().filter(other -> other.is(MYBATIS + each)).toList();
        if (copies.get(0) == annotation) {
          statement(copies, site, each.equals("Select"), first);
        }
        return true;
      }
      if (annotation.is(MYBATIS + each + "Provider")) {
        provided(annotation, method, site, first);
        return true;
      }
      if (annotation.is(MYBATIS + each + ".List")) {
        statement(annotation.annotations("value"), site, each.equals("Select"), first);
        return true;
      }
    }
    return false;
  }

  /** Notes a statement by its copies for several databases, of which mostly there is one. */
  private void statement(List<Annotation> copies, Site site, boolean selects, boolean first) {
    Set<String> texts = new LinkedHashSet<>();
    boolean prefixed = false;
    for (Annotation each : copies) {
      String text = String.join(" ", each.texts("value")).strip();
      if (text.startsWith("<script")) {
        try {
          DynamicSql.Flattened flattened = DynamicSql.flatten(SafeXml.read(text), variables);
          texts.addAll(flattened.texts());
          prefixed |= flattened.prefixed();
          continue;
        } catch (MalformedXml malformed) {
          text = text.replaceAll("<[^>]*>", " ");
        }
      }
      if (!text.isEmpty()) {
        MapperText sql = MapperText.of(variables.filled(text), selects, false);
        texts.add(sql.sql());
        prefixed |= sql.prefixed();
      }
    }
    if (texts.isEmpty()) {
      if (first) {
        statements.unread(site.place(), "text of the statement is not known");
      }
    } else {
      statements.mapped(
          texts,
          site,
          AccessVia.MYBATIS_ANNOTATION,
          prefixed ? Certainty.INFERRED : Certainty.PARSED,
          first);
    }
  }

  private void provided(Annotation annotation, JavaMethod method, Site site, boolean first) {
    List<TypeRef> types = annotation.types("type");
    if (types.isEmpty()) {
      types = annotation.types("value");
    }
    String named = annotation.text("method");
    JavaType provider = types.isEmpty() ? null : code.project(types.get(0).name());
    List<JavaMethod> all = methods(provider, named == null ? method.name() : named);
    if (all.isEmpty() && named == null) {
      all = methods(provider, "provideSql");
    }
    boolean found = false;
    for (JavaMethod each : all) {
      found |= provided(each, site, first);
    }
    if (!found && first) {
      statements.unread(site.place(), "text of the provider's statement is not known");
    }
  }

  /** A provider's methods of a name, its own or else those that it inherits. */
  private List<JavaMethod> methods(@Nullable JavaType provider, String name) {
    Set<JavaType> seen = new HashSet<>();
    JavaType type = provider;
    while (type != null && seen.add(type)) {
      if (!type.methods(name).isEmpty()) {
        return type.methods(name);
      }
      type = type.superclass() == null ? null : code.project(type.superclass().name());
    }
    return List.of();
  }

  private boolean provided(JavaMethod provider, Site site, boolean first) {
    Set<String> texts = new LinkedHashSet<>();
    for (var each : Bodies.returned(provider)) {
      code.texts(each, provider).stream().filter(SqlReader::looksLikeSql).forEach(texts::add);
    }
    Set<String> built = BuiltStatements.of(provider, code);
    Certainty best = built.isEmpty() ? Certainty.PARSED : Certainty.INFERRED;
    texts.addAll(built);
    if (texts.isEmpty()) {
      return false;
    }
    if (first) {
      statements.sql(texts, site, AccessVia.MYBATIS_ANNOTATION, best);
    } else {
      statements.mapped(texts, site, AccessVia.MYBATIS_ANNOTATION, best, false);
    }
    return true;
  }
}
