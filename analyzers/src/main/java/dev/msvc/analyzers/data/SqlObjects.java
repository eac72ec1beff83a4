package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.AccessVia;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jdbi's SQL objects: methods whose annotations hold SQL, or that a file beside them has it for.
 */
public final class SqlObjects implements Analyzer {
  private static final Set<String> ANNOTATIONS =
      Set.of("SqlQuery", "SqlUpdate", "SqlBatch", "SqlCall", "SqlScript");
  private static final List<String> GROUPS = List.of(".sql.stg", ".stg", ".sql.st");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    List<JavaType> objects =
        sources.code().types().stream().filter(SqlObjects::isSqlObject).toList();
    if (!objects.isEmpty()) {
      Statements statements = new Statements(EntityModel.of(sources, facts.tables()), facts);
      Reading reading = new Reading(sources, statements);
      Map<String, JavaType> all = new LinkedHashMap<>();
      for (JavaType each : objects) {
        all.put(each.name(), each);
        sources.code().subtypes(each.name()).forEach(sub -> all.put(sub.name(), sub));
      }
      all.values().forEach(reading::read);
    }
  }

  private static boolean isSqlObject(JavaType type) {
    return type.methods().stream().anyMatch(each -> annotation(each) != null);
  }

  private static @Nullable Annotation annotation(JavaMethod method) {
    for (Annotation each : method.annotations()) {
      if (ANNOTATIONS.contains(each.simpleName()) && !each.name().startsWith("org.apache.ibatis")) {
        return each;
      }
    }
    return null;
  }

  private static final class Reading {
    private final CodeBase code;
    private final Statements statements;
    private final Map<String, ResourceFile> files = new HashMap<>();
    private final Map<String, @Nullable TemplateGroup> groups = new HashMap<>();

    Reading(Sources sources, Statements statements) {
      this.code = sources.code();
      this.statements = statements;
      for (ResourceFile each : sources.resources()) {
        if (Set.of("stg", "st", "sql").contains(each.extension())) {
          // by each of its ends, since a class path begins anywhere
          String path = each.file();
          for (int at = 0; at >= 0; at = next(path, at)) {
            files.putIfAbsent(path.substring(at), each);
          }
        }
      }
    }

    private static int next(String path, int at) {
      int slash = path.indexOf('/', at);
      return slash < 0 ? -1 : slash + 1;
    }

    void read(JavaType type) {
      TemplateGroup group = group(type);
      Set<String> seen = new HashSet<>();
      for (JavaMethod each : type.methods()) {
        Annotation annotation = annotation(each);
        if (annotation != null) {
          method(each, annotation, type, group, seen);
        }
      }
      if (group != null) {
        // what is inherited is run with the templates of the type that inherits it
        inherited(type, new HashSet<>())
            .forEach(
                each -> {
                  Annotation annotation = annotation(each);
                  if (annotation != null) {
                    method(each, annotation, type, group, seen);
                  }
                });
      }
    }

    private List<JavaMethod> inherited(JavaType type, Set<String> seen) {
      List<JavaMethod> all = new ArrayList<>();
      for (TypeRef each : code.supertypes(TypeRef.of(type.name()))) {
        JavaType parent = code.project(each.name());
        if (parent != null && seen.add(parent.name())) {
          all.addAll(parent.methods());
          all.addAll(inherited(parent, seen));
        }
      }
      return all;
    }

    private void method(
        JavaMethod method,
        Annotation annotation,
        JavaType type,
        @Nullable TemplateGroup group,
        Set<String> seen) {
      String given = annotation.text("value");
      Site site = new Site(type.name(), method.name(), method.place());
      if (given != null && SqlReader.looksLikeSql(given)) {
        if (method.owner().equals(type)) {
          statements.sql(List.of(given), site, AccessVia.JDBC);
        }
        return;
      }
      String name = given == null || given.isBlank() ? method.name() : given;
      ResourceFile file = files.get(folder(type) + name + ".sql");
      if (group != null && group.has(name)) {
        boolean unnamed = group.text(name).contains(TemplateGroup.UNNAMED);
        boolean isBase = unnamed && !code.subtypes(type.name()).isEmpty();
        String whole = whole(group, name);
        if (seen.add(name)
            && !isBase
            && SqlReader.looksLikeSql(whole)
            && (method.owner().equals(type) || !isOfBase(method.owner(), name, whole, site))) {
          statements.sql(List.of(whole), site, AccessVia.SQL_FILE);
        }
      } else if (file != null) {
        statements.sql(List.of(file.text()), site, AccessVia.SQL_FILE);
      } else if (method.owner().equals(type) && code.subtypes(type.name()).isEmpty()) {
        statements.unknown(method.place(), "no SQL '%s' was found".formatted(name));
      }
    }

    private static String whole(TemplateGroup group, String name) {
      return group.text(name).replace(TemplateGroup.UNNAMED, String.valueOf(SqlReader.HOLE));
    }

    /**
     * Whether an inherited statement touches what it touches where it is declared, whoever inherits
     * it: it is that type's then, and no heir's.
     */
    private boolean isOfBase(JavaType declaring, String name, String text, Site site) {
      TemplateGroup group = group(declaring);
      if (group == null
          || !group.has(name)
          || group.text(name).contains(TemplateGroup.UNNAMED)
          || !SqlReader.looksLikeSql(whole(group, name))) {
        return false;
      }
      Set<String> tables = tables(whole(group, name), site);
      return !tables.isEmpty() && tables.equals(tables(text, site));
    }

    private Set<String> tables(String text, Site site) {
      return statements.completed(List.of(text), site, AccessVia.SQL_FILE).tables();
    }

    private static String folder(JavaType type) {
      return type.name().replace('.', '/') + "/";
    }

    private @Nullable TemplateGroup group(JavaType type) {
      List<String> paths = new ArrayList<>();
      for (Annotation each : type.annotations()) {
        String value = each.text("value");
        if (value != null && !value.isBlank()) {
          paths.add(value.startsWith("/") ? value.substring(1) : value);
        }
      }
      String own = type.name().replace('.', '/');
      GROUPS.forEach(each -> paths.add(own + each));
      for (String each : paths) {
        ResourceFile file = files.get(each);
        if (file != null && !file.extension().equals("sql")) {
          return groups.computeIfAbsent(
              file.file(), ignored -> TemplateGroup.read(file.text(), this::imported));
        }
      }
      return null;
    }

    private @Nullable String imported(String path) {
      String plain = path.startsWith("/") ? path.substring(1) : path;
      ResourceFile file = files.get(plain);
      for (String each : GROUPS) {
        file = file == null ? files.get(plain.replace('.', '/') + each) : file;
      }
      return file == null ? null : file.text();
    }
  }
}
