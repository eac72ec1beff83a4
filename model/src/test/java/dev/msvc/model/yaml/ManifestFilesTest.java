package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestFilesTest {
  @Test
  void eachDocumentIsAnObjectWithTheLineWhereItBegins() {
    List<Manifest> read =
        ManifestFiles.read(
            "a.yaml",
            """
            # first
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: one}
            ---
            # nothing
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: two, namespace: shop}
            spec:
              template:
                spec:
                  containers:
                    - name: app
                      image: a:1
            """);

    assertThat(read)
        .extracting(Manifest::key)
        .containsExactly(
            new ObjectKey("", "ConfigMap", "", "one"),
            new ObjectKey("apps", "Deployment", "shop", "two"));
    assertThat(read)
        .extracting(each -> each.place().toString())
        .containsExactly("a.yaml:2", "a.yaml:8");
    assertThat(read.get(1).at("spec.template.spec.containers[0].image")).hasToString("a.yaml:16");
    assertThat(read.get(1).at("spec.template.spec.containers[0].ports[2].name"))
        .as("the nearest one that is written")
        .hasToString("a.yaml:15");
  }

  @Test
  void listsAreTakenApart() {
    List<Manifest> read =
        ManifestFiles.read(
            "l.json",
            """
            {"apiVersion": "v1", "kind": "List", "items": [
              {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}},
              {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "b"}}]}
            """);

    assertThat(read).extracting(each -> each.key().name()).containsExactly("a", "b");
    assertThat(read.get(1).place()).hasToString("l.json:3");
  }

  @Test
  void valuesHaveTheTypesThatTheApiGivesThem() {
    Map<String, Object> data =
        ManifestFiles.read(
                "t.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: t}
                data: {mode: 0644, date: 2026-11-26, time: 12:30:45, on: on, text: "on", float: 1e3, null: ~}
                """)
            .get(0)
            .object()
            .map("data");

    assertThat(data)
        .containsEntry("mode", 420)
        .containsEntry("date", "2026-11-26")
        .containsEntry("time", "12:30:45")
        .containsEntry("text", "on")
        .containsEntry("float", 1000.0);
  }

  @Test
  void whatIsWrittenIsReadBackAsItWas() {
    Map<String, Object> data =
        Map.of(
            "a",
            "on",
            "b",
            "0644",
            "c",
            "2026-11-26",
            "d",
            "1e3",
            "e",
            "x: y\n# z\n",
            "f",
            "",
            "g",
            "y");
    KubeObject object = KubeObject.of("v1", "ConfigMap", "shop", "all").with(data, "data");

    String text = ManifestFiles.write(List.of(object, object));

    assertThat(ManifestFiles.read("w", text))
        .extracting(Manifest::object)
        .containsExactly(object, object);
    assertThat(text).contains("'on'", "'0644'", "'2026-11-26'", "'1e3'");
  }

  @Test
  void whatIsNoManifestIsRefusedWithItsPlace() {
    refused("- a\n", "x:1: an object of Kubernetes is expected, and this is none");
    refused("kind: Pod\nmetadata: {name: a}\n", "x:1: an object of Kubernetes has apiVersion");
    refused("\n\napiVersion: v1\nkind: Pod\nmetadata: {}\n", "x:3: Pod has no metadata.name");
    refused(
        "apiVersion: v1\nkind: Pod\nmetadata: {generateName: a-}\n", "x:1: Pod has a generateName");
    refused("a: 1\na: 2\n", "x:2: this is no YAML: found duplicate key a");
    refused("a: [1\nb: 2\n", "x:2: this is no YAML");
  }

  @Test
  void aBombOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append(
          "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n"
              .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
    }

    refused(bomb.toString(), "this YAML is not read");
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> ManifestFiles.read("x", text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
  }
}
