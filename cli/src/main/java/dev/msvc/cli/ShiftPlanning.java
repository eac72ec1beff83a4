package dev.msvc.cli;

import dev.msvc.analyzers.shift.ShiftProposals;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ShellWord;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftProposal;
import dev.msvc.model.shift.Shifts;
import dev.msvc.model.yaml.ShiftDocument;
import dev.msvc.model.yaml.ShiftProposalDocument;
import dev.msvc.model.yaml.ShiftProposalText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc strangle plan}: a first plan, from the entry points of a context. */
final class ShiftPlanning {
  private static final int SHOWN = 40;

  private final Invocation call;
  private final ShiftFolder folder;

  ShiftPlanning(Invocation call, ShiftFolder folder) {
    this.call = call;
    this.folder = folder;
  }

  static void options(CommandSpec spec) {
    spec.addOption(
        Spec.option(
            new String[] {"-b", "--bounded-context"},
            "CONTEXT",
            "plan: whose entry points; without it that of the shift's name"));
    spec.addOption(
        Spec.option(new String[] {"--monolith"}, "URL", "plan: where the monolith answers"));
    spec.addOption(
        Spec.option(new String[] {"--service"}, "URL", "plan: where the service answers"));
    spec.addOption(
        Spec.flag(
            "--diff",
            "plan, route, finish, start of steps that are commits: prints what would be another;"
                + " writes nothing, but finish the router's counts into the journal"));
    spec.addOption(Spec.flag("--exit-code", "plan, route: 4 where there are changes"));
  }

  int run() {
    Path root = call.directory().toString().isEmpty() ? Path.of(".") : call.directory();
    String obstacle = new SafePath(root, folder.shown()).obstacle();
    if (!obstacle.isEmpty()) {
      throw new UserError(obstacle, "put a folder and a file of your own there");
    }
    String before = new UserFiles(root).text(folder.shown());
    Optional<ServiceUrls> urls = ServiceUrls.of(call, folder.name());
    Analyzed analyzed = Analyzed.told(call);
    ShiftProposal proposal =
        ShiftProposals.of(
            analyzed.map(), context(analyzed).name(), folder.name(), beside(analyzed));
    ShiftProposalScreen screen = new ShiftProposalScreen(call, analyzed, proposal);
    if (call.format().forPrograms()) {
      ShiftProposalDocument.write(proposal, Notation.of(call.format()), call.console().data());
    }
    if (!proposal.hasReads()) {
      screen.print();
      call.console().flush();
      throw unplanned(proposal);
    }
    String after = text(proposal);
    List<String> diff = TextDiff.of(folder.shown(), before, after);
    boolean everything = call.has("--diff") || call.format() == Format.WIDE;
    int shown = everything || diff.size() <= SHOWN ? diff.size() : SHOWN;
    diff.subList(0, shown).forEach(call::told);
    if (shown < diff.size()) {
      call.told(
          "%,d more lines: %s"
              .formatted(diff.size() - shown, next("strangle plan " + asked() + " --diff")));
    }
    screen.print();
    urls.ifPresent(each -> each.tell(proposal));
    if (analyzed.exitCode() != 0) {
      call.console().say("nothing was written: too little was understood to decide on it");
      return analyzed.exitCode();
    }
    if (diff.isEmpty()) {
      call.console().say(folder.shown() + " says so already");
      return 0;
    }
    if (!call.has("--diff") && !before.isBlank() && !ShiftProposalText.isUntouched(before)) {
      call.console().flush();
      throw new UserError(
          folder.shown() + " was changed since it was proposed, and nothing is written over it",
          "take what you want of the difference above; or move the file away and plan anew",
          5);
    }
    Path file = folder.beside(".yaml");
    int code =
        WordChange.write(
            call, file, call.directory().resolve(folder.shown()).toString(), before, after);
    if (new UserFiles(root).text(folder.shown()).equals(after)) {
      call.console().say("next: " + next("strangle lint " + folder.name()));
    }
    return code;
  }

  /** Shifts that are there, each with its context, without those that come after this one. */
  private SortedMap<String, String> beside(Analyzed analyzed) {
    SortedMap<String, ShiftPlan> plans = new TreeMap<>();
    SortedMap<String, String> beside = new TreeMap<>();
    for (ShiftFolder each : folder.all()) {
      try {
        plans.put(each.name(), each.plan());
      } catch (UserError wrong) {
        // lint tells it
      }
    }
    Shifts shifts = new Shifts(plans);
    for (String each : plans.keySet()) {
      boolean mine = each.equals(folder.name()) || shifts.dependants(folder.name()).contains(each);
      if (!mine) {
        context(analyzed, each).ifPresent(context -> beside.put(each, context));
      }
    }
    return beside;
  }

  /** As the plan says that was proposed, or else by the name. */
  private Optional<String> context(Analyzed analyzed, String shift) {
    String text = new ShiftFolder(call.directory(), shift).text();
    return analyzed.map().decomposition().contexts().stream()
        .filter(
            each ->
                ShiftProposalText.context(text)
                    .map(each.name()::equals)
                    .orElse(each.name().equals(shift) || each.id().equals(shift)))
        .map(BoundedContext::name)
        .findFirst();
  }

  private String next(String rest) {
    return Analyzed.command(call.directory().toString()) + " " + rest;
  }

  private String asked() {
    String context = call.option("-b");
    return context == null ? folder.name() : folder.name() + " -b " + ShellWord.of(context);
  }

  /** The plan, which must be one that the other commands take. */
  private String text(ShiftProposal proposal) {
    String monolith = call.option("--monolith");
    String service = call.option("--service");
    Map.of(
            "--monolith",
            monolith == null ? "" : monolith,
            "--service",
            service == null ? "" : service)
        .forEach(
            (option, value) -> {
              if (!value.isEmpty() && !value.matches("https?://[^/?#@\\s]+/?")) {
                throw call.wrong(
                    "%s is an address as http://HOST:PORT, and not '%s'".formatted(option, value));
              }
            });
    String text =
        ShiftProposalText.write(
            proposal, monolith == null ? "" : monolith, service == null ? "" : service);
    ShiftDocument.read(folder.name(), folder.shown(), text);
    return text;
  }

  private static UserError unplanned(ShiftProposal proposal) {
    return proposal.routes().isEmpty()
        ? new UserError(
            "no URL of %s can be told from those of others".formatted(proposal.context()),
            proposal.leftOut().isEmpty()
                ? "it has no entry points that are asked by HTTP"
                : "give it URLs of its own first, or take along the contexts that are named above")
        : new UserError(
            "every URL of %s may change something, and nothing says how its rows come back to the monolith"
                .formatted(proposal.context()),
            ("write strangle/%s.yaml by hand, with the routes above and"
                    + " sync: {lag: {query: QUERY, below: 5000}}")
                .formatted(proposal.name()));
  }

  private BoundedContext context(Analyzed analyzed) {
    String wanted = call.option("-b") == null ? folder.name() : String.valueOf(call.option("-b"));
    List<BoundedContext> all = analyzed.map().decomposition().contexts();
    return all.stream()
        .filter(each -> each.name().equals(wanted) || each.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                Names.unknown(
                    call.option("-b") == null ? "context '%s'; say which with -b" : "context '%s'",
                    wanted,
                    all.stream().map(BoundedContext::name).toList(),
                    analyzed.command() + " get contexts"));
  }
}
