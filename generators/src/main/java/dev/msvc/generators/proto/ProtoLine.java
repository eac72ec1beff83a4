package dev.msvc.generators.proto;

/**
 * A line of a file, with at most one text in quotes: what comes from a user is nowhere else.
 *
 * @param before what stands before the text, or the whole line
 * @param quoted whether there is a text
 * @param text as it is; templates escape it
 */
public record ProtoLine(String before, boolean quoted, String text, String after) {
  static ProtoLine of(String line) {
    return new ProtoLine(line, false, "", "");
  }

  ProtoLine then(String more) {
    return new ProtoLine(before, quoted, text, after + more);
  }

  ProtoLine behind(String less) {
    return new ProtoLine(less + before, quoted, text, after);
  }
}
