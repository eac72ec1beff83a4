package dev.msvc.cluster.ready;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Says why objects are not ready, as far as their pods, the events and the logs tell. What may not
 * be read is said too, and fails nothing.
 */
public final class Explanations {
  private static final String REVISION = "deployment.kubernetes.io/revision";
  private static final int PODS_ASKED = 5;
  private static final int TROUBLES = 5;
  private static final int WARNINGS = 3;
  private static final int LOG_LINES = 8;
  private static final int FORBIDDEN = 403;
  private static final int UNKNOWN = 400;

  private final ApiServer api;
  private final Kinds kinds;

  public Explanations(ApiServer api, Kinds kinds) {
    this.api = api;
    this.kinds = kinds;
  }

  /** Lines for people, those below a line indented; none where nothing is known. */
  public List<String> of(KubeObject live) {
    List<String> notes = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    switch (live.key().groupKind()) {
      case "Pod" -> lines.addAll(troubles(live, List.of(live), List.of(), notes));
      case "Deployment.apps" -> {
        List<KubeObject> sets = owned(live, "apps/v1", "ReplicaSet", notes);
        KubeObject newest = newest(live, sets);
        lines.addAll(
            troubles(live, owned(live, newest, notes), refusals(live, newest, notes), notes));
      }
      case "StatefulSet.apps" -> {
        List<KubeObject> pods = owned(live, live, notes);
        lines.addAll(troubles(live, pods, refusals(live, live, notes), notes));
        lines.addAll(PodTroubles.blocking(live, pods));
      }
      case "DaemonSet.apps", "ReplicaSet.apps", "ReplicationController", "Job.batch" ->
          lines.addAll(
              troubles(live, owned(live, live, notes), refusals(live, live, notes), notes));
      default -> lines.addAll(events(live, notes).warnings(WARNINGS));
    }
    lines.addAll(notes.stream().distinct().toList());
    return lines;
  }

  /** Whether the newest events of an object have that reason among them. */
  boolean happened(KubeObject live, String reason) {
    return !events(live, new ArrayList<>()).said("", reason).isEmpty();
  }

  private List<String> troubles(
      KubeObject live, List<KubeObject> pods, List<Trouble> refused, List<String> notes) {
    Map<String, Happened> happened = new HashMap<>();
    pods.stream()
        .filter(PodTroubles::has)
        .limit(PODS_ASKED)
        .forEach(pod -> happened.put(pod.uid(), events(pod, notes)));
    List<Trouble> all = new ArrayList<>(refused);
    all.addAll(PodTroubles.of(pods, happened));
    List<String> lines = new ArrayList<>();
    for (Trouble each : all.subList(0, Math.min(TROUBLES, all.size()))) {
      lines.addAll(each.lines());
      Trouble.LogOf log = each.log();
      if (log != null) {
        lines.addAll(log(live.namespace(), log, notes));
      }
    }
    return lines;
  }

  /** Why a controller cannot make its pods; only while it lacks some, as events outlive reasons. */
  private List<Trouble> refusals(KubeObject live, KubeObject maker, List<String> notes) {
    for (KubeObject each : List.of(live, maker)) {
      Condition failure = Condition.of(each, "ReplicaFailure");
      if (failure != null && failure.isTrue()) {
        return List.of(Refusals.of(failure.message()));
      }
    }
    String counted = live.kind().equals("DaemonSet") ? "currentNumberScheduled" : "replicas";
    boolean job = live.kind().equals("Job");
    long wanted =
        live.kind().equals("DaemonSet")
            ? live.number(0, "status", "desiredNumberScheduled")
            : live.number(1, "spec", "replicas");
    boolean lacks =
        job ? live.number(0, "status", "active") == 0 : live.number(0, "status", counted) < wanted;
    String said = lacks ? events(maker, notes).said("", "FailedCreate") : "";
    return said.isEmpty() ? List.of() : List.of(Refusals.of(said));
  }

  private static KubeObject newest(KubeObject deployment, List<KubeObject> sets) {
    return sets.stream()
        .max(
            Comparator.comparing(
                    (KubeObject each) ->
                        each.annotation(REVISION).equals(deployment.annotation(REVISION)))
                .thenComparing(each -> each.text("metadata", "creationTimestamp")))
        .orElse(deployment);
  }

  private List<KubeObject> owned(KubeObject live, KubeObject owner, List<String> notes) {
    return owned(live, "v1", "Pod", notes).stream()
        .filter(each -> isOwned(each, owner.uid()))
        .toList();
  }

  /** Objects by the selector of a workload; whose they are is for the caller to see. */
  private List<KubeObject> owned(KubeObject live, String version, String kind, List<String> notes) {
    String selector = Selector.of(live);
    if (selector.isEmpty()) {
      return List.of();
    }
    List<KubeObject> found =
        asked(
            () -> api.list(kinds.built(version, kind), live.namespace(), selector),
            "what became of its pods",
            List.of(),
            notes);
    return kind.equals("Pod")
        ? found
        : found.stream().filter(each -> isOwned(each, live.uid())).toList();
  }

  private static boolean isOwned(KubeObject object, String uid) {
    return object.list("metadata", "ownerReferences").stream()
        .anyMatch(each -> KubeObject.text(each, "uid").equals(uid));
  }

  private Happened events(KubeObject of, List<String> notes) {
    String fields = "involvedObject.uid=" + of.uid();
    // events of an object of the whole cluster are in this namespace
    String within = of.namespace().isEmpty() ? "default" : of.namespace();
    return Happened.of(
        asked(
            () -> api.list(kinds.built("v1", "Event"), within, "", fields),
            "events",
            List.of(),
            notes));
  }

  private List<String> log(String within, Trouble.LogOf log, List<String> notes) {
    List<String> lines =
        asked(
            () -> api.logs(within, log.pod(), log.container(), log.previous(), LOG_LINES),
            "logs",
            List.of(),
            notes);
    if (lines.isEmpty()) {
      return List.of();
    }
    String heading =
        log.previous() ? "  last lines of its run before:" : "  last lines of its log:";
    List<String> shown = new ArrayList<>();
    shown.add(heading);
    lines.stream().map(each -> "    " + Words.plain(each)).forEach(shown::add);
    return shown;
  }

  private static <T> List<T> asked(
      Supplier<List<T>> question, String what, List<T> otherwise, List<String> notes) {
    try {
      return question.get();
    } catch (ApiFailure failure) {
      if (failure.code() == FORBIDDEN) {
        notes.add("%s may not be read by you: %s".formatted(what, failure.message()));
      } else if (failure.code() != UNKNOWN && failure.code() != 404) {
        // a log of a run that nobody kept is asked for in vain, and that says nothing
        notes.add("%s cannot be read now: %s".formatted(what, failure.message()));
      }
      return otherwise;
    }
  }
}
