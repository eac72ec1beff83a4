package dev.msvc.generators.proto;

import dev.msvc.model.service.FieldType;
import java.util.Locale;

/** What values of an enum are called in the contract. */
final class EnumNames {
  private static final String UNSPECIFIED = "UNSPECIFIED";

  private final String prefix;

  EnumNames(FieldType.EnumOf choice) {
    this.prefix = choice.name().snake().toUpperCase(Locale.ROOT) + "_";
  }

  /** The first value: none was given. */
  String unspecified() {
    return prefix + UNSPECIFIED;
  }

  /** {@code inProgress} is {@code ORDER_STATUS_IN_PROGRESS}. */
  String of(String label) {
    String words =
        label
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("_+", "_")
            .replaceAll("_$", "")
            .toUpperCase(Locale.ROOT);
    return prefix + (words.equals(UNSPECIFIED) ? "IS_" + words : words);
  }
}
