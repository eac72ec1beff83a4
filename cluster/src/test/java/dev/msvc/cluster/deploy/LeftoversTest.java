package dev.msvc.cluster.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.release.Owned;
import dev.msvc.cluster.release.Release;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pruning: of all that is no longer asked for, only what is surely this release's goes. */
class LeftoversTest {
  private static final ObjectKey KEY = new ObjectKey("", "ConfigMap", "shop", "old");
  private static final KubeObject LIVE =
      KubeObject.of("v1", "ConfigMap", "shop", "old")
          .with("u1", "metadata", "uid")
          .with("shop/web", "metadata", "annotations", Release.ANNOTATION);
  private static final Owned MADE = new Owned(KEY, "v1", "u1", true, "d");

  @Test
  void whatThisReleaseMadeGoes() {
    assertThat(fate(MADE, LIVE)).isEqualTo("DELETE");
  }

  @Test
  void whatWasThereBeforeItStays() {
    assertThat(fate(new Owned(KEY, "v1", "u1", false, "d"), LIVE)).contains("was there before");
  }

  @Test
  void anotherObjectOfThatNameStays() {
    assertThat(fate(MADE, LIVE.with("u2", "metadata", "uid"))).contains("is another object");
  }

  @Test
  void whatIsMarkedAsAnothersStays() {
    KubeObject others = LIVE.with("shop/other", "metadata", "annotations", Release.ANNOTATION);

    assertThat(fate(MADE, others)).contains("no longer marked");
    assertThat(fate(MADE, LIVE.without("metadata", "annotations"))).contains("no longer marked");
  }

  @Test
  void whatSaysThatItStaysDoes() {
    assertThat(fate(MADE, LIVE.with("never", "metadata", "annotations", "msvc.dev/prune")))
        .contains("msvc.dev/prune: never");
    assertThat(fate(MADE, LIVE.with("keep", "metadata", "annotations", "helm.sh/resource-policy")))
        .contains("helm.sh/resource-policy: keep");
  }

  @Test
  void whatFluxPutThereStays() {
    assertThat(
            fate(MADE, LIVE.with("shop", "metadata", "labels", "kustomize.toolkit.fluxcd.io/name")))
        .contains("Flux (shop)");
  }

  @Test
  void theOtherColourStaysAndOneThatIsGoneIsNotSpokenOf() {
    KubeObject blue = LIVE.with("blue", "metadata", "labels", BlueGreen.LABEL);

    assertThat(fate(MADE, blue, "green")).contains("kept to switch back to");
    assertThat(fate(MADE, blue, "blue")).isEqualTo("DELETE");
    assertThat(fate(MADE, blue, "")).isEqualTo("DELETE");
    assertThat(leftovers(MADE, "").changes(Map.of(), Terms.CAREFUL)).isEmpty();
  }

  @Test
  void aClaimGoesOnlyWhenItsKindIsNamed() {
    ObjectKey key = new ObjectKey("", "PersistentVolumeClaim", "shop", "old");
    KubeObject live = LIVE.with("PersistentVolumeClaim", "kind");
    Owned claim = new Owned(key, "v1", "u1", true, "d");
    Terms named = new Terms(false, false, Set.of(), Set.of("persistentvolumeclaim"));

    assertThat(said(leftovers(claim, "").changes(Map.of(key, live), Terms.CAREFUL)))
        .contains("--dangerous-delete-persistentvolumeclaim");
    assertThat(said(leftovers(claim, "").changes(Map.of(key, live), named))).isEqualTo("DELETE");
  }

  @Test
  void theClaimsOfAStatefulSetAreSpokenOf() {
    ObjectKey key = new ObjectKey("apps", "StatefulSet", "shop", "db");
    KubeObject live =
        LIVE.with("apps/v1", "apiVersion")
            .with("StatefulSet", "kind")
            .with("db", "metadata", "name")
            .with(
                List.of(Map.of("metadata", Map.of("name", "data"))),
                "spec",
                "volumeClaimTemplates");
    Owned set = new Owned(key, "apps/v1", "u1", true, "d");

    List<ObjectChange> changes = leftovers(set, "").changes(Map.of(key, live), Terms.CAREFUL);

    assertThat(said(changes)).isEqualTo("DELETE");
    assertThat(changes.get(0).notes())
        .containsExactly(
            "the claims of its pods stay (data-db-N); to delete them: kubectl delete pvc -n shop NAME");
  }

  private static String fate(Owned owned, KubeObject live) {
    return fate(owned, live, "");
  }

  private static String fate(Owned owned, KubeObject live, String colour) {
    return said(leftovers(owned, colour).changes(Map.of(owned.key(), live), Terms.CAREFUL));
  }

  private static Leftovers leftovers(Owned owned, String colour) {
    ResourceKind kind = new ResourceKind("", "v1", owned.key().kind(), "plural", true);
    return new Leftovers(
        new Release("shop", "web"), Map.of(owned.key(), owned), Map.of(owned.key(), kind), colour);
  }

  private static String said(List<ObjectChange> changes) {
    ObjectChange change = changes.get(0);
    return change.effect() == Effect.KEEP ? change.notes().get(0) : change.effect().name();
  }
}
