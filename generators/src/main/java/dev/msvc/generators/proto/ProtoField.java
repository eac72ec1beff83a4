package dev.msvc.generators.proto;

import java.util.List;

/**
 * A field of a message.
 *
 * @param source its name in {@code service.yaml}, or of ours where it is not from there
 * @param name in the message
 * @param type with {@code repeated}; without {@code optional}
 * @param lines the whole of it, as it is written
 */
public record ProtoField(
    String source,
    String name,
    String type,
    int number,
    List<String> comment,
    List<ProtoLine> lines) {
  public ProtoField {
    comment = List.copyOf(comment);
    lines = List.copyOf(lines);
  }

  /** As protoc's Java has it behind {@code get}: {@code due_on} is {@code DueOn}. */
  public String accessor() {
    StringBuilder accessor = new StringBuilder();
    boolean next = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_') {
        accessor.append(next ? Character.toUpperCase(c) : c);
      }
      next = c == '_' || Character.isDigit(c);
    }
    return accessor.toString();
  }
}
