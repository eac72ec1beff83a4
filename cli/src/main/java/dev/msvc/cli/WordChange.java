package dev.msvc.cli;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Word;
import dev.msvc.model.yaml.WordDocument;
import dev.msvc.model.yaml.WordEdit;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A change of the user's word: shown first, with what it does to every figure, then written. */
final class WordChange {
  private WordChange() {}

  /** What one command writes into the user's word. */
  interface Edit {
    void apply(PinTargets targets, WordEdit edit);
  }

  static void options(CommandSpec spec) {
    spec.addOption(Spec.flag("--diff", "prints every figure before and after; writes nothing"));
    spec.addOption(Spec.flag("--exit-code", "4 where there are changes"));
    spec.addOption(Spec.flag("-y", "--yes", "write it without asking"));
  }

  static int run(Invocation call, Edit how) {
    Path root = call.directory().toString().isEmpty() ? Path.of(".") : call.directory();
    String text = new UserFiles(root).text(Word.FILE);
    Analyzed analyzed = Analyzed.told(call);
    WordEdit edit = new WordEdit(text);
    PinTargets targets = new PinTargets(analyzed);
    how.apply(targets, edit);
    String changed = edit.text();
    Console console = call.console();
    List<String> diff = TextDiff.of(Word.FILE, text, changed);
    if (diff.isEmpty() || (text.isEmpty() && WordDocument.read(changed).isSilent())) {
      console.say(Word.FILE + " says so already");
      return analyzed.ending(0);
    }
    Inputs inputs = Analyzed.inputs(call, root);
    ContextMap after =
        new ContextMap(
            Monolith.again(
                root,
                analyzed.map().analysis(),
                inputs.told(WordDocument.read(changed), inputs.lock())));
    diff.forEach(console::line);
    targets.notes().forEach(each -> Text.wrapped(each, Text.WIDTH).forEach(console::line));
    console.line();
    new BeforeAfter(analyzed.map(), after).print(console, call.has("--diff"));
    return analyzed.ending(write(call, root.resolve(Word.FILE), text, changed));
  }

  /** Writes a shown change, if it is wanted: by -y, or by an answer. */
  static int write(Invocation call, Path file, String before, String after) {
    return write(call, file, String.valueOf(file.getFileName()), before, after);
  }

  /** As {@link #write(Invocation, Path, String, String)}, of a file that is called otherwise. */
  static int write(Invocation call, Path file, String name, String before, String after) {
    Console console = call.console();
    int changes = call.has("--exit-code") ? 4 : 0;
    if (call.has("--diff")) {
      return changes;
    }
    console.flush();
    if (!call.has("-y")) {
      if (!console.asks()) {
        console.say("nothing was written: say -y to write " + name + ", or --diff to only look");
        return 2;
      }
      if (!console.confirm("Write " + name + "?")) {
        console.say("nothing was written");
        return changes;
      }
    }
    new Workspace().replace(file, before, after);
    console.say("wrote " + name);
    return changes;
  }
}
