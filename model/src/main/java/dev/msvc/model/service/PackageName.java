package dev.msvc.model.service;

import java.util.regex.Pattern;

/** A Java package. */
public record PackageName(String value) {
  private static final int LONGEST = 120;
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  public PackageName {
    if (!FORM.matcher(value).matches() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "'%s' is no package: use lower-case words with dots between, as in com.acme.orders"
              .formatted(Words.shown(value)));
    }
    for (String word : value.split("\\.", -1)) {
      if (JavaWords.RESERVED.contains(word)) {
        throw new IllegalArgumentException(
            "'%s' is no package: '%s' is a word of Java's own".formatted(value, word));
      }
    }
    if (value.equals("java") || value.startsWith("java.") || value.startsWith("javax.")) {
      throw new IllegalArgumentException("'%s' is a package of Java's own".formatted(value));
    }
  }

  /** As a folder: {@code com/acme/orders}. */
  public String path() {
    return value.replace('.', '/');
  }

  @Override
  public String toString() {
    return value;
  }
}
