package dev.msvc.cli;

import dev.msvc.analyzers.check.BaselineText;
import dev.msvc.analyzers.check.Line;
import dev.msvc.analyzers.check.Violations;
import dev.msvc.model.Baseline;
import dev.msvc.model.Severity;
import dev.msvc.model.UserError;
import dev.msvc.model.Verdict;
import dev.msvc.model.Violation;
import dev.msvc.model.yaml.CheckDocument;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc check}. */
final class CheckCommand implements Command {
  private static final List<String> SEVERITIES = List.of("high", "medium", "low");
  private static final String NEVER_THERE = "no baseline is ever written where CI is set";

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String does() {
    return "holds the line: fails on what is new across the boundaries since the baseline";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc check --init              draws the line: writes msvc-baseline, to be committed",
            "msvc check                     fails with 1 where something new crosses it",
            "msvc check --update            takes out of the baseline what is no longer there",
            "msvc check --update --diff     shows that and stops",
            "msvc check --threshold high    of findings, only those that lose data or stop a service",
            "msvc check -o sarif            what is new, for a code host");
    spec.addOption(Spec.flag("--init", "write the first baseline"));
    spec.addOption(Spec.flag("--update", "shrink the baseline to what is still there"));
    spec.addOption(Spec.flag("--diff", "with --init or --update: show the change, write nothing"));
    spec.addOption(Spec.flag("--exit-code", "with --diff: end with 4 where there is a change"));
    spec.addOption(
        Spec.oneOf(
            "--threshold",
            "SEVERITY",
            "from which on a finding counts (default: medium)",
            SEVERITIES));
    spec.addOption(Spec.output("text", "wide", "json", "yaml", "sarif"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    boolean init = call.has("--init");
    boolean update = call.has("--update");
    boolean diff = call.has("--diff");
    refuse(call, init, update, diff);
    UserFiles files = new UserFiles(call.directory());
    SortedMap<String, String> texts = files.texts(Baseline.FOLDER, BaselineText.ENDING);
    String command = Analyzed.command(call.directory().toString());
    if (init && texts != null) {
      throw new UserError(
          Baseline.FOLDER + " is there: the line was drawn before",
          "'%s check --update' shrinks it; to draw it anew, delete the folder first"
              .formatted(command));
    }
    if (!init && texts == null) {
      throw new UserError(
          "there is no baseline to check against",
          "'%s check --init' makes it; commit %s then".formatted(command, Baseline.FOLDER));
    }
    Baseline baseline = BaselineText.read(texts == null ? new TreeMap<>() : texts);
    Analyzed analyzed = Analyzed.read(call, "");
    if (analyzed.isThin()) {
      call.console().say(analyzed.thinness());
    }
    Line line = new Line(baseline, files.word().accepted(), analyzed.accepted(), threshold(call));
    List<Violation> all = Violations.of(analyzed.map());
    return init ? init(call, analyzed, line, all) : check(call, analyzed, line, all);
  }

  private static void refuse(Invocation call, boolean init, boolean update, boolean diff) {
    if (init && update) {
      throw call.wrong("--init makes a baseline and --update shrinks one: say which");
    }
    if (diff && !init && !update) {
      throw call.wrong("--diff goes with --init or --update");
    }
    if (call.has("--exit-code") && !diff) {
      throw call.wrong("--exit-code goes with --diff");
    }
    if ((init || update) && !diff && call.env().containsKey("CI")) {
      throw new UserError(
          (init ? "--init" : "--update") + " does not run here: " + NEVER_THERE,
          "run it where you work, look at the change and commit it",
          2);
    }
  }

  private static Severity threshold(Invocation call) {
    String named = call.option("--threshold");
    return named == null ? Severity.MEDIUM : Severity.valueOf(named.toUpperCase(Locale.ROOT));
  }

  private static int init(Invocation call, Analyzed analyzed, Line line, List<Violation> all) {
    Baseline drawn = line.drawn(all);
    SortedMap<String, String> after = BaselineText.write(drawn);
    boolean diff = call.has("--diff");
    Path folder = call.directory().resolve(Baseline.FOLDER);
    CheckScreen screen = new CheckScreen(call.console(), analyzed);
    if (analyzed.exitCode() == 70) {
      call.console().say("nothing was written: facts are missing");
      return 70;
    }
    screen.lock();
    screen.drawn(drawn, call.format() == Format.WIDE);
    if (!diff) {
      new Workspace().create(folder, after);
      call.console().say("wrote " + Baseline.FOLDER + ": commit it");
    }
    return ending(analyzed, call, true, false);
  }

  private static int check(Invocation call, Analyzed analyzed, Line line, List<Violation> all) {
    Verdict verdict = line.judge(analyzed.map(), all);
    CheckScreen screen = new CheckScreen(call.console(), analyzed);
    screen.lock();
    boolean update = call.has("--update");
    if (update) {
      shrink(call, analyzed, line, verdict, all);
    }
    Writer data = call.console().data();
    if (isSarif(call)) {
      Sarif.of(verdict.fresh()).write(data);
    } else if (call.format().forPrograms()) {
      CheckDocument.write(verdict, Notation.of(call.format()), data);
    } else if (call.format() == Format.WIDE) {
      screen.whole(verdict, update);
    } else {
      screen.bounded(verdict, update, everything(call));
    }
    return ending(analyzed, call, verdict.isStale(), !verdict.fresh().isEmpty());
  }

  private static void shrink(
      Invocation call, Analyzed analyzed, Line line, Verdict verdict, List<Violation> all) {
    if (analyzed.exitCode() != 0) {
      call.console().say("the baseline stays as it is: what was not understood may still be there");
      return;
    }
    if (!isSarif(call) && !call.format().forPrograms()) {
      new CheckScreen(call.console(), analyzed)
          .change(verdict, call.format() == Format.WIDE, !call.has("--diff"));
    }
    if (!call.has("--diff") && verdict.isStale()) {
      new Workspace()
          .update(
              call.directory().resolve(Baseline.FOLDER),
              BaselineText.write(line.baseline()),
              BaselineText.write(line.shrunk(verdict, all)));
      call.console().say("wrote " + Baseline.FOLDER + ": commit it");
    }
  }

  /** A form of this command alone. */
  private static boolean isSarif(Invocation call) {
    return "sarif".equals(call.option("-o"));
  }

  private static int ending(Analyzed analyzed, Invocation call, boolean change, boolean fresh) {
    if (analyzed.exitCode() != 0) {
      return analyzed.exitCode();
    }
    return fresh ? 1 : change && call.has("--exit-code") ? 4 : 0;
  }

  private static String everything(Invocation call) {
    String threshold = call.option("--threshold");
    return "check" + (threshold == null ? "" : " --threshold " + threshold) + " -o wide";
  }
}
