package dev.msvc.cli;

import dev.msvc.cluster.compare.Chosen;
import dev.msvc.cluster.compare.Selection;
import dev.msvc.cluster.compare.SideBySide;
import dev.msvc.model.Counted;
import dev.msvc.model.UserError;
import dev.msvc.model.compare.CompareReport;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.yaml.CompareReportDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc compare}: answers of monolith and service side by side. */
final class CompareCommand implements Command {
  private static final String USUAL = "500";

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String does() {
    return "asks monolith and service the same, and says where their answers differ";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc compare orders --from shop.har            by the routes of strangle/orders.yaml",
            "msvc compare orders --from access.log -o json  for programs; 1 where too much differs",
            "msvc compare orders --from shop.har --show-bodies --credentials",
            "msvc compare orders --from test.har --writes orders-writes   changes data in both!");
    spec.addPositional(Spec.argument(0, true, "NAME", "the shift: strangle/NAME.yaml"));
    spec.addOption(
        Spec.option(
            new String[] {"--from"}, "FILE", "requests: a HAR, or an access log (required)"));
    spec.addOption(
        Spec.list(
            "--writes",
            "ROUTE",
            "also send the requests of a route that changes something, once to each; may be given"
                + " again"));
    spec.addOption(
        Spec.option(
            new String[] {"--samples"}, "N", "send at most so many requests (" + USUAL + ")"));
    spec.addOption(
        Spec.flag("--credentials", "send cookies and other headers that say who asks, too"));
    spec.addOption(Spec.flag("--show-bodies", "show what differs, not only where"));
    spec.addOption(Spec.flag("-y", "--yes", "send writes without asking"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    ShiftFolder folder = new ShiftFolder(call.directory(), String.valueOf(call.argument(0)));
    ShiftPlan plan = folder.plan();
    String from = call.option("--from");
    if (from == null) {
      throw call.wrong("say which requests: --from FILE");
    }
    Set<String> writes = writes(call, plan);
    int samples = samples(call);
    Selection selection = new Selection(plan, writes);
    new RecordedFile(call.directory().resolve(from), from).read(selection);
    List<Chosen> chosen = selection.sample(samples);
    agreed(call, plan, chosen);
    CompareReport report =
        CompareReport.of(
            plan.name(),
            plan.compare(),
            new SideBySide(plan, call.has("--credentials"), call.has("--show-bodies")).ask(chosen),
            selection.left());
    if (call.format().forPrograms()) {
      CompareReportDocument.write(report, Notation.of(call.format()), call.console().data());
    } else {
      new CompareScreen(call, plan).print(report);
    }
    return report.outcome().exitCode();
  }

  private static Set<String> writes(Invocation call, ShiftPlan plan) {
    List<String> known =
        plan.routes().stream()
            .filter(each -> each.writes().isPresent())
            .map(ShiftRoute::id)
            .sorted()
            .toList();
    Set<String> writes = new TreeSet<>(call.options("--writes"));
    for (String each : writes) {
      if (!known.contains(each)) {
        throw new UserError(
            "'%s' is no route of %s that changes something".formatted(each, plan.name()),
            known.isEmpty() ? "leave out --writes" : "there are " + String.join(", ", known));
      }
    }
    return writes;
  }

  private static int samples(Invocation call) {
    String text = call.option("--samples");
    String number = text == null ? USUAL : text;
    if (!number.matches("[1-9][0-9]{0,5}")) {
      throw call.wrong("--samples is a number from 1 to 999999");
    }
    return Integer.parseInt(number);
  }

  /** Where both have one database a write changes it twice; else both change. */
  private static void agreed(Invocation call, ShiftPlan plan, List<Chosen> chosen) {
    long changes = chosen.stream().filter(Chosen::writes).count();
    if (changes == 0 || call.has("-y")) {
      return;
    }
    String what =
        "%s to %s and to %s, so that each changes data twice"
            .formatted(
                Counted.of(
                    changes,
                    "request that changes something goes",
                    "requests that change something go"),
                plan.monolith(),
                plan.service());
    if (!call.console().asks()) {
      throw new UserError(what, "nobody is there to be asked, and nothing was sent: say -y", 2);
    }
    if (!call.console().confirm(what + "; send them?")) {
      throw new UserError("nothing was sent", "leave out --writes to compare reads alone", 2);
    }
  }
}
