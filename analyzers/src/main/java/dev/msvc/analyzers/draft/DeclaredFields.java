package dev.msvc.analyzers.draft;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.type.Type;
import dev.msvc.analyzers.source.JavaFile;
import dev.msvc.analyzers.source.UnreadableFileException;
import dev.msvc.model.ContextMap;
import dev.msvc.model.FieldFact;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.TypeFact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fields of classes with what facts do not keep: generics, and what annotations say. A file is read
 * when somebody asks for a class of it; where it cannot be, facts are what there is.
 */
final class DeclaredFields {
  private final Path root;
  private final ContextMap map;
  private final JavaParser parser =
      new JavaParser(
          new ParserConfiguration()
              .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)
              .setAttributeComments(false));
  private final Map<String, Optional<CompilationUnit>> units = new HashMap<>();

  DeclaredFields(Path root, ContextMap map) {
    this.root = root;
    this.map = map;
  }

  /** Fields of a class and of those above it, the highest first; constants are none. */
  List<Declared> of(TypeFact type) {
    Map<String, Declared> fields = new LinkedHashMap<>();
    List<TypeFact> line = new ArrayList<>();
    for (TypeFact each = type; each != null && !line.contains(each); each = above(each)) {
      line.add(0, each);
    }
    line.forEach(each -> own(each).forEach(field -> fields.put(field.name(), field)));
    return List.copyOf(fields.values());
  }

  @Nullable TypeFact above(TypeFact type) {
    return type.superclass() == null ? null : map.type(type.superclass());
  }

  private List<Declared> own(TypeFact type) {
    TypeDeclaration<?> declaration =
        unit(type.place().file()).map(unit -> declaration(unit, type)).orElse(null);
    List<Declared> fields = new ArrayList<>();
    for (FieldFact fact : type.fields()) {
      if (declaration == null) {
        if (!fact.name().toUpperCase(java.util.Locale.ROOT).equals(fact.name())) {
          fields.add(bare(fact));
        }
        continue;
      }
      declared(declaration, fact, type).ifPresent(fields::add);
    }
    return fields;
  }

  private static Declared bare(FieldFact fact) {
    Map<String, Map<String, String>> annotations = new HashMap<>();
    fact.annotations().forEach(each -> annotations.put(simple(each), Map.of()));
    String type = fact.type();
    boolean isArray = type.endsWith("[]");
    return new Declared(
        fact.name(),
        isArray ? type.substring(0, type.length() - 2) : type,
        isArray,
        List.of(),
        annotations);
  }

  private Optional<Declared> declared(
      TypeDeclaration<?> declaration, FieldFact fact, TypeFact owner) {
    for (FieldDeclaration field : declaration.getFields()) {
      for (VariableDeclarator variable : field.getVariables()) {
        if (variable.getNameAsString().equals(fact.name())) {
          return field.isStatic() || field.isTransient()
              ? Optional.empty()
              : Optional.of(
                  declared(fact, variable.getType(), annotations(field.getAnnotations()), owner));
        }
      }
    }
    if (declaration instanceof RecordDeclaration record) {
      return record.getParameters().stream()
          .filter(each -> each.getNameAsString().equals(fact.name()))
          .map(each -> declared(fact, each.getType(), annotations(each.getAnnotations()), owner))
          .findFirst();
    }
    return Optional.empty();
  }

  private Declared declared(
      FieldFact fact, Type type, Map<String, Map<String, String>> annotations, TypeFact owner) {
    List<String> arguments = new ArrayList<>();
    if (type.isClassOrInterfaceType()) {
      type.asClassOrInterfaceType()
          .getTypeArguments()
          .ifPresent(all -> all.forEach(each -> arguments.add(resolved(each, owner))));
    }
    Declared bare = bare(fact);
    return new Declared(
        fact.name(), bare.type(), bare.isArray() || type.isArrayType(), arguments, annotations);
  }

  /** A name as the file means it: nested, imported or of its package; else as it is written. */
  private String resolved(Type type, TypeFact owner) {
    String written =
        type.isClassOrInterfaceType()
            ? type.asClassOrInterfaceType().getNameWithScope()
            : type.asString();
    List<String> candidates = new ArrayList<>(List.of(written, owner.name() + "." + written));
    candidates.add(owner.topLevel() + "." + written);
    unit(owner.place().file())
        .ifPresent(
            unit ->
                unit.getImports()
                    .forEach(
                        each -> {
                          String name = each.getNameAsString();
                          if (each.isAsterisk()) {
                            candidates.add(name + "." + written);
                          } else if (name.endsWith("." + written)) {
                            candidates.add(0, name);
                          }
                        }));
    candidates.add(owner.packageName().isEmpty() ? written : owner.packageName() + "." + written);
    return candidates.stream()
        .filter(each -> map.type(each) != null)
        .findFirst()
        .orElse(candidates.get(0));
  }

  private static Map<String, Map<String, String>> annotations(List<AnnotationExpr> all) {
    Map<String, Map<String, String>> annotations = new HashMap<>();
    for (AnnotationExpr each : all) {
      Map<String, String> members = new HashMap<>();
      if (each instanceof SingleMemberAnnotationExpr single) {
        literal(single.getMemberValue()).ifPresent(value -> members.put("value", value));
      } else if (each instanceof NormalAnnotationExpr normal) {
        for (MemberValuePair pair : normal.getPairs()) {
          literal(pair.getValue()).ifPresent(value -> members.put(pair.getNameAsString(), value));
        }
      }
      annotations.put(simple(each.getNameAsString()), members);
    }
    return annotations;
  }

  private static Optional<String> literal(Expression value) {
    if (value.isStringLiteralExpr()) {
      return Optional.of(value.asStringLiteralExpr().asString());
    }
    if (value.isBooleanLiteralExpr() || value.isIntegerLiteralExpr()) {
      return Optional.of(value.toString());
    }
    if (value.isLongLiteralExpr()) {
      return Optional.of(value.toString().replaceAll("[lL]$", ""));
    }
    return Optional.empty();
  }

  private static @Nullable TypeDeclaration<?> declaration(CompilationUnit unit, TypeFact type) {
    for (TypeDeclaration<?> each : unit.findAll(TypeDeclaration.class)) {
      if (each.getFullyQualifiedName().filter(bareName(type)::equals).isPresent()) {
        return each;
      }
    }
    return null;
  }

  private static String bareName(TypeFact type) {
    int module = type.name().indexOf('@');
    return module < 0 ? type.name() : type.name().substring(0, module);
  }

  private Optional<CompilationUnit> unit(String file) {
    return units.computeIfAbsent(
        file,
        name -> {
          if (SourceLanguage.of(name) != SourceLanguage.JAVA) {
            return Optional.empty();
          }
          try {
            String text = new JavaFile(name, "", root.resolve(name), 0).read().text();
            return parser.parse(text).getResult();
          } catch (UnreadableFileException gone) {
            return Optional.empty();
          }
        });
  }

  static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
