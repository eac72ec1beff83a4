package dev.msvc.generators.proto;

import dev.msvc.model.service.FieldType;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What values of an enum are called in the contract. */
final class EnumNames {
  private static final String UNSPECIFIED = "UNSPECIFIED";
  private static final String NUMBER = "_VALUE";

  private final String prefix;
  // what Java's class of the enum has beside its values
  private final Set<String> taken = new HashSet<>(Set.of(UNSPECIFIED, UNSPECIFIED + NUMBER));

  EnumNames(FieldType.EnumOf choice) {
    this.prefix = prefix(choice.name().value());
    choice.labels().forEach(each -> taken.add(words(each.value()) + NUMBER));
  }

  /** As buf asks for it, which begins no word behind a digit: {@code X1Y2} is {@code X1Y2_}. */
  private static String prefix(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=.)(?=[A-Z][a-z])", "_").toUpperCase(Locale.ROOT)
        + "_";
  }

  /** The first value: none was given. */
  String unspecified() {
    return prefix + UNSPECIFIED;
  }

  /** {@code inProgress} is {@code ORDER_STATUS_IN_PROGRESS}. */
  String of(String label) {
    String words = words(label);
    return prefix + (taken.contains(words) ? "IS_" + words : words);
  }

  private static String words(String label) {
    return label
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("_+", "_")
        .replaceAll("_$", "")
        .toUpperCase(Locale.ROOT);
  }
}
