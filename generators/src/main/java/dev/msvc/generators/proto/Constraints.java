package dev.msvc.generators.proto;

import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.Unmade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a field must be, as protovalidate checks it. */
final class Constraints {
  private static final String CURRENCY = "this.currency_code.matches('^[A-Z]{3}$')";
  // what repeats without an end, so that the pattern bounds no length
  private static final Pattern ENDLESS = Pattern.compile("[*+]|\\{\\d+,}");

  private Constraints() {}

  /** Of a field that callers set. */
  static List<Setting> of(FieldSpec field) {
    FieldType type = field.type();
    List<Setting> all = new ArrayList<>();
    if (type instanceof FieldType.ListOf list) {
      List<Setting> of = new ArrayList<>(lengths(field.rules(), "min_items", "max_items"));
      group("items", element(list.item(), field)).ifPresent(of::add);
      group("repeated", of).ifPresent(all::add);
    } else if (type instanceof FieldType.MapOf map) {
      List<Setting> of = new ArrayList<>(lengths(field.rules(), "min_pairs", "max_pairs"));
      of.add(
          Setting.group(
              "keys",
              List.of(Setting.group("string", List.of(least(1), most(Rules.DEFAULT_LENGTH))))));
      group("values", element(map.value(), field)).ifPresent(of::add);
      group("map", of).ifPresent(all::add);
    } else {
      if (!field.optional() && isMessage(type)) {
        all.add(Setting.of("required", true));
      }
      all.addAll(value(type, field));
    }
    return all;
  }

  /** Of the id of an aggregate. */
  static List<Setting> of(IdKind id) {
    return List.of(
        switch (id) {
          case UUID -> Setting.group("string", List.of(Setting.of("uuid", true)));
          case LONG -> Setting.group("int64", List.of(Setting.of("gt", 0)));
          case STRING -> Setting.group("string", List.of(least(1), most(Rules.DEFAULT_LENGTH)));
        });
  }

  /** Of a part that must be there. */
  static List<Setting> required() {
    return List.of(Setting.of("required", true));
  }

  private static boolean isMessage(FieldType type) {
    return ProtoType.of(type, named -> "").isMessage();
  }

  private static List<Setting> element(FieldType type, FieldSpec field) {
    if (type == FieldType.Scalar.STRING) {
      return List.of(Setting.group("string", List.of(most(Rules.DEFAULT_LENGTH))));
    }
    return type == FieldType.Scalar.TEXT ? List.of() : value(type, Rules.NONE, field);
  }

  private static List<Setting> value(FieldType type, FieldSpec field) {
    if (type == FieldType.Scalar.STRING || type == FieldType.Scalar.TEXT) {
      return group("string", text(type, field.rules(), field.optional())).stream().toList();
    }
    return value(type, field.rules(), field);
  }

  private static List<Setting> value(FieldType type, Rules rules, FieldSpec field) {
    if (type instanceof FieldType.EnumOf) {
      return List.of(
          Setting.group(
              "enum", List.of(Setting.of("defined_only", true), Setting.of("not_in", 0))));
    }
    if (type instanceof FieldType.Decimal decimal) {
      return List.of(decimal(decimal, rules));
    }
    return type instanceof FieldType.Scalar scalar ? scalar(scalar, rules, field) : List.of();
  }

  private static List<Setting> scalar(FieldType.Scalar scalar, Rules rules, FieldSpec field) {
    List<Setting> settings =
        switch (scalar) {
          case UUID -> List.of(Setting.of("uuid", true));
          case INT -> whole(rules, Integer.MIN_VALUE, Integer.MAX_VALUE, field);
          case LONG -> whole(rules, Long.MIN_VALUE, Long.MAX_VALUE, field);
          case DOUBLE -> fraction(rules);
          case BYTES ->
              same(rules.min(), rules.max())
                  ? List.of(Setting.of("len", rules.min().orElseThrow().toBigInteger()))
                  : lengths(rules, "min_len", "max_len");
          case MONEY ->
              List.of(
                  Setting.text("id", "money"),
                  Setting.text(
                      "message",
                      "must be an amount to the ten-thousandth in a currency of ISO 4217"),
                  Setting.text("expression", CURRENCY + " && this.nanos % 100000 == 0"));
          case DATE ->
              List.of(
                  Setting.text("id", "date"),
                  Setting.text("message", "must be a whole date"),
                  Setting.text("expression", "this.year > 0 && this.month > 0 && this.day > 0"));
          case TIME ->
              List.of(
                  Setting.text("id", "time"),
                  Setting.text("message", "must be a time of day"),
                  Setting.text(
                      "expression",
                      "this.hours >= 0 && this.hours < 24 && this.minutes >= 0 && this.minutes < 60"
                          + " && this.seconds >= 0 && this.seconds < 60"));
          case STRING, TEXT, BOOLEAN, INSTANT -> List.of();
        };
    return group(key(scalar), settings).stream().toList();
  }

