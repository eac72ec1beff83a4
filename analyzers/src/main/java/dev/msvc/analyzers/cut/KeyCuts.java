package dev.msvc.analyzers.cut;

import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Foreign keys and relations of entities that lead out of a context. */
final class KeyCuts {
  private KeyCuts() {}

  static List<Cut> of(Boundary boundary) {
    List<Cut> cuts = new ArrayList<>();
    for (TableFact table : boundary.facts().tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        String from = boundary.owner(table.name());
        String to = boundary.owner(key.references());
        if (Boundary.crosses(from, to)) {
          cuts.add(key(table, key, from, to));
        }
      }
    }
    for (RelationFact relation : boundary.facts().relations()) {
      String from = boundary.context(relation.className());
      String to = relation.target().isEmpty() ? "" : boundary.context(relation.target());
      if (relation.kind() == RelationFact.Kind.ENTITY && Boundary.crosses(from, to)) {
        cuts.add(relation(relation, from, to));
      }
    }
    return cuts;
  }

  private static Cut key(TableFact table, ForeignKey key, String from, String to) {
    String column =
        key.columns().isEmpty()
            ? table.name()
            : table.name() + "." + String.join(",", key.columns());
    return new Cut(
        "foreign-key/" + ContextMap.key(column) + "/" + ContextMap.key(key.references()),
        CutKind.FOREIGN_KEY,
        from,
        to,
        sorted(from, to),
        column + " -> " + key.references(),
        "a foreign key of %s refers to %s of %s%s"
            .formatted(column, key.references(), to, effect(table, key)),
        "keep the column as a plain id and drop the constraint; %s tells when a row goes%s"
            .formatted(to, reaction(from, key)),
        null,
        "",
        sorted(table.name(), key.references()),
        List.of(),
        List.of(),
        "",
        Cuts.hurts(key.onDelete().changesRows() ? 45 : 30, 1, key.certainty()),
        List.of(key.place()),
        key.certainty());
  }

  /** What the database does by itself today, and will not do over two databases. */
  private static String effect(TableFact table, ForeignKey key) {
    return switch (key.onDelete()) {
      case CASCADE ->
          "; on delete cascade: who deletes there deletes rows of %s, too".formatted(table.name());
      case SET_NULL -> "; on delete set null: who deletes there empties the column";
      case SET_DEFAULT -> "; on delete set default: who deletes there changes the column";
      case REFUSE -> "";
    };
  }

  private static String reaction(String from, ForeignKey key) {
    return switch (key.onDelete()) {
      case CASCADE -> ", and %s deletes its own rows then".formatted(from);
      case SET_NULL, SET_DEFAULT -> ", and %s changes the column then".formatted(from);
      case REFUSE -> "";
    };
  }

  private static Cut relation(RelationFact relation, String from, String to) {
    String property = Cuts.simple(relation.className()) + "." + relation.property();
    String target = Cuts.simple(relation.target());
    List<String> ways = new ArrayList<>();
    if (relation.eager()) {
      ways.add("loaded with it");
    }
    if (relation.saves()) {
      ways.add("saved with it");
    }
    if (relation.removes() || relation.orphans()) {
      ways.add("removed with it");
    }
    String how = ways.isEmpty() ? "" : ", " + String.join(" and ", ways);
    String advice =
        relation.many() && !relation.table().isEmpty()
            ? "give the link table %s to one side; both keep plain ids".formatted(relation.table())
            : relation.many()
                ? "drop the collection; ask %s for those of this id".formatted(to)
                : "keep the id instead of the object; load %s through %s's interface"
                    .formatted(target, to);
    boolean tight = relation.removes() || relation.orphans();
    return new Cut(
        "relation/%s.%s/%s".formatted(relation.className(), relation.property(), relation.target()),
        CutKind.RELATION,
        from,
        to,
        sorted(from, to),
        property + " -> " + target,
        "%s holds %s%s of %s%s"
            .formatted(property, relation.many() ? "many " : "", target, to, how),
        advice,
        null,
        "",
        relation.table().isEmpty() ? List.of() : List.of(relation.table()),
        List.of(),
        List.of(),
        "",
        Cuts.hurts(tight ? 50 : relation.saves() ? 45 : 40, ways.size(), Certainty.PARSED),
        List.of(relation.place()),
        Certainty.PARSED);
  }

  static List<String> sorted(String... names) {
    return List.copyOf(new TreeSet<>(Stream.of(names).toList()));
  }
}
