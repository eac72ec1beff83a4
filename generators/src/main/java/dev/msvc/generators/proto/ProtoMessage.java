package dev.msvc.generators.proto;

import java.util.List;

/**
 * A message.
 *
 * @param kinds the name of the choice that its fields are; empty where it has all of them at once
 * @param reserved lines that keep what was deleted from coming back as something else
 */
public record ProtoMessage(
    String name,
    List<String> comment,
    String kinds,
    List<ProtoField> fields,
    List<ProtoLine> reserved) {
  public ProtoMessage {
    comment = List.copyOf(comment);
    fields = List.copyOf(fields);
    reserved = List.copyOf(reserved);
  }

  /** Whether it holds one of its fields only. */
  public boolean isChoice() {
    return !kinds.isEmpty();
  }

  /** Whether there is nothing in it, which is written on one line. */
  public boolean isEmpty() {
    return fields.isEmpty() && reserved.isEmpty();
  }

  /** The field of a name in {@code service.yaml}. */
  public ProtoField field(String source) {
    return fields.stream().filter(each -> each.source().equals(source)).findFirst().orElseThrow();
  }
}
