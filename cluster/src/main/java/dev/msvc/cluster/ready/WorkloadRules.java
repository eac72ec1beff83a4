package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;

/** When pods, and what makes them, are ready. */
final class WorkloadRules {
  private static final String UNSEEN = "its controller has not seen the change yet";

  private WorkloadRules() {}

  static Readiness deployment(KubeObject live) {
    if (unseen(live)) {
      return Readiness.waiting(UNSEEN);
    }
    Condition progress = Condition.of(live, "Progressing");
    if (progress != null && progress.reason().equals("ProgressDeadlineExceeded")) {
      return Readiness.failed(
          "made no progress for %d s, its progressDeadlineSeconds; %s"
              .formatted(
                  live.number(600, "spec", "progressDeadlineSeconds"), rolledOut(live).why()));
    }
    boolean paused = Boolean.TRUE.equals(live.at("spec", "paused"));
    Readiness out = rolledOut(live);
    if (!paused || out.isReady()) {
      return out;
    }
    String why = "is paused, so no new pod is made: kubectl rollout resume deployment/";
    // one without a revision has never made a pod, and one that only scales has new pods
    boolean never = live.annotation("deployment.kubernetes.io/revision").isEmpty();
    return never
        ? Readiness.failed(why + live.name())
        : Readiness.waiting(why + live.name() + "; " + out.why());
  }

  private static Readiness rolledOut(KubeObject live) {
    long wanted = live.number(1, "spec", "replicas");
    long made = live.number(0, "status", "updatedReplicas");
    long all = live.number(0, "status", "replicas");
    long available = live.number(0, "status", "availableReplicas");
    long old = all - made;
    if (made < wanted) {
      return Readiness.waiting(made(made, wanted) + withOld(old) + refused(live));
    }
    if (old > 0) {
      return Readiness.waiting(
          "%s %s still to go%s"
              .formatted(Words.count(old, "old pod"), Words.isOrAre(old), refused(live)));
    }
    if (made > wanted) {
      return Readiness.waiting(surplus(made - wanted));
    }
    if (available < wanted) {
      return Readiness.waiting(
          readyOf(live.number(0, "status", "readyReplicas"), available, wanted) + refused(live));
    }
    return allReady(wanted);
  }

  static Readiness statefulSet(KubeObject live) {
    if (unseen(live)) {
      return Readiness.waiting(UNSEEN);
    }
    long wanted = live.number(1, "spec", "replicas");
    long all = live.number(0, "status", "replicas");
    long ready = live.number(0, "status", "readyReplicas");
    long updated = live.number(0, "status", "updatedReplicas");
    if (all > wanted) {
      return Readiness.waiting(surplus(all - wanted));
    }
    if (all < wanted && updated == all) {
      return Readiness.waiting("%d of %s".formatted(all, madeOf(wanted, "pod")));
    }
    if (ready < wanted) {
      return Readiness.waiting(
          "%d of %d pods %s ready".formatted(ready, wanted, Words.isOrAre(ready)));
    }
    boolean onDelete = live.text("spec", "updateStrategy", "type").equals("OnDelete");
    boolean newest =
        live.text("status", "currentRevision").equals(live.text("status", "updateRevision"));
    if (onDelete) {
      return newest || updated >= wanted
          ? allReady(wanted)
          : Readiness.ready(
              "%s ready; %d of the old revision %s until you delete them (OnDelete)"
                  .formatted(podsAre(wanted), wanted - updated, staying(wanted - updated)));
    }
    long partition = live.number(0, "spec", "updateStrategy", "rollingUpdate", "partition");
    long due = Math.max(0, wanted - partition);
    if (!newest && updated < due) {
      return Readiness.waiting("%d of %d pods of the new revision".formatted(updated, due));
    }
    if (live.number(0, "spec", "minReadySeconds") > 0
        && live.number(0, "status", "availableReplicas") < wanted) {
      return Readiness.waiting(
          readyOf(ready, live.number(0, "status", "availableReplicas"), wanted));
    }
    return partition > 0 && due < wanted && !newest
        ? Readiness.ready(
            "%s ready; %d of the old revision %s by its partition %d"
                .formatted(podsAre(wanted), wanted - due, staying(wanted - due), partition))
        : allReady(wanted);
  }

  static Readiness daemonSet(KubeObject live) {
    if (unseen(live) || live.at("status", "desiredNumberScheduled") == null) {
      return Readiness.waiting(UNSEEN);
    }
    long wanted = live.number(0, "status", "desiredNumberScheduled");
    long made = live.number(0, "status", "currentNumberScheduled");
    long updated = live.number(0, "status", "updatedNumberScheduled");
    long ready = live.number(0, "status", "numberReady");
    long available = live.number(0, "status", "numberAvailable");
    if (wanted == 0) {
      return Readiness.ready("no node is for it, so it runs no pod");
    }
    if (made < wanted) {
      return Readiness.waiting("%d of %s".formatted(made, madeOf(wanted, "pod")));
    }
    boolean onDelete = live.text("spec", "updateStrategy", "type").equals("OnDelete");
    if (updated < wanted && !onDelete) {
      return Readiness.waiting("%d of %d pods of the new revision".formatted(updated, wanted));
    }
    if (available < wanted) {
      return Readiness.waiting(readyOf(ready, available, wanted));
    }
    return updated < wanted
        ? Readiness.ready(
            "%s ready; %d of the old revision %s until you delete them (OnDelete)"
                .formatted(podsAre(wanted), wanted - updated, staying(wanted - updated)))
        : allReady(wanted);
  }

