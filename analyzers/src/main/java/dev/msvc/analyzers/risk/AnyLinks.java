package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Columns that hold a type and an id, and so point to rows of any table. */
final class AnyLinks implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F06-ANY-LINK",
          "a table whose rows point to any table by type and id",
          "a pair of columns is named as one that holds a type and the id of a row of it, as"
              + " entity_type and entity_id, without a foreign key",
          "No foreign key says what the ids mean: the cut list does not see the link, and after"
              + " a move the ids point into another database.",
          "List the types that occur in the data (select distinct); give each context the rows of"
              + " its own types, or make the table a service of its own that all call by type and"
              + " id.");

  private static final Set<String> STEMS =
      Set.of(
          "entity",
          "object",
          "obj",
          "owner",
          "target",
          "ref",
          "reference",
          "referenced",
          "parent",
          "resource",
          "subject",
          "record",
          "related",
          "linked",
          "associated",
          "document",
          "item",
          "source",
          "holder",
          "context",
          "commentable",
          "attachable",
          "taggable",
          "auditable",
          "principal",
          "scope",
          "event_object");

  /** Whose type is that of one thing, and whose id often comes from outside. */
  private static final Set<String> NO_STEMS =
      Set.of(
          "account",
          "card",
          "client",
          "content",
          "device",
          "external",
          "file",
          "image",
          "job",
          "media",
          "message",
          "msg",
          "mime",
          "payment",
          "request",
          "session",
          "token",
          "transaction");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    Map<String, String> pairs = new HashMap<>();
    Set<String> mapped = mapped(ground, cases, pairs);
    List<String> named = ground.tables().stream().map(each -> plain(each.name())).toList();
    for (TableFact table : ground.tables()) {
      if (mapped.contains(Ground.bare(table.name()))) {
        continue;
      }
      Set<String> columns = new HashSet<>();
      table.columns().stream().map(Column::name).map(AnyLinks::plain).forEach(columns::add);
      Set<String> keyed = new HashSet<>();
      table.foreignKeys().forEach(key -> key.columns().forEach(each -> keyed.add(plain(each))));
      for (String stem : stems(columns, named)) {
        String id = plain(stem) + "id";
        String type = plain(stem) + "type";
        String kind = columns.contains(type) ? type : plain(stem) + "class";
        if (columns.contains(id)
            && columns.contains(kind)
            && !isOwnId(table, id, kind)
            && !keyed.contains(id)
            && !keyed.contains(kind)) {
          String subject = Ground.bare(table.name());
          pairs.put(subject, words(written(table, kind)));
          cases
              .of(subject)
              .in(ground.owner(table.name()))
              .in(ground.users(table.name()))
              .surely(Certainty.GUESSED)
              .saw(
                  "%s and %s".formatted(written(table, kind), written(table, id)),
                  ground.place(table));
        }
      }
    }
    return cases.each(
        each ->
            each.says(
                each.contexts().size() > 1 ? Severity.HIGH : Severity.MEDIUM,
                "%s points to rows of any table by %s, and no foreign key says which"
                    .formatted(
                        ground.called(each.subject()),
                        pairs.getOrDefault(each.subject(), "") + " type and id")));
  }

  /** What ids are called here: words that say nothing, and those that no table is called. */
  private static Set<String> stems(Set<String> columns, List<String> tables) {
    Set<String> stems = new TreeSet<>(STEMS);
    for (String each : columns) {
      String stem = each.endsWith("id") ? each.substring(0, each.length() - 2) : "";
      if (!stem.isEmpty()
          && NO_STEMS.stream().noneMatch(stem::endsWith)
          && tables.stream().noneMatch(table -> isCalled(table, stem))) {
        stems.add(stem);
      }
    }
    return stems;
  }

  private static boolean isCalled(String table, String stem) {
    return table.endsWith(stem) || table.endsWith(stem + "s") || table.endsWith(stem + "es");
  }

  /** Whether an id is that of the table's own rows, so that the type beside it is theirs, too. */
  private static boolean isOwnId(TableFact table, String id, String kind) {
    List<List<String>> keys =
        table.keys().stream()
            .map(key -> key.columns().stream().map(AnyLinks::plain).toList())
            .toList();
    boolean first = plain(table.columns().get(0).name()).equals(id);
    return keys.contains(List.of(id))
        || (first && keys.stream().allMatch(key -> key.contains(id) && !key.contains(kind)));
  }

  /** Those whose mapping says it, by the names of their tables. */
  private static Set<String> mapped(Ground ground, Cases cases, Map<String, String> pairs) {
    Map<String, String> tables = new HashMap<>();
    for (MappingFact each : ground.facts().mappings()) {
      if (each.role() == MappingRole.OWN) {
        tables.putIfAbsent(each.className(), each.table());
      }
    }
    Set<String> subjects = new HashSet<>();
    for (Trait each : ground.traits(TraitKind.ANY_RELATION)) {
      String table = tables.getOrDefault(each.className(), each.className());
      String subject = Ground.bare(table);
      subjects.add(subject);
      pairs.put(subject, "mapped");
      cases
          .of(subject)
          .in(ground.owner(table))
          .in(ground.map().contextOf(each.className()))
          .in(ground.users(table))
          .surely(each.certainty())
          .saw(Ground.simple(each.className()) + ": " + each.detail(), each.place());
    }
    return subjects;
  }

  /** What the type is that of, in words: {@code entity} of {@code ENTITY_TYPE}. */
  private static String words(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
    return lower.replaceFirst(" ?(?:type|class)$", "");
  }

  private static String written(TableFact table, String plain) {
    return table.columns().stream()
        .map(Column::name)
        .filter(each -> plain(each).equals(plain))
        .findFirst()
        .orElse(plain);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
