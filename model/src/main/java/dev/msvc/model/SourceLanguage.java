package dev.msvc.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language of the Java platform whose files are read. */
public enum SourceLanguage {
  JAVA("Java", "java"),
  KOTLIN("Kotlin", "kt"),
  GROOVY("Groovy", "groovy"),
  SCALA("Scala", "scala");

  private final String title;
  private final String extension;

  SourceLanguage(String title, String extension) {
    this.title = title;
    this.extension = extension;
  }

  /** As people write it. */
  public String title() {
    return title;
  }

  /** With which names of its files end, after a dot. */
  public String extension() {
    return extension;
  }

  /** The language of a file, by its extension; null for none of these. */
  public static @Nullable SourceLanguage of(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (SourceLanguage each : values()) {
      if (each.extension.equals(extension)) {
        return each;
      }
    }
    return null;
  }
}
