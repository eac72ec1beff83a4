package dev.msvc.cli;

import dev.msvc.cluster.ready.Progress;
import dev.msvc.model.kube.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How far objects are, while they are waited for: a tree that is drawn over on a terminal, and a
 * line for each news elsewhere.
 */
final class WaitScreen implements Consumer<List<Progress>> {
  private final Console console;
  private final Map<ObjectKey, String> told = new HashMap<>();
  private final Redrawn drawn;

  WaitScreen(Console console) {
    this.console = console;
    this.drawn = new Redrawn(console);
  }

  @Override
  public void accept(List<Progress> objects) {
    if (console.progress() && console.talksToTerminal()) {
      draw(objects);
    } else {
      tell(objects);
    }
  }

  private void draw(List<Progress> objects) {
    List<String> lines = new ArrayList<>();
    List<Progress> unready =
        objects.stream()
            .filter(each -> !each.isReady())
            .sorted(Comparator.comparing(each -> !each.readiness().isFailed()))
            .toList();
    lines.add(
        "%d of %d objects are ready".formatted(objects.size() - unready.size(), objects.size()));
    for (Progress each : unready) {
      lines.add("  " + each.key().shortName() + ": " + each.readiness().why());
      each.details().forEach(detail -> lines.add("    " + detail));
    }
    drawn.draw(lines);
  }

  /** Takes the tree away, so that what is said next stands in its place. */
  void finish() {
    drawn.finish();
  }

  private void tell(List<Progress> objects) {
    for (Progress each : objects) {
      // lines of logs, which are indented, are another each time
      String now =
          each.readiness().why()
              + each.details().stream().filter(line -> !line.startsWith(" ")).toList();
      String before = told.put(each.key(), now);
      boolean isNews = before == null ? !each.isReady() : !before.equals(now);
      if (isNews) {
        console.say(each.key() + ": " + each.readiness().why());
        each.details().forEach(detail -> console.say("  " + detail));
      }
    }
  }
}
