package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.TextReading.Frame;
import dev.msvc.analyzers.code.TextReading.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that calls give: those of {@code String} and its like, and of the system's methods. */
final class TextCalls {
  private static final Pattern FORMAT =
      Pattern.compile("%(?:(\\d+)\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");
  private static final Pattern MESSAGE = Pattern.compile("\\{(\\d+)(?:,[^}]*)?}|'(')?");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*(?:select|insert|update|delete|merge|with|from)\\s", Pattern.CASE_INSENSITIVE);

  /** Names of methods that run a statement and give what it finds. */
  private static final Pattern GIVES_ROWS =
      Pattern.compile(
          "(?:query|find|exec|load|fetch|read|select|count|run|prepare|retrieve|lookup|search|is[A-Z]|has[A-Z]"
              + "|substring|(?i:get(?!\\w*(?:sql|query|hql|statement|clause)$)))");

  private final TextReading reading;

  TextCalls(TextReading reading) {
    this.reading = reading;
  }

  List<String> of(Expr.Call call, Locals at, Frame frame) {
    Expr scope = call.scope();
    List<Expr> given = call.arguments();
    switch (call.name()) {
      case "toString", "trim", "strip", "intern", "stripIndent", "toLowerCase", "toUpperCase" -> {
        if (scope != null && given.size() <= 1 && isText(call, frame)) {
          return reading.of(scope, at, frame);
        }
      }
      case "append", "concat" -> {
        if (scope != null && given.size() == 1) {
          return Texts.product(reading.of(scope, at, frame), reading.of(given.get(0), at, frame));
        }
      }
      case "format" -> {
        if (!given.isEmpty() && isNamed(scope, "String", "MessageFormat")) {
          boolean message = isNamed(scope, "MessageFormat");
          boolean alone =
              message
                  || given.size() < 2
                  || isFormat(given.get(0))
                  || !Texts.isHole(reading.of(given.get(0), at, frame));
          boolean locale = isNamed(given.get(0), "Locale") || isLocale(given.get(0));
          int first = alone && !locale ? 0 : 1;
          return filled(
              reading.of(given.get(first), at, frame),
              message ? MESSAGE : FORMAT,
              given.subList(first + 1, given.size()),
              at,
              frame);
        }
      }
      case "formatted" -> {
        if (scope != null) {
          return filled(reading.of(scope, at, frame), FORMAT, given, at, frame);
        }
      }
      case "valueOf", "requireNonNull" -> {
        if (given.size() == 1 && isNamed(scope, "String", "Objects", null)) {
          return reading.of(given.get(0), at, frame);
        }
      }
      case "replace", "replaceAll", "replaceFirst" -> {
        if (scope != null && given.size() == 2 && isText(call, frame)) {
          return replaced(scope, given, at, frame);
        }
        if (given.size() == 3 && isNamed(scope, "StringUtils")) {
          return replaced(given.get(0), given.subList(1, 3), at, frame);
        }
      }
      case "join" -> {
        if (isNamed(scope, "String", "StringUtils") && given.size() >= 2) {
          return joined(call, at, frame);
        }
      }
      case "substring" -> {
        if (scope != null && given.size() == 2) {
          return shortened(scope, given, at, frame);
        }
      }
      case "getSimpleName", "getName", "getCanonicalName" -> {
        if (scope != null && given.isEmpty() && isText(call, frame)) {
          List<String> names = reading.of(scope, at, frame);
          if (!Texts.isHole(names)) {
            return names;
          }
        }
      }
      case "name" -> {
        JavaField constant = scope == null ? null : reading.meant(scope, frame.method.owner());
        if (constant != null && constant.isStatic() && given.isEmpty()) {
          return List.of(constant.name());
        }
      }
      case "get", "getOrDefault" -> {
        List<String> found = scope == null ? List.of() : mapped(call, scope, at, frame);
        if (!found.isEmpty()) {
          return found;
        }
      }
      default -> {}
    }
    return returned(call, at, frame);
  }

  private static boolean isText(Expr.Call call, Frame frame) {
    Call resolved = frame.flow.call(call);
    return resolved == null || resolved.target() == null || !resolved.target().hasBody();
  }

