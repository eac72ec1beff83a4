package dev.msvc.model.yaml;

import static dev.msvc.model.yaml.CompactLists.Column.number;
import static dev.msvc.model.yaml.CompactLists.Column.place;
import static dev.msvc.model.yaml.CompactLists.Column.places;
import static dev.msvc.model.yaml.CompactLists.Column.text;
import static dev.msvc.model.yaml.CompactLists.Column.texts;
import static dev.msvc.model.yaml.CompactLists.Column.word;

import dev.msvc.model.Access;
import dev.msvc.model.Aggregate;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.TableFact;
import dev.msvc.model.yaml.CompactLists.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the page's lists of tables and aggregates hold. */
final class PageDataLists {
  private final ContextMap map;
  private final Map<String, String> names = new HashMap<>();

  PageDataLists(ContextMap map) {
    this.map = map;
    map.facts().tables().forEach(each -> names.put(ContextMap.key(each.name()), each.name()));
  }

  List<Column<TableFact>> tables() {
    return List.of(
        text("name", TableFact::name),
        word("kind", TableFact::kind),
        text("owner", each -> map.ownership(each.name()).owner()),
        texts("writers", each -> map.ownership(each.name()).writers()),
        number("foreignWrites", each -> map.foreignWrites(each.name())),
        number("accesses", each -> map.accesses(each.name()).size()),
        number("touched", each -> map.isTouched(each) ? 1 : 0),
        text("reason", each -> map.ownership(each.name()).reason()),
        number("columns", each -> each.columns().size()),
        texts("entities", TableFact::entities),
        texts("references", each -> each.foreignKeys().stream().map(this::key).toList()),
        texts("dependsOn", TableFact::dependsOn),
        places("at", TableFact::places));
  }

  private String key(ForeignKey key) {
    return String.join(", ", key.columns()) + " \u2192 " + named(key.references());
  }

  /** As the list of tables names it. */
  private String named(String table) {
    return names.getOrDefault(ContextMap.key(table), table);
  }

  List<Column<Access>> accesses() {
    return List.of(
        text("table", each -> named(each.table())),
        text("class", each -> map.topLevel(each.className())),
        text("method", Access::method),
        word("op", Access::op),
        word("via", Access::via),
        word("certainty", Access::certainty),
        place("at", Access::place));
  }

  List<Column<Aggregate>> aggregates() {
    return List.of(
        text("name", Aggregate::name),
        text("context", Aggregate::context),
        texts("contexts", Aggregate::contexts),
        texts("members", each -> parts(each.members())),
        texts("values", each -> parts(each.values())),
        texts("repositories", each -> parts(each.repositories())),
        texts("events", each -> parts(each.events())),
        texts("tables", Aggregate::tables),
        word("certainty", Aggregate::certainty),
        place("at", each -> each.root().place()));
  }

  private static List<String> parts(List<Aggregate.Part> parts) {
    return parts.stream().map(Aggregate.Part::name).toList();
  }
}
