package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one object.
 *
 * @param events the newest first
 */
record Happened(List<KubeObject> events) {
  static final Happened NOTHING = new Happened(List.of());

  static Happened of(List<KubeObject> events) {
    return new Happened(
        events.stream().sorted(Comparator.comparing(Happened::when).reversed()).toList());
  }

  /** The newest message of one of these reasons that begins so; empty for none. */
  String said(String beginning, String... reasons) {
    KubeObject found = first(beginning, reasons);
    return found == null ? "" : found.text("message");
  }

  private @Nullable KubeObject first(String beginning, String... reasons) {
    for (KubeObject each : events) {
      if (List.of(reasons).contains(each.text("reason"))
          && each.text("message").startsWith(beginning)) {
        return each;
      }
    }
    return null;
  }

  /** Warnings as lines, the newest first, each once. */
  List<String> warnings(int most) {
    return events.stream()
        .filter(each -> each.text("type").equals("Warning"))
        .map(each -> each.text("reason") + ": " + Words.oneLine(each.text("message")))
        .distinct()
        .limit(most)
        .toList();
  }

  /** Times are in UTC and of one form, so texts are compared. */
  private static String when(KubeObject event) {
    for (String[] path :
        new String[][] {
          {"series", "lastObservedTime"},
          {"lastTimestamp"},
          {"eventTime"},
          {"metadata", "creationTimestamp"}
        }) {
      String time = event.text(path);
      if (!time.isEmpty()) {
        return time;
      }
    }
    return "";
  }
}
