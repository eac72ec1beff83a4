package dev.msvc.cluster.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.yaml.ManifestFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldDiffTest {
  @Test
  void itemsOfListsAreToldByTheirNames() {
    KubeObject before = deployment("{name: a, image: a:1}, {name: b, image: b:1}");
    KubeObject after = deployment("{name: b, image: b:2}, {name: c, image: c:1}");

    assertThat(FieldDiff.of(before, after))
        .extracting(each -> each.path() + " " + each.before() + " -> " + each.after())
        .containsExactly(
            "spec.containers[a] {name=a, image=a:1} -> null",
            "spec.containers[b].image b:1 -> b:2",
            "spec.containers[c] null -> {name=c, image=c:1}");
  }

  @Test
  void anotherOrderIsADifference() {
    KubeObject before = deployment("{name: a}, {name: b}");
    KubeObject after = deployment("{name: b}, {name: a}");

    assertThat(FieldDiff.of(before, after))
        .extracting(FieldChange::path)
        .containsExactly("spec.containers");
  }

  @Test
  void whatTheServerKeepsForItselfIsNoDifference() {
    KubeObject before = deployment("{name: a}");
    KubeObject after =
        before
            .with("7", "metadata", "resourceVersion")
            .with(7, "metadata", "generation")
            .with(List.of("x"), "metadata", "managedFields")
            .with("3", "metadata", "annotations", "deployment.kubernetes.io/revision")
            .with("Ready", "status", "phase");

    assertThat(FieldDiff.of(before, after.without("metadata", "annotations"))).isEmpty();
    assertThat(
            FieldDiff.of(
                before.with("a", "metadata", "annotations", "b"),
                after.with("a", "metadata", "annotations", "b")))
        .isEmpty();
  }

  @Test
  void valuesOfSecretsAreNotShownAndTheirChangeIs() {
    KubeObject before = secret("c2VjcmV0");
    KubeObject after = secret("b3RoZXI=");

    List<FieldChange> changes = FieldDiff.of(before, after);

    assertThat(changes).extracting(FieldChange::path).containsExactly("data.password");
    assertThat(changes.get(0).before()).hasToString("***");
    assertThat(changes.get(0).after()).hasToString("***");
    assertThat(changes.toString()).doesNotContain("c2VjcmV0", "b3RoZXI");
    assertThat(FieldDiff.of(before, secret("c2VjcmV0"))).isEmpty();
  }

  @Test
  void aNumberIsTheSameWhateverItsType() {
    KubeObject one = deployment("{name: a, weight: 1}");
    KubeObject other = deployment("{name: a, weight: 1.0}");

    assertThat(FieldDiff.of(one, other)).isEmpty();
  }

  private static KubeObject deployment(String containers) {
    return object(
        "kind: Deployment, apiVersion: apps/v1, metadata: {name: d}, spec: {containers: ["
            + containers
            + "]}");
  }

  private static KubeObject secret(String value) {
    return object(
        "kind: Secret, apiVersion: v1, metadata: {name: s}, data: {password: " + value + "}");
  }

  private static KubeObject object(String text) {
    return ManifestFiles.read("t", "{" + text + "}").get(0).object();
  }
}
