package dev.msvc.cluster.ready;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each state of {@code states.yaml}, and what is told of it. */
class ReadinessTest {
  static Stream<Arguments> states() {
    return Trees.list("states.yaml").stream()
        .map(
            each ->
                Arguments.of(
                    KubeObject.text(each, "is"), new KubeObject(KubeObject.map(each, "of"))));
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyStateIsToldInTheWordsOfItsKind(String is, KubeObject live) {
    Readiness readiness = Readiness.of(live, Set.of("lazy"));

    assertThat(readiness.state() + " " + readiness.why()).isEqualTo(is);
  }

  @Test
  void aClaimWaitsForItsVolumeWhereNothingIsKnownOfItsClass() {
    KubeObject claim =
        Trees.object(
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {storageClassName: lazy}
            status: {phase: Pending}
            """);

    assertThat(Readiness.of(claim)).isEqualTo(Readiness.waiting("has no volume yet (class lazy)"));
  }

  @Test
  void theUserNamesTheConditionOfAKindThatHasOneOfItsOwn() {
    String queue =
        """
        apiVersion: acme.example/v1
        kind: Queue
        metadata: {name: orders, annotations: {msvc.dev/ready-when: Provisioned}}
        status: {conditions: [{type: Ready, status: 'True'}, {type: Provisioned, status: '%s', reason: NoRoom}]}
        """;

    assertThat(Readiness.of(Trees.object(queue.formatted("False"))))
        .isEqualTo(Readiness.waiting("is not provisioned: Provisioned is False: NoRoom"));
    assertThat(Readiness.of(Trees.object(queue.formatted("True"))))
        .isEqualTo(Readiness.ready("is provisioned"));
  }

  @Test
  void whatIsReadyAtOnceNeedNotBeLookedAt() {
    assertThat(Readiness.atOnce(new ObjectKey("", "ConfigMap", "shop", "web"))).isTrue();
    assertThat(Readiness.atOnce(new ObjectKey("networking.k8s.io", "Ingress", "shop", "web")))
        .isTrue();
    assertThat(Readiness.atOnce(new ObjectKey("apps", "Deployment", "shop", "web"))).isFalse();
    assertThat(Readiness.atOnce(new ObjectKey("example.com", "Cache", "shop", "web"))).isFalse();
  }

  @Test
  void aMessageOfManyLinesIsOneLine() {
    KubeObject cache =
        Trees.object(
            """
            apiVersion: example.com/v1
            kind: Cache
            metadata: {name: web}
            status: {conditions: [{type: Ready, status: 'False', reason: Bad, message: "one\\n  two\\n"}]}
            """);

    assertThat(Readiness.of(cache).why()).isEqualTo("is not ready: one two (Bad)");
  }
}
