package dev.msvc.cli;

/** From a value of {@code -o} to what writes it, loaded only when it is needed. */
final class Notation {
  private Notation() {}

  static dev.msvc.model.yaml.Format of(Format format) {
    return format == Format.JSON
        ? dev.msvc.model.yaml.Format.JSON
        : dev.msvc.model.yaml.Format.YAML;
  }
}
