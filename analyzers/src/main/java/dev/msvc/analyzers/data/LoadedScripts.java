package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.sql.ScriptStatements;
import dev.msvc.analyzers.sql.ScriptStatements.Statement;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.analyzers.sql.SqlStatement;
import dev.msvc.analyzers.sql.SqlTemplate;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Scripts of SQL that code loads by their name: what they do to rows, the loading class does. */
public final class LoadedScripts implements Analyzer {
  private static final SqlReader SQL = SqlReader.shared();
  private static final long LONGEST = 4L * 1024 * 1024;
  private static final int MOST_COPIES = 12;
  private static final int TELLING = 4;

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    Map<String, List<ResourceFile>> scripts = new HashMap<>();
    List<ResourceFile> files = new ArrayList<>(SqlTemplates.of(sources).all());
    sources.resources().stream().filter(each -> each.extension().equals("sql")).forEach(files::add);
    for (ResourceFile each : files) {
      scripts.computeIfAbsent(folded(each), name -> new ArrayList<>()).add(each);
    }
    if (scripts.isEmpty()) {
      return;
    }
    ScriptNames names = new ScriptNames(sources.code());
    List<ScriptNames.Named> named =
        Workers.map(sources.code().types(), names::of).stream().flatMap(List::stream).toList();
    if (named.isEmpty()) {
      return;
    }
    ScriptRunners runners = new ScriptRunners(sources.code(), facts.references());
    Map<ResourceFile, Set<Site>> loaded = new LinkedHashMap<>();
    Statements statements = new Statements(EntityModel.of(sources, facts.tables()), facts);
    for (ScriptNames.Named each : named) {
      if (!runners.mayRun(each.type())) {
        continue;
      }
      if (!isTelling(each.path())) {
        if (each.found()) {
          statements.unread(
              each.site().place(), "the name of a script is only known when the program runs");
        }
        continue;
      }
      List<ResourceFile> meant = files(each, scripts);
      boolean open =
          each.path().indexOf(SqlReader.HOLE) >= 0
              || ScriptStatements.areCopies(meant.stream().map(ResourceFile::file).toList());
      if (meant.size() == 1 || (open && meant.size() <= MOST_COPIES)) {
        meant.forEach(
            file -> loaded.computeIfAbsent(file, any -> new LinkedHashSet<>()).add(each.site()));
      } else if (!meant.isEmpty()) {
        statements.unread(
            each.site().place(),
            "'%s' can be any of %d files".formatted(shown(each.path()), meant.size()));
      } else if (each.found() && !open && !SqlTemplate.isTemplate(each.path())) {
        statements.unread(each.site().place(), "'%s' is not there".formatted(shown(each.path())));
      }
    }
    run(loaded, sources, statements);
  }

  /** Whether enough is known of a file's name, so that it does not fit any other. */
  private static boolean isTelling(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String known = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    return known.indexOf(SqlReader.HOLE) < 0
        || known.chars().filter(Character::isLetter).count() >= TELLING;
  }

  /** A path as people write it, with a star for what is only known when the program runs. */
  private static String shown(String path) {
    return path.replace(SqlReader.HOLE, '*');
  }

  private static String folded(ResourceFile file) {
    return file.fileName().toLowerCase(Locale.ROOT);
  }

  /** Files that a path can mean: nearest to the class, then in its module, then anywhere. */
  private static List<ResourceFile> files(
      ScriptNames.Named named, Map<String, List<ResourceFile>> scripts) {
    String path = named.path().startsWith("/") ? named.path().substring(1) : named.path();
    String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    Collection<ResourceFile> all = scripts.getOrDefault(last, List.of());
    if (last.indexOf(SqlReader.HOLE) >= 0) {
      all = scripts.values().stream().flatMap(List::stream).toList();
    }
    if (all.isEmpty()) {
      return List.of();
    }
    Pattern pattern = pattern(path);
    List<ResourceFile> matching =
        all.stream().filter(each -> pattern.matcher(each.file()).matches()).toList();
    String name = named.type().topLevel().name();
    String folder = name.substring(0, Math.max(0, name.lastIndexOf('.'))).replace('.', '/');
    Pattern beside = pattern(folder + "/" + path);
    List<List<ResourceFile>> narrowed =
        List.of(
            matching.stream().filter(each -> beside.matcher(each.file()).matches()).toList(),
            matching.stream().filter(each -> each.module().equals(named.type().module())).toList());
    for (List<ResourceFile> each : narrowed) {
      if (!each.isEmpty()) {
        return each;
      }
    }
    return matching;
  }

  private static Pattern pattern(String path) {
    StringBuilder pattern = new StringBuilder("(?i)(?:.*/)?");
    String[] known = path.split(String.valueOf(SqlReader.HOLE), -1);
    for (int i = 0; i < known.length; i++) {
      // what comes first may be a whole path, what comes later is a part of a name
      pattern.append(i == 0 ? "" : i == 1 && known[0].isEmpty() ? ".*" : "[^/]*");
      pattern.append(Pattern.quote(known[i]));
    }
    return Pattern.compile(pattern.toString());
  }

  /** A script, and what all of it together does. */
  private record Script(ScriptStatements text, boolean fills, boolean seeds) {
    static Script of(ScriptStatements text) {
      return new Script(text, text.fills(), text.seeds());
    }
  }

  private static void run(
      Map<ResourceFile, Set<Site>> loaded, Sources sources, Statements statements) {
    Map<ResourceFile, Script> read = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>();
    for (ResourceFile file : loaded.keySet()) {
      String text = file.size() > LONGEST ? "" : file.text();
      if (file.size() > LONGEST) {
        statements.unread(new Place(file.file(), 0), "a script that code loads is too large");
      } else if (!ScriptStatements.isMigration(file.file(), text)) {
        ScriptStatements script = ScriptStatements.of(text);
        read.put(file, Script.of(script));
        script.all().forEach(each -> keys.add(each.name()));
      }
    }
    keys.remove("");
    KeyCallers callers = new KeyCallers(keys, sources);
    Set<String> installing = new HashSet<>();
    read.forEach(
        (file, script) -> {
          if (script.text().defines()) {
            loaded.getOrDefault(file, Set.of()).forEach(each -> installing.add(loader(each)));
          }
        });
    installing.addAll(seeders(loaded, read));
    read.forEach(
        (file, script) -> {
          Set<List<Object>> done = new HashSet<>();
          for (Statement each : script.text().all()) {
            List<Site> own = callers.named(each.name());
            // what does the same as an earlier one tells nothing new
            SqlStatement does = SQL.read(each.text());
            String open = does.dynamic() ? each.text() : "";
            if (!done.add(
                List.of(each.name(), does.uses(), does.functions(), does.procedure(), open))) {
              continue;
            }
            boolean first = true;
            for (Site site : own.isEmpty() ? loaded.getOrDefault(file, Set.of()) : own) {
              Site there = site.at(new Place(file.file(), each.line()));
              AccessVia via = via(site, script, installing, sources);
              statements.mapped(List.of(each.text()), there, via, Certainty.INFERRED, first);
              first = false;
            }
          }
          if (!script.text().whole()) {
            statements.unread(
                new Place(file.file(), 0), "more statements than are read of one script");
          }
        });
  }

  /**
   * A script that defines tables or only fills them, or that a migration in Java loads, is a
   * migration itself; and one that fills and changes those of another script that is loaded there.
   */
  private static AccessVia via(Site site, Script script, Set<String> installing, Sources sources) {
    JavaType type = sources.code().project(site.className());
    boolean migrates = type != null && CodedMigrations.is(type, sources.code());
    boolean installs =
        script.fills()
            && (installing.contains(loader(site)) || installing.contains(site.className()));
    return script.text().defines() || script.seeds() || migrates || installs
        ? AccessVia.MIGRATION
        : AccessVia.SQL_FILE;
  }

  /** Classes all of whose scripts only fill and change what is known, and some of them seeds. */
  private static Set<String> seeders(
      Map<ResourceFile, Set<Site>> loaded, Map<ResourceFile, Script> read) {
    Set<String> seeders = new HashSet<>();
    Set<String> others = new HashSet<>();
    loaded.forEach(
        (file, sites) -> {
          Script script = read.get(file);
          for (Site each : sites) {
            if (script == null || !script.fills()) {
              others.add(each.className());
            } else if (script.seeds()) {
              seeders.add(each.className());
            }
          }
        });
    seeders.removeAll(others);
    return seeders;
  }

  private static String loader(Site site) {
    return site.className() + "#" + site.method();
  }
}
