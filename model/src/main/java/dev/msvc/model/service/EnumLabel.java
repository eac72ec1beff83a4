package dev.msvc.model.service;

import java.util.regex.Pattern;

/** A value of an enum, as Java writes it. */
public record EnumLabel(String value) {
  private static final int LONGEST = 60;
  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  public EnumLabel {
    if (!FORM.matcher(value).matches() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "'%s' is no value of an enum: use letters, digits and '_', first a letter, at most %d"
              .formatted(Words.shown(value), LONGEST));
    }
    if (JavaWords.RESERVED.contains(value)) {
      throw new IllegalArgumentException("'%s' is a word of Java's own".formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
