package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a controller says of an object in one respect.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param generation that it speaks of; -1 where it does not say
 */
record Condition(String type, String status, String reason, String message, long generation) {
  /** That of the object itself; null where nobody has spoken. */
  static @Nullable Condition of(KubeObject live, String type) {
    return of(live.list("status", "conditions"), type);
  }

  static @Nullable Condition of(List<Object> conditions, String type) {
    for (Object each : conditions) {
      if (KubeObject.text(each, "type").equals(type)) {
        return new Condition(
            type,
            KubeObject.text(each, "status"),
            KubeObject.text(each, "reason"),
            KubeObject.text(each, "message").strip(),
            KubeObject.number(each, -1, "observedGeneration"));
      }
    }
    return null;
  }

  boolean isTrue() {
    return status.equals("True");
  }

  boolean isFalse() {
    return status.equals("False");
  }

  /** Whether it speaks of an object that has been changed since. */
  boolean olderThan(KubeObject live) {
    return generation >= 0 && generation < live.number(0, "metadata", "generation");
  }

  /** Message and reason, as far as there are any: {@code no such Gateway (NotAllowed)}. */
  String said() {
    if (message.isEmpty()) {
      return reason.isEmpty() ? type + " is " + status : type + " is " + status + ": " + reason;
    }
    String one = Words.oneLine(message);
    return reason.isEmpty() ? one : one + " (" + reason + ")";
  }
}
