package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.fact.DumpFile;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Folds migrations into the schema they lead to: Flyway in the order of versions, Liquibase in the
 * order of its changelogs, then schema files.
 */
public final class MigrationReader {
  private static final Pattern SCHEMA_NAME =
      Pattern.compile(
          "(?:.*/)?schemas?/(?:.*/)?[^/]*|(?:.*[-_./])?(?:schema|ddl)(?:[-_.][^/]*)?\\.(?:sql|ddl)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> NO_CHANGELOGS =
      Set.of("pom.xml", "package.json", "package-lock.json", "tsconfig.json", "angular.json");
  private static final Set<String> SCRIPTS =
      Set.of("sql", "ddl", "pks", "pkb", "prc", "fnc", "trg", "vw", "pls", "plsql", "psql");
  private static final String DUMPS = "dump";

  /** The set of scripts that migrations go on from. */
  static final String BASES = "base";

  private static final int AT_ONCE = 32;

  private final SqlReader sql;
  private final MigrationFiles files;
  private final String production;
  private final SchemaFold fold;
  private final BaseScripts.Found base;
  private BaseScripts.Found wanting = BaseScripts.Found.NONE;

  private MigrationReader(
      SqlReader sql, MigrationFiles files, String production, BaseScripts.Found base) {
    this.sql = sql;
    this.files = files;
    this.production = production;
    this.base = base;
    this.fold = new SchemaFold(sql, files);
  }

  /** Whether a file's name allows it to hold migrations, so that its text is worth reading. */
  public static boolean mayHoldMigrations(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean ours =
        isScript(name)
            || SqlTemplate.isTemplate(name)
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
    String name = file.name().toLowerCase(Locale.ROOT);
    return isScript(name) || SqlTemplate.isTemplate(name);
  }

  /** Reads the files, whatever their order. */
  public static Migrations read(Collection<MigrationFile> files, SqlReader sql) {
    return read(files, List.of(), sql, "", null);
  }

  /**
   * Reads dumps, whose word counts, and then the files, whatever their order.
   *
   * @param production family of the vendor in production; empty where it is not known
   * @param store where what they lead to is kept between runs; null for nowhere
   */
  public static Migrations read(
      Collection<MigrationFile> files,
      List<DumpFile> dumps,
      SqlReader sql,
      String production,
      @Nullable Store store) {
    List<MigrationFile> wanted =
        files.stream()
            .filter(
                file ->
                    mayHoldMigrations(file.path())
                        || Flyway.isMigration(file)
                        || Changelogs.isCode(file))
            .sorted(Comparator.comparing(MigrationFile::path))
            .toList();
    Supplier<Migrations> reading =
        () -> {
          MigrationFiles found = new MigrationFiles(wanted);
          MigrationReader reader =
              new MigrationReader(sql, found, production, BaseScripts.Found.NONE);
          reader.readAll(dumps, wanted);
          if (!reader.wanting.scripts().isEmpty()) {
            reader = new MigrationReader(sql, found, production, reader.wanting);
            reader.readAll(dumps, wanted);
          }
          return reader.fold.result();
        };
    return store == null || !dumps.isEmpty()
        ? reading.get()
        : KeptMigrations.of(store, wanted, production, reading);
  }

  private void readDump(DumpFile dump) {
    fold.found(dump.file());
    fold.begin(DUMPS, earlier -> false);
    int before = fold.met();
    fold.stream(dump.file(), dump.content());
    if (fold.met() == before) {
      fold.nothing(dump.file());
    }
  }

  private void readAll(List<DumpFile> dumps, List<MigrationFile> all) {
    dumps.forEach(this::readDump);
    readBases();
    Map<String, List<MigrationFile>> flyway = new TreeMap<>();
    Map<MigrationFile, ScriptWords.Found> plain = new LinkedHashMap<>();
    Map<String, List<String>> written = new TreeMap<>();
    Changelogs changelogs = new Changelogs(fold, files);
    List<MigrationFile> others = new ArrayList<>();
    for (MigrationFile file : all) {
      if (Flyway.isMigration(file)) {
        flyway.computeIfAbsent(Flyway.location(file.folder()), key -> new ArrayList<>()).add(file);
      } else if (file.size() > SchemaFold.LARGEST && isScript(file)) {
        plain.put(file, ScriptWords.in(file));
      } else if (file.size() <= SchemaFold.LARGEST) {
        others.add(file);
      }
    }
    // most files of a large tree hold nothing of the schema, and each must be read to know it
    List<FirstLook> firsts = Workers.map(others, FirstLook::at);
    for (FirstLook first : firsts) {
      if (first.changelog() != null && changelogs.offer(first.file(), first.changelog())) {
        fold.found(first.file().path());
      } else if (first.words() != null) {
        plain.put(first.file(), first.words());
        written.put(first.file().path(), first.runs());
      }
    }
    flyway.keySet().stream()
        .sorted(
            Comparator.comparing((String location) -> Vendors.rank(location, production))
                .thenComparing(Comparator.naturalOrder()))
        .forEach(location -> readFlyway(location, flyway.getOrDefault(location, List.of())));
    changelogs.readAll();
    boolean managed = !fold.schema().isEmpty();
    fold.schema().endHistory();
    ScriptRuns runs = new ScriptRuns(files, written);
    Set<String> defining = defining(plain);
    List<PlainScript> wanted = new ArrayList<>();
    List<PlainScript> ordered =
        PlainScript.inOrder(
            List.copyOf(plain.keySet()), each -> creates(plain, each), runs, production);
    if (managed && dumps.isEmpty() && base.scripts().isEmpty()) {
      wanting =
          new BaseScripts(sql, files)
              .of(
                  fold.schema(),
                  ordered.stream()
                      .filter(each -> !each.isUpgrade() && creates(plain, each.file()))
                      .map(PlainScript::file)
                      .filter(each -> !fold.hasRead(each.path()))
                      .toList());
      if (!wanting.scripts().isEmpty()) {
        return;
      }
    }
    for (PlainScript script : ordered) {
      String path = script.file().path();
      ScriptWords.Found words = plain.get(script.file());
      boolean installs = runs.leadsTo(path, defining::contains);
      if (words != null
          && !fold.hasRead(path)
          && isWanted(script, words, installs, managed)
          && !(managed && words.table() && !script.isUpgrade() && isOutdated(script.file()))) {
        wanted.add(script);
      }
    }
    // cut in parallel, applied in order
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      List<PlainScript> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
      List<SqlScript.Cut> cut = Workers.map(some, each -> cut(each.file()));
      for (int i = 0; i < some.size(); i++) {
        MigrationFile file = some.get(i).file();
        if (fold.hasRead(file.path())) {
          continue;
        }
        fold.begin(some.get(i).set(), some.get(i)::continues);
        ScriptWords.Found words = plain.get(file);
        fold.objectsOnly(managed && words != null && !words.table());
        if (file.size() > SchemaFold.LARGEST) {
          fold.script(file);
        } else {
          fold.read(file.path());
          fold.apply(cut.get(i), file.path(), 0);
        }
        fold.objectsOnly(false);
      }
    }
  }