  private static boolean isNamed(@Nullable Expr scope, @Nullable String... names) {
    for (String each : names) {
      boolean named =
          each == null
              ? scope == null
              : (scope instanceof Expr.Name name && name.id().equals(each))
                  || (scope instanceof Expr.Select select && select.id().equals(each));
      if (named) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFormat(Expr first) {
    return first instanceof Expr.Literal || first instanceof Expr.Binary;
  }

  private static boolean isLocale(Expr first) {
    return first instanceof Expr.Select select && isNamed(select.scope(), "Locale");
  }

  private List<String> filled(
      List<String> formats, Pattern marker, List<Expr> arguments, Locals at, Frame frame) {
    List<String> all = new ArrayList<>();
    for (String format : formats) {
      List<String> made = List.of("");
      Matcher found = marker.matcher(format);
      int from = 0;
      int next = 0;
      while (found.find()) {
        made = Texts.product(made, List.of(format.substring(from, found.start())));
        from = found.end();
        int index;
        if (marker == MESSAGE) {
          if (found.group(1) == null) {
            made = Texts.product(made, List.of(found.group(2) == null ? "" : "'"));
            continue;
          }
          index = number(found.group(1));
        } else if (found.group(2).equals("%") || found.group(2).equals("n")) {
          made = Texts.product(made, List.of(found.group(2).equals("%") ? "%" : "\n"));
          continue;
        } else {
          index = found.group(1) == null ? next++ : number(found.group(1)) - 1;
        }
        made =
            Texts.product(
                made,
                index >= 0 && index < arguments.size()
                    ? reading.of(arguments.get(index), at, frame)
                    : Texts.hole());
      }
      all.addAll(Texts.product(made, List.of(format.substring(from))));
    }
    return Texts.bounded(all);
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : -1;
  }

  /** {@code x.substring(0, x.length() - 2)} */
  private List<String> shortened(Expr scope, List<Expr> given, Locals at, Frame frame) {
    boolean fromStart = given.get(0) instanceof Expr.Literal first && first.text().equals("0");
    boolean toLength =
        given.get(1) instanceof Expr.Binary end
            && end.operator().equals("-")
            && end.left() instanceof Expr.Call length
            && length.name().equals("length")
            && end.right() instanceof Expr.Literal;
    if (!fromStart || !toLength) {
      return Texts.hole();
    }
    int less = number(((Expr.Literal) ((Expr.Binary) given.get(1)).right()).text());
    List<String> all = new ArrayList<>();
    for (String each : reading.of(scope, at, frame)) {
      boolean known = less >= 0 && less <= each.length() && !each.endsWith(Texts.HOLE);
      all.add(known ? each.substring(0, each.length() - less) : each);
    }
    return Texts.bounded(all);
  }

  private List<String> replaced(Expr scope, List<Expr> given, Locals at, Frame frame) {
    List<String> all = new ArrayList<>();
    List<String> with = reading.of(given.get(1), at, frame);
    for (String marker : reading.of(given.get(0), at, frame)) {
      for (String text : reading.of(scope, at, frame)) {
        if (marker.isEmpty() || marker.contains(Texts.HOLE) || !text.contains(marker)) {
          all.add(text);
        } else {
          with.forEach(each -> all.add(text.replace(marker, each)));
        }
      }
    }
    return Texts.bounded(all);
  }

  private List<String> joined(Expr.Call call, Locals at, Frame frame) {
    boolean java = isNamed(call.scope(), "String");
    List<Expr> given = call.arguments();
    List<String> between = reading.of(given.get(java ? 0 : 1), at, frame);
    List<List<String>> parts = new ArrayList<>();
    if (java && given.size() > 2) {
      given.subList(1, given.size()).forEach(each -> parts.add(reading.of(each, at, frame)));
    } else {
      reading
          .elementsOf(given.get(java ? 1 : 0), at, frame)
          .forEach(each -> parts.add(List.of(each)));
    }
    List<String> all = List.of("");
    for (int i = 0; i < parts.size(); i++) {
      all = Texts.product(i == 0 ? all : Texts.product(all, between), parts.get(i));
    }
    return all;
  }

  /** The value that a constant map has for a constant key. */
  private List<String> mapped(Expr.Call call, Expr scope, Locals at, Frame frame) {
    JavaField field = reading.meant(scope, frame.method.owner());
    if (field == null || call.arguments().isEmpty()) {
      return List.of();
    }
    List<String> keys = reading.of(call.arguments().get(0), at, frame);
    List<String> all = new ArrayList<>();
    BiFunction<Expr, Frame, Boolean> isKey =
        (expression, in) ->
            Texts.isHole(keys)
                || reading.of(expression, Locals.NONE, in).stream().anyMatch(keys::contains);
    for (JavaMethod each : field.owner().initializers()) {
      Frame in = reading.frame(each);
      if (each.body() instanceof Stmt.Eval eval
          && eval.value() == field.value()
          && eval.value() instanceof Expr.Call of
          && of.name().equals("of")) {
        for (int i = 0; i + 1 < of.arguments().size(); i += 2) {
          if (isKey.apply(of.arguments().get(i), in)) {
            all.addAll(reading.of(of.arguments().get(i + 1), Locals.NONE, in));
          }
        }
      }
      for (Call put : each.calls()) {
        boolean into =
            put.name().equals("put")
                && put.arguments().size() == 2
                && put.expression() instanceof Expr.Call written
                && written.scope() instanceof Expr.Name name
                && name.id().equals(field.name());
        if (into && isKey.apply(put.arguments().get(0), in)) {
          all.addAll(reading.of(put.arguments().get(1), in.flow.at(put.arguments().get(1)), in));
        }
      }
    }
    return all.isEmpty() ? List.of() : Texts.bounded(all);
  }

  /** What a method of the system returns for what it is given. */
  private List<String> returned(Expr.Call call, Locals at, Frame frame) {
    Call resolved = frame.flow.call(call);
    JavaMethod target = resolved == null ? null : resolved.target();
    List<String> all = new ArrayList<>();
    boolean foreign =
        target != null && target.owner().topLevel() != frame.method.owner().topLevel();
    List<String> statement = foreign ? given(call, at, frame) : Texts.hole();
    if (!Texts.isHole(statement)) {
      return statement;
    }
    boolean asked =
        target != null
            && (isText(target.result().name()) || target.result().name().equals("java.lang.Class"));
    if (target != null && asked) {
      Made made = reading.made(call.scope(), at, frame);
      boolean own = TextReading.isOwn(call);
      List<JavaMethod> reached = reached(call, target, made, frame);
      for (JavaMethod each : reached) {
        if (each != frame.method) {
          Frame called =
              own
                  ? reading.calledOnSelf(each, call.arguments(), at, frame)
                  : reading.called(each, call.arguments(), at, frame, made);
          for (Expr result : called.flow.returned()) {
            boolean nothing =
                result instanceof Expr.Literal literal && literal.kind() == Expr.LiteralKind.NULL;
            if (nothing) {
              continue;
            }
            all.addAll(reading.of(result, called.flow.at(result), called));
          }
        }
      }
    }
    // a word that may be another one is not known
    boolean words = all.stream().allMatch(each -> each.indexOf(' ') < 0);
    List<String> texts = words && all.contains(Texts.HOLE) ? Texts.hole() : Texts.bounded(all);
    return Texts.isHole(texts) ? given(call, at, frame) : texts;
  }

  private List<JavaMethod> reached(
      Expr.Call call, JavaMethod target, @Nullable Made made, Frame frame) {
    boolean fixed = target.isStatic() || made != null || call.scope() instanceof Expr.Super;
    if (fixed && target.hasBody()) {
      return List.of(target);
    }
    return TextReading.isOwn(call) && !target.isStatic() && frame.self == null
        ? reading.reachedOnSelf(target, frame)
        : reading.implementations(target);
  }

  private static boolean isText(String type) {
    return type.equals("java.lang.String")
        || type.equals("java.lang.CharSequence")
        || Variables.isBuilder(type);
  }

  /** A method of which nothing is known and that is given a statement gives that back, adapted. */
  private List<String> given(Expr.Call call, Locals at, Frame frame) {
    Call resolved = frame.flow.call(call);
    boolean text =
        resolved == null || !resolved.result().known() || isText(resolved.result().name());
    if (text && !GIVES_ROWS.matcher(call.name()).lookingAt()) {
      for (Expr each : call.arguments()) {
        boolean may =
            !(each instanceof Expr.Lambda || each instanceof Expr.New)
                || Variables.isBuilder(each instanceof Expr.New made ? made.type().name() : "");
        List<String> texts = may ? reading.of(each, at, frame) : Texts.hole();
        if (texts.stream().allMatch(one -> STATEMENT.matcher(one).lookingAt())) {
          return texts;
        }
      }
    }
    return Texts.hole();
  }
}
