package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where code names scripts of SQL: in literals, constants, annotations, put together. */
final class ScriptNames {
  private static final Set<String> ENDINGS = Set.of("sql", "vm", "ftl", "ftlh");
  private static final Pattern PATH =
      Pattern.compile(
          "(?:classpath\\*?:|file:)?[\\w./\\-$%{}"
              + SqlReader.HOLE
              + "]*[\\w}%"
              + SqlReader.HOLE
              + "]\\.(?:sql|vm|ftlh?)");
  private static final Pattern FILLED = Pattern.compile("\\$\\{[^}]*}|%(?:\\d+\\$)?[sd]|\\{\\d+}");

  /** What compares, logs or forbids a name, or asks for the file, and loads nothing. */
  private static final Set<String> OTHERS =
      Set.of(
          "endsWith",
          "startsWith",
          "equals",
          "equalsIgnoreCase",
          "contains",
          "indexOf",
          "lastIndexOf",
          "replace",
          "replaceAll",
          "replaceFirst",
          "matches",
          "trace",
          "debug",
          "info",
          "warn",
          "error",
          "fatal",
          "log",
          "println",
          "print",
          "createTempFile",
          "registerPattern",
          "exists",
          "notExists",
          "isRegularFile",
          "isReadable",
          "delete",
          "deleteIfExists",
          "newBufferedWriter",
          "newOutputStream",
          "writeString");

  /** What is made of a name to write the file. */
  private static final Set<String> WRITERS =
      Set.of("FileWriter", "FileOutputStream", "PrintWriter", "PrintStream");

  /** What finds a file on the class path, so that one that is not there is missing. */
  private static final Set<String> FINDERS =
      Set.of(
          "getResource",
          "getResourceAsStream",
          "getResourceAsReader",
          "getResourceAsFile",
          "getResourceAsURL");

  private final CodeBase code;

  /** Simple names of fields that hold a script's name. */
  private final Set<String> constants = new HashSet<>();

  /**
   * A script that code names.
   *
   * @param path as code gives it, without a scheme, {@link SqlReader#HOLE} for what is not known
   * @param found whether what it is given to finds files on the class path
   */
  record Named(String path, JavaType type, Site site, boolean found) {}

  ScriptNames(CodeBase code) {
    this.code = code;
    for (JavaType type : code.types()) {
      for (JavaField field : type.fields()) {
        if (field.value() != null && endsInScript(field.value())) {
          constants.add(field.name());
        }
      }
    }
  }

  /** All that a type names, in the order of its members. */
  List<Named> of(JavaType type) {
    List<Named> all = new ArrayList<>();
    for (JavaField field : type.fields()) {
      annotated(field.annotations(), type, new Site(type.name(), "", field.place()), all);
    }
    for (JavaMethod method : type.methods()) {
      annotated(method.annotations(), type, Site.of(method), all);
      for (JavaMethod.Parameter each : method.parameters()) {
        annotated(each.annotations(), type, Site.of(method), all);
      }
      body(method, all);
    }
    for (JavaMethod each : type.initializers()) {
      boolean constant = each.body() instanceof Stmt.Eval eval && endsInScript(eval.value());
      if (!constant) {
        body(each, all);
      }
    }
    return all;
  }

  private static void annotated(
      List<Annotation> annotations, JavaType type, Site site, List<Named> all) {
    for (Annotation annotation : annotations) {
      for (String key : List.of("value", "file", "path")) {
        for (String text : annotation.texts(key)) {
          if (isScript(text)) {
            add(text, type, site, true, all);
          }
        }
      }
    }
  }

  /** Whether a body names a script at all, as few do. */
  private boolean names(JavaMethod method) {
    boolean[] any = {false};
    Bodies.expressions(
        method.body(),
        each ->
            any[0] |=
                each instanceof Expr.Literal
                    ? endsInScript(each)
                    : !constants.isEmpty() && isConstant(each));
    return any[0];
  }

  private boolean isConstant(Expr expression) {
    return (expression instanceof Expr.Name name && constants.contains(name.id()))
        || (expression instanceof Expr.Select select && constants.contains(select.id()));
  }

  private void body(JavaMethod method, List<Named> all) {
    if (!names(method)) {
      return;
    }
    Set<Expr> done = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Expr> searched = Collections.newSetFromMap(new IdentityHashMap<>());
    Bodies.expressions(
        method.body(),
        each -> {
          if (each instanceof Expr.Call call && OTHERS.contains(call.name())) {
            call.arguments().forEach(argument -> Bodies.parts(argument, done::add));
          } else if (each instanceof Expr.Call call && FINDERS.contains(call.name())) {
            searched.addAll(call.arguments());
          } else if (each instanceof Expr.New created) {
            String made = created.type().name();
            if (made.endsWith("Exception")
                || WRITERS.contains(made.substring(made.lastIndexOf('.') + 1))) {
              created.arguments().forEach(argument -> Bodies.parts(argument, done::add));
            } else if (made.endsWith("ClassPathResource")) {
              searched.addAll(created.arguments());
            }
          }
          if (done.add(each)) {
            boolean found = searched.contains(each);
            for (String text : texts(each, method, done)) {
              Place place = new Place(method.owner().file(), each.line());
              add(text, method.owner(), Site.of(method).at(place), found, all);
            }
          }
        });
  }

  private List<String> texts(Expr expression, JavaMethod method, Set<Expr> done) {
    if (expression instanceof Expr.Binary && endsInScript(expression)) {
      Bodies.parts(expression, done::add);
      return code.texts(expression, method);
    }
    if (expression instanceof Expr.Literal literal && endsInScript(literal)) {
      return List.of(literal.text());
    }
    return isConstant(expression) ? code.texts(expression, method) : List.of();
  }

  private static boolean endsInScript(Expr expression) {
    Expr last = expression;
    while (last instanceof Expr.Binary binary) {
      last = binary.right();
    }
    return last instanceof Expr.Literal literal
        && literal.kind() == Expr.LiteralKind.STRING
        && isScript(literal.text());
  }

  private static boolean isScript(String text) {
    int dot = text.lastIndexOf('.');
    return dot >= 0 && ENDINGS.contains(text.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static void add(String text, JavaType type, Site site, boolean found, List<Named> all) {
    for (String each : text.split(",", -1)) {
      String path = FILLED.matcher(each.strip()).replaceAll(String.valueOf(SqlReader.HOLE));
      if (PATH.matcher(path).matches()) {
        String plain = path.substring(path.indexOf(':') + 1);
        all.add(new Named(plain, type, site, found));
      }
    }
  }
}
