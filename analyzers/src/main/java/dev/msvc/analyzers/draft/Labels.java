package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.draft.DraftNote.Kind;
import dev.msvc.model.FieldFact;
import dev.msvc.model.Place;
import dev.msvc.model.TypeFact;
import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Constants of the monolith's enums made into words of a service's. */
final class Labels {
  private Labels() {}

  static FieldType of(TypeFact type, FieldName name, TypeName owner, String where, Notes notes) {
    List<EnumLabel> labels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (FieldFact constant : type.fields()) {
      if (!constant.type().equals(type.name()) && !constant.type().equals(type.simpleName())) {
        continue;
      }
      EnumLabel label = DraftNames.label(constant.name(), taken);
      labels.add(label);
      if (!label.value().equals(constant.name())) {
        notes.say(
            Kind.RENAMED,
            "%s.%s is %s".formatted(type.simpleName(), constant.name(), label),
            new Place(type.place().file(), constant.line()));
      }
    }
    if (labels.isEmpty()) {
      notes.say(
          Kind.CHANGED,
          "%s: a text, as the constants of %s are not known".formatted(where, type.simpleName()),
          type.place());
      return FieldType.Scalar.STRING;
    }
    return new FieldType.EnumOf(TypeName.ofEnum(owner, name), labels);
  }

  /** As contracts write it: two that differ in this only are one. */
  static String written(String label) {
    return label
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("_+", "_")
        .replaceAll("_$", "")
        .toUpperCase(Locale.ROOT);
  }
}
