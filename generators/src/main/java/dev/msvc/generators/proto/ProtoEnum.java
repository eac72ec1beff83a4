package dev.msvc.generators.proto;

import java.util.List;

/**
 * An enum; its first value says that none was given.
 *
 * @param reserved lines that keep what was deleted from coming back as something else
 */
public record ProtoEnum(
    String name, String unspecified, List<Value> values, List<ProtoLine> reserved) {
  public ProtoEnum {
    values = List.copyOf(values);
    reserved = List.copyOf(reserved);
  }

  /**
   * A value.
   *
   * @param label as {@code service.yaml} writes it
   */
  public record Value(String label, String name, int number) {}

  /** The name of a label's value. */
  public String value(String label) {
    return values.stream()
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow()
        .name();
  }
}
