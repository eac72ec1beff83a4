package dev.msvc.model.service;

import java.util.List;

/** What a field holds. */
public sealed interface FieldType {
  /** As {@code service.yaml} writes it. */
  String notation();

  /** What a list or a map holds; of others the type itself. */
  default FieldType element() {
    return this;
  }

  /** One value that every language has. */
  enum Scalar implements FieldType {
    /** Characters, at most {@link Rules#DEFAULT_LENGTH} where no length is said. */
    STRING,
    /** Characters without a bound of ours. */
    TEXT,
    /** 32 bits, signed. */
    INT,
    /** 64 bits, signed. */
    LONG,
    /** 64 bits of IEEE 754: never for money. */
    DOUBLE,
    BOOLEAN,
    /** A day of the calendar, without a zone. */
    DATE,
    /** A time of day, without a zone. */
    TIME,
    /** A point in time. */
    INSTANT,
    UUID,
    BYTES,
    /** An amount and a currency of ISO 4217. */
    MONEY;

    @Override
    public String notation() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A number with a fixed number of digits.
   *
   * @param precision digits in all, 1 to 38
   * @param scale digits after the point, 0 to precision
   */
  record Decimal(int precision, int scale) implements FieldType {
    public Decimal {
      if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
        throw new IllegalArgumentException(
            "decimal(%d,%d) is none: write decimal(digits, of them after the point), at most 38 digits"
                .formatted(precision, scale));
      }
    }

    @Override
    public String notation() {
      return "decimal(%d,%d)".formatted(precision, scale);
    }
  }

  /** One of a few words. */
  record EnumOf(TypeName name, List<EnumLabel> labels) implements FieldType {
    public EnumOf {
      labels = List.copyOf(labels);
      if (labels.isEmpty()) {
        throw new IllegalArgumentException("an enum has one value or more");
      }
    }

    @Override
    public String notation() {
      return "["
          + labels.stream().map(EnumLabel::value).collect(java.util.stream.Collectors.joining(", "))
          + "]";
    }
  }

  /** A value or an entity of the service, by its name. */
  record Named(TypeName name) implements FieldType {
    @Override
    public String notation() {
      return name.value();
    }
  }

  /** Several, in order. */
  record ListOf(FieldType item) implements FieldType {
    @Override
    public String notation() {
      return "list(" + item.notation() + ")";
    }

    @Override
    public FieldType element() {
      return item;
    }
  }

  /** Several, by a text. */
  record MapOf(FieldType value) implements FieldType {
    @Override
    public String notation() {
      return "map(" + value.notation() + ")";
    }

    @Override
    public FieldType element() {
      return value;
    }
  }
}