  static Readiness replicaSet(KubeObject live) {
    if (unseen(live)) {
      return Readiness.waiting(UNSEEN);
    }
    long wanted = live.number(1, "spec", "replicas");
    long made = live.number(0, "status", "replicas");
    long available = live.number(0, "status", "availableReplicas");
    if (made < wanted) {
      return Readiness.waiting("%d of %s".formatted(made, madeOf(wanted, "pod")) + refused(live));
    }
    if (made > wanted) {
      return Readiness.waiting(surplus(made - wanted));
    }
    return available < wanted
        ? Readiness.waiting(readyOf(live.number(0, "status", "readyReplicas"), available, wanted))
        : allReady(wanted);
  }

  static Readiness job(KubeObject live) {
    Condition failed = Condition.of(live, "Failed");
    if (failed != null && failed.isTrue()) {
      return Readiness.failed("failed: " + failed.said());
    }
    long parallel = live.number(1, "spec", "parallelism");
    long wanted = live.number(parallel, "spec", "completions");
    long succeeded = live.number(0, "status", "succeeded");
    Condition complete = Condition.of(live, "Complete");
    if (complete != null && complete.isTrue()) {
      return Readiness.ready("has run: " + Words.count(succeeded, "pod") + " succeeded");
    }
    if (Boolean.TRUE.equals(live.at("spec", "suspend"))) {
      return Readiness.ready("is suspended, as it asks (spec.suspend): it has not run");
    }
    Condition failing = Condition.of(live, "FailureTarget");
    if (failing != null && failing.isTrue()) {
      return Readiness.waiting("is about to fail: " + failing.said());
    }
    if (live.text("status", "startTime").isEmpty()) {
      return Readiness.waiting("has not been started yet");
    }
    long bad = live.number(0, "status", "failed");
    return Readiness.waiting(
        "%d of %d pods succeeded, %d running%s"
            .formatted(
                succeeded,
                wanted,
                live.number(0, "status", "active"),
                bad == 0 ? "" : ", " + bad + " failed"));
  }

  static Readiness pod(KubeObject live) {
    String phase = live.text("status", "phase");
    if (phase.equals("Succeeded")) {
      return Readiness.ready("has run to its end");
    }
    if (phase.equals("Failed")) {
      String why = live.text("status", "message");
      String reason = live.text("status", "reason");
      return Readiness.failed(
          "failed" + (why.isEmpty() ? "" : ": " + why) + (reason.isEmpty() ? "" : ": " + reason));
    }
    Condition ready = Condition.of(live, "Ready");
    if (ready != null && ready.isTrue()) {
      return Readiness.ready("is ready");
    }
    Condition scheduled = Condition.of(live, "PodScheduled");
    if (scheduled != null && scheduled.isFalse()) {
      return Readiness.waiting("has no node yet: " + scheduled.said());
    }
    return Readiness.waiting(
        phase.equals("Running") ? "runs, and is not ready yet" : "is being started");
  }

  /** Argo's way of rolling out, which says in a word how it is. */
  static Readiness rollout(KubeObject live) {
    String phase = live.text("status", "phase");
    String message = live.text("status", "message");
    String said = message.isEmpty() ? phase : phase + ": " + Words.oneLine(message);
    return switch (phase) {
      case "" -> Readiness.waiting("no controller has said anything of it yet");
      case "Healthy" -> Readiness.ready("is healthy");
      case "Degraded" -> Readiness.failed("is " + said);
      default -> Readiness.waiting("is " + said);
    };
  }

  /** These controllers always say what they have seen; nothing said is nothing seen. */
  private static boolean unseen(KubeObject live) {
    return live.number(0, "metadata", "generation") > 0
        && live.number(0, "status", "observedGeneration") == 0;
  }

  private static String made(long made, long wanted) {
    return "%d of %s".formatted(made, madeOf(wanted, "new pod"));
  }

  private static String madeOf(long wanted, String thing) {
    return wanted + " " + thing + "s made";
  }

  private static String withOld(long old) {
    return old <= 0 ? "" : ", " + Words.count(old, "old pod") + " still running";
  }

  private static String surplus(long number) {
    return Words.count(number, "pod") + " too many " + Words.isOrAre(number) + " still to go";
  }

  private static String readyOf(long ready, long available, long wanted) {
    String of = "%d of %d new pods".formatted(available, wanted);
    return ready >= wanted
        ? of + " ready for long enough (minReadySeconds)"
        : of + " " + Words.isOrAre(available) + " ready";
  }

  private static Readiness allReady(long wanted) {
    return Readiness.ready(wanted == 0 ? "asks for no pods" : podsAre(wanted) + " ready");
  }

  private static String podsAre(long wanted) {
    return wanted == 1 ? "1 pod is" : "all " + wanted + " pods are";
  }

  private static String staying(long number) {
    return number == 1 ? "stays" : "stay";
  }

  /** Why a pod could not even be made: a quota, a policy, a missing account. */
  private static String refused(KubeObject live) {
    Condition failure = Condition.of(live, "ReplicaFailure");
    return failure == null || !failure.isTrue()
        ? ""
        : "; more are refused: " + Refusals.shortly(failure.message());
  }
}
