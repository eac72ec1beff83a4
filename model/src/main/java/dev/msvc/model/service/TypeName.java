package dev.msvc.model.service;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The name of an aggregate, entity, value, event or enum, as Java writes types. */
public record TypeName(String value) implements Comparable<TypeName> {
  private static final int LONGEST = 60;
  private static final int SUM = 8;
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Za-z0-9]*");

  public TypeName {
    if (!FORM.matcher(value).matches() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "'%s' is no name of a type: use letters and digits, first a capital, at most %d"
              .formatted(Words.shown(value), LONGEST));
    }
    // of one letter, as S3, there is no other way to write it
    boolean capitals = value.chars().filter(Character::isLetter).count() > 1;
    if (capitals && value.equals(value.toUpperCase(java.util.Locale.ROOT))) {
      throw new IllegalArgumentException(
          "'%s' is no name of a type: write '%s'".formatted(value, Words.capitalized(value)));
    }
    if (JavaWords.TYPES.contains(value)) {
      throw new IllegalArgumentException(
          "'%s' is a type of Java's own: choose another word".formatted(value));
    }
  }

  /** The name of the enum that a field of a type holds; one that would be too long is cut. */
  public static TypeName ofEnum(TypeName owner, FieldName field) {
    String name = owner.value() + field.capitalized();
    if (name.length() <= LONGEST) {
      return new TypeName(name);
    }
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.US_ASCII));
    return new TypeName(name.substring(0, LONGEST - SUM) + "%08x".formatted(sum.getValue()));
  }

  /** As a variable begins: {@code OrderLine} is {@code orderLine}. */
  public String uncapitalized() {
    String name = Character.toLowerCase(value.charAt(0)) + value.substring(1);
    return JavaWords.RESERVED.contains(name) ? name + "Value" : name;
  }

  /** As a table or a proto file is named: {@code OrderLine} is {@code order_line}. */
  public String snake() {
    return Words.snake(value);
  }

  /** Several of them: {@code OrderLine} is {@code OrderLines}. */
  public String plural() {
    return Words.plural(value);
  }

  /** Several of them as a field of a proto is named: {@code OrderLine} is {@code order_lines}. */
  public String snakePlural() {
    return Words.snake(plural());
  }

  /** As a path of a URL is named: {@code OrderLine} is {@code order-lines}. */
  public String kebabPlural() {
    return Words.plural(Words.snake(value)).replace('_', '-');
  }

  @Override
  public int compareTo(TypeName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
