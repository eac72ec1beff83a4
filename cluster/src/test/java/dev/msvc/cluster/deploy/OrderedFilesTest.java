package dev.msvc.cluster.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.yaml.ManifestFiles;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class OrderedFilesTest {
  @Test
  void namesSortInTheOrderInWhichObjectsAreApplied() {
    SortedMap<String, String> files =
        files(
            """
            {apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: web}}
            ---
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: web}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: web}}
            ---
            {apiVersion: acme.example/v1, kind: Thing, metadata: {name: one}}
            ---
            {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: web}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
            ---
            {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: things.acme.example}}
            """);

    assertThat(files.keySet())
        .containsExactly(
            "05-customresourcedefinition-things.acme.example.yaml",
            "10-namespace-shop.yaml",
            "20-role-web.yaml",
            "25-configmap-web.yaml",
            "35-deployment-web.yaml",
            "45-thing-one.yaml",
            "50-httproute-web.yaml");
    assertThat(files.get("25-configmap-web.yaml")).contains("namespace: shop");
    assertThat(files.get("10-namespace-shop.yaml")).doesNotContain("namespace: shop");
  }

  @Test
  void twoOfOneNameInTwoNamespacesAreTwoFiles() {
    SortedMap<String, String> files =
        files(
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: a}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: b}}
            """);

    assertThat(files.keySet()).containsExactly("25-configmap-web-b.yaml", "25-configmap-web.yaml");
  }

  @Test
  void anObjectThatIsThereTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                files(
                    """
                    {apiVersion: v1, kind: ConfigMap, metadata: {name: web}}
                    ---
                    {apiVersion: v1, kind: ConfigMap, metadata: {name: web}}
                    ---
                    {apiVersion: v1, kind: ConfigMap, metadata: {name: web}}
                    """))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is there twice");
  }

  private static SortedMap<String, String> files(String text) {
    return OrderedFiles.of(ManifestFiles.read("all.yaml", text), "shop");
  }
}
