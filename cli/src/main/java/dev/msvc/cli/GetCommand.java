package dev.msvc.cli;

import dev.msvc.analyzers.risk.Risks;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Nearest;
import dev.msvc.model.Question;
import dev.msvc.model.ShellWord;
import dev.msvc.model.yaml.AnalysisDocument;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc get}. */
final class GetCommand implements Command {
  @Override
  public String name() {
    return "get";
  }

  @Override
  public String does() {
    return "lists what was found: contexts, classes, tables, entry points and more";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc get tables                      who owns and writes each table",
            "msvc get tables -o wide              with the file and line of each access",
            "msvc get classes -b orders           the classes of one context",
            "msvc get transactions -o json        for a program",
            "msvc get contexts --sort-by in       most used first",
            "msvc get findings --rule F04         lists and reports that join tables of others",
            "msvc get questions                   what only you can decide, and how to say it",
            "msvc get unread                      what was not understood");
    spec.addPositional(
        Spec.argument(0, true, "LIST", String.join(", ", Listings.NOUNS), Listings.NOUNS));
    spec.addPositional(Spec.argument(1, false, "NAME", "only the one of that name"));
    spec.addOption(
        Spec.option(
            new String[] {"-b", "--bounded-context"}, "CONTEXT", "only what belongs to it"));
    spec.addOption(
        Spec.option(
            new String[] {"--rule"},
            "ID",
            "only findings of that rule: F04, MSVC-F04-FOREIGN-LISTS"));
    spec.addOption(
        Spec.option(new String[] {"--sort-by"}, "COLUMN", "its title; biggest numbers first"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml", "name"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String noun = String.valueOf(call.argument(0));
    if (!Listings.NOUNS.contains(noun)) {
      throw unknownList(call, noun);
    }
    Analyzed analyzed = Analyzed.told(call);
    Console console = call.console();
    Format format = call.format();
    Listings listings =
        new Listings(
            analyzed,
            () -> new AnalysisDocument(analyzed.map(), Notation.of(format), console.data()));
    Listing<?> all = listings.list(noun);
    Listing<?> listing = narrowed(call, analyzed, all);
    if (noun.equals("findings")) {
      analyzed.accepted().idle(analyzed.findings()).forEach(console::say);
    }
    String silent = HistoryListings.silent(analyzed.map(), noun);
    if (!silent.isEmpty()) {
      console.say("nothing is said of " + noun + ": " + silent);
    }
    if (noun.equals("traffic") && !format.forPrograms()) {
      TrafficExplainer.told(analyzed.map().analysis().traffic()).forEach(console::say);
    }
    if (listing.items().isEmpty() && !format.forPrograms()) {
      if (silent.isEmpty()) {
        console.say(nothing(call, analyzed, all));
      }
      return analyzed.exitCode();
    }
    String next = analyzed.next(everything(call, noun));
    if (noun.equals("questions") && (format == Format.TEXT || format == Format.WIDE)) {
      List<Question> questions = listing.items().stream().map(Question.class::cast).toList();
      new QuestionScreen(console, analyzed).print(questions, format == Format.WIDE, next);
    } else {
      listing.print(console, format, next);
    }
    int gone = analyzed.gone().size();
    if (noun.equals("contexts") && gone > 0) {
      console.say(
          "%d accepted %s gone: %s"
              .formatted(gone, gone == 1 ? "is" : "are", analyzed.next("accept --diff")));
    }
    return analyzed.exitCode();
  }

  /** Says that there is nothing to list, and why. */
  private static String nothing(Invocation call, Analyzed analyzed, Listing<?> all) {
    String noun = all.noun();
    if (!all.items().isEmpty()) {
      String context = call.option("-b");
      String rule = call.option("--rule");
      return "no %s%s%s, of %,d in all"
          .formatted(
              noun,
              rule == null ? "" : " of rule " + Text.shortened(rule, 60),
              context == null ? "" : " of " + context,
              all.items().size());
    }
    String why = Absence.of(analyzed.map(), noun);
    String what = noun.equals("database") ? "objects of the database" : noun;
    return "no " + what + " found" + (why.isEmpty() ? "" : ": " + why);
  }

  private static <T> Listing<T> narrowed(Invocation call, Analyzed analyzed, Listing<T> all) {
    Listing<T> listing = all;
    String context = call.option("-b");
    if (context != null) {
      requireContext(analyzed, context);
      listing = listing.in(context);
    }
    String rule = call.option("--rule");
    if (rule != null) {
      requireRule(call, all.noun(), rule);
      listing = listing.where(item -> RiskListings.isOf(item, rule));
    }
    String name = call.argument(1);
    if (name != null) {
      List<String> known = listing.names();
      listing = listing.named(name);
      if (listing.items().isEmpty()) {
        String list = analyzed.next("get " + all.noun() + " -o name");
        throw Names.unknown("'%s' among the " + all.noun(), name, known, list);
      }
    }
    String field = call.option("--sort-by");
    if (field == null) {
      return listing;
    }
    if (!listing.fields().contains(field)) {
      throw call.wrong(
          "cannot sort by '%s': the columns are %s"
              .formatted(field, String.join(", ", listing.fields())));
    }
    return listing.sortedBy(field);
  }

  private static void requireRule(Invocation call, String noun, String rule) {
    if (!noun.equals("findings")) {
      throw call.wrong("--rule goes with findings only");
    }
    List<String> known = Risks.rules().stream().map(FindingRule::id).toList();
    if (known.stream().noneMatch(each -> RiskListings.isOf(each + "/", rule))) {
      String near = String.join(", ", Nearest.of(rule, known));
      SortedSet<String> groups = new TreeSet<>();
      known.forEach(each -> groups.add(each.substring("MSVC-".length(), "MSVC-F00".length())));
      throw call.wrong(
          "there is no rule '%s'; %s"
              .formatted(
                  Text.shortened(rule, 60),
                  near.isEmpty()
                      ? "there are " + String.join(", ", groups)
                      : "did you mean " + near + "?"));
    }
  }

  private static void requireContext(Analyzed analyzed, String name) {
    ContextMap map = analyzed.map();
    if (map.context(name) == null) {
      List<String> known =
          map.decomposition().contexts().stream().map(BoundedContext::name).toList();
      throw Names.unknown("context '%s'", name, known, analyzed.next("get contexts"));
    }
  }

  private static RuntimeException unknownList(Invocation call, String noun) {
    List<String> near = Nearest.of(noun, Listings.NOUNS);
    String meant = near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?";
    return call.wrong(
        "there is no list '%s': there are %s%s"
            .formatted(Text.shortened(noun, 40), String.join(", ", Listings.NOUNS), meant));
  }

  /** The same command, for everything. */
  private static String everything(Invocation call, String noun) {
    StringBuilder command = new StringBuilder("get ").append(noun);
    String context = call.option("-b");
    if (context != null) {
      command.append(" -b ").append(ShellWord.of(context));
    }
    String rule = call.option("--rule");
    if (rule != null) {
      command.append(" --rule ").append(ShellWord.of(rule));
    }
    String field = call.option("--sort-by");
    if (field != null) {
      command.append(" --sort-by ").append(field);
    }
    return command.append(" -o wide").toString();
  }
}
