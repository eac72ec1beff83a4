package dev.msvc.generators.schema;

import dev.msvc.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a service after its last migration.
 *
 * @param version of that migration; 0 where there is none
 */
public record Schema(int version, List<Table> tables) {
  /** Its file, in the folder of the service. */
  public static final String FILE = "schema.lock";

  /** Where nothing is stored yet. */
  static final Schema NONE = new Schema(0, List.of());

  private static final String VERSION = "version ";
  private static final String TABLE = "table ";
  private static final String SEQUENCE = "sequence ";
  private static final String INDEX = "create index ";
  private static final String HEAD =
      """
      # made by msvc: the tables after the last migration that it made. Commit it with the migrations
      """;

  public Schema {
    tables = List.copyOf(tables);
  }

  Optional<Table> table(String name) {
    return tables.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Reads the file; an empty text is {@link #NONE}. */
  static Schema read(String text) {
    int version = 0;
    List<Table> tables = new ArrayList<>();
    Draft table = null;
    int at = 0;
    for (String line : text.lines().toList()) {
      at++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.matches(VERSION + "[0-9]{1,9}")) {
        version = Integer.parseInt(line.substring(VERSION.length()));
      } else if (line.startsWith(TABLE)) {
        add(tables, table);
        table = new Draft(line.substring(TABLE.length()));
      } else if (table != null && line.matches("  \\S+ \\S.*")) {
        table.add(line.strip());
      } else {
        throw new UserError(
            "%s:%d is no part of a table".formatted(FILE, at),
            "take the file from the version control again; in a merge, keep the lines of both sides");
      }
    }
    add(tables, table);
    return new Schema(version, tables);
  }

  private static void add(List<Table> tables, @Nullable Draft table) {
    if (table != null) {
      tables.add(table.table());
    }
  }

  /** A table while its lines are read. */
  private static final class Draft {
    private final String name;
    private String sequence = "";
    private final List<String> lines = new ArrayList<>();
    private final List<String> indexes = new ArrayList<>();

    Draft(String name) {
      this.name = name;
    }

    void add(String line) {
      if (line.startsWith(INDEX)) {
        indexes.add(line);
      } else if (line.startsWith(SEQUENCE)) {
        sequence = line.substring(SEQUENCE.length());
      } else {
        lines.add(line);
      }
    }

    Table table() {
      return new Table(name, sequence, lines, indexes);
    }
  }

  /** As its file says it. */
  String text() {
    StringBuilder text = new StringBuilder(HEAD).append(VERSION).append(version).append('\n');
    for (Table table : tables) {
      text.append(TABLE).append(table.name()).append('\n');
      if (!table.sequence().isEmpty()) {
        text.append("  ").append(SEQUENCE).append(table.sequence()).append('\n');
      }
      table.lines().forEach(each -> text.append("  ").append(each).append('\n'));
      table.indexes().forEach(each -> text.append("  ").append(each).append('\n'));
    }
    return text.toString();
  }
}
