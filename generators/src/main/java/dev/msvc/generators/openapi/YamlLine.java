package dev.msvc.generators.openapi;

/**
 * A line of YAML with at most one text in quotes: what comes from a user is nowhere else.
 *
 * @param before what stands before the text, or the whole line
 * @param quoted whether there is a text
 * @param text as it is; templates escape it
 */
public record YamlLine(String before, boolean quoted, String text) {
  YamlLine behind(String less) {
    return new YamlLine(less + before, quoted, text);
  }
}
