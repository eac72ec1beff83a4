package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be seen of a cluster in a given time. Nothing that fails on the way is thrown. */
interface Sight {
  /**
   * One look.
   *
   * @param found as they are now
   * @param missing certainly not there
   * @param silent of which there is no news, and why
   * @param lateClasses storage classes that wait for a pod
   */
  record Look(
      Map<ObjectKey, KubeObject> found,
      Set<ObjectKey> missing,
      Map<ObjectKey, String> silent,
      Set<String> lateClasses) {}

  Look look(Collection<Wanted> wanted, Duration within) throws InterruptedException;

  /** Why they are not ready; without those that could not be explained in that time. */
  Map<ObjectKey, List<String>> explain(Collection<KubeObject> lives, Duration within)
      throws InterruptedException;
}
