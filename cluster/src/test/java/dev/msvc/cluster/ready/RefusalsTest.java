package dev.msvc.cluster.ready;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the API server says to a controller that may make no pod. */
class RefusalsTest {
  @Test
  void aQuotaIsToldWithItsNumbers() {
    String said =
        "(combined from similar events): Error creating: pods \"web-685dcf98f9-pfh2j\" is forbidden: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1";

    assertThat(Refusals.of(said).lines())
        .containsExactly(
            "no more pods: the quota few of the namespace is used up: asked for pods=1, used pods=1 of pods=1",
            "  ask for less, delete what is not needed, or have the quota raised");
    assertThat(Refusals.shortly(said)).isEqualTo("the quota few is used up");
    assertThat(
            Refusals.shortly(
                "Create Pod db-0 in StatefulSet db failed error: pods \"db-0\" is forbidden: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1"))
        .isEqualTo("the quota few is used up");
  }

  @Test
  void aQuotaOfProcessorsAsksForRequests() {
    assertThat(
            Refusals.of(
                    "pods \"web-1-a\" is forbidden: failed quota: cpu: must specify requests.cpu for: app")
                .lines())
        .containsExactly(
            "no pods: failed quota: cpu: must specify requests.cpu for: app",
            "  write what it asks for into resources of the containers");
  }

  @Test
  void podSecurityIsToldWithWhatIsMissing() {
    String said =
        "pods \"web-685dcf98f9-gtjdx\" is forbidden: violates PodSecurity \"restricted:latest\": runAsNonRoot != true (pod or container \"app\" must set securityContext.runAsNonRoot=true)";

    assertThat(Refusals.of(said).lines())
        .containsExactly(
            "no pods: the namespace admits pods by Pod Security \"restricted:latest\" only: runAsNonRoot != true (pod or container \"app\" must set securityContext.runAsNonRoot=true)",
            "  set these in the pod template");
  }

  @Test
  void anAccountThatIsNotThereIsNamed() {
    assertThat(
            Refusals.of(
                    "pods \"web-b477b5fbb-\" is forbidden: error looking up service account f/nobody: serviceaccount \"nobody\" not found")
                .lines())
        .containsExactly(
            "no pods: serviceaccount \"nobody\" not found",
            "  make the service account, or name another in the pod template");
  }

  @Test
  void aWebhookIsNamed() {
    assertThat(
            Refusals.of(
                    "admission webhook \"policy.example.com\" denied the request: images come from registry.example only")
                .lines())
        .containsExactly(
            "no pods: the admission webhook policy.example.com refuses: images come from registry.example only");
  }

  @Test
  void allElseIsToldAsItIs() {
    assertThat(Refusals.of("something new").lines()).containsExactly("no pods: something new");
  }
}
