package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.fact.DumpFile;
import dev.msvc.model.Place;
import dev.msvc.model.Share;
import dev.msvc.model.Unread;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the statements so far lead to, and what was met on the way. */
final class SchemaFold {
  /** Bytes beyond which a script is read piece by piece. */
  static final long LARGEST = 8L * 1024 * 1024;

  private static final int LONGEST_VIEW = 65_536;
  private static final int DEEPEST = 3;
  private static final int MOST_NESTED = 32;
  private static final int LONGEST_CALL = 65_536;
  private static final Pattern VIEW = Pattern.compile("(?is)^create\\s+[^(]{0,120}?\\bview\\b");
  private static final Pattern DEFINES =
      Pattern.compile(
          "\\b(?:create|alter|drop)\\s+(?:\\w+\\s+){0,3}(?:table|view)\\b",
          Pattern.CASE_INSENSITIVE);

  private final SqlReader sql;
  private final MigrationFiles files;
  private final DatabaseObjects objects = new DatabaseObjects();
  private final Schema schema = new Schema(objects::sequenceUsed, objects::tableDropped);
  private final Set<Unread> unread = new TreeSet<>();
  private final Set<String> readFiles = new TreeSet<>();
  private final Set<String> allFiles = new TreeSet<>();
  private int understood;
  private int statements;
  private int guessed;
  private int dataChanges;
  private boolean objectsOnly;
  private int nested;

  /**
   * Starts with nothing.
   *
   * @param files that scripts can run
   */
  SchemaFold(SqlReader sql, MigrationFiles files) {
    this.sql = sql;
    this.files = files;
  }

  /** All that was found. */
  Migrations result() {
    return new Migrations(
        schema.facts(),
        objects.facts(schema.views()),
        objects.grants(),
        new Share(readFiles.size(), allFiles.size()),
        new Share(understood, statements),
        guessed,
        dataChanges,
        List.copyOf(unread));
  }

  /** Reads what is too large to be held, without its rows. */
  void stream(String name, DumpFile.Content content) {
    readFiles.add(name);
    try (Reader text = content.open()) {
      DumpReader.Passed passed =
          DumpReader.read(text, (part, linesBefore) -> statements(name, part, linesBefore));
      dataChanges += passed.rows();
      if (passed.cut()) {
        unread(name, 0, "a statement or line longer than 4 MB: only its beginning was read");
      }
    } catch (IOException broken) {
      readFiles.remove(name);
      unread(name, 0, "it cannot be read to its end");
    }
  }

  /** What follows is of this set of migrations, and goes on from those. */
  void begin(String set, Predicate<String> continues) {
    schema.begin(set, continues);
    objects.begin(set, continues);
    schema.lookIn("");
  }

  /** Reads a file of SQL into the schema. */
  void script(MigrationFile file) {
    if (file.size() > LARGEST) {
      stream(file.path(), file::open);
      return;
    }
    readFiles.add(file.path());
    if (nested == 0) {
      // each script has a session of its own
      schema.lookIn("");
    }
    statements(file.path(), file.text().get(), 0);
  }

  /** Applies the statements of a text that begins behind so many lines of its file. */
  void statements(String path, String text, int linesBefore) {
    apply(SqlScript.cut(Tokens.withConditionalComments(text)), path, linesBefore);
  }

  void apply(SqlScript.Cut cut, String path, int linesBefore) {
    SqlScript.Unended unended = cut.unended();
    if (unended != null) {
      unread(
          path,
          linesBefore + unended.line(),
          unended.what() + " that does not end: what is behind it is not read");
    }
    for (SqlScript.Piece piece : cut.pieces()) {
      if (piece.runs().isEmpty()) {
        statement(piece.text(), new Place(path, linesBefore + piece.line()), 0);
      } else {
        run(path, linesBefore + piece.line(), piece.runs());
      }
    }
  }

  /** Reads the script that a line of another one runs, unless it was read before. */
  private void run(String path, int line, String written) {
    String file = files.find(path, written, false);
    MigrationFile script = files.at(file);
    if (script == null) {
      unread(path, line, "names '%s', which is not there".formatted(written));
    } else if (!readFiles.contains(file)) {
      found(file);
      if (nested < MOST_NESTED) {
        nested++;
        script(script);
        nested--;
      } else {
        unread(path, line, "runs '%s', nested too deep".formatted(written));
      }
    }
  }

  private void statement(String text, Place place, int depth) {
    SearchPath.in(text).ifPresent(schema::lookIn);
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
      if (token.kind() == Token.Kind.STRING && tokens.get(0).is("do")) {
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
    boolean view = isView(plain);
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

  /** Whether a definition is that of a view whose query is worth parsing. */
  static boolean isView(String text) {
    return text.length() < LONGEST_VIEW && VIEW.matcher(text).find();
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

  /** How many statements were met that say something about the database. */
  int met() {
    return statements + dataChanges + objects.grants().size();
  }

  /** A file that the user names as a dump, and that is none. */
  void nothing(String path) {
    readFiles.remove(path);
    unread(path, 0, "no statement of it defines or fills a table: is it a dump of the schema?");
  }

  boolean hasRead(String path) {
    return readFiles.contains(path);
  }

  /** Whether definitions of tables count, or only those of other objects. */
  void objectsOnly(boolean only) {
    objectsOnly = only;
  }
}
