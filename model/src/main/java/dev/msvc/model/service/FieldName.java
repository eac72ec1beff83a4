package dev.msvc.model.service;

import java.util.regex.Pattern;

/** The name of a field or a command, as Java writes members. */
public record FieldName(String value) {
  private static final int LONGEST = 60;
  private static final Pattern FORM = Pattern.compile("[a-z][A-Za-z0-9]*");

  public FieldName {
    if (!FORM.matcher(value).matches() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "'%s' is no name of a field: use letters and digits, first a small one, at most %d"
              .formatted(Words.shown(value), LONGEST));
    }
    if (JavaWords.RESERVED.contains(value)) {
      throw new IllegalArgumentException(
          "'%s' is a word of Java's own: choose another, such as '%sOf' or 'the%s'"
              .formatted(value, value, Words.capitalized(value)));
    }
  }

  /** As a getter or a type begins with it: {@code placedAt} is {@code PlacedAt}. */
  public String capitalized() {
    return Character.toUpperCase(value.charAt(0)) + value.substring(1);
  }

  /** As a column or a field of a proto is named: {@code placedAt} is {@code placed_at}. */
  public String snake() {
    return Words.snake(value);
  }

  /** As a path of a URL is named: {@code shipAll} is {@code ship-all}. */
  public String kebab() {
    return snake().replace('_', '-');
  }

  @Override
  public String toString() {
    return value;
  }
}
