package dev.msvc.generators.schema;

import dev.msvc.model.PlannedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The migrations of a service: those that were made stay as they were, and what has changed since
 * is one more.
 *
 * @param first the one that makes all tables, where there is none yet
 * @param change the one that is new, if any
 * @param earlier those that were made before, as they were made
 */
public record Migrations(
    List<First> first, List<SchemaChange> change, List<PlannedFile> earlier, Schema after) {
  /** Where they are, in the folder of the service. */
  public static final String FOLDER = "src/main/resources/db/migration/";

  private static final Pattern VERSION = Pattern.compile("V([0-9]{1,8})(__|[._]).*\\.sql");
  private static final String MAKER = "schema";

  /** The migration that makes all tables. */
  public record First(String name, List<Table> tables) {}

  public Migrations {
    first = List.copyOf(first);
    change = List.copyOf(change);
    earlier = List.copyOf(earlier);
  }

  /**
   * Plans them.
   *
   * @param kept texts by path: of {@link Schema#FILE} and of migrations as they were made, as far
   *     as these are there
   * @param others paths of migrations that somebody else wrote: their versions are taken
   */
  public static Migrations plan(
      String service, List<Table> tables, Map<String, String> kept, Set<String> others) {
    Schema before = Schema.read(kept.getOrDefault(Schema.FILE, ""));
    if (before.version() == 0) {
      int version = 1 + highest(others, 0);
      String name = "V%d__%s".formatted(version, service.replace('-', '_'));
      return new Migrations(
          List.of(new First(name, tables)), List.of(), List.of(), new Schema(version, tables));
    }
    List<PlannedFile> earlier = new ArrayList<>();
    new TreeMap<>(kept)
        .forEach(
            (path, text) -> {
              int version = version(path);
              if (version > 0 && version <= before.version()) {
                earlier.add(new PlannedFile(path, text, MAKER));
              }
            });
    int next = 1 + highest(others, before.version());
    Optional<SchemaChange> change = SchemaChange.between(before, tables, next);
    int version = change.isPresent() ? next : before.version();
    return new Migrations(
        List.of(), change.stream().toList(), earlier, new Schema(version, tables));
  }

  private static int highest(Set<String> paths, int least) {
    return Math.max(least, paths.stream().mapToInt(Migrations::version).max().orElse(0));
  }

  /** 0 for what is no migration with a version. */
  private static int version(String path) {
    Matcher name = VERSION.matcher(path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : "");
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  /** What the next run starts from. */
  public PlannedFile lock() {
    return new PlannedFile(Schema.FILE, after.text(), MAKER);
  }
}
