package dev.msvc.analyzers.sql;

import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Share;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds migrations into the schema they lead to: Flyway in the order of versions, Liquibase in the
 * order of its changelogs, then schema files.
 */
public final class MigrationReader {
  private static final long LARGEST = 8L * 1024 * 1024;
  private static final Pattern FLYWAY =
      Pattern.compile("(?:([VB])([0-9][0-9._]*)|(R)|(after\\w*?|before\\w*?))__.*\\.sql");
  private static final Pattern CREATES_TABLE =
      Pattern.compile("\\bcreate\\s+(?:\\w+\\s+){0,2}table\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCHEMA_NAME =
      Pattern.compile(
          "(?:.*[-_.])?(?:schema|ddl)(?:[-_.].*)?\\.(?:sql|ddl)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> VENDORS =
      Set.of(
          "mysql",
          "mariadb",
          "postgres",
          "postgresql",
          "pgsql",
          "h2",
          "hsqldb",
          "hsql",
          "oracle",
          "mssql",
          "sqlserver",
          "db2",
          "db2i",
          "derby",
          "sqlite",
          "sybase",
          "cockroachdb");
  private static final Set<String> ROOTS = Set.of("migration", "migrations", "flyway");
  private static final Set<String> NO_CHANGELOGS =
      Set.of("pom.xml", "package.json", "package-lock.json", "tsconfig.json", "angular.json");
  private static final Pattern DEFINES =
      Pattern.compile(
          "\\b(?:create|alter|drop)\\s+(?:\\w+\\s+){0,3}(?:table|view)\\b",
          Pattern.CASE_INSENSITIVE);

  private final SqlReader sql;
  private final Schema schema = new Schema();
  private final Set<Unread> unread = new TreeSet<>();
  private final Set<String> readFiles = new TreeSet<>();
  private final Set<String> allFiles = new TreeSet<>();
  private int understood;
  private int statements;
  private int guessed;
  private int dataChanges;

  private MigrationReader(SqlReader sql) {
    this.sql = sql;
  }

  /** Whether a file's name allows it to hold migrations, so that its text is worth reading. */
  public static boolean mayHoldMigrations(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean ours =
        name.endsWith(".sql")
            || name.endsWith(".ddl")
            || name.endsWith(".xml")
            || name.endsWith(".yaml")
            || name.endsWith(".yml")
            || name.endsWith(".json");
    return ours
        && !NO_CHANGELOGS.contains(name)
        && !path.contains("node_modules/")
        && !("/" + path).contains("/src/test/");
  }

  /** Reads the files, whatever their order. */
  public static Migrations read(Collection<MigrationFile> files, SqlReader sql) {
    MigrationReader reader = new MigrationReader(sql);
    reader.readAll(
        files.stream()
            .filter(file -> mayHoldMigrations(file.path()))
            .sorted(Comparator.comparing(MigrationFile::path))
            .toList());
    return new Migrations(
        reader.schema.facts(),
        new Share(reader.readFiles.size(), reader.allFiles.size()),
        new Share(reader.understood, reader.statements),
        reader.guessed,
        reader.dataChanges,
        List.copyOf(reader.unread));
  }

  private void readAll(List<MigrationFile> files) {
    Map<String, List<MigrationFile>> flyway = new TreeMap<>();
    List<MigrationFile> plain = new ArrayList<>();
    Changelogs changelogs = new Changelogs(this, files);
    for (MigrationFile file : files) {
      boolean script = file.name().endsWith(".sql") || file.name().endsWith(".ddl");
      if (FLYWAY.matcher(file.name()).matches()) {
        flyway.computeIfAbsent(location(file.folder()), key -> new ArrayList<>()).add(file);
      } else if (file.size() > LARGEST) {
        if (script) {
          found(file.path());
          unread(file.path(), 0, "larger than 8 MiB: taken for data");
        }
      } else if (changelogs.offer(file)) {
        found(file.path());
      } else if (script) {
        plain.add(file);
      }
    }
    flyway.forEach(this::readFlyway);
    changelogs.readAll();
    boolean managed = !schema.isEmpty();
    for (MigrationFile file : plain) {
      if (!readFiles.contains(file.path())) {
        readPlain(file, managed);
      }
    }
  }

  /** Where Flyway looks: the folder called migration, a vendor's folder below it apart. */
  private static String location(String folder) {
    String[] parts = folder.split("/");
    StringBuilder location = new StringBuilder();
    boolean inRoot = false;
    for (String part : parts) {
      String lower = part.toLowerCase(Locale.ROOT);
      if (!inRoot || VENDORS.contains(lower)) {
        location.append(part).append('/');
      }
      inRoot |= ROOTS.contains(lower);
    }
    return location.toString();
  }

  private void readFlyway(String location, List<MigrationFile> files) {
    schema.begin(location);
    files.stream()
        .sorted(MigrationReader::byVersion)
        .forEach(
            file -> {
              found(file.path());
              script(file);
            });
  }

  private static int byVersion(MigrationFile left, MigrationFile right) {
    Matcher a = FLYWAY.matcher(left.name());
    Matcher b = FLYWAY.matcher(right.name());
    if (!a.matches() || !b.matches()) {
      return left.path().compareTo(right.path());
    }
    int kind = Integer.compare(rank(a), rank(b));
    if (kind != 0) {
      return kind;
    }
    int version = a.group(2) == null ? 0 : compareVersions(a.group(2), b.group(2));
    return version != 0
        ? version
        : Comparator.comparing(MigrationFile::name)
            .thenComparing(MigrationFile::path)
            .compare(left, right);
  }

  /** Versions first, then what is repeated, then what runs after it. */
  private static int rank(Matcher name) {
    if (name.group(4) != null) {
      return name.group(4).startsWith("before") ? 0 : 3;
    }
    return name.group(3) != null ? 2 : 1;
  }

  private static int compareVersions(String left, String right) {
    String[] a = left.split("[._]");
    String[] b = right.split("[._]");
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      String x = i < a.length ? withoutZeros(a[i]) : "";
      String y = i < b.length ? withoutZeros(b[i]) : "";
      int order =
          x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static String withoutZeros(String number) {
    return number.replaceFirst("^0+", "");
  }

  private void readPlain(MigrationFile file, boolean managed) {
    String text = file.text().get();
    if (!CREATES_TABLE.matcher(text).find()) {
      return;
    }
    found(file.path());
    if (managed && !SCHEMA_NAME.matcher(file.name()).matches()) {
      unread(file.path(), 0, "a script beside migrations: set aside, the migrations count");
      return;
    }
    schema.begin(file.path());
    statements(file.path(), text, 0);
    readFiles.add(file.path());
  }

  /** Reads a file of SQL into the schema. */
  void script(MigrationFile file) {
    if (file.size() > LARGEST) {
      unread(file.path(), 0, "larger than 8 MiB: taken for data");
      return;
    }
    readFiles.add(file.path());
    statements(file.path(), file.text().get(), 0);
  }

  /** Applies the statements of a text that begins behind so many lines of its file. */
  void statements(String path, String text, int linesBefore) {
    for (SqlScript.Piece piece : SqlScript.pieces(text)) {
      Place place = new Place(path, linesBefore + piece.line());
      switch (firstWord(piece.text())) {
        case "create", "alter", "drop", "rename" -> definition(piece.text(), place);
        case "insert",
            "update",
            "delete",
            "merge",
            "replace",
            "truncate",
            "upsert",
            "copy",
            "with" ->
            dataChanged();
        case "do", "begin", "declare" -> {
          if (DEFINES.matcher(piece.text()).find()) {
            applied(false, place, "a block of code that changes the schema");
          }
        }
        default -> {}
      }
    }
  }

  private void definition(String text, Place place) {
    String plain = Tokens.withoutPlaceholders(text);
    boolean view = plain.length() < 65_536 && isView(plain);
    if (view && sql.read(plain).certainty() == Certainty.GUESSED) {
      guessed++;
    }
    boolean read = Ddl.apply(plain, schema, place, sql);
    boolean dynamic = plain.indexOf(Tokens.HOLE) >= 0;
    applied(
        read,
        place,
        dynamic
            ? "a name that is only known when the migration runs"
            : "a definition in a form that is not known: " + start(text));
  }

  private static boolean isView(String text) {
    return Pattern.compile("(?is)^create\\s+[^(]{0,120}?\\bview\\b").matcher(text).find();
  }

  private static String start(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return line.length() <= 60 ? line : line.substring(0, 60);
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).toLowerCase(Locale.ROOT);
  }

  void found(String path) {
    allFiles.add(path);
  }

  void read(String path) {
    readFiles.add(path);
  }

  void applied(boolean read, Place place, String otherwise) {
    statements++;
    if (read) {
      understood++;
    } else {
      unread(place.file(), place.line(), otherwise);
    }
  }

  void dataChanged() {
    dataChanges++;
  }

  void unread(String path, int line, String reason) {
    unread.add(new Unread(path, line, reason));
  }

  Schema schema() {
    return schema;
  }

  SqlReader sql() {
    return sql;
  }
}
