package dev.msvc.cluster.deploy;

import dev.msvc.cluster.release.Release;
import dev.msvc.model.kube.KubeObject;
import java.util.Map;

/** Whose an object of the cluster is, as it says itself. */
final class Owner {
  /** What those leave on objects who put a repository's state into a cluster. */
  private static final Map<String, String> GITOPS_ANNOTATIONS =
      Map.of("argocd.argoproj.io/tracking-id", "Argo CD");

  private static final Map<String, String> GITOPS_LABELS =
      Map.of(
          "argocd.argoproj.io/instance", "Argo CD",
          "kustomize.toolkit.fluxcd.io/name", "Flux",
          "helm.toolkit.fluxcd.io/name", "Flux");

  private static final Map<String, String> GITOPS_MANAGERS =
      Map.of(
          "argocd-controller", "Argo CD",
          "argocd-application-controller", "Argo CD",
          "kustomize-controller", "Flux",
          "helm-controller", "Flux");

  private Owner() {}

  /** The release that it is of, as that marks its objects; empty for none. */
  static String release(KubeObject object) {
    return object.annotation(Release.ANNOTATION);
  }

  /** The release of Helm that it is of; empty for none. */
  static String helm(KubeObject object) {
    return object.annotation("meta.helm.sh/release-name");
  }

  /** Whether {@code kubectl apply} made it, which owns what it set until somebody else sets it. */
  static boolean isOfKubectl(KubeObject object) {
    return !object.annotation("kubectl.kubernetes.io/last-applied-configuration").isEmpty();
  }

  /** Who puts it there from a repository, and would put it back; empty for nobody. */
  static String gitops(KubeObject object) {
    for (Map.Entry<String, String> each : GITOPS_ANNOTATIONS.entrySet()) {
      if (!object.annotation(each.getKey()).isEmpty()) {
        return said(each.getValue(), object.annotation(each.getKey()));
      }
    }
    for (Map.Entry<String, String> each : GITOPS_LABELS.entrySet()) {
      if (!object.label(each.getKey()).isEmpty()) {
        return said(each.getValue(), object.label(each.getKey()));
      }
    }
    for (Object each : object.list("metadata", "managedFields")) {
      String found = GITOPS_MANAGERS.get(KubeObject.text(each, "manager"));
      if (found != null) {
        return found;
      }
    }
    return "";
  }

  private static String said(String who, String what) {
    int colon = what.indexOf(':');
    return "%s (%s)".formatted(who, colon < 0 ? what : what.substring(0, colon));
  }

  /** What we own of it, as the server keeps it; an empty text for nothing. */
  static String fields(KubeObject object, String manager) {
    for (Object each : object.list("metadata", "managedFields")) {
      if (KubeObject.text(each, "manager").equals(manager)
          && KubeObject.text(each, "operation").equals("Apply")
          && KubeObject.text(each, "subresource").isEmpty()) {
        return KubeObject.text(each, "apiVersion") + KubeObject.map(each, "fieldsV1");
      }
    }
    return "";
  }
}
