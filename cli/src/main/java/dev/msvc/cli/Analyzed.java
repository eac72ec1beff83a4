package dev.msvc.cli;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.plan.Adviser;
import dev.msvc.analyzers.risk.AcceptedFindings;
import dev.msvc.analyzers.risk.Risks;
import dev.msvc.analyzers.word.Acceptance;
import dev.msvc.analyzers.word.Renamed;
import dev.msvc.model.Analysis;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Coverage;
import dev.msvc.model.Finding;
import dev.msvc.model.Lock;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.Share;
import dev.msvc.model.ShellWord;
import java.nio.file.Path;
import java.util.List;

/** An analysed folder, as commands read it. */
record Analyzed(
    ContextMap map, AcceptedFindings accepted, Lock lock, RoadmapWord word, String command) {
  private static final int FEW = 20;
  private static final int LONG = 30;

  /**
   * Analyses a folder, and tells how far it is.
   *
   * @param argument the folder; empty for the one that {@code -C} names
   */
  static Analyzed read(Invocation call, String argument) {
    Path named = call.directory().resolve(argument);
    Path root = named.toString().isEmpty() ? Path.of(".") : named;
    RoadmapWord roadmap = new UserFiles(root).roadmap();
    ProgressLine progress = new ProgressLine(call.console());
    try {
      return new Analyzed(
          new ContextMap(
              advised(call.source().analyze(root, inputs(call, root), progress), roadmap)),
          new UserFiles(root).accepted(),
          new UserFiles(root).lock(),
          roadmap,
          command(root.toString()));
    } finally {
      progress.finish();
    }
  }

  /** Analyses the folder that {@code -C} names, and says where too little was understood. */
  static Analyzed told(Invocation call) {
    Analyzed analyzed = read(call, "");
    if (analyzed.isThin()) {
      call.console().say(analyzed.thinness());
    }
    return analyzed;
  }

  /** With what is advised after what was decided of the roadmap. */
  private static Analysis advised(Analysis analysis, RoadmapWord roadmap) {
    if (roadmap.saved().isEmpty()) {
      return analysis;
    }
    return analysis.advised(Adviser.advise(analysis.facts(), analysis.decomposition(), roadmap));
  }

  /** What is read beside the tree: what options name, and the user's files in it. */
  static Inputs inputs(Invocation call, Path root) {
    UserFiles files = new UserFiles(root);
    return Inputs.NONE
        .withSchemas(call.schemas())
        .withTraces(call.traces())
        .withHistory(!call.has("--no-history"))
        .told(files.word(), files.lock())
        .withCache(call.cache());
  }

  /** What kills migrations, most dangerous first; what the user accepts comes last. */
  List<Finding> findings() {
    return accepted.marked(Risks.of(map));
  }

  /** What was accepted, with classes called as they are today. */
  Lock followed() {
    return Renamed.in(lock, map.facts(), map.analysis().history());
  }

  /** Accepted classes and tables that are not there. */
  List<String> gone() {
    return Acceptance.gone(map, followed());
  }

  /** How a follow-up command starts, for this folder: {@code msvc} or {@code msvc -C ../shop}. */
  static String command(String root) {
    if (root.isEmpty() || root.equals(".")) {
      return "msvc";
    }
    return "msvc -C " + ShellWord.of(root);
  }

  /**
   * A follow-up command that fits a line of the screen; the footnote tells where a long one runs.
   */
  String next(String rest) {
    return (isLong() ? "msvc" : command) + " " + rest;
  }

  /** Where follow-up commands must be run, if they don't say it themselves; empty if they do. */
  String footnote() {
    if (!isLong()) {
      return "";
    }
    String there = "Run them there: " + command + " ...";
    return there.length() <= Text.WIDTH ? there : "Run them in the folder that was analysed.";
  }

  private boolean isLong() {
    return command.length() > LONG;
  }

  /** Whether too little was understood for the result to be relied on. */
  boolean isThin() {
    Coverage coverage = map.facts().coverage();
    return !coverage.failed().isEmpty()
        || isThin(coverage.sources())
        || isThin(coverage.statements());
  }

  private static boolean isThin(Share share) {
    return share.all() >= FEW && share.read() * 2L < share.all();
  }

  /** What was not understood, in one sentence. */
  String thinness() {
    Coverage coverage = map.facts().coverage();
    if (!coverage.failed().isEmpty()) {
      return "A bug in msvc: facts are missing, please report: "
          + String.join("; ", coverage.failed());
    }
    Share share = isThin(coverage.sources()) ? coverage.sources() : coverage.statements();
    String files = coverage.otherLanguages().isEmpty() ? "Java files" : "source files";
    String what = isThin(coverage.sources()) ? files : "SQL statements";
    return "Not enough to judge: only %d of %d %s were understood (see %s)"
        .formatted(share.read(), share.all(), what, next("get unread"));
  }

  /** How a command ends that did what was asked with what was understood. */
  int ending(int done) {
    return exitCode() != 0 && (done == 0 || done == 4) ? exitCode() : done;
  }

  int exitCode() {
    return map.facts().coverage().failed().isEmpty() ? isThin() ? 7 : 0 : 70;
  }
}
