package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why pods are not ready, from what they and their events say. */
final class PodTroubles {
  private PodTroubles() {}

  /** Whether there is something to explain: it is meant to run, and is not ready. */
  static boolean has(KubeObject pod) {
    Condition ready = Condition.of(pod, "Ready");
    return pod.text("metadata", "deletionTimestamp").isEmpty()
        && !pod.text("status", "phase").equals("Succeeded")
        && (ready == null || !ready.isTrue());
  }

  /**
   * Of all that are not ready.
   *
   * @param happened by the uid of the pod
   */
  static List<Trouble> of(List<KubeObject> pods, Map<String, Happened> happened) {
    List<Trouble> all = new ArrayList<>();
    for (KubeObject pod : pods) {
      if (has(pod)) {
        all.addAll(of(pod, happened.getOrDefault(pod.uid(), Happened.NOTHING)));
      }
    }
    return Trouble.merged(all);
  }

  /**
   * What a StatefulSet whose pods come in order does not do by itself: it waits for each pod to be
   * ready before it touches the next, also for one of an older revision that never will be.
   */
  static List<String> blocking(KubeObject set, List<KubeObject> pods) {
    String newest = set.text("status", "updateRevision");
    if (set.text("spec", "podManagementPolicy").equals("Parallel")
        || set.text("spec", "updateStrategy", "type").equals("OnDelete")) {
      return List.of();
    }
    for (KubeObject pod : pods) {
      String revision = pod.label("controller-revision-hash");
      if (has(pod) && !revision.isEmpty() && !newest.isEmpty() && !revision.equals(newest)) {
        return List.of(
            "pod %s is of an older revision, and is replaced only when it is ready"
                .formatted(pod.name()),
            "  if it will not be: kubectl delete pod %s -n %s"
                .formatted(pod.name(), pod.namespace()));
      }
    }
    return List.of();
  }

  private static List<Trouble> of(KubeObject pod, Happened happened) {
    Condition scheduled = Condition.of(pod, "PodScheduled");
    if (scheduled != null && scheduled.isFalse()) {
      return List.of(unscheduled(pod, scheduled));
    }
    List<Trouble> troubles = new ArrayList<>();
    boolean initialised = true;
    for (Object status : pod.list("status", "initContainerStatuses")) {
      // a sidecar runs beside the others, so that these are looked at too
      ContainerState state = new ContainerState(pod, status, true, happened);
      troubles.addAll(state.troubles());
      initialised = initialised && (state.isSidecar() || state.hasDoneItsWork());
    }
    if (initialised) {
      for (Object status : pod.list("status", "containerStatuses")) {
        troubles.addAll(new ContainerState(pod, status, false, happened).troubles());
      }
    }
    String volume =
        Words.oneLine(happened.said("", "FailedMount", "FailedAttachVolume", "FailedMapVolume"));
    boolean waits = troubles.stream().allMatch(each -> each.cause() == Trouble.Cause.STARTING);
    if (waits && !volume.isEmpty()) {
      return List.of(
          Trouble.of(
              Trouble.Cause.VOLUME,
              volume.replace(pod.name(), "POD"),
              "a volume cannot be mounted: " + volume,
              ""));
    }
    String sandbox = Words.oneLine(happened.said("", "FailedCreatePodSandBox"));
    if (waits && !sandbox.isEmpty()) {
      return List.of(
          Trouble.of(
              Trouble.Cause.CONFIGURATION,
              "sandbox",
              "the node cannot set it up: " + sandbox,
              "look after the node and its network plug-in"));
    }
    return troubles.isEmpty() ? List.of(asItIs(pod)) : troubles;
  }

  private static Trouble unscheduled(KubeObject pod, Condition scheduled) {
    String said = Words.oneLine(scheduled.message());
    if (scheduled.reason().equals("SchedulingGated")) {
      return Trouble.of(
          Trouble.Cause.SCHEDULING,
          said,
          "is held back by its schedulingGates: " + said,
          "whoever set the gate has to take it away");
    }
    return Trouble.of(
        Trouble.Cause.SCHEDULING,
        said.replace(pod.name(), "POD"),
        "fits on no node: " + said,
        said.contains("Insufficient")
            ? "ask for less in resources.requests, or add nodes"
            : said.contains("PersistentVolumeClaim") || said.contains("persistentvolumeclaim")
                ? "look after the claims that it uses: kubectl get pvc -n " + pod.namespace()
                : "compare its nodeSelector, affinity and tolerations with the nodes");
  }

  /** A pod of which no container says anything. */
  private static Trouble asItIs(KubeObject pod) {
    String reason = pod.text("status", "reason");
    String message = Words.oneLine(pod.text("status", "message"));
    if (pod.text("status", "phase").equals("Failed")) {
      return Trouble.of(
          Trouble.Cause.CRASH,
          reason,
          "failed" + (reason.isEmpty() ? "" : " (" + reason + ")") + said(message),
          "");
    }
    for (Object gate : pod.list("spec", "readinessGates")) {
      String type = KubeObject.text(gate, "conditionType");
      Condition open = Condition.of(pod, type);
      if (open == null || !open.isTrue()) {
        return Trouble.of(
            Trouble.Cause.STARTING,
            "gate " + type,
            "waits for its readiness gate " + type + said(open == null ? "" : open.message()),
            "");
      }
    }
    String where = pod.text("spec", "nodeName");
    return Trouble.of(
        Trouble.Cause.STARTING,
        "starting",
        where.isEmpty() ? "has no node yet" : "is being started",
        "");
  }

  private static String said(String message) {
    return message.isEmpty() ? "" : ": " + message;
  }
}
