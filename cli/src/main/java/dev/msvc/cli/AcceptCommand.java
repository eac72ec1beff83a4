package dev.msvc.cli;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.word.Acceptance;
import dev.msvc.analyzers.word.Renamed;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Counted;
import dev.msvc.model.Lock;
import dev.msvc.model.yaml.LockDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc accept}. */
final class AcceptCommand implements Command {
  private static final int SHOWN = 10;

  @Override
  public String name() {
    return "accept";
  }

  @Override
  public String does() {
    return "freezes places, names and ids in msvc.lock: later runs place only what is new";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc accept            all contexts, and what is in none",
            "msvc accept orders     one context, and what was accepted before",
            "msvc accept --diff     what is new, gone, and would be proposed otherwise");
    spec.addPositional(Spec.arguments("CONTEXT", "contexts (default: all)", false));
    WordChange.options(spec);
    return spec;
  }

  @Override
  public int run(Invocation call) {
    Path root = call.directory().toString().isEmpty() ? Path.of(".") : call.directory();
    UserFiles files = new UserFiles(root);
    String text = files.text(Lock.FILE);
    Analyzed analyzed = Analyzed.told(call);
    ContextMap map = analyzed.map();
    Lock old = analyzed.followed();
    call.arguments().forEach(new PinTargets(analyzed)::context);
    Lock lock = Acceptance.of(map, old, call.arguments(), VersionCommand.version());
    Console console = call.console();
    boolean everything = call.has("--diff");
    List<String> fresh = new ArrayList<>();
    Acceptance.fresh(map)
        .forEach(
            (name, place) -> {
              if (lock.classes().containsKey(name) || lock.unplaced().containsKey(name)) {
                fresh.add(name + ": " + place);
              }
            });
    List<String> gone = Acceptance.gone(map, old);
    list(console, "not accepted so far", fresh, everything);
    list(console, "accepted before, and gone today", gone, everything);
    List<String> renamed = new ArrayList<>();
    Renamed.names(analyzed.lock(), map.facts(), map.analysis().history())
        .forEach((was, is) -> renamed.add(was + " is " + is));
    list(console, "accepted under another name, and still there", renamed, everything);
    if (!old.isEmpty()) {
      Inputs free = Analyzed.inputs(call, root);
      ContextMap proposed =
          new ContextMap(Monolith.again(root, map.analysis(), free.told(free.word(), Lock.NONE)));
      list(
          console,
          "accepted, but would be elsewhere by a new proposal (they stay)",
          Acceptance.offers(map, proposed),
          everything);
    }
    String after = LockDocument.write(lock);
    if (text.equals(after)) {
      console.say(Lock.FILE + " holds all that already");
      return analyzed.ending(0);
    }
    console.line(
        "%s: %s, %s, %s, %,d in no context"
            .formatted(
                Lock.FILE,
                Counted.of(lock.names().size(), "context", "contexts"),
                Counted.of(lock.classes().size(), "class", "classes"),
                Counted.of(lock.tables().size(), "table", "tables"),
                lock.unplaced().size()));
    if (everything) {
      console.line();
      TextDiff.of(Lock.FILE, text, after).forEach(console::line);
    }
    return analyzed.ending(WordChange.write(call, root.resolve(Lock.FILE), text, after));
  }

  private static void list(Console console, String title, List<String> lines, boolean everything) {
    if (lines.isEmpty()) {
      return;
    }
    console.heading("%d %s".formatted(lines.size(), title));
    int shown = everything ? lines.size() : Math.min(SHOWN, lines.size());
    lines.subList(0, shown).forEach(each -> console.line("  " + each));
    if (shown < lines.size()) {
      console.line("  %d more: the same with --diff".formatted(lines.size() - shown));
    }
    console.line();
  }
}
