package dev.msvc.model.compare;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of JSON as two of them are compared: keys have no order, and 1.0 is 1. */
public sealed interface Json {
  /** What it is, in one word. */
  String kind();

  /** Its kind and size, without anything of what it says. */
  default String redacted() {
    return kind();
  }

  /** As it would be written. */
  String text();

  /** Values by name. */
  record Fields(SortedMap<String, Json> values) implements Json {
    public Fields {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    @Override
    public String kind() {
      return "object";
    }

    @Override
    public String text() {
      return "object of %d".formatted(values.size());
    }
  }

  /** Values in their order. */
  record Items(List<Json> values) implements Json {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String kind() {
      return "list";
    }

    @Override
    public String redacted() {
      return text();
    }

    @Override
    public String text() {
      return "list of %d".formatted(values.size());
    }
  }

  /** A text. */
  record Text(String value) implements Json {
    @Override
    public String kind() {
      return "text";
    }

    @Override
    public String redacted() {
      return "text of %d".formatted(value.length());
    }

    @Override
    public String text() {
      return "'" + value + "'";
    }
  }

  /** A number; equal to another of the same size, however it is written. */
  record Numeral(BigDecimal value) implements Json {
    public Numeral {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @Override
    public String kind() {
      return "number";
    }

    @Override
    public String text() {
      return value.toString();
    }
  }

  /** True or false. */
  record Truth(boolean value) implements Json {
    @Override
    public String kind() {
      return "truth";
    }

    @Override
    public String text() {
      return String.valueOf(value).toLowerCase(Locale.ROOT);
    }
  }

  /** The null of JSON. */
  record Nothing() implements Json {
    @Override
    public String kind() {
      return "null";
    }

    @Override
    public String text() {
      return "null";
    }
  }
}
