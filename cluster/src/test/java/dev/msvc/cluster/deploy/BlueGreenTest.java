package dev.msvc.cluster.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Release;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.yaml.ManifestFiles;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlueGreenTest {
  private static final String WEB =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template: {metadata: {labels: {app: web, tier: front}}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: worker}
      spec:
        selector: {matchLabels: {app: worker}}
        template: {metadata: {labels: {app: worker}}}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: web}
      spec: {minReplicas: 2, maxReplicas: 8, scaleTargetRef: {kind: Deployment, name: web}}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: worker}
      spec: {minReplicas: 2, maxReplicas: 8, scaleTargetRef: {kind: Deployment, name: worker}}
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: web}
      spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      """;

  @Test
  void whatAServiceSelectsAndWhatActsOnItIsColoured() {
    BlueGreen green = BlueGreen.of(read(WEB), "green", key -> 0);

    assertThat(green.manifests())
        .extracting(each -> each.key().shortName())
        .containsExactly(
            "Service/web",
            "Deployment/web-green",
            "Deployment/worker",
            "HorizontalPodAutoscaler/web-green",
            "HorizontalPodAutoscaler/worker",
            "PodDisruptionBudget/web-green",
            "ConfigMap/web");
    assertThat(green.switched())
        .extracting(each -> each.shortName())
        .containsExactly("Service/web");
    assertThat(object(green, 0).map("spec", "selector"))
        .containsEntry("app", "web")
        .containsEntry(BlueGreen.LABEL, "green");
    assertThat(object(green, 1).text("spec", "selector", "matchLabels", BlueGreen.LABEL))
        .isEqualTo("green");
    assertThat(object(green, 1).map("spec", "template", "metadata", "labels"))
        .containsEntry("tier", "front")
        .containsEntry(BlueGreen.LABEL, "green");
    assertThat(object(green, 3).text("spec", "scaleTargetRef", "name")).isEqualTo("web-green");
    assertThat(object(green, 5).text("spec", "selector", "matchLabels", BlueGreen.LABEL))
        .isEqualTo("green");
  }

  @Test
  void aServiceThatLeavesItsColourIsSwitchedTooAndOneWithoutIsNot() {
    Manifest wanted = read(WEB).get(0);
    KubeObject coloured = wanted.object().with("blue", "spec", "selector", BlueGreen.LABEL);

    assertThat(BlueGreen.uncoloured(List.of(change(wanted, coloured))))
        .containsExactly(wanted.key());
    assertThat(BlueGreen.uncoloured(List.of(change(wanted, wanted.object())))).isEmpty();
    assertThat(BlueGreen.uncoloured(List.of(change(wanted, null)))).isEmpty();
    assertThat(BlueGreen.uncoloured(List.of(change(wanted.with(coloured), coloured)))).isEmpty();
  }

  private static ObjectChange change(Manifest wanted, @Nullable KubeObject before) {
    ResourceKind service = new ResourceKind("", "v1", "Service", "services", true);
    return new ObjectChange(
        wanted.key(), service, Effect.CHANGE, List.of(), List.of(), wanted, before, true, false);
  }

  @Test
  void theNewAutoscalerStartsWithAsManyPodsAsThereAreButNeverMoreThanItMayHave() {
    assertThat(least(1)).isEqualTo(2);
    assertThat(least(5)).isEqualTo(5);
    assertThat(least(50)).isEqualTo(8);
  }

  private static long least(long pods) {
    BlueGreen blue = BlueGreen.of(read(WEB), "blue", key -> pods);
    return object(blue, 3).number(-1, "spec", "minReplicas");
  }

  @Test
  void theActiveColourIsThatOfAllServicesOrNone() {
    assertThat(BlueGreen.active(List.of(service("blue"), service("blue")))).isEqualTo("blue");
    assertThat(BlueGreen.active(List.of(service("blue"), service("green")))).isEmpty();
    assertThat(BlueGreen.active(List.of())).isEmpty();
    assertThat(BlueGreen.other("blue")).isEqualTo("green");
    assertThat(BlueGreen.other("green")).isEqualTo("blue");
    assertThat(BlueGreen.other("")).isEqualTo("blue");
  }

  @Test
  void aServiceOfAnotherNamespaceSelectsNothingHere() {
    List<Manifest> manifests =
        read(
            WEB.replaceFirst("metadata: \\{name: web}", "metadata: {name: web, namespace: other}"));

    assertThat(BlueGreen.services(manifests)).isEmpty();
  }

  @Test
  void whatAnswersIsCurrentWhereOnlyTheLeastNumberOfPodsDiffers() {
    FieldChange least = new FieldChange("spec.minReplicas", 5, 2);
    FieldChange image = new FieldChange("spec.image", "a", "b");

    assertThat(isCurrent("HorizontalPodAutoscaler", Effect.CHANGE, least)).isTrue();
    assertThat(isCurrent("Deployment", Effect.KEEP)).isTrue();
    assertThat(isCurrent("HorizontalPodAutoscaler", Effect.CHANGE, least, image)).isFalse();
    assertThat(isCurrent("Other", Effect.CHANGE, least)).isFalse();
    assertThat(isCurrent("HorizontalPodAutoscaler", Effect.CREATE)).isFalse();
    assertThat(isCurrent("ConfigMap", Effect.DELETE)).isFalse();
  }

  private static boolean isCurrent(String kind, Effect effect, FieldChange... fields) {
    ObjectChange object =
        new ObjectChange(
            new ObjectKey("", kind, "shop", "a"),
            new ResourceKind("", "v1", kind, "any", true),
            effect,
            List.of(fields),
            List.of(),
            null,
            null,
            true,
            false);
    return BlueGreen.isCurrent(
        new Change(
            new Inventory(new Release("shop", "web"), 1, 1, false, new TreeMap<>(), "1"),
            List.of(object),
            List.of(),
            List.of()));
  }

  private static KubeObject service(String colour) {
    return KubeObject.of("v1", "Service", "shop", "a")
        .with(colour, "spec", "selector", BlueGreen.LABEL);
  }

  private static KubeObject object(BlueGreen coloured, int index) {
    return coloured.manifests().get(index).object();
  }

  private static List<Manifest> read(String text) {
    return ManifestFiles.read("web.yaml", text);
  }
}
