package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a container of a pod is.
 *
 * @param init whether it runs before the others, or begins to
 * @param happened to its pod
 */
record ContainerState(KubeObject pod, Object status, boolean init, Happened happened) {
  private static final Set<String> CONFIGURATION =
      Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");
  private static final int KILLED = 137;

  String name() {
    return KubeObject.text(status, "name");
  }

  boolean isSidecar() {
    return init && KubeObject.text(spec(), "restartPolicy").equals("Always");
  }

  boolean hasDoneItsWork() {
    return init
        && KubeObject.at(status, "state", "terminated") != null
        && KubeObject.number(status, 1, "state", "terminated", "exitCode") == 0;
  }

  /** None where it does what it should. */
  List<Trouble> troubles() {
    Object waiting = KubeObject.at(status, "state", "waiting");
    Object ended = KubeObject.at(status, "state", "terminated");
    Object before = KubeObject.at(status, "lastState", "terminated");
    if (waiting != null) {
      return List.of(waiting(waiting, before));
    }
    if (ended != null) {
      boolean well = KubeObject.number(ended, 0, "exitCode") == 0;
      return well ? List.of() : List.of(crashed(ended, false));
    }
    if (Boolean.TRUE.equals(KubeObject.at(status, "ready")) || (init && !isSidecar())) {
      return init && !isSidecar() && !hasDoneItsWork()
          ? List.of(starting("init container " + name() + " still runs"))
          : List.of();
    }
    return List.of(unready(before));
  }

  private Trouble waiting(Object waiting, @Nullable Object before) {
    String reason = KubeObject.text(waiting, "reason");
    String message = KubeObject.text(waiting, "message");
    if (Images.wait(reason)) {
      String image = KubeObject.text(status, "image");
      return Images.trouble(
          name(),
          image.isEmpty() ? KubeObject.text(spec(), "image") : image,
          reason,
          message,
          happened.said("Failed to pull image", "Failed"));
    }
    if (CONFIGURATION.contains(reason)) {
      String one = Words.oneLine(message);
      return Trouble.of(
          Trouble.Cause.CONFIGURATION,
          name() + " " + one,
          "container %s cannot be made: %s (%s)".formatted(name(), one, reason),
          one.contains("not found") || one.contains("couldn't find key")
              ? "make what is missing, or mend the name by which it is asked for"
              : "");
    }
    if (reason.equals("CrashLoopBackOff") || before != null) {
      return before == null
          ? Trouble.of(
              Trouble.Cause.CRASH, name(), "container " + name() + " crashes again and again", "")
          : crashed(before, true);
    }
    return starting(
        reason.equals("PodInitializing")
            ? "container %s waits for the init containers".formatted(name())
            : "container %s is being made%s"
                .formatted(name(), message.isEmpty() ? "" : ": " + Words.oneLine(message)));
  }

  private Trouble crashed(Object ended, boolean previous) {
    for (String probe : new String[] {"Liveness", "Startup"}) {
      String failed = happened.said(probe + " probe failed", "Unhealthy");
      if (!failed.isEmpty() && isKilledFor(probe)) {
        return new Trouble(
            Trouble.Cause.PROBE,
            name() + " " + probe,
            "container %s is restarted again and again, as its %s probe fails: %s"
                .formatted(name(), probe.toLowerCase(Locale.ROOT), after(failed)),
            "give it longer (%s.failureThreshold, timeoutSeconds), or mend what it asks"
                .formatted(probe.equals("Startup") ? "startupProbe" : "livenessProbe"),
            new Trouble.LogOf(pod.name(), name(), previous),
            1);
      }
    }
    String reason = KubeObject.text(ended, "reason");
    long code = KubeObject.number(ended, 0, "exitCode");
    String message = Words.oneLine(KubeObject.text(ended, "message"));
    long restarts = KubeObject.number(status, 0, "restartCount");
    String what =
        "%s %s %s%s%s"
            .formatted(
                init ? "init container" : "container",
                name(),
                how(reason, code),
                restarts < 2 ? "" : ", again and again",
                message.isEmpty() ? "" : ": " + message);
    return new Trouble(
        Trouble.Cause.CRASH,
        name() + " " + reason + " " + code,
        what,
        todo(reason, code),
        new Trouble.LogOf(pod.name(), name(), previous),
        1);
  }

  private boolean isKilledFor(String probe) {
    return !happened
        .said("Container " + name() + " failed " + probe.toLowerCase(Locale.ROOT), "Killing")
        .isEmpty();
  }

  private String how(String reason, long code) {
    if (reason.equals("OOMKilled")) {
      String limit = KubeObject.text(spec(), "resources", "limits", "memory");
      return "needed more memory than it may have"
          + (limit.isEmpty() ? "" : " (limit " + limit + ")")
          + " and was killed (OOMKilled)";
    }
    if (code == 0) {
      return "ends without an error, though it is meant to go on (exit code 0)";
    }
    String known = reason.isEmpty() || reason.equals("Error") ? "" : ", " + reason;
    return "crashes (exit code " + code + known + ")";
  }

  private static String todo(String reason, long code) {
    if (reason.equals("OOMKilled")) {
      return "raise resources.limits.memory, or have it need less";
    }
    if (code == 126 || code == 127 || reason.equals("StartError")) {
      return "its command cannot be run: check command, args and the image";
    }
    return code == KILLED ? "it was killed (SIGKILL): by the node, or by who ran out of time" : "";
  }

  /** It runs, and does not take requests. */
  private Trouble unready(@Nullable Object before) {
    Object failed = before != null && KubeObject.number(before, 0, "exitCode") != 0 ? before : null;
    if (failed != null
        && !happened.said("Back-off restarting failed container", "BackOff").isEmpty()) {
      return crashed(failed, true);
    }
    boolean starts = Boolean.FALSE.equals(KubeObject.at(status, "started"));
    String probe = starts ? "Startup" : "Readiness";
    String said = happened.said(probe + " probe ", "Unhealthy");
    if (!said.isEmpty()) {
      return Trouble.of(
          Trouble.Cause.PROBE,
          name() + " " + probe,
          "container %s runs, but its %s probe fails%s: %s"
              .formatted(name(), probe.toLowerCase(Locale.ROOT), asked(probe), after(said)),
          "");
    }
    if (failed != null) {
      return crashed(failed, true);
    }
    return starting("container %s runs, and is not ready yet%s".formatted(name(), asked(probe)));
  }

  /** What a probe asks: {@code (GET /health on 8081)}. */
  private String asked(String probe) {
    String field = probe.toLowerCase(Locale.ROOT) + "Probe";
    Object http = KubeObject.at(spec(), field, "httpGet");
    return http == null
        ? ""
        : " (GET %s on %s)".formatted(KubeObject.text(http, "path"), KubeObject.text(http, "port"));
  }

  private Trouble starting(String what) {
    return Trouble.of(Trouble.Cause.STARTING, what, what, "");
  }

  private static String after(String message) {
    String one = Words.oneLine(message);
    int colon = one.indexOf(": ");
    return colon < 0 ? one : one.substring(colon + 2);
  }

  private @Nullable Object spec() {
    for (Object each : pod.list("spec", init ? "initContainers" : "containers")) {
      if (KubeObject.text(each, "name").equals(name())) {
        return each;
      }
    }
    return null;
  }
}
