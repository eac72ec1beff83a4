package dev.msvc.generators.java;

import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.Unmade;
import dev.msvc.model.service.ValueSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values for tests: one that keeps all rules for each field. */
final class SampleCode {
  private static final String ID = "00000000-0000-4000-8000-000000000001";
  private static final int MOST_BYTES = 3;

  private final Scope scope;

  SampleCode(Scope scope) {
    this.scope = scope;
  }

  Sample of(FieldSpec field) {
    FieldType type = field.type();
    if (type instanceof FieldType.ListOf list) {
      Sample one = element(field);
      int count = count(field.rules());
      return new Sample(
          "List.%sof(%s)".formatted(witness("", list.item()), repeated(one.java(), count)),
          "[" + repeated(one.json(), count) + "]",
          one.argument().isEmpty() ? "" : repeated(one.argument(), count));
    }
    if (type instanceof FieldType.MapOf map) {
      Sample one = element(field);
      return map(one, count(field.rules()), witness("String, ", map.value()));
    }
    if (field.unique()) {
      return UniqueSample.of(field);
    }
    return one(field);
  }

  private static int count(Rules rules) {
    int min = rules.min().map(BigDecimal::intValueExact).orElse(0);
    int max = rules.max().map(BigDecimal::intValueExact).orElse(Integer.MAX_VALUE);
    return Math.min(Math.max(min, 1), max);
  }

  private static String repeated(String one, int count) {
    return String.join(", ", java.util.Collections.nCopies(count, one));
  }

  /** Says that several are of an abstract value: of methods that take its kinds, that one. */
  private String witness(String before, FieldType element) {
    return element instanceof FieldType.Named named
            && scope.home(named.name()).kind() == Home.Kind.ABSTRACT
        ? "<" + before + scope.home(named.name()).name() + ">"
        : "";
  }

