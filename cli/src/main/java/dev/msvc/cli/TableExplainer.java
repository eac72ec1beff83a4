package dev.msvc.cli;

import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.Access;
import dev.msvc.model.Column;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Join;
import dev.msvc.model.MappingFact;
import dev.msvc.model.Ownership;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts together what the facts say of one table. */
final class TableExplainer {
  private final ContextMap map;
  private final ExplainedLines explained;

  TableExplainer(ContextMap map) {
    this.map = map;
    this.explained = new ExplainedLines(map);
  }

  Explanation table(TableFact table) {
    Ownership ownership = map.ownership(table.name());
    String verdict =
        ownership.owner().isEmpty()
            ? "no context owns it" + ExplainedLines.because(ownership.reason())
            : "owned by " + ownership.owner() + ExplainedLines.because(ownership.reason());
    return new Explanation(
        "table",
        table.name(),
        verdict,
        List.of(
            new Section("Contexts that write it", ExplainedLines.names(ownership.writers())),
            new Section("Writes", accesses(table, true)),
            new Section("Reads", accesses(table, false)),
            new Section("Joined with", joins(table)),
            new Section("Foreign keys to other tables", foreignKeys(table)),
            new Section("Foreign keys to it", referring(table)),
            new Section("Views that read it", views(table)),
            new Section("Triggers, routines and others of the database", database(table)),
            new Section("Who else may use it", new DatabaseExplainer(map).grants(table.name())),
            new Section("Mapped by", mappings(table)),
            new Section("Defined or mapped at", ExplainedLines.places(table.places())),
            new Section(
                "Columns",
                ExplainedLines.names(
                    table.columns().stream().map(TableExplainer::column).toList()))));
  }

  private List<Line> mappings(TableFact table) {
    List<Line> lines = new ArrayList<>(explained.types(table.entities()));
    for (MappingFact each : map.facts().mappings()) {
      if (each.table().equals(table.name()) && !table.entities().contains(each.className())) {
        lines.add(
            new Line(
                "%s%s, as its %s table"
                    .formatted(
                        each.className(),
                        explained.in(each.className()),
                        each.role().name().toLowerCase(Locale.ROOT)),
                each.place().toString()));
      }
    }
    return lines;
  }

  private static String column(Column column) {
    return column.type().isEmpty() ? column.name() : column.name() + " " + column.type();
  }

  private List<Line> accesses(TableFact table, boolean writes) {
    List<Line> lines = new ArrayList<>();
    for (Access each : map.accesses(table.name())) {
      if (each.op().writes() == writes) {
        lines.add(explained.access(each, ""));
      }
    }
    return lines;
  }

  private List<Line> joins(TableFact table) {
    List<Line> lines = new ArrayList<>();
    String key = ContextMap.key(table.name());
    for (Join join : map.facts().joins()) {
      List<String> others = new ArrayList<>();
      boolean here = false;
      for (String each : join.tables()) {
        if (ContextMap.key(each).equals(key)) {
          here = true;
        } else {
          others.add(explained.owned(each));
        }
      }
      if (here) {
        lines.add(new Line(String.join(", ", others), join.place().toString()));
      }
    }
    return lines;
  }

  private List<Line> foreignKeys(TableFact table) {
    List<Line> lines = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      lines.add(
          new Line(
              String.join(", ", key.columns()) + " -> " + explained.owned(key.references()),
              key.place().toString()));
    }
    return lines;
  }

  private List<Line> referring(TableFact table) {
    String wanted = ContextMap.key(table.name());
    List<Line> lines = new ArrayList<>();
    for (TableFact other : map.facts().tables()) {
      for (ForeignKey key : other.foreignKeys()) {
        if (ContextMap.key(key.references()).equals(wanted)) {
          lines.add(
              new Line(
                  explained.owned(other.name()) + ": " + String.join(", ", key.columns()),
                  key.place().toString()));
        }
      }
    }
    return lines;
  }

  private List<Line> views(TableFact table) {
    String wanted = ContextMap.key(table.name());
    List<Line> lines = new ArrayList<>();
    for (TableFact other : map.facts().tables()) {
      if (other.dependsOn().stream().anyMatch(each -> ContextMap.key(each).equals(wanted))) {
        lines.add(
            new Line(
                other.name(), other.places().isEmpty() ? "" : other.places().get(0).toString()));
      }
    }
    return lines;
  }

  private List<Line> database(TableFact table) {
    return new DatabaseExplainer(map).usersOfTable(table.name());
  }
}