  private static boolean creates(Map<MigrationFile, ScriptWords.Found> plain, MigrationFile file) {
    ScriptWords.Found words = plain.get(file);
    return words != null && words.table();
  }

  private static Set<String> defining(Map<MigrationFile, ScriptWords.Found> plain) {
    Set<String> paths = new HashSet<>();
    plain.forEach(
        (file, words) -> {
          if (words.table() || words.object()) {
            paths.add(file.path());
          }
        });
    return paths;
  }

  private SqlScript.Cut cut(MigrationFile file) {
    if (file.size() > SchemaFold.LARGEST) {
      return SqlScript.Cut.NOTHING;
    }
    SqlScript.Cut cut = SqlScript.cut(Tokens.withConditionalComments(file.text().get()));
    for (SqlScript.Piece each : cut.pieces()) {
      if (SchemaFold.isView(each.text())) {
        Ddl.readAhead(Tokens.withoutPlaceholders(each.text()), sql);
      }
    }
    return cut;
  }

  /** Whether a full definition is from before the migrations: most of it is gone by now. */
  private boolean isOutdated(MigrationFile script) {
    if (!fold.schema().hasFormer()) {
      return false;
    }
    Set<String> created = new BaseScripts(sql, files).created(script);
    long gone = created.stream().filter(fold.schema()::isFormer).count();
    if (gone * 2 <= created.size()) {
      return false;
    }
    fold.unread(script.path(), 0, "a script from before the migrations: set aside");
    return true;
  }

  private void readBases() {
    for (MigrationFile script : base.scripts()) {
      fold.found(script.path());
      fold.begin(BASES, earlier -> false);
      fold.script(script);
    }
    fold.schema().forget(base.createdLater());
  }

  private void readFlyway(String location, List<MigrationFile> files) {
    fold.begin(location, earlier -> location.startsWith(earlier) || earlier.equals(BASES));
    files.stream()
        .sorted(Flyway::byVersion)
        .forEach(
            file -> {
              fold.found(file.path());
              fold.script(file);
            });
  }

  /**
   * @param installs whether it runs scripts that define something
   */
  private boolean isWanted(
      PlainScript script, ScriptWords.Found words, boolean installs, boolean managed) {
    MigrationFile file = script.file();
    if (!words.table() && !script.defines(words) && (managed || !installs)) {
      return false;
    }
    fold.found(file.path());
    if (managed && words.table() && !SCHEMA_NAME.matcher(file.path()).matches()) {
      fold.unread(file.path(), 0, "a script beside migrations: set aside, the migrations count");
      return false;
    }
    return true;
  }
}
