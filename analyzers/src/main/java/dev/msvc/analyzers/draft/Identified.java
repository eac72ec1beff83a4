package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.draft.DraftNote.Kind;
import dev.msvc.model.ContextMap;
import dev.msvc.model.TypeFact;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Rules;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes whose objects have an identity of their own: others refer to them by it. */
final class Identified {
  private final ContextMap map;
  private final Declarations declared;
  private final Holdings holdings;
  private final Tables tables;
  private final Notes notes;
  private final Set<String> classes = new LinkedHashSet<>();

  /**
   * @param more classes, beside those that are mapped
   */
  Identified(
      ContextMap map,
      Declarations declared,
      Holdings holdings,
      Tables tables,
      Notes notes,
      Collection<String> more) {
    this.map = map;
    this.declared = declared;
    this.holdings = holdings;
    this.tables = tables;
    this.notes = notes;
    map.facts().mappings().forEach(each -> classes.add(each.className()));
    map.facts().tables().forEach(each -> classes.addAll(each.entities()));
    classes.addAll(more);
  }

  boolean has(String className) {
    return classes.contains(className);
  }

  /** The id of what a field leads to; null where that has the reference. */
  @Nullable FieldSpec reference(
      TypeFact of, Declared field, String target, Parts parts, String where) {
    String shown = Declarations.simple(target);
    boolean many = holdings.isMany(of, field);
    if (!holdings.isOwning(of, field) || (many && isToldThere(of, field, target))) {
      notes.say(
          Kind.LEFT_OUT,
          "%s: %s has the reference, ask there".formatted(where, shown),
          field.place());
      return null;
    }
    String base =
        many ? field.name().replaceFirst("ies$", "y").replaceFirst("s$", "") : field.name();
    boolean said = base.endsWith("Id") || base.endsWith("ID");
    FieldName name = DraftNames.field(base + (many ? (said ? "s" : "Ids") : said ? "" : "Id"));
    String context = map.contextOf(target);
    notes.say(
        Kind.REFERENCE,
        "%s: %s%s, by %s".formatted(where, shown, context.isEmpty() ? "" : " of " + context, name),
        field.place());
    FieldType id =
        switch (idOf(target, parts)) {
          case UUID -> FieldType.Scalar.UUID;
          case LONG -> FieldType.Scalar.LONG;
          case STRING -> FieldType.Scalar.STRING;
        };
    return new FieldSpec(
        name,
        many ? new FieldType.ListOf(id) : id,
        !many && field.isOptional(),
        false,
        Rules.NONE,
        "");
  }

  /**
   * Whether what a list leads to refers back, where no mapping says how the list is stored: by a
   * field of its own, or by a foreign key of its table.
   */
  private boolean isToldThere(TypeFact of, Declared field, String target) {
    TypeFact other = map.type(target);
    if (other == null || holdings.relation(of, field.name()) != null) {
      return false;
    }
    return declared.of(other).stream()
            .anyMatch(
                each ->
                    !holdings.isMany(other, each) && holdings.held(other, each).equals(of.name()))
        || tables.refers(target, of.name());
  }

  /** What identifies an object of a class. */
  IdKind idOf(String className, Parts parts) {
    if (parts.holds(className)) {
      return IdKind.UUID;
    }
    TypeFact type = map.type(className);
    return type == null ? IdKind.LONG : Ids.of(declared.of(type), tables.of(className).id());
  }

  /** Whether a field of a part leads to what holds that, and not to another of its kind. */
  boolean leadsBack(TypeFact part, Declared field, String holder, Parts parts) {
    return !parts.isRoot(part.name()) && field.name().equals(backOf(part, holder, parts));
  }

  /** The field of a part that leads to what holds it; empty for none. */
  private String backOf(TypeFact part, String holder, Parts parts) {
    List<String> all =
        declared.of(part).stream()
            .filter(each -> parts.isSame(holdings.held(part, each), holder))
            .filter(each -> !holdings.isMany(part, each))
            .map(Declared::name)
            .toList();
    TypeFact above = map.type(holder);
    if (all.size() < 2 || above == null) {
      return all.isEmpty() ? "" : all.get(0);
    }
    Set<String> named = new LinkedHashSet<>();
    for (Declared each : declared.of(above)) {
      if (parts.isSame(holdings.held(above, each), part.name())) {
        each.says("OneToMany", "mappedBy").ifPresent(named::add);
        each.says("OneToOne", "mappedBy").ifPresent(named::add);
      }
    }
    return all.stream().filter(named::contains).findFirst().orElse(all.get(0));
  }
}
