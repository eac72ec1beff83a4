package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.fact.DumpFile;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.Place;
import dev.msvc.model.Share;
import dev.msvc.model.Unread;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Folds migrations into the schema they lead to: Flyway in the order of versions, Liquibase in the
 * order of its changelogs, then schema files.
 */
public final class MigrationReader {
  private static final long LARGEST = 8L * 1024 * 1024;
  private static final Pattern SCHEMA_NAME =
      Pattern.compile(
          "(?:.*/)?schemas?/(?:.*/)?[^/]*|(?:.*[-_./])?(?:schema|ddl)(?:[-_.][^/]*)?\\.(?:sql|ddl)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> NO_CHANGELOGS =
      Set.of("pom.xml", "package.json", "package-lock.json", "tsconfig.json", "angular.json");
  private static final Set<String> SCRIPTS =
      Set.of("sql", "ddl", "pks", "pkb", "prc", "fnc", "trg", "vw", "pls", "plsql", "psql");
  private static final int DEEPEST = 3;
  private static final String DUMPS = "dump";
  private static final int LONGEST_CALL = 65_536;
  private static final int LONGEST_VIEW = 65_536;
  private static final int AT_ONCE = 32;
  private static final Pattern VIEW = Pattern.compile("(?is)^create\\s+[^(]{0,120}?\\bview\\b");
  private static final Pattern DEFINES =
      Pattern.compile(
          "\\b(?:create|alter|drop)\\s+(?:\\w+\\s+){0,3}(?:table|view)\\b",
          Pattern.CASE_INSENSITIVE);

  private final SqlReader sql;
  private final DatabaseObjects objects = new DatabaseObjects();
  private final Schema schema = new Schema(objects::sequenceUsed);
  private final Set<Unread> unread = new TreeSet<>();
  private final Set<String> readFiles = new TreeSet<>();
  private final Set<String> allFiles = new TreeSet<>();
  private int understood;
  private int statements;
  private int guessed;
  private int dataChanges;
  private boolean objectsOnly;

  private MigrationReader(SqlReader sql) {
    this.sql = sql;
  }

  /** Whether a file's name allows it to hold migrations, so that its text is worth reading. */
  public static boolean mayHoldMigrations(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean ours =
        isScript(name)
            || name.endsWith(".xml")
            || name.endsWith(".yaml")
            || name.endsWith(".yml")
            || name.endsWith(".json");
    return ours
        && !NO_CHANGELOGS.contains(name)
        && !path.contains("node_modules/")
        && !("/" + path).contains("/src/test/");
  }

  private static boolean isScript(String name) {
    return SCRIPTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  static boolean isScript(MigrationFile file) {
    return isScript(file.name().toLowerCase(Locale.ROOT));
  }

  /** Reads the files, whatever their order. */
  public static Migrations read(Collection<MigrationFile> files, SqlReader sql) {
    return read(files, List.of(), sql);
  }

  /** Reads dumps, whose word counts, and then the files, whatever their order. */
  public static Migrations read(
      Collection<MigrationFile> files, List<DumpFile> dumps, SqlReader sql) {
    MigrationReader reader = new MigrationReader(sql);
    dumps.forEach(reader::readDump);
    reader.readAll(
        files.stream()
            .filter(file -> mayHoldMigrations(file.path()) || Flyway.isMigration(file))
            .sorted(Comparator.comparing(MigrationFile::path))
            .toList());
    return new Migrations(
        reader.schema.facts(),
        reader.facts(),
        reader.objects.grants(),
        new Share(reader.readFiles.size(), reader.allFiles.size()),
        new Share(reader.understood, reader.statements),
        reader.guessed,
        reader.dataChanges,
        List.copyOf(reader.unread));
  }

  private void readDump(DumpFile dump) {
    found(dump.file());
    begin(DUMPS, earlier -> false);
    stream(dump.file(), dump.content());
  }

  /** Reads what is too large to be held, without its rows. */
  private void stream(String name, DumpFile.Content content) {
    try (Reader text = content.open()) {
      DumpReader.Passed passed =
          DumpReader.read(text, (part, linesBefore) -> statements(name, part, linesBefore));
      dataChanges += passed.rows();
      if (passed.cut()) {
        unread(name, 0, "a statement or line longer than 4 MB: only its beginning was read");
      }
      readFiles.add(name);
    } catch (IOException broken) {
      unread(name, 0, "it cannot be read to its end");
    }
  }

  private void readAll(List<MigrationFile> files) {
    Map<String, List<MigrationFile>> flyway = new TreeMap<>();
    Map<MigrationFile, ScriptWords.Found> plain = new LinkedHashMap<>();
    Changelogs changelogs = new Changelogs(this, files);
    List<MigrationFile> others = new ArrayList<>();
    for (MigrationFile file : files) {
      if (Flyway.isMigration(file)) {
        flyway.computeIfAbsent(Flyway.location(file.folder()), key -> new ArrayList<>()).add(file);
      } else if (file.size() > LARGEST && isScript(file)) {
        plain.put(file, ScriptWords.in(file));
      } else if (file.size() <= LARGEST) {
        others.add(file);
      }
    }
    // most files of a large tree hold nothing of the schema, and each must be read to know it
    List<FirstLook> firsts = Workers.map(others, FirstLook::at);
    for (FirstLook first : firsts) {
      if (first.changelog() != null && changelogs.offer(first.file(), first.changelog())) {
        found(first.file().path());
      } else if (first.words() != null) {
        plain.put(first.file(), first.words());
      }
    }
    flyway.forEach(this::readFlyway);
    changelogs.readAll();
    boolean managed = !schema.isEmpty();
    List<PlainScript> wanted = new ArrayList<>();
    for (PlainScript script : PlainScript.inOrder(List.copyOf(plain.keySet()))) {
      ScriptWords.Found words = plain.get(script.file());
      if (words != null
          && !readFiles.contains(script.file().path())
          && isWanted(script, words, managed)) {
        wanted.add(script);
      }
    }
    // cut in parallel, applied in order
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      List<PlainScript> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
      List<List<SqlScript.Piece>> cut = Workers.map(some, each -> cut(each.file()));
      for (int i = 0; i < some.size(); i++) {
        MigrationFile file = some.get(i).file();
        begin(some.get(i).set(), some.get(i)::continues);
        ScriptWords.Found words = plain.get(file);
        objectsOnly = managed && words != null && !words.table();
        if (file.size() > LARGEST) {
          script(file);
        } else {
          readFiles.add(file.path());
          apply(cut.get(i), file.path(), 0);
        }
        objectsOnly = false;
      }
    }
  }

  private List<SqlScript.Piece> cut(MigrationFile file) {
    if (file.size() > LARGEST) {
      return List.of();
    }
    List<SqlScript.Piece> pieces =
        SqlScript.pieces(Tokens.withConditionalComments(file.text().get()));
    for (SqlScript.Piece each : pieces) {
      if (each.text().length() < LONGEST_VIEW && isView(each.text())) {
        Ddl.readAhead(Tokens.withoutPlaceholders(each.text()), sql);
      }
    }
    return pieces;
  }

  private void readFlyway(String location, List<MigrationFile> files) {
    begin(location, earlier -> location.startsWith(earlier));
    files.stream()
        .sorted(Flyway::byVersion)
        .forEach(
            file -> {
              found(file.path());
              script(file);
            });
  }

  private boolean isWanted(PlainScript script, ScriptWords.Found words, boolean managed) {
    MigrationFile file = script.file();
    if (!words.table() && !script.defines(words)) {
      return false;
    }
    found(file.path());
    if (managed && words.table() && !SCHEMA_NAME.matcher(file.path()).matches()) {
      unread(file.path(), 0, "a script beside migrations: set aside, the migrations count");
      return false;
    }
    return true;
  }

  /** What follows is of this set of migrations, and goes on from those. */
  void begin(String set, Predicate<String> continues) {
    schema.begin(set, continues);
    objects.begin(set);
  }

  /** Reads a file of SQL into the schema. */
  void script(MigrationFile file) {
    if (file.size() > LARGEST) {
      stream(file.path(), file::open);
      return;
    }
    readFiles.add(file.path());
    statements(file.path(), file.text().get(), 0);
  }

  /** Applies the statements of a text that begins behind so many lines of its file. */
  void statements(String path, String text, int linesBefore) {
    apply(SqlScript.pieces(Tokens.withConditionalComments(text)), path, linesBefore);
  }

  private void apply(List<SqlScript.Piece> pieces, String path, int linesBefore) {
    for (SqlScript.Piece piece : pieces) {
      statement(piece.text(), new Place(path, linesBefore + piece.line()), 0);
    }
  }

  private void statement(String text, Place place, int depth) {
    switch (firstWord(text)) {
      case "create", "alter", "drop", "rename" -> definition(text, place);
      case "grant", "revoke" -> Grants.apply(text, objects, place);
      case "insert", "update", "delete", "merge", "replace", "truncate", "upsert", "copy", "with" ->
          dataChanged();
      case "do", "begin", "declare", "if" -> block(text, place, depth);
      case "select", "call", "exec", "execute", "perform" -> {
        if (text.length() < LONGEST_CALL) {
          Commands.apply(text, objects, schema, sql, place);
          Commands.system(text, objects, schema, sql, place);
        }
        for (String definition : objects.definitionsOf(Commands.routine(text))) {
          if (depth < DEEPEST && definition.indexOf(Tokens.HOLE) < 0) {
            statement(definition, place, depth + 1);
          }
        }
      }
      default -> {}
    }
  }

  private void block(String text, Place place, int depth) {
    List<Token> tokens = Tokens.of(text);
    String body = text;
    for (Token token : tokens.subList(0, Math.min(4, tokens.size()))) {
      if (token.kind() == Token.Kind.STRING) {
        body = Literals.plain(token.text());
      }
    }
    RoutineBody.Effects effects = RoutineBody.read(body, Tokens.of(body), sql);
    boolean whole = true;
    for (String definition : effects.definitions()) {
      if (depth < DEEPEST && definition.indexOf(Tokens.HOLE) < 0) {
        statement(definition, place, depth + 1);
      } else {
        whole = false;
      }
    }
    if ((effects.definitions().isEmpty() || !whole) && DEFINES.matcher(text).find()) {
      applied(false, place, "a block of code that changes the schema");
    }
    Commands.jobs(tokens, objects, sql, place);
    Commands.system(text, objects, schema, sql, place);
  }

  private void definition(String text, Place place) {
    String plain = Tokens.withoutPlaceholders(text);
    if (ObjectDefinition.apply(
        plain, objects, sql, place, (where, why) -> unread(where.file(), where.line(), why))) {
      applied(true, place, "");
      return;
    }
    boolean view = plain.length() < LONGEST_VIEW && isView(plain);
    if (objectsOnly && !view) {
      return;
    }
    Ddl.Outcome read = Ddl.apply(plain, schema, place, sql);
    guessed += read.guessed() ? 1 : 0;
    boolean dynamic = plain.indexOf(Tokens.HOLE) >= 0;
    applied(
        read.understood(),
        place,
        dynamic
            ? "a name that is only known when the migration runs"
            : "a definition in a form that is not known: " + start(text));
  }

  private static boolean isView(String text) {
    return VIEW.matcher(text).find();
  }

  /** Views are tables for those who read them and objects for those who ask what they do. */
  private List<DatabaseObject> facts() {
    List<DatabaseObject> all = new ArrayList<>(objects.facts());
    all.addAll(schema.views());
    all.sort(
        Comparator.comparing(DatabaseObject::name)
            .thenComparing(DatabaseObject::kind)
            .thenComparing(object -> object.places().toString()));
    return all;
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

  DatabaseObjects objects() {
    return objects;
  }

  Schema schema() {
    return schema;
  }

  SqlReader sql() {
    return sql;
  }
}