  private static String key(FieldType.Scalar scalar) {
    return switch (scalar) {
      case MONEY, DATE, TIME -> "cel";
      case BYTES -> "bytes";
      default -> ProtoType.of(scalar, named -> "").name();
    };
  }

  private static List<Setting> text(FieldType type, Rules rules, boolean optional) {
    List<Setting> of = new ArrayList<>();
    boolean shaped = rules.pattern().isPresent() || rules.format().isPresent();
    boolean blank = shaped || (type == FieldType.Scalar.TEXT && optional);
    long min = rules.min().map(BigDecimal::longValue).orElse(blank ? 0L : 1L);
    Optional<Long> max = rules.max().map(BigDecimal::longValue);
    boolean bounded = rules.pattern().isPresent() && !ENDLESS.matcher(rules.pattern().get()).find();
    if (max.isEmpty() && type == FieldType.Scalar.STRING && !bounded) {
      max = Optional.of((long) Rules.DEFAULT_LENGTH);
    }
    rules
        .format()
        .ifPresent(each -> of.add(Setting.of(each.name().toLowerCase(Locale.ROOT), true)));
    if (min > 0 && max.filter(each -> each == min).isPresent()) {
      of.add(Setting.of("len", min));
    } else {
      if (min > 0) {
        of.add(least(min));
      }
      max.ifPresent(each -> of.add(most(each)));
    }
    rules.pattern().ifPresent(each -> of.add(Setting.text("pattern", whole(each))));
    return of;
  }

  /** A pattern that the whole of a text matches. */
  static String whole(String pattern) {
    return pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$";
  }

  private static Setting least(long length) {
    return Setting.of("min_len", length);
  }

  private static Setting most(long length) {
    return Setting.of("max_len", length);
  }

  private static List<Setting> lengths(Rules rules, String least, String most) {
    List<Setting> of = new ArrayList<>();
    rules
        .min()
        .filter(each -> each.signum() > 0)
        .ifPresent(each -> of.add(Setting.of(least, each.toBigInteger())));
    rules.max().ifPresent(each -> of.add(Setting.of(most, each.toBigInteger())));
    return of;
  }

  private static List<Setting> whole(Rules rules, long from, long to, FieldSpec field) {
    List<Setting> of = new ArrayList<>();
    BigDecimal least = BigDecimal.valueOf(from);
    BigDecimal most = BigDecimal.valueOf(to);
    BigDecimal min = rules.min().orElse(least).setScale(0, RoundingMode.CEILING);
    BigDecimal max = rules.max().orElse(most).setScale(0, RoundingMode.FLOOR);
    if (min.compareTo(most) > 0 || max.compareTo(least) < 0 || min.compareTo(max) > 0) {
      throw new Unmade(
          field,
          "no number is between min and max of '%s'".formatted(field.name()),
          "write whole numbers, within what its type can hold");
    }
    if (min.compareTo(max) == 0) {
      return List.of(Setting.of("const", min.toPlainString()));
    }
    if (min.compareTo(least) > 0) {
      of.add(Setting.of("gte", min.toPlainString()));
    }
    if (max.compareTo(most) < 0) {
      of.add(Setting.of("lte", max.toPlainString()));
    }
    return of;
  }

  private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
  }

  private static List<Setting> fraction(Rules rules) {
    if (same(rules.min(), rules.max())) {
      return List.of(Setting.of("const", rules.min().orElseThrow().toPlainString()));
    }
    List<Setting> of = new ArrayList<>();
    of.add(Setting.of("finite", true));
    rules.min().ifPresent(each -> of.add(Setting.of("gte", each.toPlainString())));
    rules.max().ifPresent(each -> of.add(Setting.of("lte", each.toPlainString())));
    return of;
  }

  private static Setting decimal(FieldType.Decimal type, Rules rules) {
    int before = type.precision() - type.scale();
    String digits = before == 0 ? "0" : "[0-9]{1," + before + "}";
    String after = type.scale() == 0 ? "" : "([.][0-9]{1," + type.scale() + "})?";
    StringBuilder expression =
        new StringBuilder("this.value.matches('^-?" + digits + after + "$')");
    rules.min().ifPresent(each -> expression.append(bound(" >= ", each)));
    rules.max().ifPresent(each -> expression.append(bound(" <= ", each)));
    String ranged = rules.isEmpty() ? "" : " in its range";
    return Setting.group(
        "cel",
        List.of(
            Setting.text("id", "decimal"),
            Setting.text(
                "message",
                "must be a number of %d digits, %d of them after the point%s"
                    .formatted(type.precision(), type.scale(), ranged)),
            Setting.text("expression", expression.toString())));
  }

  private static String bound(String sign, BigDecimal bound) {
    String plain = bound.toPlainString();
    return " && double(this.value)" + sign + (plain.contains(".") ? plain : plain + ".0");
  }

  private static Optional<Setting> group(String key, List<Setting> settings) {
    return settings.isEmpty() ? Optional.empty() : Optional.of(Setting.group(key, settings));
  }
}
