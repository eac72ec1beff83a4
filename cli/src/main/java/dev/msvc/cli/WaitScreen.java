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
  private static final int MOST = 20;
  private static final int WIDTH = 100;

  /** A line that is wider than the terminal ends at its edge, or there would be more to wipe. */
  private static final String CUT = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  private final Console console;
  private final Map<ObjectKey, String> told = new HashMap<>();
  private int drawn;

  WaitScreen(Console console) {
    this.console = console;
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
    StringBuilder text = new StringBuilder();
    wipe(text);
    text.append(CUT);
    int shown = Math.min(lines.size(), MOST);
    for (String each : lines.subList(0, shown)) {
      text.append(Text.printable(Text.shortenedEnd(each, WIDTH))).append('\n');
    }
    text.append(WRAP);
    drawn = shown;
    console.talk(text.toString());
  }

  /** Takes the tree away, so that what is said next stands in its place. */
  void finish() {
    StringBuilder text = new StringBuilder();
    wipe(text);
    drawn = 0;
    if (text.length() > 0) {
      console.talk(text.toString());
    }
  }

  private void wipe(StringBuilder text) {
    for (int i = 0; i < drawn; i++) {
      text.append("\u001b[1A\u001b[2K");
    }
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
