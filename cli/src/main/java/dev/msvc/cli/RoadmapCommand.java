package dev.msvc.cli;

import dev.msvc.analyzers.plan.DatabaseSplit;
import dev.msvc.analyzers.plan.Roadmaps;
import dev.msvc.generators.report.RoadmapReport;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Budget;
import dev.msvc.model.Counted;
import dev.msvc.model.Extraction;
import dev.msvc.model.Roadmap;
import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.ShellWord;
import dev.msvc.model.SqlChange;
import dev.msvc.model.Unseen;
import dev.msvc.model.yaml.RoadmapDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc roadmap}. */
final class RoadmapCommand implements Command {
  private static final int OVER = 10;
  private static final int NOT_JUDGED = 7;

  @Override
  public String name() {
    return "roadmap";
  }

  @Override
  public String does() {
    return "in which order contexts become services, by which steps, and what that takes";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc roadmap                    the order, and why",
            "msvc roadmap -b orders          the steps of one context, each with its way back",
            "msvc roadmap -b orders -o wide  everything, no line shortened",
            "msvc roadmap --sql sql          the SQL of all database splits, there and back",
            "msvc roadmap --budget calls=5   ends with 1 where a request would make more",
            "msvc roadmap --out roadmap.md   as Markdown, for people",
            "msvc roadmap --save             keeps it in msvc-roadmap.yaml; shows the change first",
            "msvc roadmap -o json            for a program");
    spec.addOption(
        Spec.option(new String[] {"-b", "--bounded-context"}, "CONTEXT", "the steps of one"));
    spec.addOption(
        Spec.option(
            new String[] {"--sql"}, "DIR", "writes SQL and its way back there; a new folder"));
    spec.addOption(
        Spec.option(
            new String[] {"--budget"},
            "LIMITS",
            "ends with 1 where one is over: calls=5,repeated=0,lazy=0,transactions=0"));
    spec.addOption(
        Spec.option(new String[] {"--out"}, "FILE", "writes it there as Markdown; relative to -C"));
    RoadmapSave.options(spec);
    spec.addOption(Spec.output("text", "wide", "json", "yaml"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    if (RoadmapSave.isAsked(call) && call.option("-b") != null) {
      throw call.wrong("the whole roadmap is kept: leave out -b");
    }
    Path root = call.directory().toString().isEmpty() ? Path.of(".") : call.directory();
    String saved = new UserFiles(root).text(SavedRoadmap.FILE);
    Analyzed analyzed = Analyzed.told(call);
    Console console = call.console();
    Roadmap roadmap =
        narrowed(call, analyzed, Roadmaps.of(analyzed.map(), RoadmapSave.word(call, analyzed)));
    String context = call.option("-b");
    String folder = call.option("--sql");
    SortedMap<String, String> written = new TreeMap<>();
    boolean writes = !call.has("--diff");
    if (folder != null && writes) {
      written.putAll(sql(call, analyzed, roadmap, root, folder));
    }
    String out = call.option("--out");
    if (out != null && writes) {
      RoadmapReport report = new RoadmapReport(analyzed.map(), roadmap, context == null);
      new Workspace().write(call.directory().resolve(out), call.has("-y"), report::markdown);
      console.say("wrote " + out);
    }
    Budget budget = budget(call);
    List<Extraction> judged =
        budget == null ? List.of() : context == null ? roadmap.order() : List.of(only(roadmap));
    List<String> over = new ArrayList<>();
    judged.forEach(each -> over.addAll(Objects.requireNonNull(budget).over(each)));
    int exitCode = analyzed.exitCode() != 0 ? analyzed.exitCode() : over.isEmpty() ? 0 : 1;
    boolean saves = RoadmapSave.isAsked(call);
    if (saves) {
      exitCode = RoadmapSave.run(call, analyzed, roadmap, saved, written, !over.isEmpty());
    }
    if (call.format().forPrograms() || (!saves && folder == null && out == null)) {
      print(call, analyzed, roadmap, saved);
    }
    say(console, "over the budget", over);
    List<String> unjudged = budget == null ? List.of() : unjudged(budget, analyzed, judged);
    say(console, "the budget was checked for what is seen alone", unjudged);
    return exitCode == 0 && !unjudged.isEmpty() ? NOT_JUDGED : exitCode;
  }

  private static void say(Console console, String what, List<String> all) {
    all.stream().limit(OVER).forEach(each -> console.say(what + ": " + each));
    if (all.size() > OVER) {
      console.say("%s: %d more".formatted(what, all.size() - OVER));
    }
  }

  private static void print(Invocation call, Analyzed analyzed, Roadmap roadmap, String saved) {
    Console console = call.console();
    Format format = call.format();
    String context = call.option("-b");
    if (format.forPrograms()) {
      RoadmapDocument.write(roadmap, analyzed.map().notSeen(), Notation.of(format), console.data());
    } else if (context == null) {
      new RoadmapScreen(console, analyzed, format == Format.WIDE)
          .print(roadmap, RoadmapSave.differences(analyzed, roadmap, saved));
    } else {
      Text.wrapped(Unseen.sentences(analyzed.map().unseen()), Text.WIDTH).forEach(console::line);
      String all = analyzed.next("roadmap -b " + ShellWord.of(context) + " -o wide");
      new ExtractionExplainer(analyzed.map()).of(only(roadmap)).print(console, format, all);
    }
  }

  /** What a budget limits and nobody knows, each in a sentence. */
  private static List<String> unjudged(Budget budget, Analyzed analyzed, List<Extraction> judged) {
    List<String> unjudged = new ArrayList<>();
    if (budget.limits("transactions") && analyzed.map().hidesTransactions()) {
      unjudged.add(analyzed.map().hiddenTransactions());
    }
    judged.stream().map(budget::unjudged).filter(each -> !each.isEmpty()).forEach(unjudged::add);
    return unjudged;
  }

  private static @Nullable Budget budget(Invocation call) {
    String limits = call.option("--budget");
    try {
      return limits == null ? null : Budget.of(limits);
    } catch (IllegalArgumentException wrong) {
      throw call.wrong(String.valueOf(wrong.getMessage()));
    }
  }

  /** Why there is nothing to split. */
  private static String noRows(Extraction extraction) {
    return !extraction.tables().isEmpty()
        ? "what it keeps is in no tables of SQL"
        : extraction.views().isEmpty()
            ? "it owns no table"
            : "it owns no table, only "
                + Counted.of(
                    extraction.views().size(), "view or unknown name", "views or unknown names");
  }

  /** Writes the scripts; gives where those of each context are, by its name. */
  private static SortedMap<String, String> sql(
      Invocation call, Analyzed analyzed, Roadmap roadmap, Path root, String folder) {
    SortedMap<String, String> files = new TreeMap<>();
    SortedMap<String, String> places = new TreeMap<>();
    String noted = fromThere(root, folder);
    int number = 0;
    List<Extraction> without = new ArrayList<>();
    for (Extraction each : roadmap.order().isEmpty() ? roadmap.leave() : roadmap.order()) {
      String before = "%02d-%s-".formatted(++number, each.name().replaceAll("[^A-Za-z0-9]+", "-"));
      List<SqlChange> changes = DatabaseSplit.of(analyzed.map(), each, analyzed.word().schema());
      if (changes.isEmpty()) {
        without.add(each);
      }
      for (SqlChange change : changes) {
        places.put(each.name(), noted + "/" + before);
        files.put(before + change.name() + ".sql", change.forward());
        if (change.isReversible()) {
          files.put(before + change.name() + "-back.sql", change.back());
        }
      }
    }
    if (files.isEmpty()) {
      call.console().say("nothing was written: none of it owns a table");
      return places;
    }
    without.forEach(each -> call.console().say("no SQL for " + each.name() + ": " + noRows(each)));
    new Workspace().create(call.directory().resolve(folder), files);
    if (call.console().verbose()) {
      files.keySet().forEach(each -> call.console().say(folder + "/" + each));
    }
    call.console()
        .say(
            "wrote %s to %s, for %s; try them on a copy of the database first"
                .formatted(
                    Counted.of(files.size(), "script", "scripts"),
                    folder,
                    Counted.of(places.size(), "context", "contexts")));
    DatabaseSplit.warnings(analyzed.map()).forEach(call.console()::say);
    return places;
  }

  /** A folder as it is seen from the analysed one: what is kept in git names no machine. */
  private static String fromThere(Path root, String folder) {
    Path place = Path.of(folder);
    return place.isAbsolute()
        ? root.toAbsolutePath().normalize().relativize(place.normalize()).toString()
        : folder;
  }

  private static Extraction only(Roadmap roadmap) {
    return roadmap.order().isEmpty() ? roadmap.leave().get(0) : roadmap.order().get(0);
  }

  private static Roadmap narrowed(Invocation call, Analyzed analyzed, Roadmap all) {
    String context = call.option("-b");
    if (context == null) {
      return all;
    }
    List<Extraction> order = in(all.order(), context);
    List<Extraction> leave = in(all.leave(), context);
    if (order.isEmpty() && leave.isEmpty()) {
      throw Names.unknown(
          "context '%s'",
          context,
          analyzed.map().decomposition().contexts().stream().map(BoundedContext::name).toList(),
          analyzed.next("get contexts"));
    }
    return new Roadmap(order, leave);
  }

  private static List<Extraction> in(List<Extraction> all, String context) {
    return all.stream().filter(each -> each.contexts().contains(context)).toList();
  }
}
