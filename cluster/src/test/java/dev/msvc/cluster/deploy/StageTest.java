package dev.msvc.cluster.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.kube.ObjectKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {
  @ParameterizedTest
  @CsvSource({
    "apiextensions.k8s.io, CustomResourceDefinition, DEFINITIONS",
    "'', Namespace, NAMESPACES",
    "'', ResourceQuota, POLICIES",
    "networking.k8s.io, NetworkPolicy, POLICIES",
    "'', ServiceAccount, ACCESS",
    "rbac.authorization.k8s.io, ClusterRoleBinding, ACCESS",
    "'', Secret, CONFIG",
    "'', Service, SERVICES",
    "serving.knative.dev, Service, OTHERS",
    "apps, StatefulSet, WORKLOADS",
    "batch, CronJob, WORKLOADS",
    "autoscaling, HorizontalPodAutoscaler, AUTOSCALERS",
    "policy, PodDisruptionBudget, AUTOSCALERS",
    "monitoring.coreos.com, ServiceMonitor, OTHERS",
    "networking.k8s.io, Ingress, ROUTES",
    "networking.istio.io, VirtualService, ROUTES",
    "gateway.networking.k8s.io, HTTPRoute, ROUTES",
    "admissionregistration.k8s.io, ValidatingWebhookConfiguration, ADMISSION"
  })
  void eachKindHasItsTurn(String group, String kind, Stage stage) {
    assertThat(Stage.of(new ObjectKey(group, kind, "", "a"))).isEqualTo(stage);
  }

  @Test
  void whatHoldsDataOrOthersIsDangerousToDelete() {
    assertThat(Stage.isDangerousToDelete(new ObjectKey("", "Namespace", "", "a"))).isTrue();
    assertThat(Stage.isDangerousToDelete(new ObjectKey("", "PersistentVolumeClaim", "n", "a")))
        .isTrue();
    assertThat(
            Stage.isDangerousToDelete(
                new ObjectKey("apiextensions.k8s.io", "CustomResourceDefinition", "", "a")))
        .isTrue();
    assertThat(Stage.isDangerousToDelete(new ObjectKey("apps", "Deployment", "n", "a"))).isFalse();
  }
}
