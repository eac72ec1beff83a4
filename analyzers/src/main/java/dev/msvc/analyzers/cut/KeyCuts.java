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
        "a foreign key of %s refers to %s of %s".formatted(column, key.references(), to),
        "keep the column as a plain id and drop the constraint; %s tells when a row goes"
            .formatted(to),
        null,
        "",
        sorted(table.name(), key.references()),
        List.of(),
        List.of(),
        "",
        Cuts.hurts(30, 1, key.certainty()),
        List.of(key.place()),
        key.certainty());
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
