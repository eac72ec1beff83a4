package dev.msvc.analyzers.data;

import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.analyzers.sql.DatabaseTables;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one spelling of each table's name. */
final class TableNames {
  /** What scripts define comes before what is mapped, and else the first. */
  static final Comparator<TableFact> ORDER =
      Comparator.comparing((TableFact each) -> !isDefinition(each))
          .thenComparing(TableFact::places, Place.LISTS);

  private static final Pattern CODE = Pattern.compile(".*\\.(?:java|kt|kts|groovy|scala)");
  private static final Set<String> DEFAULT_SCHEMAS = Set.of("public", "dbo");

  private final Map<String, String> spellings = new TreeMap<>();
  private final Map<String, Set<String>> byBareName = new TreeMap<>();
  private final Set<String> byDefinition = new TreeSet<>();
  private final Set<String> twins = new TreeSet<>();

  /** Tables of the system that are called as one of some database's own. */
  private final Set<String> namesakes = new TreeSet<>();

  TableNames(Collection<TableFact> definitions) {
    List<TableFact> ordered = new ArrayList<>(definitions);
    ordered.sort(ORDER.thenComparing(TableFact::name));
    for (TableFact each : ordered) {
      String key = TableName.key(each.name());
      if (DatabaseTables.isCatalog(TableName.bare(key))) {
        namesakes.add(TableName.bare(key));
      }
      String known = find(key);
      if (known != null && isTwin(each, spellings.get(key))) {
        twins.add(TableName.unquoted(each.name()));
      }
      if (known == null) {
        spellings.put(key, TableName.unquoted(each.name()));
        if (isDefinition(each)) {
          byDefinition.add(TableName.unquoted(each.name()));
        }
        byBareName
            .computeIfAbsent(TableName.bare(key), ignored -> new TreeSet<>())
            .add(TableName.unquoted(each.name()));
      }
    }
  }

  /** Whether a name is the database's own, or stands for no table. */
  boolean isSystem(String name) {
    String key = TableName.key(name);
    String bare = TableName.bare(key);
    return bare.isEmpty()
        || bare.startsWith("#")
        || DatabaseTables.isNone(key)
        || (DatabaseTables.isCatalog(bare) && !namesakes.contains(bare));
  }

  /** Whether scripts define it beside one whose name differs in the case of letters only. */
  private boolean isTwin(TableFact table, @Nullable String known) {
    boolean scripted = isDefinition(table) && !table.places().isEmpty();
    return known != null
        && scripted
        && byDefinition.contains(known)
        && !known.equals(TableName.unquoted(table.name()))
        && table.places().stream().noneMatch(place -> CODE.matcher(place.file()).matches());
  }

  private @Nullable String find(String key) {
    String exact = spellings.get(key);
    if (exact != null) {
      return exact;
    }
    Set<String> candidates = byBareName.getOrDefault(TableName.bare(key), Set.of());
    boolean qualified = key.indexOf('.') >= 0;
    List<String> matching =
        candidates.stream().filter(each -> !qualified || each.indexOf('.') < 0).toList();
    if (matching.size() > 1) {
      // where nobody says so, this is where the database looks
      matching = matching.stream().filter(TableNames::isOfDefaultSchema).toList();
    }
    return matching.size() == 1 ? matching.get(0) : null;
  }

  private static boolean isOfDefaultSchema(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        && DEFAULT_SCHEMAS.contains(
            TableName.bare(name.substring(0, dot)).toLowerCase(Locale.ROOT));
  }

  /** The tables that a name can mean, where there are several and it does not say which. */
  List<String> several(String name) {
    String key = TableName.key(name);
    Set<String> candidates = byBareName.getOrDefault(key, Set.of());
    return key.indexOf('.') < 0 && candidates.size() > 1 && !candidates.contains(of(name))
        ? List.copyOf(candidates)
        : List.of();
  }

  /** Each once, sorted, without the database's own. */
  List<String> all(Collection<String> some) {
    Set<String> all = new TreeSet<>();
    some.stream().filter(each -> !isSystem(each)).forEach(each -> all.add(of(each)));
    return List.copyOf(all);
  }

  String of(String name) {
    String exact = twins.isEmpty() ? "" : TableName.unquoted(name);
    if (twins.contains(exact)) {
      return exact;
    }
    String key = TableName.key(name);
    String found = find(key);
    return found == null
        ? spellings.computeIfAbsent(key, ignored -> TableName.unquoted(name))
        : found;
  }

  /** Whether a script defines it: no mapping alone. */
  static boolean isDefinition(TableFact table) {
    return table.kind() != TableKind.UNDEFINED && table.entities().isEmpty();
  }
}