  private static Sample map(Sample value, int count, String witness) {
    List<String> java = new ArrayList<>();
    List<String> json = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String key = i == 0 ? "key" : "key" + i;
      java.add("Map.entry(\"%s\", %s)".formatted(key, value.java()));
      json.add("\"%s\": %s".formatted(key, value.json()));
    }
    String code =
        count == 1
            ? "Map.%sof(\"key\", %s)".formatted(witness, value.java())
            : "Map.%sofEntries(%s)".formatted(witness, String.join(", ", java));
    return Sample.of(code, "{" + String.join(", ", json) + "}");
  }

  /** One of what a list or a map holds. */
  private Sample element(FieldSpec field) {
    return one(
        new FieldSpec(field.name(), Scope.element(field.type()), false, false, Rules.NONE, ""));
  }

  private Sample one(FieldSpec field) {
    FieldType type = field.type();
    Rules rules = field.rules();
    if (type instanceof FieldType.Named named) {
      return named(named.name());
    }
    if (type instanceof FieldType.EnumOf choice) {
      EnumLabel label = choice.labels().get(0);
      return Sample.of(
          scope.home(choice.name()).name() + "." + label, JavaText.quoted(label.value()));
    }
    if (type instanceof FieldType.Decimal decimal) {
      String number = decimal(decimal, rules).toPlainString();
      return Sample.of("new BigDecimal(\"%s\")".formatted(number), JavaText.quoted(number));
    }
    return switch ((FieldType.Scalar) type) {
      case STRING, TEXT -> texts(field);
      case INT -> same(clamped(BigDecimal.ONE, rules).toPlainString());
      case LONG -> {
        String number = clamped(BigDecimal.ONE, rules).toPlainString();
        yield Sample.of(number + "L", number);
      }
      case DOUBLE -> {
        String number = clamped(new BigDecimal("1.5"), rules).toPlainString();
        yield Sample.of(number.contains(".") ? number : number + ".0", number);
      }
      case BOOLEAN -> same("true");
      case DATE -> Sample.of("LocalDate.parse(\"2026-01-02\")", "\"2026-01-02\"");
      case TIME -> Sample.of("LocalTime.parse(\"03:04:05\")", "\"03:04:05\"");
      case INSTANT ->
          Sample.of("Instant.parse(\"2026-01-02T03:04:05Z\")", "\"2026-01-02T03:04:05Z\"");
      case UUID -> Sample.of("UUID.fromString(\"%s\")".formatted(ID), JavaText.quoted(ID));
      case BYTES -> bytes(rules);
      case MONEY ->
          Sample.of(
              "Money.of(new BigDecimal(\"12.5\"), \"EUR\")",
              "{\"amount\": \"12.5\", \"currency\": \"EUR\"}");
    };
  }

  private static Sample same(String code) {
    return Sample.of(code, code);
  }

  private static BigDecimal clamped(BigDecimal number, Rules rules) {
    BigDecimal least = rules.min().map(number::max).orElse(number);
    BigDecimal clamped = rules.max().map(least::min).orElse(least);
    // a bound that is no whole number, of one that is
    boolean whole = number.scale() <= 0 && clamped.stripTrailingZeros().scale() > 0;
    if (!whole) {
      return clamped.stripTrailingZeros();
    }
    return clamped.setScale(
        0,
        rules.min().filter(clamped::equals).isPresent()
            ? java.math.RoundingMode.CEILING
            : java.math.RoundingMode.FLOOR);
  }

  private static BigDecimal decimal(FieldType.Decimal type, Rules rules) {
    boolean whole = type.scale() == 0;
    boolean small = type.precision() == type.scale();
    BigDecimal usual = new BigDecimal(whole ? "1" : small ? "0.5" : "1.5");
    return clamped(usual, rules);
  }

  private static Sample bytes(Rules rules) {
    int least = rules.min().map(BigDecimal::intValueExact).orElse(0);
    int most = rules.max().map(BigDecimal::intValueExact).orElse(MOST_BYTES);
    int length = Math.max(least, Math.min(most, MOST_BYTES));
    return Sample.of(
        "new byte[%d]".formatted(length),
        JavaText.quoted(Base64.getEncoder().encodeToString(new byte[length])));
  }

  private static Sample texts(FieldSpec field) {
    String text = text(field);
    return Sample.of(JavaText.quoted(text), JavaText.quoted(text));
  }

  /** A text that keeps the rules of a field. */
  static String text(FieldSpec field) {
    String name = field.name().value();
    Rules rules = field.rules();
    int min = rules.min().map(BigDecimal::intValueExact).orElse(0);
    int max = rules.max().map(BigDecimal::intValueExact).orElse(Rules.DEFAULT_LENGTH);
    if (rules.pattern().isPresent()) {
      return patterned(field, rules.pattern().get(), min, max);
    }
    if (rules.format().isPresent()) {
      boolean email = rules.format().get() == Rules.Format.EMAIL;
      String usual = email ? name + "@example.com" : "https://example.com/" + name;
      String text = usual.length() <= max ? usual : email ? "a@b.cd" : "http://a.b";
      return text.length() >= min || !email
          ? padded(text, min)
          : "a".repeat(min - text.length()) + text;
    }
    return padded(name.length() <= max ? name : name.substring(0, Math.max(max, 0)), min);
  }

  private static String patterned(FieldSpec field, String pattern, int min, int max) {
    Optional<String> usual =
        List.of(field.name().value(), "email@example.com", "https://example.com/", "example.com")
            .stream()
            .filter(each -> field.rules().format().isPresent() && each.matches(pattern))
            .findFirst();
    return usual
        .or(() -> PatternSample.of(pattern, Math.max(min, 1)))
        .or(() -> PatternSample.of(pattern, min))
        .filter(each -> each.length() <= max)
        .orElseThrow(
            () ->
                new Unmade(
                    field,
                    "no text was found that keeps the pattern of '%s' and its other rules: %s"
                        .formatted(field.name(), pattern),
                    "write it with classes, groups and repeats only"));
  }

  private static String padded(String text, int min) {
    return text.length() >= min ? text : text + "x".repeat(min - text.length());
  }

  private Sample named(TypeName name) {
    if (!scope.isValue(name)) {
      EntitySpec entity =
          scope.service().aggregates().stream()
              .flatMap(each -> each.entities().stream())
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();
      return made(name, entity.fields(), List.of("null"), List.of());
    }
    ValueSpec value = scope.value(name);
    if (value.isAbstract()) {
      return named(scope.kinds(name).get(0).name());
    }
    List<String> json = new ArrayList<>();
    value
        .parent()
        .ifPresent(
            parent -> json.add("\"%s\": \"%s\"".formatted(Kinds.property(scope, parent), name)));
    return made(name, scope.fields(value), List.of(), json);
  }

  private Sample made(TypeName name, List<FieldSpec> fields, List<String> java, List<String> json) {
    boolean unique = fields.stream().anyMatch(FieldSpec::unique);
    List<String> code = new ArrayList<>(java);
    List<String> properties = new ArrayList<>(json);
    List<String> arguments = new ArrayList<>();
    for (FieldSpec each : fields) {
      Sample sample = of(each);
      code.add(sample.java());
      boolean fixed = unique && sample.argument().isEmpty();
      properties.add(
          "\"%s\": %s"
              .formatted(each.name(), fixed ? sample.json().replace("%", "%%") : sample.json()));
      if (!sample.argument().isEmpty()) {
        arguments.add(sample.argument());
      }
    }
    return new Sample(
        "new %s(%s)".formatted(scope.home(name).name(), String.join(", ", code)),
        properties.stream().collect(Collectors.joining(", ", "{", "}")),
        String.join(", ", arguments));
  }
}
