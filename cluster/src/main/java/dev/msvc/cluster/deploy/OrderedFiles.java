package dev.msvc.cluster.deploy;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.yaml.ManifestFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Manifests as files for a repository that somebody else brings into the cluster: one an object,
 * named so that they sort in the order of their turn. They carry no mark of a release.
 */
public final class OrderedFiles {
  /** Kinds without a namespace, as nobody is asked; so are those whose name says Cluster. */
  private static final Set<String> OF_THE_CLUSTER =
      Set.of(
          "Namespace",
          "Node",
          "PersistentVolume",
          "CustomResourceDefinition",
          "StorageClass",
          "CSIDriver",
          "VolumeAttachment",
          "PriorityClass",
          "RuntimeClass",
          "IngressClass",
          "GatewayClass",
          "APIService",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "CertificateSigningRequest",
          "FlowSchema",
          "PriorityLevelConfiguration");

  private static final String HEADER =
      "# made by msvc; the next run of msvc deploy --out writes it anew\n";

  private OrderedFiles() {}

  /**
   * Texts by their names.
   *
   * @param namespace for objects that name none; empty to leave it to who applies them
   * @throws UserError for a secret, which is never written, and for an object that is there twice
   */
  public static SortedMap<String, String> of(List<Manifest> manifests, String namespace) {
    List<Manifest> ordered = new ArrayList<>(manifests);
    ordered.sort(
        Comparator.comparing((Manifest each) -> Stage.of(each.key())).thenComparing(Manifest::key));
    SortedMap<String, String> files = new TreeMap<>();
    for (Manifest each : ordered) {
      refuseSecret(each);
      String name =
          "%02d-%s-%s.yaml"
              .formatted(
                  Stage.of(each.key()).number(),
                  each.key().groupKind().toLowerCase(Locale.ROOT).replaceFirst("\\..*", ""),
                  each.key().name().replaceAll("[^A-Za-z0-9.-]", "-"));
      String text =
          HEADER + ManifestFiles.write(List.of(placed(each.object(), namespace))).substring(4);
      if (files.containsKey(name)) {
        name =
            name.replaceFirst(
                "\\.yaml$", "-" + each.key().group() + each.key().namespace() + ".yaml");
      }
      if (files.put(name, text) != null) {
        throw new UserError(
            "%s is there twice, the second time at %s".formatted(each.key(), each.place()),
            "leave one of them out");
      }
    }
    return files;
  }

  private static KubeObject placed(KubeObject object, String namespace) {
    boolean leave =
        namespace.isEmpty()
            || !object.namespace().isEmpty()
            || OF_THE_CLUSTER.contains(object.kind())
            || object.kind().startsWith("Cluster");
    return leave ? object : object.with(namespace, "metadata", "namespace");
  }

  /**
   * Refuses to write what must not be in a file.
   *
   * @throws UserError with the place of it
   */
  public static void refuseSecret(Manifest manifest) {
    KubeObject object = manifest.object();
    boolean secret = object.kind().equals("Secret") && object.group().isEmpty();
    if (secret && (!object.map("data").isEmpty() || !object.map("stringData").isEmpty())) {
      throw new UserError(
          "%s: %s has values, and no secret is written to a file"
              .formatted(manifest.place(), manifest.key()),
          "leave it out, or use an ExternalSecret or a SealedSecret in its place");
    }
  }
}
