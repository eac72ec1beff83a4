package dev.msvc.analyzers.draft;

import dev.msvc.model.service.IdKind;
import java.util.List;

/** Which fields identify, and what a service keeps by itself. */
final class Ids {
  private Ids() {}

  /** Whether several fields identify together. */
  static boolean isComposite(List<Declared> fields) {
    return fields.stream().anyMatch(each -> each.has("EmbeddedId"))
        || fields.stream().filter(Ids::isMarked).count() > 1;
  }

  private static boolean isMarked(Declared field) {
    return field.has("Id") || field.has("TableId");
  }

  /** Whether a field identifies what has an identity of its own. */
  static boolean isId(Declared field) {
    return isMarked(field) || field.name().equals("id");
  }

  /** What a service keeps by itself beside ids, and what nothing keeps. */
  static boolean isKept(Declared field) {
    return field.has("Version")
        || field.has("Transient")
        || field.says("TableField", "exist").filter("false"::equals).isPresent()
        || field.name().equals("serialVersionUID");
  }

  /**
   * What identifies one whose fields these are.
   *
   * @param key of the table, where no field says that it identifies
   */
  static IdKind of(List<Declared> fields, IdKind key) {
    if (isComposite(fields)) {
      return IdKind.UUID;
    }
    return fields.stream()
        .filter(Ids::isMarked)
        .findFirst()
        .or(() -> fields.stream().filter(each -> each.name().equals("id")).findFirst())
        .map(
            each ->
                switch (Declarations.simple(each.typeName())) {
                  case "UUID" -> IdKind.UUID;
                  case "String" -> IdKind.STRING;
                  default -> IdKind.LONG;
                })
        .orElse(key);
  }
}
