package dev.msvc.cluster.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final Release RELEASE = new Release("shop", "orders");

  @Test
  void whatIsWrittenIsReadBack() {
    Inventory inventory = Inventory.none(RELEASE).during(3, objects());

    Inventory read =
        Inventory.of(RELEASE, inventory.object().with("12", "metadata", "resourceVersion"));

    assertThat(read.objects()).isEqualTo(objects());
    assertThat(read.cut()).isTrue();
    assertThat(read.revision()).isEqualTo(3);
    assertThat(read.deployed()).isZero();
    assertThat(read.version()).isEqualTo("12");
    assertThat(read.done(objects()).cut()).isFalse();
    assertThat(read.done(objects()).deployed()).isEqualTo(3);
  }

  @Test
  void anInventoryThatSomebodyEditedIsNotTrusted() {
    KubeObject object = Inventory.none(RELEASE).during(1, objects()).object();
    String lines = object.text("data", "objects").replace("orders", "payments");

    assertThatThrownBy(() -> Inventory.of(RELEASE, object.with(lines, "data", "objects")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("was edited by somebody");
  }

  @Test
  void anInventoryOfANewerMsvcIsNotRead() {
    KubeObject object = Inventory.none(RELEASE).object().with("99", "data", "format");

    assertThatThrownBy(() -> Inventory.of(RELEASE, object))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("newer msvc");
  }

  private static SortedMap<ObjectKey, Owned> objects() {
    SortedMap<ObjectKey, Owned> objects = new TreeMap<>();
    for (Owned each :
        new Owned[] {
          new Owned(
              new ObjectKey("apps", "Deployment", "shop", "orders"), "apps/v1", "u1", true, "d1"),
          new Owned(new ObjectKey("", "Namespace", "", "shop"), "v1", "", false, "")
        }) {
      objects.put(each.key(), each);
    }
    return objects;
  }

  @Test
  void whatASecretHoldsCannotBeGuessedFromItsDigest() {
    KubeObject secret = KubeObject.of("v1", "Secret", "shop", "a").with("1234", "data", "pin");

    assertThat(Owned.digest(secret)).isEmpty();
    assertThat(Owned.digest(secret.with("ConfigMap", "kind"))).hasSize(16);
  }
}
