package dev.msvc.cli;

import dev.msvc.analyzers.plan.Roadmaps;
import dev.msvc.model.Extraction;
import dev.msvc.model.Roadmap;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.yaml.SavedRoadmapText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Keeps a roadmap in the analysed folder, and tells how far what is kept and what is are apart. */
final class RoadmapSave {
  private static final int SHOWN = 40;
  private static final int NAMED = 3;

  private RoadmapSave() {}

  static void options(CommandSpec spec) {
    spec.addOption(
        Spec.flag("--save", "writes " + SavedRoadmap.FILE + ", with all that you wrote into it"));
    spec.addOption(Spec.flag("--reorder", "decides the order of what has not begun anew"));
    spec.addOption(Spec.flag("--diff", "prints what --save would change; writes nothing"));
    spec.addOption(Spec.flag("--exit-code", "4 where there are changes"));
    spec.addOption(Spec.flag("-y", "--yes", "write it without asking"));
  }

  static boolean isAsked(Invocation call) {
    return call.has("--save") || call.has("--diff") || call.has("--reorder");
  }

  /** What the user says of the roadmap; without the order that was decided, where that is asked. */
  static RoadmapWord word(Invocation call, Analyzed analyzed) {
    RoadmapWord word = analyzed.word();
    return call.has("--reorder") ? word.following(word.saved().reordered()) : word;
  }

  /**
   * Shows what changes, and writes it where it is wanted.
   *
   * @param before the text that was there when the command began
   * @param sql where the SQL of contexts has been written now, by their names
   * @param exceeds whether it is over the user's budget
   */
  static int run(
      Invocation call,
      Analyzed analyzed,
      Roadmap now,
      String before,
      Map<String, String> sql,
      boolean exceeds) {
    Console console = call.console();
    String after =
        SavedRoadmapText.write(analyzed.map(), now, before, sql, VersionCommand.version());
    List<String> diff = TextDiff.of(SavedRoadmap.FILE, before, after);
    if (diff.isEmpty()) {
      console.say(SavedRoadmap.FILE + " says so already");
      return analyzed.exitCode() != 0 ? analyzed.exitCode() : exceeds ? 1 : 0;
    }
    boolean everything = call.has("--diff");
    int shown = everything || diff.size() <= SHOWN ? diff.size() : SHOWN;
    diff.subList(0, shown).forEach(call::told);
    if (shown < diff.size()) {
      call.told(
          "%,d more lines: %s".formatted(diff.size() - shown, analyzed.next("roadmap --diff")));
    }
    call.told("");
    call.told(
        "%s: %d in order%s, %d left"
            .formatted(
                SavedRoadmap.FILE, now.order().size(), names(now.order()), now.leave().size()));
    changes(analyzed, now).forEach(each -> call.told("  " + each));
    if (analyzed.exitCode() != 0) {
      console.say("nothing was written: too little was understood to decide on it");
      return analyzed.exitCode();
    }
    if (exceeds) {
      console.say(SavedRoadmap.FILE + " was not written: it is over the budget");
      return 1;
    }
    Path root = call.directory().toString().isEmpty() ? Path.of(".") : call.directory();
    return WordChange.write(call, root.resolve(SavedRoadmap.FILE), before, after);
  }

  private static String names(List<Extraction> all) {
    String names = String.join(", ", all.stream().map(Extraction::name).toList());
    return names.isEmpty() ? "" : " (" + Text.shortenedEnd(names, 60) + ")";
  }

  /** What was decided and is otherwise now, besides figures. */
  private static List<String> changes(Analyzed analyzed, Roadmap now) {
    SavedRoadmap saved = analyzed.word().saved().today(analyzed.map().decomposition().contexts());
    List<String> changes = new ArrayList<>();
    if (saved.isEmpty()) {
      return changes;
    }
    analyzed
        .word()
        .saved()
        .names(analyzed.map().decomposition().contexts())
        .forEach(
            (was, is) -> {
              if (!was.equals(is)) {
                changes.add("%s is called %s now".formatted(was, is));
              }
            });
    List<String> order = now.order().stream().map(Extraction::name).toList();
    List<String> left = now.leave().stream().map(Extraction::name).toList();
    List<String> ordered = saved.order().stream().map(SavedRoadmap.Part::name).toList();
    List<String> others = saved.leave().stream().map(SavedRoadmap.Part::name).toList();
    List<String> fresh = new ArrayList<>(order);
    fresh.addAll(left);
    fresh.removeAll(ordered);
    fresh.removeAll(others);
    add(changes, "new", fresh);
    List<String> gone = new ArrayList<>(ordered);
    gone.addAll(others);
    gone.removeAll(order);
    gone.removeAll(left);
    add(changes, "no longer there", gone);
    add(changes, "left now", both(ordered, left));
    add(changes, "taken out now", both(others, order));
    List<String> was = both(ordered, order);
    List<String> is = both(order, ordered);
    if (!was.equals(is)) {
      changes.add("the order is " + String.join(", ", is) + "; it was " + String.join(", ", was));
    }
    return changes;
  }

  private static void add(List<String> changes, String what, List<String> names) {
    if (!names.isEmpty()) {
      int more = names.size() - NAMED;
      changes.add(
          "%s: %s%s"
              .formatted(
                  what,
                  String.join(", ", more > 0 ? names.subList(0, NAMED) : names),
                  more > 0 ? " and " + more + " more" : ""));
    }
  }

  /** A text whichever version of msvc made it, and whichever ends git gave its lines. */
  private static String anyMaker(String text) {
    return text.replace("\r\n", "\n").replaceFirst("(?m)^madeBy:.*$", "madeBy:");
  }

  private static List<String> both(List<String> one, List<String> other) {
    return one.stream().filter(other::contains).toList();
  }

  /** In a line or two, how what is kept differs from what is; none where nothing is kept. */
  static List<String> differences(Analyzed analyzed, Roadmap now, String before) {
    SavedRoadmap saved = analyzed.word().saved();
    List<String> lines = new ArrayList<>();
    if (saved.isEmpty()) {
      return lines;
    }
    String after =
        SavedRoadmapText.write(analyzed.map(), now, before, Map.of(), VersionCommand.version());
    if (!anyMaker(after).equals(anyMaker(before))) {
      List<String> changes = changes(analyzed, now);
      lines.add(
          "%s differs from the code of today (%s): %s"
              .formatted(
                  SavedRoadmap.FILE,
                  changes.isEmpty() ? "figures and lists" : String.join("; ", changes),
                  analyzed.next("roadmap --diff")));
    }
    List<String> decided = now.order().stream().map(Extraction::name).toList();
    List<String> anew =
        Roadmaps.order(analyzed.map(), analyzed.word().following(saved.reordered()));
    if (!anew.equals(decided)) {
      lines.add(
          "Decided anew, the order would be another: %s"
              .formatted(analyzed.next("roadmap --reorder --diff")));
    }
    return lines;
  }
}
